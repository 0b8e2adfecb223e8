"""`rollback`: how is an earlier version shown again?"""

from __future__ import annotations

from pathlib import Path

import click

from dashboard.cli.datasets.few_changes import HELD, decided
from dashboard.cli.datasets.stores import named, store_that_is_there, told, typed
from dashboard.cli.french import FrenchCommand
from dashboard.cli.outcomes import told as outcome
from dashboard.cli.who import who
from dashboard.datasets.held import Decision
from dashboard.datasets.rollback import rollback as roll_back
from dashboard.datasets.store import Store
from dashboard.text.typography import unbroken


@click.command("rollback", cls=FrenchCommand, short_help="Revient à une version publiée.")
@click.argument("version", metavar="[VERSION]", required=False)
@click.option(
    "--store",
    metavar="DÉPÔT",
    type=click.Path(path_type=Path),
    help="Le dépôt des versions ; sinon celui de DASHBOARD_DATA.",
)
@decided
def rollback(
    version: str | None, store: Path | None, *, few_changes: bool, open_diffusion: bool
) -> None:
    """Montre de nouveau VERSION ; sans VERSION, celle qui était montrée avant l'actuelle (← dans datasets).

    Chaque retour défait ce qui a été montré depuis : le retour suivant mène plus loin en arrière. Les versions
    connues : python -m dashboard datasets.
    """
    kept = store_that_is_there(store)
    returned = roll_back(kept, who(), version, Decision(few_changes, open_diffusion))
    shown = returned.manifest
    if returned.replaced == shown.version:
        click.echo(unbroken(f"Rien à faire : c'est déjà elle qui est montrée, {told(shown)}."))
    else:
        click.echo(unbroken(f"Montrée : {told(shown)}."))
        if shown.held:
            click.echo(unbroken(HELD))
        if returned.replaced:
            again = f"Elle remplace la {named(kept, returned.replaced)}. Pour défaire ce retour : "
            click.echo(unbroken(again) + typed(f"rollback {returned.replaced}", store))
    click.echo(unbroken(_further(kept, returned.further)))
    for doubt in returned.doubts:
        click.echo(unbroken(outcome("warning", doubt.named)))


def _further(store: Store, further: str | None) -> str:
    if further is None:
        return "Un autre retour est impossible : aucune version n'a été montrée avant elle."
    return f"Un autre retour, sans VERSION, montrera la {named(store, further)}."
