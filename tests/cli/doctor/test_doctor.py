"""Does `doctor` tell what is well, what to look at and what to mend, with what to do, and no secret?"""

import errno
import os
import shutil
import socket
import sys
import tempfile
from pathlib import Path
from typing import NoReturn

import pytest

from dashboard.cli.doctor import assets, engine, machine
from dashboard.cli.doctor.diagnosis import Diagnosis
from dashboard.cli.doctor.stored import stored
from dashboard.cli.doctor.study import geometry
from dashboard.ingest.stored.prepare import prepared
from dashboard.settings import Settings
from tests.cli.ran import Ran, ran
from tests.support.exhibits import plain
from tests.support.overseas import overseas
from tests.support.stores import REFERENCE
from tests.support.tables import CODEBOOK, edited, valid_tables, write_csv

ROOT = Path(__file__).parents[3]
KEY = "a-secret-of-thirty-two-letters-or-more"


@pytest.fixture(autouse=True)
def free_port(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        monkeypatch.setenv("PORT", str(found.getsockname()[1]))


def part(told: Ran, heading: str) -> list[str]:
    """The lines below one heading, their words a space apart."""
    lines = told.lines
    start = lines.index(heading) + 1
    end = next(i for i in range(start, len(lines)) if not lines[i].startswith(" "))
    return [" ".join(line.split()) for line in lines[start:end]]


def texts(found: list[Diagnosis]) -> list[tuple[str, str]]:
    return [(one.level, plain(str(one))) for one in found]


def test_a_machine_that_serves_has_nothing_to_mend(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = {
        "IMPORT_KEY": KEY,
        "POLICY": "interne",
        "ACCESS": "comptes",
        "ACCESS_FOLDER": str(tmp_path),
        "HOSTS": "observatoire.example.fr",
    }
    for name, value in settings.items():
        monkeypatch.setenv(f"DASHBOARD_{name}", value)
    told = ran("doctor")
    assert (told.code, told.faults) == (0, "")
    assert told.lines[-1] == "Rien à corriger."
    assert "à corriger  " not in told.said
    assert "bien clé des identifiants : présente" in part(told, "Réglages")
    assert KEY not in told.said
    assert part(told, "Cartes") == [
        "bien Régions de l'étude : 20 régions, toutes ont un contour",
        "bien 13 régions d'aujourd'hui : 13 régions, toutes ont un contour",
    ]
    assert part(told, "Fichiers des pages")[1].startswith("bien plotly.js ")


def test_settings_that_are_wrong_are_told_and_the_machine_is_examined_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DASHBOARD_PROXIES", "many")
    monkeypatch.setenv("DASHBOARD_IMPORT_KEY", "short-secret")
    told = ran("doctor")
    assert (told.code, told.faults) == (1, "2 points à corriger.\n")
    assert "short-secret" not in told.said
    assert any("DASHBOARD_PROXIES : « many »" in line for line in part(told, "Réglages"))
    assert "Données" not in told.lines
    assert part(told, "Python et paquets")


def test_tables_that_cannot_be_shown_are_told_with_the_command_that_tells_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_csv(tmp_path, edited(valid_tables(), "beneficiaries", 3, {"gender": "X"}))
    monkeypatch.setenv("DASHBOARD_DATA", str(tmp_path))
    told = ran("doctor")
    assert told.code == 1
    first, remedy = part(told, "Données")
    assert first.startswith("à corriger valeurs du dictionnaire : beneficiaries.csv, ligne 3")
    assert remedy.endswith(f"python -m dashboard check {tmp_path}")


def test_a_port_that_another_program_has_is_told() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        number = other.getsockname()[1]
        taken = machine.port("127.0.0.1", number, "/")
    assert taken.level == "failure"
    assert "un autre programme y écoute" in plain(taken.what)
    assert "PORT" in taken.remedy
    assert machine.port("127.0.0.1", number, "/").level == "pass"


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "assets", tmp_path / "assets"))


@pytest.mark.parametrize(
    "name",
    [
        "styles/theme.css",
        "styles/documents.css",
        "fonts/600.woff2",
        "scripts/main.js",
        "scripts/tray/store.js",
        "favicon.png",
    ],
)
def test_a_file_of_the_pages_that_is_missing_is_named(copied: Path, name: str) -> None:
    (copied / name).unlink()
    first = next(iter(assets.assets(copied)))
    assert (first.level, first.what) == ("failure", f"il manque {name}")
    assert "git restore assets" in first.remedy


def test_another_plotly_than_the_one_that_was_built_is_told(copied: Path) -> None:
    assert [one.level for one in assets.assets(copied)] == ["pass"] * 3
    (copied / "vendor" / "plotly.min.js").write_text("alert(1)")
    assert [one.level for one in assets.assets(copied)] == ["pass", "failure", "pass"]


