"""Can a study be opened, and what are all the reasons if it cannot?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dashboard.datasets.opened import dataset_of
from dashboard.disclosure.policy import INTERNAL
from dashboard.domain.codebook import Codebook
from dashboard.domain.errors import DashboardError
from dashboard.domain.vocabulary import Vocabulary
from dashboard.ingest.derive.analysis import analysis_tables
from dashboard.ingest.examination import examine_study
from dashboard.ingest.reading.tables import Tables
from dashboard.ingest.reference.study import file_of
from dashboard.opening import open_publication


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
    study = examine_study(folder, reference)
    if study.tables is None or study.codebook is None:
        raise DashboardError(study.refusal)
    # What a store tells besides, such as the edition before, is known once its version is opened.
    vocabulary = (
        analysis_tables(study.tables, study.codebook).vocabulary
        if dataset.store is None
        else open_publication(named, reference, INTERNAL).vocabulary
    )
    return Opened(folder, reference, _rows(study.tables, study.codebook), vocabulary)


def _rows(tables: Tables, book: Codebook) -> dict[str, int]:
    return {name: len(getattr(tables, name)) for name in book.tables}
