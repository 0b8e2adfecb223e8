"""Is an account what was typed, its password kept by nobody, and the folder closed to others?"""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from dashboard.access.accounts import Accounts
from dashboard.access.database import Database
from dashboard.access.passwords import Passwords
from dashboard.access.person import Person
from dashboard.domain.errors import AccessError
from tests.support.doors import PASSWORD, quick


@pytest.fixture
def accounts(tmp_path: Path) -> Accounts:
    return Accounts(Database(tmp_path / "acces"), quick)


def test_an_account_is_found_by_its_name_however_it_is_written_and_its_password(
    accounts: Accounts,
) -> None:
    made = accounts.add("lea.martin", PASSWORD, "gestionnaire", ["53", "24", "53"])
    assert made == Person("lea.martin", "gestionnaire", ("24", "53"))
    assert accounts.identified("LEA.martin", PASSWORD) == made
    assert accounts.identified("lea.martin", f"{PASSWORD} ") is None
    assert accounts.identified("paul", PASSWORD) is None


@pytest.mark.parametrize(
    ("name", "password", "role", "regions", "told"),
    [
        ("lea", "court", "lecteur", [], "de 12 à 256 caractères"),
        ("lea", "x" * 300, "lecteur", [], "celui-ci en a 300"),
        ("lea", "abababababab", "lecteur", [], "celui-ci en a 2"),
        ("lea", "je suis LEA, enfin", "lecteur", [], "contient « lea »"),
        ("lea", "lea", "lecteur", [], "celui-ci en a 3. Un mot de passe a au moins 5"),
        ("l", PASSWORD, "lecteur", [], "un nom a de 2 à 64"),
        ("léa", PASSWORD, "lecteur", [], "un nom a de 2 à 64"),
        ("lea\n", PASSWORD, "lecteur", [], "un nom a de 2 à 64"),
        ("lea", PASSWORD, "public", [], "rôles possibles"),
        ("lea", PASSWORD, "admin", [], "rôles possibles"),
        ("lea", PASSWORD, "analyste", ["53"], "seul gestionnaire"),
    ],
)
def test_what_is_no_account_is_refused_in_french(
    accounts: Accounts, name: str, password: str, role: str, regions: list[str], told: str
) -> None:
    with pytest.raises(AccessError) as refused:
        accounts.add(name, password, role, regions)  # type: ignore[arg-type]
    assert told in str(refused.value).replace("\u00a0", " ")
    assert accounts.all() == []


def test_a_name_is_given_once_and_one_that_nobody_has_is_told(accounts: Accounts) -> None:
    accounts.add("lea", PASSWORD, "lecteur")
    with pytest.raises(AccessError, match="existe déjà"):
        accounts.add("LEA", PASSWORD, "lecteur")
    with pytest.raises(AccessError, match="n'existe pas"):
        accounts.disable("paul")


def test_an_account_that_is_closed_lets_nobody_in(accounts: Accounts) -> None:
    accounts.add("lea", PASSWORD, "lecteur")
    accounts.disable("lea")
    assert accounts.identified("lea", PASSWORD) is None
    assert accounts.person("lea") is None
    accounts.disable("lea", disabled=False)
    assert accounts.person("lea") == Person("lea", "lecteur")


def test_no_file_holds_a_password_or_lets_others_read(tmp_path: Path, accounts: Accounts) -> None:
    accounts.add("lea", PASSWORD, "lecteur")
    files = list((tmp_path / "acces").iterdir())
    assert files
    for file in files:
        assert file.stat().st_mode & 0o077 == 0, file
        assert PASSWORD.encode() not in file.read_bytes()
    with sqlite3.connect(files[0].with_name("acces.sqlite")) as connection:
        (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
    connection.close()
    assert mode == "wal"


def test_passwords_are_kept_by_argon2id_with_64_mib() -> None:
    kept = Passwords().hashed(PASSWORD, "lea")
    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=4$")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(AccessError, match="ne peut être ouvert"):
        Database(tmp_path / "file" / "acces")
