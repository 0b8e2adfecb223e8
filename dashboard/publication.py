"""What may the rest of the dashboard know of the tables? Counts that have passed the gate, and nothing else."""

from __future__ import annotations

from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

from dashboard.disclosure.gate import release
from dashboard.disclosure.policy import Policy
from dashboard.domain import inference
from dashboard.domain.dataset_info import DatasetInfo
from dashboard.domain.published import PublishedFigure
from dashboard.domain.query import Query
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.ingest.derive.analysis import analysis_tables
from dashboard.ingest.reading.tables import read_tables
from dashboard.ingest.reference.codebook import read_codebook
from dashboard.ingest.reference.published_figures import read_figures
from dashboard.sources.memory.source import MemorySource
from dashboard.sources.source import Source

FIGURES = Path(__file__).parent.parent / "data" / "published-figures.toml"
"""What the study prints, to be found again in any tables."""

KEPT_TABLES = 2048
"""How many released tables are remembered (about 2 kB each): filters are often taken off and put back."""


class Publication:
    """The loaded tables as they may be published under one disclosure policy."""

    def __init__(
        self, source: Source, policy: Policy, figures: tuple[PublishedFigure, ...] = ()
    ) -> None:
        self._source = source
        self._released = lru_cache(maxsize=KEPT_TABLES)(self._release)
        self._figures = figures
        self.policy = policy

    @property
    def vocabulary(self) -> Vocabulary:
        """The categories that the tables contain."""
        return self._source.vocabulary

    @property
    def version(self) -> str:
        """A short digest of the tables' content."""
        return self._source.version

    @property
    def dated(self) -> date:
        """The day that the tables stand for."""
        return self._source.dated

    @property
    def stamp(self) -> str:
        """What every page and file made from the tables must say; empty for real tables."""
        return self._source.stamp

    @cached_property
    def dataset_info(self) -> DatasetInfo:
        """What a page tells of these tables, and the published figures to compare them with."""
        return DatasetInfo(
            self.version, self.dated, self.policy.description, self.stamp, self._figures
        )

    def tabulate(self, query: Query) -> ReleasedTable:
        """The counts of `query` that may be shown; raises KeyError for a dimension that is not counted so."""
        return self._released(query)

    def _release(self, query: Query) -> ReleasedTable:
        return release(self._source.tabulate(query), self.policy)


def open_publication(
    folder: Path, codebook: Path, policy: Policy, figures: Path = FIGURES
) -> Publication:
    """The tables of `folder` under `policy`; raises TableError, CodebookError or PublishedFiguresError, in French."""
    inference.load()
    book = read_codebook(codebook)
    source = MemorySource(analysis_tables(read_tables(folder, book), book))
    return Publication(source, policy, read_figures(figures, book))