def test_packages_are_compared_with_the_lock(tmp_path: Path) -> None:
    lock = tmp_path / machine.LOCK
    lock.parent.mkdir()
    lock.write_text(
        "# a comment\nflask==0.1 \\\n    --hash=sha256:00\nno-such-package==1.0 \\\n"
        f'numpy==99.0 ; python_version < "3.{sys.version_info.minor}" \\\n'
    )
    (told,) = machine.packages(tmp_path)
    assert told.level == "failure"
    assert "2 paquets" in plain(told.what)
    assert "flask " in told.what
    assert "no-such-package (absent)" in told.what
    assert "requirements/run.txt" in told.remedy


def test_too_little_memory_is_told_with_how_much_it_takes(tmp_path: Path) -> None:
    table = tmp_path / "survey.parquet"
    with table.open("wb") as large:
        # A file without content takes no room.
        large.truncate(10**12)
    told = machine.memory(2, [table])
    assert told.level == "warning"
    assert "30 000 450 Mo pour 2 processus" in plain(told.what)
    assert "WEB_CONCURRENCY" in told.remedy
    assert machine.memory(1, []).level == "pass"


def test_a_region_without_a_shape_is_named_in_each_division() -> None:
    found = texts(list(geometry(overseas().vocabulary.codebook)))
    assert len(found) == 2
    for (level, told), file in zip(found, ("regions-study", "regions-current"), strict=True):
        assert level == "warning"
        assert "sans contour, Étranger (99)" in told
        assert f"{file}.geojson" in told


SOURCES = [
    ("memory", [("pass", "memory : le tableau de bord compte lui-même, dans sa mémoire")]),
    ("duckdb:", [("pass", "duckdb : les paquets sont là")]),
]


@pytest.mark.parametrize(("source", "told"), SOURCES)
def test_an_engine_of_this_process_needs_its_packages(
    source: str, told: list[tuple[str, str]]
) -> None:
    assert Settings(source=source).source == source
    assert texts(list(engine.engine(source))) == told


def test_an_extra_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "find_spec", lambda name: None if name == "psycopg" else name)
    (told,) = engine.engine("postgresql://reader:secret@base/study")
    assert (told.level, told.what) == ("failure", "postgresql : il manque psycopg")
    assert "requirements/postgresql.txt" in told.remedy


@pytest.mark.parametrize("scheme", ["postgresql", "sc"])
def test_an_engine_out_of_reach_is_told_without_its_password(scheme: str) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
        first, told = engine.engine(f"{scheme}://reader:secret@127.0.0.1:{port}/study")
    assert first.level == "pass"
    assert told.level == "failure"
    assert "secret" not in str(told)
    assert "DASHBOARD_SOURCE" in told.remedy


@pytest.fixture
def study_of_four(tmp_path: Path) -> Path:
    folder = tmp_path / "data" / "tables"
    folder.mkdir(parents=True)
    return write_csv(folder, valid_tables())


def test_where_an_engine_has_tables_written_is_tried_and_nothing_stays_there(
    study_of_four: Path, tmp_path: Path
) -> None:
    home = tmp_path / "cache" / "tables"
    source = f"duckdb:{home}?memory=2GB"
    (told,) = texts(list(stored(source, study_of_four, REFERENCE)))
    assert told == ("pass", f"duckdb : les tables peuvent être écrites dans {home}")
    assert not home.exists()
    assert [path.name for path in tmp_path.iterdir()] == ["data"]
    prepared(study_of_four, REFERENCE, home)
    (told,) = texts(list(stored(source, study_of_four, REFERENCE)))
    assert told == ("pass", f"duckdb : ces tables sont déjà écrites dans {home}")


@pytest.mark.parametrize(
    "source", ["duckdb:", "postgresql://reader:secret@host/study", "sc://host"]
)
def test_data_and_a_home_that_are_read_only_are_told(
    source: str, study_of_four: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As the unit of systemd has it. A test may run as root, whom no right of a folder stops.
    def read_only(*_: object, **__: object) -> NoReturn:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr(tempfile, "TemporaryDirectory", read_only)
    (told,) = stored(source, study_of_four, REFERENCE)
    assert told.level == "failure"
    assert "Read-only file system" in told.what
    assert "docs/deploy.md" in told.remedy
    assert "secret" not in str(told)


def test_who_has_no_home_is_told_so(study_of_four: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> NoReturn:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr(Path, "home", homeless)
    (told,) = stored("duckdb:", study_of_four, REFERENCE)
    assert (told.level, "pas de dossier personnel" in plain(told.what)) == ("failure", True)


def test_this_process_has_nothing_written(study_of_four: Path) -> None:
    assert list(stored("memory", study_of_four, REFERENCE)) == []


def test_every_region_of_the_codebook_has_a_shape() -> None:
    assert {one.level for one in geometry(CODEBOOK)} == {"pass"}
