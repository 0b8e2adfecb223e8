"""Does an analyst publish, list and return by commands that say in French what they did, and what to do instead?"""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from dashboard.datasets.store import Store
from tests.cli.ran import ran
from tests.support.stores import ALL, broken, tables


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where DASHBOARD_DATA points to: nothing is there yet."""
    folder = tmp_path / "store"
    folder.mkdir()
    monkeypatch.setenv("DASHBOARD_DATA", str(folder))
    return folder


def test_an_afternoon_of_publishing_and_returning(store: Path, tmp_path: Path) -> None:
    first = ran("publish", tables(tmp_path / "a"))
    assert first.code == 0
    assert "n° 1, données au 31 octobre 2017 (beneficiaries : 1 044 lignes" in first.said
    assert ran("publish", tmp_path / "a").said.startswith("Rien à faire")
    assert ran("publish", tables(tmp_path / "b", without=ALL)).code == 0
    names = [manifest.version for manifest in Store(store).manifests()]
    listed = ran("datasets").lines
    assert [line.split()[:3] for line in listed[1:]] == [
        ["←", "1", names[0]],
        ["→", "2", names[1]],
    ]
    back = ran("rollback")
    assert back.said.startswith(f"Montrée : version {names[0]}, n° 1")
    assert f"remplace la version {names[1]}, n° 2" in back.said
    assert "Un autre retour est impossible" in back.said
    assert ran("rollback", names[1]).code == 0
    past = ran("datasets", "--history").lines
    assert [line.split()[3] for line in past[1:]] == ["publication"] * 2 + ["retour"] * 2
    again = ran("publish", tmp_path / "a").said
    assert again.startswith("De nouveau montrée")
    assert (
        f"remplace la version {names[1]}, n° 2. Pour y revenir : python -m dashboard rollback\n"
        in again
    )
    # What was published again is undone as what was published once is.
    undone = ran("rollback").said
    assert undone.startswith(f"Montrée : version {names[1]}, n° 2")
    assert f"Un autre retour, sans VERSION, montrera la version {names[0]}, n° 1." in undone
    assert ran("rollback", names[1]).said.startswith("Rien à faire")


def test_a_return_to_a_near_version_is_refused_until_it_is_decided(
    store: Path, tmp_path: Path
) -> None:
    ran("publish", tables(tmp_path / "a"))
    first = Store(store).current()
    ran("publish", tables(tmp_path / "b", without=2), "--ouvrir-la-diffusion")
    refused = ran("rollback")
    assert (refused.code, refused.said) == (1, "")
    assert "--peu-de-changements" in refused.faults
    back = ran("rollback", "--peu-de-changements")
    assert back.code == 0
    assert "La diffusion est fermée tant que cette version est montrée" in back.said
    assert "trop peu de personnes diffèrent" in back.said
    assert Store(store).current() == first


def test_what_is_refused_ends_with_one_and_changes_nothing(store: Path, tmp_path: Path) -> None:
    ran("publish", tables(tmp_path / "a"))
    shown = Store(store).current()
    told = ran("publish", broken(tmp_path / "b"))
    assert (told.code, told.said) == (1, "")
    assert "beneficiaries.csv" in told.faults
    assert Store(store).current() == shown


def test_a_damaged_version_is_told_below_the_list(store: Path, tmp_path: Path) -> None:
    ran("publish", tables(tmp_path / "a"))
    (table,) = store.glob("versions/*/units.csv")
    table.chmod(0o644)
    table.write_text("nothing")
    told = ran("datasets")
    assert told.code == 1
    assert "units.csv a changé" in told.faults
    assert "→" in told.said


@pytest.mark.parametrize("command", [["datasets"], ["rollback"]])
def test_a_folder_of_tables_is_no_store(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASHBOARD_DATA", str(tables(tmp_path / "a")))
    told = ran(*command)
    assert told.code == 1
    assert "n'est pas un dépôt de versions" in told.faults
    assert "--store DÉPÔT, ou DASHBOARD_DATA=DÉPÔT" in told.faults


@pytest.mark.parametrize("held", ["nothing", "two files of a table"])
def test_what_is_refused_names_the_folder_that_was_given(
    held: str, store: Path, tmp_path: Path
) -> None:
    folder = tables(tmp_path / "envois")
    (folder / "units.parquet").write_bytes(b"")
    if held == "nothing":
        for path in folder.iterdir():
            path.unlink()
    faults = ran("publish", folder).faults
    assert str(folder) in faults
    assert ".incoming-" not in faults


def test_what_takes_long_says_what_it_is_doing(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ran("publish", tables(tmp_path / "a")).faults == ""
    monkeypatch.setattr("dashboard.cli.datasets.publish.LARGE", 1)
    told = ran("publish", tables(tmp_path / "b", without=ALL))
    assert [line.split()[0] for line in told.faults.splitlines()] == [
        "Copie",
        "Lecture",
        "Calcul",
        "Enregistrement",
        "Préparation",
    ]


def test_what_is_to_be_typed_names_the_store_that_was_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DASHBOARD_DATA", raising=False)
    kept = ("--store", tmp_path / "le dépôt")
    ran("publish", tables(tmp_path / "a"), *kept)
    said = ran("publish", tables(tmp_path / "b", without=ALL), *kept).said
    typed = shlex.split(said.partition("python -m dashboard ")[2].splitlines()[0])
    assert ran(*typed).said.startswith("Montrée")
    told = ran(*typed).faults
    assert "Aucune version n'a été montrée avant" in told


def test_where_to_publish_has_to_be_said_where_the_environment_names_tables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tables(tmp_path / "a")
    monkeypatch.setenv("DASHBOARD_DATA", str(folder))
    assert "--store DÉPÔT" in ran("publish", folder).faults
    assert ran("publish", folder, "--store", tmp_path / "store").code == 0
