"""Which cubes are kept, which one answers a question, and along which variables is one made that does?"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import replace
from threading import Lock

from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.selection import Selection
from dashboard.domain.vocabulary import Vocabulary
from dashboard.sources.cubes.cube import Cube
from dashboard.sources.cubes.known import Known, Name, name_of
from dashboard.sources.engine import Crossings

FEW = 1 << 12
"""Where more combinations are possible, how many there are is counted before a cube is made along filters, too."""

ROOM = 1 << 20
"""Up to how many possible combinations a cube is made along more filters than are asked; a tenth of them is there."""

MOST = 1 << 21
"""A cube along variables with more possible combinations is not made: there may be as many as people."""

KEPT_BYTES = 256 * 2**20
"""How much memory cubes take in all, those asked for last."""


class Shelf:
    """The cubes of one set of tables, those asked for last; several threads may ask at once."""

    def __init__(self, vocabulary: Vocabulary, filters: Mapping[Dimension, int]) -> None:
        """`filters` are those along which cubes are made beside what is asked, each with how many codes anybody has.

        Those that come first are the likeliest to be asked for.
        """
        self._vocabulary = vocabulary
        self._filters = tuple(filters)
        self._known = Known(vocabulary, filters)
        self._kept: OrderedDict[Name, Cube] = OrderedDict()
        self._lock = Lock()

    def holding(self, query: Query) -> Cube | None:
        """The smallest cube that answers `query`; None where there is none."""
        wanted = frozenset(keys_of(query))
        with self._lock:
            fit = [
                (cube.combinations, name)
                for name, cube in self._kept.items()
                if _answers(name, query, wanted)
            ]
            if not fit:
                return None
            _, name = min(fit, key=lambda sized: sized[0])
            self._kept.move_to_end(name)
            return self._kept[name]

    def keep(self, asked: Query, found: Crossings) -> Cube:
        """Keeps what an engine has found for `asked`, a question without a selection, as a cube."""
        cube = Cube(asked.by, found, self._vocabulary)
        with self._lock:
            self._known.learn(asked, cube.combinations)
            # One with the sums of keys answers what the one without them does.
            self._kept.pop(name_of(replace(asked, keyed=False)), None)
            self._kept[name_of(asked)] = cube
            while len(self._kept) > 1 and self._bytes() > KEPT_BYTES:
                self._kept.popitem(last=False)
        return cube

    def size(self) -> tuple[int, int]:
        """How many cubes are kept, and how many bytes they take."""
        with self._lock:
            return len(self._kept), self._bytes()

    def bare(self, query: Query) -> Query | None:
        """The cube along the dimensions of `query` alone, to learn how many combinations there are.

        None where that is known or need not be, of few possible ones, or where no cube is made, of too many.
        """
        shape = _shape(query)
        if self._known.exactly(shape):
            return None
        return shape if FEW < self._known.most(shape) <= MOST else None

    def wider(self, query: Query) -> Query | None:
        """The cube that answers `query` and others like it, filtered by as many filters as there is room for.

        None where there may be too many combinations for a cube.
        """
        shape = _shape(query)
        if self._known.most(shape) > MOST:
            return None
        for key in self._filters:
            wider = replace(shape, by=(*shape.by, key))
            if key not in shape.by and self._known.most(wider) <= ROOM:
                shape = wider
        return shape

    def _bytes(self) -> int:
        return sum(cube.bytes for cube in self._kept.values())


def _shape(query: Query) -> Query:
    """What an engine is asked for the cube along the dimensions of `query` alone."""
    return replace(query, by=keys_of(query), selection=Selection())


def _answers(name: Name, query: Query, wanted: frozenset[Dimension]) -> bool:
    """Whether the cube called `name` answers `query`, which is about `wanted`."""
    counted, weighted, keyed, keys = name
    same = (counted, weighted) == (query.counted, query.weighted)
    return same and keyed >= query.keyed and wanted <= keys


def keys_of(query: Query) -> tuple[Dimension, ...]:
    """The dimensions that a query is about: those counted along, in their order, then those selected by."""
    return tuple(dict.fromkeys((*query.by, *(c.dimension for c in query.selection))))
