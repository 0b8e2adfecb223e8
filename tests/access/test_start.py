"""Does the dashboard start without a login for nothing but the demonstration, on its own machine?"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from dashboard.access.demonstration import ROUNDING, SHIPPED
from dashboard.access.start import is_demonstration, needs_login, only_demonstration
from dashboard.datasets.opened import dataset_of
from dashboard.datasets.store import Store
from dashboard.domain.errors import DatasetError, SettingError
from dashboard.ingest.raw.pseudonyms import fingerprint
from dashboard.settings import Settings
from tests.support.stores import REFERENCE, published, tables

KEY = SecretStr("a key of rounding for the tests alone")


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tables that say of themselves that they are the demonstration, and are not."""
    folder = tmp_path_factory.mktemp("real")
    shutil.copytree(SHIPPED, folder, dirs_exist_ok=True)
    with (folder / "units.csv").open("a") as file:
        file.write("\n")
    return folder


def asked(**settings: Any) -> Settings:
    return Settings(**{"data": SHIPPED, **settings})


def with_all(folder: Path, **settings: Any) -> Settings:
    given: dict[str, Any] = {
        "policy": "interne",
        "rounding_key": KEY,
        "access": "comptes",
        "access_folder": folder,
        "hosts": "observatoire.example.fr",
    }
    return asked(**{**given, **settings})


def refused(settings: Settings) -> list[str]:
    """The names of what is missing."""
    with pytest.raises(SettingError) as error:
        needs_login(settings)
    lines = str(error.value).replace("\u00a0", " ").splitlines()
    return [line[2:].split(" : ")[0] for line in lines if line.startswith("- ")]


EVERYTHING = [
    "DASHBOARD_POLICY",
    "DASHBOARD_ROUNDING_KEY",
    "DASHBOARD_ACCESS",
    "DASHBOARD_ACCESS_FOLDER",
    "DASHBOARD_HOSTS",
]


@pytest.mark.parametrize("policy", [None, "interne", "diffusion"])
def test_the_demonstration_starts_on_its_own_machine_under_either_policy(policy: str) -> None:
    assert not needs_login(asked(policy=policy))


def test_real_tables_do_not_start_without_all_that_a_login_needs(real: Path) -> None:
    assert refused(asked(data=real)) == EVERYTHING


@pytest.mark.parametrize(
    "elsewhere", [{"PORT": 8000}, {"proxies": 1}, {"hosts": "localhost,a.example"}]
)
def test_the_demonstration_is_shown_to_no_other_machine_without_a_login(
    elsewhere: dict[str, Any],
) -> None:
    given = {"DASHBOARD_ROUNDING_KEY", *(["DASHBOARD_HOSTS"] if "hosts" in elsewhere else [])}
    assert refused(asked(**elsewhere)) == [name for name in EVERYTHING if name not in given]


def test_all_that_is_missing_is_told_at_once_and_nothing_else(real: Path, tmp_path: Path) -> None:
    given = with_all(tmp_path, data=real)
    assert needs_login(given)
    for name in ("policy", "rounding_key", "access_folder"):
        missing = with_all(tmp_path, data=real, **{name: None})
        assert refused(missing) == [f"DASHBOARD_{name.upper()}"]
    assert refused(with_all(tmp_path, data=real, hosts="", access="aucun")) == [
        "DASHBOARD_ACCESS",
        "DASHBOARD_HOSTS",
    ]


def test_real_tables_do_not_start_with_the_key_that_all_know(real: Path, tmp_path: Path) -> None:
    known = SecretStr(ROUNDING)
    assert refused(with_all(tmp_path, data=real, rounding_key=known)) == ["DASHBOARD_ROUNDING_KEY"]


IMPORTED = "a key of identifiers, for the tests alone"


@pytest.mark.parametrize("key", ["k" * 43, "abcd" * 10])
def test_a_key_of_few_different_letters_is_refused(real: Path, tmp_path: Path, key: str) -> None:
    given = with_all(tmp_path, data=real, rounding_key=SecretStr(key))
    assert refused(given) == ["DASHBOARD_ROUNDING_KEY"]


