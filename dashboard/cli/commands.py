"""Which commands has `python -m dashboard`, and how does it end?

With 0; with 1 for a fault of the study; with 2 for a command that is none.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence

import click

from dashboard.cli.access.account import account
from dashboard.cli.access.audit import audit
from dashboard.cli.check import check
from dashboard.cli.datasets.listing import datasets
from dashboard.cli.datasets.publish import publish
from dashboard.cli.datasets.rollback import rollback
from dashboard.cli.denied import denied
from dashboard.cli.doctor.command import doctor
from dashboard.cli.fiches.command import fiches
from dashboard.cli.french import FrenchGroup, refusal
from dashboard.cli.importing.command import import_tables
from dashboard.cli.mapping.command import mapping
from dashboard.cli.new_study.command import new_study
from dashboard.cli.study.command import study
from dashboard.domain.errors import DashboardError
from dashboard.text.typography import unbroken

FAULT, MISUSED = 1, 2


@click.group(cls=FrenchGroup, subcommand_metavar="COMMANDE [ARGUMENTS]...")
def commands() -> None:
    """Prépare, vérifie et publie une étude, et en écrit les fiches.

    Pour ouvrir le tableau de bord d'une étude : DASHBOARD_DATA=DOSSIER make run, qui dit ce qu'il faut
    régler pour s'identifier (python -m dashboard account crée les comptes).
    """


commands.add_command(new_study)
commands.add_command(mapping)
commands.add_command(study)
commands.add_command(check)
commands.add_command(doctor)
commands.add_command(fiches)
commands.add_command(import_tables)
for command in (publish, datasets, rollback, account, audit):
    commands.add_command(command)


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs the command of `arguments` (those of the process if None), and gives the exit code; nothing is raised."""
    _log_what_nobody_expected()
    try:
        commands.main(arguments, prog_name="python -m dashboard", standalone_mode=False)
    except click.UsageError as error:
        click.echo(refusal(error, commands), err=True)
        return MISUSED
    except DashboardError as error:
        click.echo(str(error), err=True)
        return FAULT
    except BrokenPipeError:
        # Whoever reads has seen enough: nothing is said when the process ends either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        click.echo(unbroken(f"{error.filename} : accès impossible ({denied(error)})."), err=True)
        return FAULT
    except click.Abort:
        click.echo("Interrompu.", err=True)
        return FAULT
    return 0


def _log_what_nobody_expected() -> None:
    """What is doubtful is told by each command in its own words: of the log, a person sees errors alone."""
    log = logging.getLogger("dashboard")
    if not log.handlers:
        handler = logging.StreamHandler()
        handler.setLevel(logging.ERROR)
        log.addHandler(handler)
