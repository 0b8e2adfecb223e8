"""Can a study be opened, and what are all the reasons if it cannot?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from dashboard.datasets.opened import dataset_of
from dashboard.disclosure.policy import INTERNAL
from dashboard.domain.codebook import Codebook
from dashboard.domain.errors import DashboardError, TableError
from dashboard.domain.vocabulary import Vocabulary
from dashboard.ingest.derive.analysis import analysis_tables
from dashboard.ingest.files import BENCHMARKS, BUDGETS, CODEBOOK, FIGURES
from dashboard.ingest.reading.tables import Tables, read_tables
from dashboard.ingest.reference.benchmarks import read_benchmarks
from dashboard.ingest.reference.budgets import read_budgets
from dashboard.ingest.reference.codebook import read_codebook
from dashboard.ingest.reference.published_figures import read_figures
from dashboard.ingest.reference.study import file_of, read_study, with_its_codebook
from dashboard.publication import open_publication

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Opened:
    """A study that can be shown: its folder, the one of the dashboard's own files, its rows a table, its vocabulary."""

    folder: Path
    reference: Path
    rows: Mapping[str, int]
    vocabulary: Vocabulary

    def file(self, name: str) -> Path | None:
        """Where the study's file of that name is; None where it has none."""
        return file_of(name, self.folder, self.reference)


def opened(named: Path, reference: Path) -> Opened:
    """The study of the folder `named`, or of the current version where it is a store.

    Raises DashboardError, in French, with every fault of every file.
    """
    dataset = dataset_of(named)
    folder = dataset.folder
    book = read_codebook(file_of(CODEBOOK, folder, reference) or reference / CODEBOOK)
    budgets, figures, benchmarks = (
        file_of(name, folder, reference) for name in (BUDGETS, FIGURES, BENCHMARKS)
    )
    faults: list[str] = []
    if budgets is not None:
        _kept(lambda: read_budgets(budgets), faults)
    if figures is not None:
        _kept(lambda: read_figures(figures, book), faults)
    if benchmarks is not None:
        _kept(lambda: read_benchmarks(benchmarks, book), faults)
    tables = _kept(lambda: _tables(folder, reference, book), faults)
    if tables is None or faults:
        raise DashboardError("\n".join(faults))
    whole = read_study(folder, reference)
    # What a store tells besides, such as the edition before, is known once its version is opened.
    vocabulary = (
        analysis_tables(tables, whole).vocabulary
        if dataset.store is None
        else open_publication(named, reference, INTERNAL).vocabulary
    )
    return Opened(folder, reference, _rows(tables, whole), vocabulary)


def _tables(folder: Path, reference: Path, book: Codebook) -> Tables:
    try:
        return read_tables(folder, book)
    except TableError as error:
        raise with_its_codebook(error, folder, reference) from error


def _kept(read: Callable[[], T], faults: list[str]) -> T | None:
    """What is read; None where it cannot be, and why, which is added to `faults`."""
    try:
        return read()
    except DashboardError as error:
        faults.append(str(error))
        return None


def _rows(tables: Tables, book: Codebook) -> dict[str, int]:
    return {name: len(getattr(tables, name)) for name in book.tables}
