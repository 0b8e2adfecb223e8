"""What must anything that holds the tables be able to answer?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol

from dashboard.domain.frequency_table import FrequencyTable
from dashboard.domain.keys import UnionKeys
from dashboard.domain.query import Query
from dashboard.domain.vocabulary import Vocabulary
from dashboard.sources.counting import Counting


class Described(Protocol):
    """What is told of tables, whatever counts them."""

    @property
    def union_keys(self) -> UnionKeys | None:
        """The secret numbers of sets of categories; None for tables without the keys that rounding needs."""

    @property
    def vocabulary(self) -> Vocabulary:
        """The categories that the tables contain."""

    @property
    def version(self) -> str:
        """A short digest of the tables' content."""

    @property
    def dated(self) -> date:
        """The day that the tables stand for."""

    @property
    def stamp(self) -> str:
        """What every page and file made from the tables must say; empty for real tables."""


class Source(Described, Protocol):
    """Holds the tables and gives counts of them: never a row, never a ratio."""

    @property
    def counting(self) -> Counting:
        """How many questions were answered so far, and how."""

    def tabulate(self, query: Query) -> FrequencyTable:
        """Raw counts of `query`, every category of its dimensions included."""

    def tabulate_all(self, queries: Mapping[str, Query]) -> Mapping[str, FrequencyTable]:
        """Raw counts of several queries, each under its name; a source may count them at once."""

    def prepare(self, queries: Iterable[Query]) -> None:
        """Gets ready for these queries and for others of the same dimensions, so that nobody waits for it later."""
