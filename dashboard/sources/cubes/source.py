"""How does a source answer from cubes what it can, and ask whatever engine it has for the rest?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from time import perf_counter
from typing import get_args

from dashboard.domain.dimension import Dimension
from dashboard.domain.frequency_table import FrequencyTable
from dashboard.domain.query import Counted, Query
from dashboard.domain.vocabulary import Vocabulary
from dashboard.sources.counting import Counter, Counting
from dashboard.sources.cubes.cube import Cube
from dashboard.sources.cubes.known import Name, name_of
from dashboard.sources.cubes.shelf import Shelf
from dashboard.sources.engine import Crossings, Engine
from dashboard.sources.source import Described


class CubedSource:
    """Answers from cubes, which an engine fills; of fewer than `large` rows, the engine is asked each time."""

    def __init__(self, engine: Engine, tables: Described, large: int = 0) -> None:
        self._engine = engine
        self._counter = Counter()
        self.vocabulary = tables.vocabulary
        self.version = tables.version
        self.dated = tables.dated
        self.stamp = tables.stamp
        self.union_keys = tables.union_keys
        filters = tuple(_filters(self.vocabulary))
        everybody = [Query((), counted=counted) for counted in get_args(Counted)]
        found = engine.crossings([*everybody, *(Query((key,)) for key in filters)])
        self._cubed = {
            query.counted: int(rows.counts.sum()) >= large
            for query, rows in zip(everybody, found, strict=False)
        }
        seen = {
            key: len(codes.counts)
            for key, codes in zip(filters, found[len(everybody) :], strict=True)
        }
        self._shelf = Shelf(self.vocabulary, seen)
        # How many combinations of filters there are tells how many a cube along them may have.
        self.prepare(everybody)

    @property
    def counting(self) -> Counting:
        """How many questions cubes and the engine have answered, and what the cubes take."""
        cubes, kept = self._shelf.size()
        return replace(self._counter.read(), cubes=cubes, kept_bytes=kept)

    def tabulate(self, query: Query) -> FrequencyTable:
        """Raw counts of `query`; raises KeyError where `counted` has no such dimension, ValueError where no weights."""
        return self.tabulate_all({"": query})[""]

    def tabulate_all(self, queries: Mapping[str, Query]) -> dict[str, FrequencyTable]:
        """Raw counts of each query by its name; what no cube answers, the engine is asked at once.

        Raises KeyError and ValueError as `tabulate` does.
        """
        asked = tuple(dict.fromkeys(queries.values()))
        held = ((query, self._shelf.holding(query)) for query in asked)
        found = {query: cube.crossings(query) for query, cube in held if cube is not None}
        missed = [query for query in asked if query not in found]
        start = perf_counter()
        if missed:
            found |= self._from_engine(missed)
        seconds = perf_counter() - start if missed else 0.0
        self._counter.add(len(asked) - len(missed), len(missed), seconds)
        return {name: self._table(query, found[query]) for name, query in queries.items()}

    def prepare(self, queries: Iterable[Query]) -> None:
        """Makes the cubes that answer `queries` whatever is selected along the same variables, and as many others.

        Raises KeyError and ValueError as `tabulate` does.
        """
        self._asked(self._shapes(queries), ())

    def _from_engine(self, queries: Sequence[Query]) -> dict[Query, Crossings]:
        """Makes the cubes that pay, and has what else is asked for counted along with them."""
        shapes = self._shapes(queries)
        alone = [query for query in queries if query not in shapes]
        cubes, counted = self._asked(shapes, alone)
        return {
            query: cubes[name_of(shape)].crossings(query) for query, shape in shapes.items()
        } | (dict(zip(alone, counted, strict=True)))

    def _shapes(self, queries: Iterable[Query]) -> dict[Query, Query]:
        """The cube to make for each question for which one pays, as what an engine is asked for it."""
        cubed = [query for query in queries if self._cubed[query.counted]]
        bare = {name_of(shape): shape for shape in map(self._shelf.bare, cubed) if shape}
        self._keep(tuple(bare.values()), self._crossings(tuple(bare.values())))
        shapes = ((query, self._shelf.wider(query)) for query in cubed)
        return {query: shape for query, shape in shapes if shape is not None}

    def _asked(
        self, shapes: Mapping[Query, Query], alone: Sequence[Query]
    ) -> tuple[dict[Name, Cube], list[Crossings]]:
        """The cubes of `shapes`, those made that are not held, and what is found for those `alone`, all at once."""
        by_name = {name_of(shape): shape for shape in shapes.values()}
        held = {name: self._shelf.holding(shape) for name, shape in by_name.items()}
        cubes = {name: cube for name, cube in held.items() if cube is not None}
        new = [shape for name, shape in by_name.items() if name not in cubes]
        found = self._crossings((*new, *alone))
        return cubes | self._keep(new, found[: len(new)]), found[len(new) :]

    def _keep(self, shapes: Sequence[Query], found: Sequence[Crossings]) -> dict[Name, Cube]:
        return {
            name_of(shape): self._shelf.keep(shape, rows)
            for shape, rows in zip(shapes, found, strict=True)
        }

    def _crossings(self, queries: Sequence[Query]) -> list[Crossings]:
        return self._engine.crossings(queries) if queries else []

    def _table(self, query: Query, found: Crossings) -> FrequencyTable:
        codes = tuple(self.vocabulary.codes(key) for key in query.by)
        return FrequencyTable(
            query.by,
            codes,
            found.positions,
            found.counts,
            found.weights,
            found.keys,
            found.heads,
        )


def _filters(vocabulary: Vocabulary) -> tuple[Dimension, ...]:
    """What people are filtered by at no wave, those in sight first, then those of fewest codes."""
    keys = [key for key in vocabulary.filters if key.wave is None and vocabulary.has(key)]
    hidden = vocabulary.more_filters
    people = [key for key in keys if vocabulary.selects_people(key)]
    return tuple(sorted(people, key=lambda key: (key in hidden, len(vocabulary.codes(key)))))
