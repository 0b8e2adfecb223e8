"""Does the command line explain itself in French, and end with 0, 1 or 2?"""

import subprocess
import sys
from pathlib import Path

import click
import pytest

from dashboard.cli import commands
from dashboard.domain.errors import DashboardError
from tests.cli.ran import ran

USAGE = "Usage : python -m dashboard [OPTIONS] COMMANDE [ARGUMENTS]..."


def test_help_names_the_commands_in_french() -> None:
    helped = ran("--help")
    assert helped.code == 0
    assert helped.lines[0] == USAGE
    assert "Commandes :" in helped.lines
    assert "  --help  Affiche cette aide." in helped.lines
    assert any(line.startswith("  new-study  Écrit le dictionnaire") for line in helped.lines)
    assert any(line.startswith("  fiches     Écrit la fiche") for line in helped.lines)
    assert any(line.startswith("  import     Fait de fichiers bruts") for line in helped.lines)
    assert any(line.startswith("  study      Dit ce qu'une étude") for line in helped.lines)


COMMANDS = [
    "new-study",
    "study",
    "mapping",
    "import",
    "check",
    "publish",
    "datasets",
    "rollback",
    "doctor",
    "fiches",
]


@pytest.mark.parametrize("command", COMMANDS)
def test_no_word_of_the_help_of_a_command_is_english(command: str) -> None:
    helped = ran(command, "--help")
    assert helped.code == 0
    assert helped.lines[0].startswith(f"Usage : python -m dashboard {command} [OPTIONS]")
    for word in ("Usage:", "Options:", "Show", "Commands", "TEXT", "PATH", "FOLDER", "required"):
        assert word not in helped.said


def test_without_a_command_the_help_is_given_and_nothing_was_done() -> None:
    empty = ran()
    assert empty.code == 2
    assert empty.fault_lines[0] == USAGE
    assert empty.said == ""


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("new-studi",), "La commande « new-studi » n'existe pas. Vouliez-vous dire « new-study » ?"),
        (("météo",), "La commande « météo » n'existe pas."),
        (("new-study",), "Il manque l'argument DOSSIER."),
        (("new-study", "a", "b", "c"), "Argument en trop : « b » et « c »."),
        (("new-study", "a", "--form", "b"), "L'option « --form » n'existe pas. Vouliez-vous dire « --from » ?"),
        (("new-study", "a", "--from"), "L'option « --from » attend une valeur."),
        (("study", "--help=3"), "L'option « --help » ne prend pas de valeur."),
        (("study", "/nulle/part"), "l'argument DOSSIER : le dossier « /nulle/part » n'existe pas."),
        (("new-study", "a", "--from", "/nulle/part"), "l'option « --from » : le dossier « /nulle/part » n'existe pas."),
    ],
)  # fmt: skip
def test_a_wrong_command_is_refused_in_french(arguments: tuple[str, ...], reason: str) -> None:
    refused = ran(*arguments)
    assert refused.code == 2
    assert refused.said == ""
    assert refused.fault_lines[-1] == reason


def test_a_fault_of_the_study_is_told_without_a_traceback(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "dashboard", "study", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 1
    assert told.stdout == ""
    assert "sans tables ni version publiée" in told.stderr
    assert "Traceback" not in told.stderr


def test_whoever_stops_reading_is_told_nothing() -> None:
    told = subprocess.run(
        f"{sys.executable} -m dashboard study --help | true",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.stdout, told.stderr) == ("", "")


@pytest.mark.parametrize(
    ("raised", "said"),
    [
        (DashboardError("Rien ne va."), "Rien ne va.\n"),
        (click.Abort(), "Interrompu.\n"),
        (
            PermissionError(13, "Permission denied", "/root/étude"),
            "/root/étude : accès impossible (droits insuffisants).\n",
        ),
    ],
)
def test_what_stops_a_command_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, raised: Exception, said: str
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise raised

    monkeypatch.setattr(commands.commands, "main", stopped)
    assert (ran("study").code, ran("study").faults) == (1, said)
