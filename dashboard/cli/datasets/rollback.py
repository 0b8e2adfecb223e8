"""`rollback`: how is an earlier version shown again?"""

from __future__ import annotations

from pathlib import Path

import click

from dashboard.cli.datasets.stores import store_that_is_there, told, who
from dashboard.cli.french import FrenchCommand
from dashboard.datasets.rollback import rollback as roll_back
from dashboard.text.typography import unbroken


@click.command("rollback", cls=FrenchCommand, short_help="Revient à une version publiée.")
@click.argument("version", metavar="[VERSION]", required=False)
@click.option(
    "--store",
    metavar="DÉPÔT",
    type=click.Path(path_type=Path),
    help="Le dépôt des versions ; sinon celui de DASHBOARD_DATA.",
)
def rollback(version: str | None, store: Path | None) -> None:
    """Montre de nouveau VERSION ; sans VERSION, celle qui a précédé la version actuelle.

    Les versions connues : python -m dashboard datasets.
    """
    manifest = roll_back(store_that_is_there(store), who(), version)
    click.echo(unbroken(f"Montrée : {told(manifest)}."))
