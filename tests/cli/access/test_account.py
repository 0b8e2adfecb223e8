"""Does an administrator make, change and close accounts, and read the log, by commands that speak French?"""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from dashboard.access import kept as opened
from dashboard.access.audit import Audit, AuditError
from dashboard.access.passwords import Passwords
from dashboard.access.person import Person
from tests.cli.ran import ran
from tests.support.doors import PASSWORD, quick


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where accounts are kept, with hashes that are quick."""
    monkeypatch.setenv("DASHBOARD_ACCESS_FOLDER", str(tmp_path / "acces"))

    def passwords() -> Passwords:
        return quick

    monkeypatch.setattr(opened, "Passwords", passwords)
    return tmp_path / "acces"


def typed(monkeypatch: pytest.MonkeyPatch, password: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\n"))


def test_an_account_from_its_making_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ran("account", "list").said.startswith("Aucun compte.")
    typed(monkeypatch, PASSWORD)
    made = ran("account", "add", "paul", "--role", "gestionnaire", "--region", "53")
    assert made.said == "Compte créé : paul, gestionnaire, régions : 53.\n"
    assert ran("account", "role", "paul", "--role", "lecteur").code == 0
    typed(monkeypatch, f"{PASSWORD} aussi")
    assert ran("account", "password", "paul").said == "Mot de passe changé : paul.\n"
    assert ran("account", "disable", "paul").said.startswith("Compte fermé : paul.")
    assert ran("account", "list").said.startswith("paul, lecteur, depuis le 20")
    assert "fermé" in ran("account", "list").said
    assert ran("account", "enable", "paul").code == 0
    whole = ran("audit", "verify")
    assert whole.said.startswith("Le journal est entier : 5 lignes")
    lines = [json.loads(line) for line in ran("audit", "show").lines]
    told = [line["action"] for line in lines]
    assert told == ["créé", "rôle changé", "mot de passe changé", "fermé", "rouvert"]
    assert {line["rôle"] for line in lines} == {"ligne de commande"}
    assert PASSWORD not in ran("audit", "show").said


@pytest.mark.parametrize(
    ("arguments", "password", "told"),
    [
        (("add", "paul", "--role", "chef"), PASSWORD, "rôles possibles : lecteur, gestionnaire"),
        (("add", "paul", "--role", "lecteur"), "court", "de 12 à 256 caractères"),
        (
            ("add", "paul", "--role", "gestionnaire", "--region", "bretagne"),
            PASSWORD,
            "53 (Bretagne)",
        ),
        (("password", "paul"), PASSWORD, "n'existe pas"),
        (("disable", "paul"), PASSWORD, "n'existe pas"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_made(
    monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], password: str, told: str
) -> None:
    typed(monkeypatch, password)
    refused = ran("account", *arguments)
    assert refused.code == 1
    assert told in refused.faults
    assert ran("account", "list").said.startswith("Aucun compte.")


def test_a_log_that_was_changed_ends_in_a_fault(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, PASSWORD)
    ran("account", "add", "paul", "--role", "lecteur")
    (path,) = (folder / "audit").glob("audit-*.jsonl")
    path.write_text(path.read_text().replace("paul", "jean"))
    told = ran("audit", "verify")
    assert told.code == 1
    assert "ligne 1 : ligne modifiée" in told.said


def test_an_account_that_is_erased_leaves_its_lines_alone_and_its_name_to_nobody_in_the_database(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, PASSWORD)
    ran("account", "add", "paul.durand", "--role", "lecteur")
    assert ran("account", "remove", "Paul.Durand").said == "Compte effacé : Paul.Durand.\n"
    assert ran("account", "list").said.startswith("Aucun compte.")
    lines = [json.loads(line) for line in ran("audit", "show").lines]
    told = [(line["action"], line["compte"]) for line in lines]
    assert told == [("créé", "paul.durand"), ("effacé", "paul.durand")]
    assert "n'existe pas" in ran("account", "remove", "paul.durand").faults


def test_a_change_that_the_log_could_not_take_is_told_as_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def record(*_told: object, **_facts: object) -> None:
        raise AuditError("le disque est plein")

    monkeypatch.setattr(Audit, "record", record)
    typed(monkeypatch, PASSWORD)
    refused = ran("account", "add", "paul", "--role", "lecteur")
    assert refused.code == 1
    assert (
        "Compte « paul », créé : c'est fait, mais le journal d'audit n'a pas pu" in refused.faults
    )
    assert "paul, lecteur" in ran("account", "list").said


def test_a_digest_that_was_noted_is_looked_for(folder: Path) -> None:
    noted = Audit(folder / "audit", 365)
    noted.record("déconnexion", Person("lea", "lecteur"))
    assert ran("audit", "verify", "--noted", noted.head).code == 0
    refused = ran("audit", "verify", "--noted", "f" * 64)
    assert refused.code == 1
    assert "aucune ligne n'a l'empreinte notée" in refused.said


def test_without_a_folder_the_setting_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DASHBOARD_ACCESS_FOLDER")
    assert "DASHBOARD_ACCESS_FOLDER" in ran("account", "list").faults
