"""Does the dashboard start without a login for nothing but the demonstration, on its own machine?"""

from __future__ import annotations

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
from dashboard.settings import Settings
from tests.support.stores import REFERENCE, published, tables

KEY = SecretStr("k" * 32)


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
