"""Which raw tables does a policy need that protects people, and which of them have been counted before?"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from dashboard.disclosure.parents import restricted, wider
from dashboard.disclosure.respondents import answers_of
from dashboard.disclosure.unions import Unions
from dashboard.domain.dimension import Dimension
from dashboard.domain.frequency_table import FrequencyTable
from dashboard.domain.keys import UnionKeys
from dashboard.domain.query import Counted, Query
from dashboard.domain.tables import RawTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.latest import Latest

KEPT_TABLES = 2048
"""How many raw tables are remembered, each once for all policies; released ones hold most of them as well."""


COUNTED_IN: Mapping[str, Counted] = {"units": "unit", "benefits": "answer"}
"""What is counted along the variables of a table that does not tell of people."""


class KeyedTables:
    """Counts with keys, each with the wider ones that its groups are parts of.

    A wider selection is that of many narrower ones: whoever looks at one region after the other asks for the table of
    all regions each time. It is counted once, and so are its margins, which it keeps.
    """

    def __init__(
        self,
        counted: Callable[[Mapping[str, Query]], Mapping[str, FrequencyTable]],
        vocabulary: Vocabulary,
        union_keys: UnionKeys | None,
    ) -> None:
        """`counted` gives the raw counts of several queries at once, by their names: what a source does.

        Without `union_keys` nothing that is rounded can be released.
        """
        self._counted_anew = counted
        self._vocabulary = vocabulary
        self._unions = (
            Unions(self._people, vocabulary, union_keys, self._crossed) if union_keys else None
        )
        self._values = frozenset(map(str, vocabulary.integers))
        self._answers = frozenset(str(key) for key in vocabulary.integers if key.wave is not None)
        self._respondents = answers_of(vocabulary)
        self._kept: Latest[Query, FrequencyTable] = Latest(KEPT_TABLES)

    def withheld(self, dimension: Dimension, codes: Collection[str]) -> bool:
        """Whether a set of categories is withheld beside another one (`Unions`)."""
        return self._unions is not None and self._unions.withheld(dimension, codes)

    def with_parents(self, queries: Mapping[str, Query]) -> dict[str, RawTable]:
        """Each table by the name of its query; raises KeyError for a dimension that is not counted so."""
        keyed = {name: restricted(query, self._vocabulary) for name, query in queries.items()}
        parents = {name: wider(query) for name, query in keyed.items()}
        found = self._counted(
            *keyed.values(), *(query for of in parents.values() for query in of.values())
        )
        return {
            name: RawTable(
                found[query],
                query.selection,
                {dimension: found[parent] for dimension, parent in parents[name].items()},
                self._values,
                self._answers,
                self._vocabulary.regions,
                self._unions,
                self._respondents,
            )
            for name, query in keyed.items()
        }

    def _people(self, dimension: Dimension) -> Mapping[str, int]:
        """How many people have each code along a dimension, or stand behind what has it."""
        table = self._vocabulary.variable(dimension.variable).table
        query = Query((dimension,), counted=COUNTED_IN.get(table, "beneficiary"), keyed=True)
        counts = self._counted(query)[query]
        people = counts.heads_over(((0, None),)).tolist()
        return dict(zip(counts.codes[0], people, strict=True))

    def _crossed(self, one: Dimension, other: Dimension) -> Mapping[tuple[str, str], int]:
        """How many people have each pair of codes; enrolments, along the year of one."""
        tables = {self._vocabulary.variable(key.variable).table for key in (one, other)}
        counted: Counted = "enrolment" if "units" in tables else "beneficiary"
        query = Query((one, other), counted=counted, keyed=True)
        return {(a, b): n for (a, b), n in self._counted(query)[query].occupied()}

    def _counted(self, *queries: Query) -> dict[Query, FrequencyTable]:
        """The counts of each query; those that are not remembered are counted at once, each once."""
        found = {}
        unknown = []
        for query in dict.fromkeys(queries):
            known = self._kept.get(query)
            if known is None:
                unknown.append(query)
            else:
                found[query] = known
        if unknown:
            numbered = {str(i): query for i, query in enumerate(unknown)}
            for name, table in self._counted_anew(numbered).items():
                found[numbered[name]] = table
                self._kept.keep(numbered[name], table)
        return found
