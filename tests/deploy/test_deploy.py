"""Do the files of a deployment, and what docs/deploy.md says of them, agree with the program and with each other?"""

import re
from pathlib import Path

import pytest

from dashboard.access.start import needs_login
from dashboard.cli.commands import commands
from dashboard.domain.errors import SettingError
from dashboard.publication import Publication
from dashboard.settings import Settings, read_settings
from dashboard.web.operating.metrics import Metrics

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
GUIDE = (ROOT / "docs" / "deploy.md").read_text(encoding="utf-8")
UNIT, NGINX, CONTAINER, ENVIRONMENT = (
    (DEPLOY / name).read_text(encoding="utf-8")
    for name in ("observatoire.service", "nginx.conf", "Containerfile", "observatoire.env")
)
HOME = "/opt/observatoire/.venv/bin/"

SETTINGS = {
    str(field.validation_alias or f"DASHBOARD_{name.upper()}")
    for name, field in Settings.model_fields.items()
}


def environment() -> dict[str, str]:
    lines = [line for line in ENVIRONMENT.splitlines() if line and not line.startswith("#")]
    return dict(line.split("=", 1) for line in lines)


def directive(text: str, name: str) -> list[str]:
    return re.findall(rf"^\s*{name}[ =]+(.*?);?$", text, re.MULTILINE)


@pytest.mark.parametrize("text", [GUIDE, UNIT, NGINX, CONTAINER, ENVIRONMENT])
def test_settings_that_are_named_exist(text: str) -> None:
    assert set(re.findall(r"\bDASHBOARD_[A-Z_]+\b", text)) <= SETTINGS


def test_the_settings_of_the_service_are_valid(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (environment() | {"DASHBOARD_DATA": str(tmp_path)}).items():
        monkeypatch.setenv(name, value)
    settings = read_settings()
    assert (settings.path, settings.proxies, settings.log_format) == ("/observatoire/", 1, "json")
    # Whom the proxy is to be passed by for: nobody.
    assert settings.port is None


def test_the_service_and_the_container_start_what_the_procfile_does() -> None:
    web = (ROOT / "Procfile").read_text().strip().removeprefix("web: ")
    checked, started = web.split(" && ")
    assert directive(UNIT, "ExecStartPre") == [f"{HOME}{checked}"]
    assert directive(UNIT, "ExecStart") == [f"{HOME}{started}"]
    assert f'CMD ["sh", "-c", "{checked} && exec {started}"]' in CONTAINER


def test_the_service_may_write_where_accounts_are_kept_and_asks_for_a_login(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = environment()["DASHBOARD_ACCESS_FOLDER"]
    assert directive(UNIT, "ReadWritePaths") == [folder]
    assert environment()["DASHBOARD_HOSTS"] in directive(NGINX, "server_name")
    for name, value in (environment() | {"DASHBOARD_DATA": str(tmp_path)}).items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingError) as missing:
        needs_login(read_settings())
    to_set = re.findall(r"^- (DASHBOARD_\w+)", str(missing.value), re.MULTILINE)
    assert to_set == ["DASHBOARD_ROUNDING_KEY"]
    monkeypatch.setenv("DASHBOARD_ROUNDING_KEY", "a key of rounding for the tests alone")
    assert needs_login(read_settings())


def test_nginx_passes_on_whole_paths_below_the_path_of_the_settings() -> None:
    path = environment()["DASHBOARD_PATH"]
    assert re.findall(r"location (= )?(\S+) \{", NGINX) == [("", path), ("= ", path.rstrip("/"))]
    assert directive(NGINX, "proxy_pass") == ["http://127.0.0.1:8050"]
    told = dict(line.split(" ", 1) for line in directive(NGINX, "proxy_set_header"))
    assert {"X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-For"} <= told.keys()
    # Set, not appended: the one proxy that there is believes nobody.
    assert told["X-Forwarded-For"] == "$remote_addr"
    assert told["X-Request-ID"] == "$request_id"


def test_nginx_reads_addresses_as_long_as_the_dashboard_does() -> None:
    (limit,) = re.findall(
        r"^limit_request_line = (\d+)$", (ROOT / "gunicorn.conf.py").read_text(), re.MULTILINE
    )
    (size,) = re.findall(r"large_client_header_buffers \d+ (\d+)k;", NGINX)
    assert int(size) * 1024 > int(limit)


def test_what_the_image_is_made_of_is_there_and_whole() -> None:
    sources = [name for line in directive(CONTAINER, "COPY") for name in line.split()[:-1]]
    assert [name for name in sources if not (ROOT / name).exists()] == []
    assert {"app.py", "gunicorn.conf.py", "assets", "dashboard", "data", "geodata"} <= set(sources)
    ignored = (ROOT / ".dockerignore").read_text().splitlines()
    assert set(sources).isdisjoint(ignored)


def test_files_that_the_guide_names_exist() -> None:
    named = re.findall(r"\b(?:deploy|requirements)/[\w.]+\b|\b[A-Z]+\.md\b", GUIDE)
    assert len(named) > 5
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_commands_that_the_guide_names_exist() -> None:
    named = set(re.findall(r"python -m dashboard ([a-z-]+)", GUIDE))
    assert named == {"account", "audit", "check", "datasets", "doctor", "fiches"}
    assert named <= commands.commands.keys()


def test_the_guide_tells_every_metric(publication: Publication) -> None:
    written = re.findall(
        r"^# TYPE (\w+) (\w+)", Metrics().written(publication).decode(), re.MULTILINE
    )
    named = {name for name, kind in written if not name.endswith("_created")}
    told = set(re.findall(r"`(dashboard_\w+)", GUIDE))
    assert named <= told
    assert told <= named


def test_an_engine_has_a_folder_to_write_in_that_the_guide_names() -> None:
    (name,) = directive(UNIT, "CacheDirectory")
    assert f"DASHBOARD_SOURCE=duckdb:/var/cache/{name}" in GUIDE
    assert f"/var/cache/{name}\n" in GUIDE.replace(" ", "\n")


def test_the_pointer_goes_into_the_archive_before_the_versions() -> None:
    created, appended = GUIDE.index("tar --create --file $backup"), GUIDE.index("tar --append")
    assert created < appended
    assert "/data/current" in GUIDE[created:appended]
    assert "/data/versions" in GUIDE[appended:].splitlines()[0]


def test_a_prometheus_elsewhere_is_passed_on_without_the_headers_that_refuse_it() -> None:
    place = GUIDE[GUIDE.index("location = /observatoire/metrics {") :].partition("}")[0]
    # One header of its own, and nginx adds none of those that the server sets.
    assert directive(place, "proxy_set_header") == ['X-Forwarded-For ""']
