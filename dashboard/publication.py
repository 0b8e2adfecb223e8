"""What may the rest of the dashboard know of the tables? Counts that have passed the gate, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar, cast

from dashboard.disclosure.gate import release
from dashboard.disclosure.policy import Policy
from dashboard.domain.dataset_info import DatasetInfo
from dashboard.domain.query import Query
from dashboard.domain.statistics import inference
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.latest import Latest
from dashboard.sources.counting import Counting
from dashboard.sources.opening import MEMORY, open_source
from dashboard.sources.source import Source

KEPT_TABLES = 2048
"""How many released tables are remembered (about 2 kB each): filters are often taken off and put back."""

KEPT_RESULTS = 4096
"""How many results of `Publication.remembered` are kept: each is a number, or a few of them."""

T = TypeVar("T")


class Publication:
    """The loaded tables as they may be published under one disclosure policy."""

    def __init__(self, source: Source, policy: Policy) -> None:
        self._source = source
        self._released: Latest[Query, ReleasedTable] = Latest(KEPT_TABLES)
        self._made: Latest[Hashable, object] = Latest(KEPT_RESULTS)
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

    @property
    def counting(self) -> Counting:
        """How many questions this process has had counted so far, and how: for whoever operates it."""
        return self._source.counting

    @cached_property
    def dataset_info(self) -> DatasetInfo:
        """What a page tells of these tables."""
        return DatasetInfo(self.version, self.dated, self.policy.description, self.stamp)

    def tabulate(self, query: Query) -> ReleasedTable:
        """The counts of `query` that may be shown; raises KeyError for a dimension that is not counted so."""
        return self.tabulate_all({"": query})[""]

    def tabulate_all(self, queries: Mapping[str, Query]) -> dict[str, ReleasedTable]:
        """The counts of several queries, each under its name; those not remembered are counted at once.

        Raises KeyError for a dimension that is not counted so.
        """
        tables = {name: self._released.get(query) for name, query in queries.items()}
        unknown = {name: query for name, query in queries.items() if tables[name] is None}
        counted = self._counted(unknown) if unknown else {}
        return {name: table or counted[name] for name, table in tables.items()}

    def prepare(self, queries: Iterable[Query]) -> None:
        """Gets ready for these queries, and for others along the same variables whatever they select.

        For whoever knows what will be asked, before anybody waits for it. Raises KeyError for a dimension that is not
        counted so.
        """
        self._source.prepare(queries)

    def remembered(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` makes of these tables, kept with them under `key`; nothing is kept where it raises.

        Two threads that ask at the same time may both make it. `key` begins with the name of what is made.
        """
        known = self._made.get(key)
        if known is not None:
            return cast("T", known)
        made = make()
        self._made.keep(key, made)
        return made

    def _counted(self, queries: Mapping[str, Query]) -> dict[str, ReleasedTable]:
        """The counts of queries that are not remembered, which they are from now on."""
        counted = {
            name: release(table, self.policy)
            for name, table in self._source.tabulate_all(queries).items()
        }
        for name, table in counted.items():
            self._released.keep(queries[name], table)
        return counted


class Current:
    """The publication that is shown now, for whoever answers requests: ask `get` once a request and keep nothing.

    `replace` puts another one in its place for the requests to come. A request that has begun ends on the publication
    that it began with. Both are a single reading or writing of a reference: threads need no lock.
    """

    def __init__(self, publication: Publication) -> None:
        self._publication = publication

    def get(self) -> Publication:
        """The publication to answer one request from."""
        return self._publication

    def replace(self, publication: Publication) -> None:
        """Shows `publication` from the next request on."""
        self._publication = publication


def open_publication(
    folder: Path, reference: Path, policy: Policy, source: str = MEMORY
) -> Publication:
    """The study of `folder` under `policy`, counted as `source` asks: a setting such as `memory` or `duckdb:`.

    `reference` is the folder of the codebook, budgets, published figures and benchmarks for tables that come without a
    codebook. What an engine has not got of this version yet is loaded, which `publish` does before anybody is served.
    Raises TableError, CodebookError or PublishedFiguresError for the study, SettingError or SourceError for the engine,
    in French.
    """
    inference.load()
    return Publication(open_source(source, folder, reference), policy)


def load(folder: Path, reference: Path, source: str) -> None:
    """Has what counts given the study of `folder`, ahead of `open_publication`, and sees that it counts it.

    For `publish`, so that nobody who is served waits for it; of `memory` there is nothing to load. Raises as
    `open_publication` does.
    """
    if source != MEMORY:
        open_source(source, folder, reference)
