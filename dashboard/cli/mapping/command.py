"""`mapping`: which mapping do raw files suggest, and what of it has a person to confirm?"""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from dashboard.cli.french import FrenchCommand
from dashboard.cli.mapping.told import told
from dashboard.cli.mapping.written import refuse_existing, write_new
from dashboard.cli.source_files import files_of
from dashboard.domain.codebook import Codebook
from dashboard.domain.errors import DashboardError
from dashboard.ingest.files import CODEBOOK
from dashboard.ingest.raw.grid import RawFile
from dashboard.ingest.raw.mapping.write import write_mapping
from dashboard.ingest.raw.proposals.propose import propose
from dashboard.ingest.raw.reading.read import read_files
from dashboard.ingest.reference.codebook import read_codebook
from dashboard.ingest.reference.study import file_of
from dashboard.settings import DEMONSTRATION, read_settings
from dashboard.text.typography import unbroken

OURS = DEMONSTRATION.parent
"""The folder of the codebook of tables that come without one."""


@click.command(
    "mapping", cls=FrenchCommand, short_help="Propose la correspondance d'exports bruts."
)
@click.argument(
    "sources", metavar="SOURCE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--to",
    "target",
    metavar="FICHIER",
    type=click.Path(path_type=Path),
    help="Où l'écrire, en .toml ; sans cette option, elle est affichée. Jamais par-dessus un fichier.",
)
def mapping(sources: Sequence[Path], target: Path | None) -> None:
    """Propose la correspondance de SOURCE : ce que donne chaque colonne, ce que veut dire chaque réponse.

    SOURCE est un export brut d'une même source, ou plusieurs, ou leur dossier : texte, XLSX ou
    ODS, LimeSurvey ou système de scolarité. La correspondance est à relire et à confirmer avant
    « import ». Aucune donnée personnelle n'y est écrite. Le dictionnaire est celui de l'étude de
    DASHBOARD_DATA, ou celui de la démonstration.
    """
    if target is not None:
        refuse_existing(target)
    paths = files_of(sources)
    book = _codebook()
    files = _read(paths)
    proposal = propose(files, book, name=_name(sources))
    text = write_mapping(proposal.mapping, book)
    if target is None:
        click.echo(text, nl=False)
    else:
        write_new(target, text)
    for line in told(files, proposal):
        click.echo(line, err=target is None)
    if target is not None:
        click.echo(
            unbroken(
                f"Écrit : {target}. Relisez, confirmez, puis : python -m dashboard import "
                f"{shlex.join(map(str, sources))} --mapping {shlex.quote(str(target))} --to DOSSIER"
            )
        )
    _refuse_unread(files)


def _codebook() -> Codebook:
    data = read_settings().data
    return read_codebook(file_of(CODEBOOK, data, OURS) or OURS / CODEBOOK)


def _read(paths: Sequence[Path]) -> list[RawFile]:
    """The files; a bar says how far it has come, where there are several and somebody looks at it."""
    with click.progressbar(
        read_files(paths),
        length=len(paths),
        label="Lecture",
        file=sys.stderr,
        hidden=len(paths) == 1 or not sys.stderr.isatty(),
    ) as files:
        return list(files)


def _name(sources: Sequence[Path]) -> str:
    """The name of the source: that of its folder or file, to be changed by whoever knows a better one."""
    return sources[0].resolve().stem or "Source"


def _refuse_unread(files: Sequence[RawFile]) -> None:
    """Raises DashboardError where a file has not been read: the proposal is without it."""
    unread = [file.file for file in files if not file.grids]
    if unread:
        said = (
            f"Sans {', '.join(unread)} : ce qui n'a pas pu être lu n'est pas dans la proposition."
        )
        raise DashboardError(unbroken(said))
