"""`new-study`: how does a folder get the codebook of a study, with nothing overwritten and nothing half written?"""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from dashboard.cli.denied import denied
from dashboard.cli.french import Folder, FrenchCommand
from dashboard.cli.new_study.blank import blank
from dashboard.cli.new_study.draft import drafted
from dashboard.cli.new_study.found import OPTIONAL, Found, read_found
from dashboard.cli.new_study.remarks import remarks
from dashboard.cli.new_study.unfit import refuse_unfit
from dashboard.cli.to_fill import TO_FILL
from dashboard.domain.codebook import Codebook
from dashboard.domain.errors import DashboardError, TableError
from dashboard.ingest.files import CODEBOOK, COMPANION
from dashboard.ingest.reading.tables import read_tables
from dashboard.ingest.reference.codebook import read_codebook
from dashboard.text.typography import unbroken
from dashboard.text.words import counted, listed


@click.command("new-study", cls=FrenchCommand, short_help="Écrit le dictionnaire d'une étude.")
@click.argument("folder", metavar="DOSSIER", type=click.Path(path_type=Path))
@click.option(
    "--from",
    "tables",
    metavar="TABLES",
    type=Folder(),
    help="Le dossier des tables : le dictionnaire décrit ce qui s'y trouve.",
)
def new_study(folder: Path, tables: Path | None) -> None:
    """Écrit dans DOSSIER le dictionnaire d'une étude, codebook.toml, commenté et à compléter.

    Avec --from, il décrit des tables : beneficiaries, units, survey et, si l'étude l'a, benefits,
    en .csv ou en .parquet. Elles sont copiées dans DOSSIER si elles n'y sont pas. Sans --from,
    c'est le dictionnaire d'une étude ordinaire. Rien n'est jamais écrasé.
    """
    if _is_there(folder / CODEBOOK):
        raise DashboardError(
            unbroken(
                f"{folder / CODEBOOK} existe déjà : rien n'est écrit. "
                "Choisissez un autre dossier, ou renommez ce fichier."
            )
        )
    found = blank() if tables is None else _found(tables)
    text = drafted(found)
    book = _check(text, tables)
    copied = [] if tables is None else _to_copy(folder, tables, found)
    _write(folder, text, copied)
    lines = _to_come(found) if tables is None else remarks(found, book)
    for line in _summary(folder, text, copied, lines):
        click.echo(unbroken(line))


def _found(tables: Path) -> Found:
    found = read_found(tables)
    refuse_unfit(found)
    return found


def _check(text: str, tables: Path | None) -> Codebook:
    """The codebook that was written, read again.

    Raises TableError, in French, where the tables break what follows from them: empty cells, rows that disagree.
    """
    with TemporaryDirectory() as room:
        path = Path(room) / CODEBOOK
        path.write_text(text, encoding="utf-8")
        book = read_codebook(path)
    if tables is None:
        return book
    try:
        read_tables(tables, book)
    except TableError as error:
        raise TableError(
            f"{error}\n"
            + unbroken(
                "Rien n'est écrit : corrigez d'abord les tables. Une réponse qui manque a son code : « unknown » "
                "(beneficiaries, units), « no_information » (survey)."
            )
        ) from error
    return book


def _to_copy(folder: Path, tables: Path, found: Found) -> list[Path]:
    """The files of the tables, where they are not in `folder` already; raises DashboardError where others are."""
    if folder.exists() and folder.samefile(tables):
        return []
    files = [tables / name for name in found.files.values()]
    files += [path for path in [tables / COMPANION] if path.is_file()]
    there = [path.name for path in files if _is_there(folder / path.name)]
    if there:
        raise DashboardError(
            unbroken(
                f"{folder / there[0]} existe déjà : rien n'est écrit. Choisissez un autre dossier."
            )
        )
    return files


def _is_there(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _write(folder: Path, text: str, copied: Sequence[Path]) -> None:
    """The files come to stand under their names once all of them are whole, the codebook last."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".new-study-", dir=folder) as room:
            for path in copied:
                shutil.copyfile(path, Path(room) / path.name)
            (Path(room) / CODEBOOK).write_text(text, encoding="utf-8")
            for name in (*(path.name for path in copied), CODEBOOK):
                (Path(room) / name).rename(folder / name)
    except OSError as error:
        said = f"{folder} : écriture impossible ({denied(error)})."
        raise DashboardError(unbroken(said)) from error


def _to_come(found: Found) -> Iterator[str]:
    """What is missing for the study to be opened: its tables, of which all but one are needed."""
    needed = [file for table, file in found.files.items() if table != OPTIONAL]
    yield (
        f"Mettez d'abord vos tables dans ce dossier : {listed(needed)}, et {found.files[OPTIONAL]} si vous l'avez ; "
        "adaptez le dictionnaire à leurs colonnes et à leurs codes. Avec --from, il en est déduit."
    )


def _summary(folder: Path, text: str, copied: Sequence[Path], remarks: Iterable[str]) -> list[str]:
    to_fill = sum(TO_FILL in line and not line.startswith("#") for line in text.splitlines())
    written = [f"Écrit : {folder / CODEBOOK}"]
    if copied:
        written.append(f"Copié à côté : {', '.join(path.name for path in copied)}")
    return [
        *written,
        f"{counted(to_fill, 'ligne')} à compléter : cherchez « {TO_FILL} » dans ce fichier.",
        *remarks,
        f"Ce que l'étude propose : python -m dashboard study {shlex.quote(str(folder))}",
        f"L'ouvrir : DASHBOARD_DATA={shlex.quote(str(folder))} make run",
    ]
