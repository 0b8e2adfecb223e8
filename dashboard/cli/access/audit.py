"""`audit`: what does the audit log say, and is it whole?"""

from __future__ import annotations

import json

import click

from dashboard.cli.french import FrenchCommand, FrenchGroup
from dashboard.cli.kept import kept
from dashboard.domain.errors import DashboardError
from dashboard.text.typography import unbroken
from dashboard.text.words import counted

NOTED = "L'empreinte qu'une vérification passée avait écrite : sa ligne doit encore être dans le journal."


@click.group(
    "audit",
    cls=FrenchGroup,
    subcommand_metavar="COMMANDE [ARGUMENTS]...",
    short_help="Lit et vérifie le journal d'audit.",
)
def audit() -> None:
    """Lit et vérifie le journal d'audit de DASHBOARD_ACCESS_FOLDER.

    Chaque ligne porte l'empreinte de la précédente : une ligne modifiée, ajoutée ou retirée se voit.
    """


@audit.command("show", cls=FrenchCommand, short_help="Écrit le journal.")
def show() -> None:
    """Écrit chaque événement, du plus ancien au plus récent, en JSON."""
    for line in kept().audit.lines():
        click.echo(json.dumps(line, ensure_ascii=False))


@audit.command("verify", cls=FrenchCommand, short_help="Vérifie que rien n'a été modifié.")
@click.option("--noted", metavar="EMPREINTE", default="", help=NOTED)
def verify(noted: str) -> None:
    """Vérifie chaque ligne, et écrit l'empreinte de la dernière.

    Notée ailleurs, puis donnée à --noted, cette empreinte prouve que rien d'antérieur n'a été modifié, même par
    quelqu'un qui peut tout écrire sur ce serveur. Le code de sortie est 1 si le journal n'est pas entier.
    """
    log = kept().audit
    faults = log.verify(noted.strip())
    for fault in faults:
        click.echo(unbroken(f"{fault.file}, ligne {fault.line} : {fault.what}."))
    if faults:
        raise DashboardError(
            unbroken(f"{counted(len(faults), 'défaut')} : le journal n'est pas entier.")
        )
    lines = counted(sum(1 for _ in log.lines()), "ligne")
    click.echo(unbroken(f"Le journal est entier : {lines}, empreinte de la dernière : {log.head}"))
