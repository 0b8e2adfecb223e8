"""What may the rest of the dashboard know of the tables? Counts that have passed the gate, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeVar, cast

from dashboard.disclosure.admission import Admission, admission_of
from dashboard.disclosure.gate import release
from dashboard.disclosure.policy import Policy
from dashboard.disclosure.thresholds import MOST_CONDITIONS
from dashboard.domain.codebook import Grouping
from dashboard.domain.dataset_info import DatasetInfo
from dashboard.domain.dimension import Dimension
from dashboard.domain.edition import Edition, PreviousEdition
from dashboard.domain.errors import HeldError, SelectionError
from dashboard.domain.query import Query
from dashboard.domain.selection import Condition, Selection
from dashboard.domain.tables import RawTable, ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.kept import Kept
from dashboard.keyed_tables import KeyedTables
from dashboard.latest import Latest
from dashboard.sources.counting import Counting
from dashboard.sources.source import Source
from dashboard.text.refusals import refusal_in_words
from dashboard.text.typography import unbroken

KEPT_POLICIES = 8
"""Under how many policies a publication is kept at hand; what was counted is kept for all of them (`kept.py`)."""

HELD = (
    "La diffusion est fermée jusqu'à la prochaine campagne : trop peu de personnes ont changé depuis la version "
    "d'avant, et comparer les deux en dirait quelque chose. Revenez plus tard."
)

T = TypeVar("T")


class Publication:
    """The loaded tables as they may be published under one disclosure policy.

    `vocabulary`: the categories that the tables contain. `editions`: every version that is known, by its name.
    """

    def __init__(
        self,
        source: Source,
        policy: Policy,
        editions: Editions | None = None,
        kept: Kept | None = None,
    ) -> None:
        """`kept`: what has been counted of these tables under other policies; nothing yet, where it is not given."""
        self._source = source
        self._shown = editions.shown if editions else None
        self._previous = editions.previous if editions else None
        self.editions: Mapping[str, Edition] = editions.known if editions else {}
        told = source.vocabulary if editions is None else editions.told(source.vocabulary)
        self.vocabulary = told.rounded() if policy.protects else told
        self._kept = kept or Kept(
            KeyedTables(source.tabulate_all, source.vocabulary, source.union_keys)
        )
        self.policy = policy
        self._editions = editions
        self._under: Latest[tuple[str, ...], Publication] = Latest(KEPT_POLICIES)

    def under(self, policy: Policy) -> Publication:
        """The same tables as they may be published under another policy, made once and kept.

        Raises HeldError, in French, for a policy that rounds, where too few people differ from the version before.
        """
        if policy.protects and self.held:
            raise HeldError(unbroken(HELD))
        if policy.key == self.policy.key:
            return self
        known = self._under.get(policy.key)
        if known is None:
            editions = self._editions.under(policy) if self._editions else None
            known = Publication(self._source, policy, editions, self._kept)
            self._under.keep(policy.key, known)
        return known

    @property
    def held(self) -> bool:
        """Whether these tables are shown to nobody but who sees exact counts."""
        return self._editions is not None and self._editions.held

    @property
    def version(self) -> str:
        """A short digest of the tables' content."""
        return self._shown.version if self._shown else self._source.version

    @property
    def dated(self) -> date:
        """The day that the tables stand for."""
        return self._shown.dated if self._shown else self._source.dated

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
        policy = self.policy
        return DatasetInfo(
            self.version, self.dated, policy.description, self.stamp, rounded=policy.protects
        )

    def admission(self, selection: Selection) -> Admission:
        """What of a reader's `selection` is more than the policy answers."""
        return admission_of(selection, self.policy, self.vocabulary)

    def admit(self, *sides: Selection) -> None:
        """Raises SelectionError, in French, where the policy does not answer one of the reader's selections.

        Whoever asks for counts of a selection that a reader has chosen calls it first; of two, they are called A and B.
        """
        for name, selection in zip("AB", sides, strict=False):
            admission = self.admission(selection)
            if not admission:
                side = f"sélection {name}" if any(sides[1:]) else ""
                words = refusal_in_words(
                    selection, admission.several, MOST_CONDITIONS, self.vocabulary, side
                )
                raise SelectionError(words, sides)

    def groupings(self, dimension: Dimension) -> tuple[Grouping, ...]:
        """The groupings of `dimension` of which anything is told beside another condition."""
        listed = self.vocabulary.groupings(dimension)
        if not self.policy.protects:
            return listed
        return tuple(g for g in listed if not self._kept.keyed.withheld(dimension, g.gathers))

    def withholds(self, condition: Condition) -> bool:
        """Whether nothing is told of those whom `condition` keeps by any other one."""
        return self.policy.protects and self._kept.keyed.withheld(
            condition.dimension, condition.codes
        )

    def withheld(self, dimension: Dimension) -> frozenset[str]:
        """The codes of a coarser division of which nothing is told beside another condition: few are in the rest."""
        if not self.policy.protects:
            return frozenset()
        codes = self.vocabulary.codes(dimension)
        return frozenset(code for code in codes if self._kept.keyed.withheld(dimension, (code,)))

    def tabulate(self, query: Query) -> ReleasedTable:
        """The counts of `query` that may be shown; raises KeyError for a dimension that is not counted so."""
        return self.tabulate_all({"": query})[""]

    def tabulate_all(self, queries: Mapping[str, Query]) -> dict[str, ReleasedTable]:
        """The counts of several queries, each under its name; those not remembered are counted at once.

        Raises KeyError for a dimension that is not counted so. What is asked of the previous edition is released by
        the same policy.
        """
        earlier = {name: query for name, query in queries.items() if query.edition == "previous"}
        if earlier:
            return self._of_both(queries, earlier)
        kept, key = self._kept.released, self.policy.key
        tables = {name: kept.get((key, query)) for name, query in queries.items()}
        unknown = {name: query for name, query in queries.items() if tables[name] is None}
        counted = self._counted(unknown) if unknown else {}
        return {name: table or counted[name] for name, table in tables.items()}

    def _of_both(
        self, queries: Mapping[str, Query], earlier: Mapping[str, Query]
    ) -> dict[str, ReleasedTable]:
        """The counts of queries of which `earlier` are of the edition before."""
        if self._previous is None:
            raise KeyError("there is no previous edition")
        now = {name: query for name, query in queries.items() if name not in earlier}
        before = {name: replace(query, edition="current") for name, query in earlier.items()}
        counted = self.tabulate_all(now) | self._previous.tabulate_all(before)
        return {name: counted[name] for name in queries}

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
        mine = (self.policy.key, key)
        known = self._kept.made.get(mine)
        if known is not None:
            return cast("T", known)
        made = make()
        self._kept.made.keep(mine, made)
        return made

    def _counted(self, queries: Mapping[str, Query]) -> dict[str, ReleasedTable]:
        """The counts of queries that are not remembered, which they are from now on."""
        if not self.policy.protects:
            tables = self._source.tabulate_all(queries)
            raw = {name: RawTable(tables[name], query.selection) for name, query in queries.items()}
        else:
            raw = self._kept.keyed.with_parents(queries)
        counted = {name: release(table, self.policy) for name, table in raw.items()}
        for name, table in counted.items():
            self._kept.released.keep((self.policy.key, queries[name]), table)
        return counted


@dataclass(frozen=True)
class Editions:
    """The version that is shown, those that are known by name, and the one before; or why there is none to count.

    `shown` has the name and the day that it was published with, whatever a copy has done to the times of its files.
    `held`, `before_held`: the one that is shown, or the one before, is for nobody but who sees exact counts.
    """

    shown: Edition
    known: Mapping[str, Edition]
    previous: Publication | None
    no_previous: str = ""
    before: Edition | None = None
    held: bool = False
    before_held: bool = False

    def under(self, policy: Policy) -> Editions:
        """The same editions, of which the one before is counted under `policy`, where that may be."""
        if policy.protects and self.before_held:
            why = "la version précédente n'a pas été ouverte à la diffusion"
            return replace(self, previous=None, before=None, no_previous=why)
        return replace(self, previous=self.previous.under(policy) if self.previous else None)

    def told(self, vocabulary: Vocabulary) -> Vocabulary:
        """`vocabulary` with what it has to tell of the edition before."""
        if self.previous is None or self.before is None:
            return replace(vocabulary, no_previous=self.no_previous)
        return replace(vocabulary, previous=PreviousEdition(self.before, self.previous.vocabulary))
