"""Which files describe a study: those of its own folder, or, for tables that come without a codebook, ours?"""

from __future__ import annotations

from pathlib import Path

from dashboard.domain.codebook import Codebook
from dashboard.domain.errors import TableError
from dashboard.ingest.files import BENCHMARKS, BUDGETS, CODEBOOK, FIGURES
from dashboard.ingest.reference.benchmarks import read_benchmarks
from dashboard.ingest.reference.budgets import read_budgets
from dashboard.ingest.reference.codebook import read_codebook
from dashboard.ingest.reference.published_figures import read_figures
from dashboard.text.typography import unbroken


def read_study(folder: Path, reference: Path) -> Codebook:
    """The codebook of the study in `folder`, with its budgets, published figures and benchmarks.

    A folder that has a codebook is a study of its own: a file that it has not got means that there is none of its kind.
    The tables of one that has no codebook are those of the study in `reference`: its files stand for those that are not
    in `folder`. Raises CodebookError or PublishedFiguresError, in French.
    """
    codebook = file_of(CODEBOOK, folder, reference) or reference / CODEBOOK
    book = read_codebook(codebook)
    budgets, figures, benchmarks = (
        file_of(name, folder, reference) for name in (BUDGETS, FIGURES, BENCHMARKS)
    )
    return book.model_copy(
        update={
            "budgets": () if budgets is None else read_budgets(budgets),
            "figures": () if figures is None else read_figures(figures, book),
            "benchmarks": () if benchmarks is None else read_benchmarks(benchmarks, book),
        }
    )


def with_its_codebook(error: TableError, folder: Path, reference: Path) -> TableError:
    """`error` of the tables of `folder`; where the codebook that they were read by is not theirs, it says so.

    That of tables within `reference`, the demonstration, is theirs.
    """
    if _is_there(folder / CODEBOOK) or reference.resolve() in folder.resolve().parents:
        return error
    whose = unbroken(
        f"Ce dossier n'a pas de {CODEBOOK} : ses tables sont lues avec le dictionnaire du tableau de bord. "
        "Pour une autre étude : python -m dashboard new-study."
    )
    return TableError(f"{error}\n{whose}")


def file_of(name: str, folder: Path, reference: Path) -> Path | None:
    """Where the file called `name` of the study in `folder` is; None where it has none."""
    homes = [folder] if _is_there(folder / CODEBOOK) else [folder, reference]
    return next((home / name for home in homes if _is_there(home / name)), None)


def _is_there(path: Path) -> bool:
    """Whether there is anything of that name: what cannot be read is refused, and never passed over in silence."""
    return path.exists() or path.is_symlink()
