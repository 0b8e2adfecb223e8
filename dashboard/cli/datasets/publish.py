"""`publish`: how do checked tables become the version that everybody sees?"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from dashboard.cli.datasets.few_changes import HELD, decided
from dashboard.cli.datasets.stores import named, store_to_publish, told, typed
from dashboard.cli.french import Folder, FrenchCommand
from dashboard.cli.outcomes import told as outcome
from dashboard.cli.who import who
from dashboard.datasets.publish import Publisher, Stage
from dashboard.opening import load
from dashboard.settings import DEMONSTRATION, read_settings
from dashboard.text.typography import unbroken

_SAID = {
    "new": "Publiée : {}.",
    "again": "De nouveau montrée : {}. Ce contenu avait déjà été publié.",
    "already": "Rien à faire : ce contenu est déjà la version actuelle, {}.",
}

_STAGES: dict[Stage, str] = {
    "copy": "Copie des fichiers…",
    "check": "Lecture et vérification des tables…",
    "derive": "Calcul de ce qui est montré…",
    "keep": "Enregistrement de la version…",
    "load": "Préparation du moteur de calcul…",
}

LARGE = 20_000_000
"""Bytes in a folder from which on its publication takes long enough to say what it is doing."""


@click.command(
    "publish", cls=FrenchCommand, short_help="Publie les tables d'un dossier : elles sont montrées."
)
@click.argument("folder", metavar="DOSSIER", type=Folder())
@click.option(
    "--store",
    metavar="DÉPÔT",
    type=click.Path(path_type=Path),
    help="Le dépôt des versions, créé au besoin ; sinon celui de DASHBOARD_DATA.",
)
@click.option(
    "--nouvelle-cle",
    "new_key",
    is_flag=True,
    help="Accepte des identifiants faits avec une autre clé que ceux de la version actuelle.",
)
@decided
def publish(
    folder: Path, store: Path | None, *, new_key: bool, few_changes: bool, open_diffusion: bool
) -> None:
    """Vérifie les tables de DOSSIER comme à l'ouverture, les copie et les montre à la place des actuelles.

    Si quelque chose ne va pas, rien ne change. Un tableau de bord qui tourne les montre en quelques
    secondes. Pour revenir en arrière : python -m dashboard rollback, avec le même --store s'il est donné ici.
    """
    target, reference = store_to_publish(store), DEMONSTRATION.parent
    settings = read_settings()
    prepare = partial(load, reference=reference, source=settings.source, secret=settings.secret)
    publisher = Publisher(
        target,
        reference,
        who(),
        new_key=new_key,
        few_changes=few_changes,
        open_diffusion=open_diffusion,
        prepare=prepare,
        begin=_teller(folder),
    )
    published = publisher.publish(folder)
    click.echo(unbroken(_SAID[published.outcome].format(told(published.manifest))))
    click.echo(unbroken(f"Dépôt : {target.folder}"))
    if published.manifest.held:
        click.echo(unbroken(HELD))
    if published.outcome != "already":
        if published.replaced:
            back = f"Elle remplace la {named(target, published.replaced)}. Pour y revenir : "
            click.echo(unbroken(back) + typed("rollback", store))
        for doubt in published.doubts:
            click.echo(unbroken(outcome("warning", doubt.named)))


def _teller(folder: Path) -> Callable[[Stage], None]:
    """Says each stage on the standard error where the tables are large; of small ones there is nothing to wait for."""
    files = (path for path in folder.rglob("*") if path.is_file())
    large = sum(path.stat().st_size for path in files) >= LARGE

    def begin(stage: Stage) -> None:
        if large:
            click.echo(_STAGES[stage], err=True)

    return begin