def test_the_key_of_the_identifiers_does_not_round_whether_it_is_here_or_only_known(
    real: Path, tmp_path: Path
) -> None:
    same: dict[str, Any] = {"data": real, "rounding_key": SecretStr(IMPORTED)}
    folder = tmp_path / "acces"
    assert needs_login(with_all(folder, **same))
    here = with_all(folder, **same, import_key=SecretStr(IMPORTED))
    assert refused(here) == ["DASHBOARD_ROUNDING_KEY"]
    store = Store(tmp_path / "store")
    imported = tables(tmp_path / "imported", without=1)
    told = {"key_fingerprint": fingerprint(IMPORTED), "sources": [], "rules": {}}
    (imported / "import.json").write_text(json.dumps(told))
    published(store, imported)
    known = {**same, "data": store.folder}
    assert refused(with_all(folder, **known)) == ["DASHBOARD_ROUNDING_KEY"]
    assert needs_login(with_all(folder, **known | {"rounding_key": KEY}))


def test_nobody_is_promised_a_public_page_that_no_other_machine_is_shown() -> None:
    with pytest.raises(SettingError, match="DASHBOARD_PUBLIC=oui"):
        needs_login(asked(public="oui"))


PROVIDER: dict[str, Any] = {
    "access": "oidc",
    "oidc_client_id": "observatoire",
    "oidc_client_secret": SecretStr("convenu"),
    "oidc_issuer": "https://connexion.example.fr",
}


@pytest.mark.parametrize(
    ("setting", "missing"),
    [
        ({}, []),
        ({"oidc_issuer": "http://127.0.0.1:8080/realms/x"}, []),
        ({"oidc_issuer": "http://localhost"}, []),
        ({"oidc_issuer": "http://connexion.example.fr"}, ["DASHBOARD_OIDC_ISSUER"]),
        ({"oidc_issuer": "http://127.0.0.1.example.fr"}, ["DASHBOARD_OIDC_ISSUER"]),
        ({"oidc_issuer": "connexion.example.fr"}, ["DASHBOARD_OIDC_ISSUER"]),
        ({"oidc_client_secret": SecretStr("")}, ["DASHBOARD_OIDC_CLIENT_SECRET"]),
        ({"oidc_client_secret": SecretStr(" ")}, ["DASHBOARD_OIDC_CLIENT_SECRET"]),
    ],
)
def test_a_provider_is_asked_over_tls_and_by_a_secret(
    tmp_path: Path, setting: dict[str, Any], missing: list[str]
) -> None:
    given = with_all(tmp_path, **PROVIDER | setting)
    if missing:
        assert refused(given) == missing
    else:
        assert needs_login(given)


def test_a_provider_needs_an_address_a_name_and_a_secret(tmp_path: Path) -> None:
    assert refused(with_all(tmp_path, access="oidc")) == [
        "DASHBOARD_OIDC_ISSUER",
        "DASHBOARD_OIDC_CLIENT_ID",
        "DASHBOARD_OIDC_CLIENT_SECRET",
    ]


def test_accounts_do_not_lie_among_the_data(real: Path) -> None:
    told = refused(with_all(real / "acces", data=real))
    assert told == ["DASHBOARD_ACCESS_FOLDER"]


def test_a_login_that_is_asked_for_is_had_by_the_demonstration_as_well(tmp_path: Path) -> None:
    assert needs_login(with_all(tmp_path))


def test_the_demonstration_is_known_by_its_bytes(real: Path, tmp_path: Path) -> None:
    assert is_demonstration(SHIPPED)
    assert not is_demonstration(real)
    described = tmp_path / "described"
    shutil.copytree(SHIPPED, described)
    assert is_demonstration(described)
    shutil.copy(REFERENCE / "budgets.toml", described)
    with (described / "budgets.toml").open("a") as file:
        file.write("\n")
    assert not is_demonstration(described)
    assert not is_demonstration(tmp_path)


def test_real_tables_in_the_place_of_the_demonstration_are_not_the_demonstration(
    real: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dashboard.access.start.SHIPPED", real)
    assert not is_demonstration(real)
    assert refused(asked(data=real)) == EVERYTHING


def test_a_version_that_is_published_meanwhile_is_not_shown_without_a_login(
    tmp_path: Path,
) -> None:
    store = Store(tmp_path / "store")
    published(store, SHIPPED)
    first = dataset_of(store.folder).manifest
    assert first is not None
    only_demonstration(store.folder, first.version)
    assert not needs_login(asked(data=store.folder))
    published(store, tables(tmp_path / "other", without=1))
    second = dataset_of(store.folder).manifest
    assert second is not None
    with pytest.raises(DatasetError, match="pas celles de la démonstration"):
        only_demonstration(store.folder, second.version)
    with pytest.raises(DatasetError):
        only_demonstration(store.folder, first.version)
