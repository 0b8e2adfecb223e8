"""`import`: how do raw files become a folder of cleaned tables, whole or not at all?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import click

from dashboard.cli.denied import denied
from dashboard.cli.french import Folder, FrenchCommand
from dashboard.cli.importing.done import Wanted, beside_of, done
from dashboard.cli.importing.kinds import Day, Percent, SourceFile
from dashboard.cli.source_files import files_of
from dashboard.datasets.opened import dataset_of
from dashboard.datasets.store import Store, is_store
from dashboard.domain.errors import DashboardError
from dashboard.ingest.raw.result.own_report import refuse_other_file
from dashboard.ingest.raw.result.whole_folder import refuse_used
from dashboard.settings import DEMONSTRATION, read_settings
from dashboard.text.typography import unbroken

MOST_REFUSED = 5.0
"""Percent of the rows read."""

NO_KEY = """DASHBOARD_IMPORT_KEY : la clé secrète des identifiants manque, rien n'est importé.
Faites-en une, une seule fois, et gardez-la hors du dossier des données :
  python -c "import secrets; print(secrets.token_hex(32))"
Puis : export DASHBOARD_IMPORT_KEY=…
Reprenez la même chaque année : avec une autre, les personnes déjà connues deviendraient nouvelles."""


@click.command(
    "import", cls=FrenchCommand, short_help="Fait de fichiers bruts les tables d'une étude."
)
@click.argument(
    "sources", metavar="SOURCE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--mapping",
    "mappings",
    metavar="FICHIER",
    required=True,
    multiple=True,
    type=SourceFile(),
    help="Une correspondance, relue et confirmée ; autant de fois qu'il y a de sources.",
)
@click.option(
    "--to",
    "folder",
    metavar="DOSSIER",
    required=True,
    type=click.Path(path_type=Path),
    help="Le dossier à écrire : absent, ou vide.",
)
@click.option(
    "--onto",
    metavar="DOSSIER",
    type=Folder(),
    help="Le jeu de l'an dernier, auquel ajouter ; sa clé doit être la même.",
)
@click.option(
    "--date",
    "dated",
    metavar="JOUR",
    type=Day(),
    help="Le jour auquel les données se rapportent, tel que 2017-10-31 ; sinon, celui de la dernière enquête.",
)
@click.option(
    "--refus-max",
    "most",
    metavar="POURCENT",
    type=Percent(),
    default=MOST_REFUSED,
    help="La part de lignes refusées, de toutes ou d'un fichier (qui en a plus de 2), au-delà de laquelle rien n'est "
    "écrit ; 5 sinon.",
)
@click.option(
    "--rapport",
    "report",
    metavar="FICHIER",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Où écrire le rapport si rien d'autre n'est écrit ; sinon DOSSIER.rapport.html.",
)
def import_tables(  # noqa: PLR0913 (click gives each option by its name)
    *,
    sources: Sequence[Path],
    mappings: Sequence[Path],
    folder: Path,
    onto: Path | None,
    dated: date | None,
    most: float,
    report: Path | None,
) -> None:
    """Fait des fichiers SOURCE, ou de ceux d'un dossier, les quatre tables d'une étude, dans DOSSIER.

    Les identifiants y deviennent des pseudonymes, d'après la clé DASHBOARD_IMPORT_KEY ; aucune
    donnée personnelle n'est écrite. Ce qui est refusé l'est dans refused.csv, par fichier, ligne et
    règle, et tout ce qui est fait est raconté dans rapport.html. Si trop de lignes sont refusées,
    seul le rapport est écrit.
    """
    settings = read_settings()
    if settings.import_key is None:
        raise DashboardError(unbroken(NO_KEY))
    refuse_used(folder)
    refuse_other_file(report or beside_of(folder))
    wanted = Wanted(
        sources=_besides(files_of(sources), mappings),
        mappings=mappings,
        folder=folder,
        onto=onto,
        current=_shown(settings.data),
        reference=DEMONSTRATION.parent,
        key=settings.import_key.get_secret_value(),
        dated=dated,
        today=datetime.now(UTC).date(),
        most=most,
        report=report or beside_of(folder),
    )
    try:
        lines = done(wanted)
    except OSError as error:
        said = (
            f"{error.filename or folder} : accès impossible ({denied(error)}) ; rien n'est écrit."
        )
        raise DashboardError(unbroken(said)) from error
    for line in lines:
        click.echo(unbroken(line))


def _besides(files: Sequence[Path], mappings: Sequence[Path]) -> list[Path]:
    """`files` without the mappings, which may lie in the same folder."""
    described = {path.resolve() for path in mappings}
    return [path for path in files if path.resolve() not in described]


def _shown(data: Path) -> Path | None:
    """The tables that the dashboard shows; None for the demonstration, and where none are published yet."""
    if data == DEMONSTRATION or (is_store(data) and Store(data).current() is None):
        return None
    return dataset_of(data).folder
