"""Is what everybody may be told the same, whatever counts?"""

from __future__ import annotations

from functools import lru_cache

from hypothesis import given
from hypothesis import strategies as st

from dashboard.disclosure.policy import DIFFUSION
from dashboard.domain.query import Counted, Query
from dashboard.domain.tables import ReleasedTable
from dashboard.ingest.derive.analysis import WEIGHT
from dashboard.publication import Publication
from dashboard.sources.cubes.source import CubedSource
from dashboard.sources.memory.source import LARGE, MemorySource
from tests.properties.addresses import selectable, selections
from tests.support.engines import demonstration, engines
from tests.support.examples import examples

COUNTED: tuple[Counted, ...] = ("beneficiary", "enrolment", "unit", "answer")
MOST_DIMENSIONS = 3


@lru_cache(maxsize=1)
def publications() -> dict[str, Publication]:
    """The demonstration for everybody: by each engine, row by row, and in this process in cubes as well."""
    tables = demonstration()
    sources = {name: CubedSource(engine, tables, LARGE) for name, engine in engines(tables).items()}
    sources["cubes"] = MemorySource(tables, large=0)
    return {name: Publication(source, DIFFUSION) for name, source in sources.items()}


@st.composite
def questions(draw: st.DrawFn) -> Query:
    vocabulary, counted = demonstration().vocabulary, draw(st.sampled_from(COUNTED))
    along = draw(
        st.lists(st.sampled_from(selectable(vocabulary)), max_size=MOST_DIMENSIONS, unique=True)
    )
    weighted = WEIGHT in demonstration().frames[counted] and draw(st.booleans())
    return Query(tuple(along), draw(selections(vocabulary)), counted, weighted)


def told(table: ReleasedTable) -> list[str]:
    """Each margin along one dimension and the total, as text: nothing equals what is not a number."""
    numbers = table.weight if table.weighted else table.count
    along = [
        {str(key): code}
        for key, codes in zip(table.dimensions, table.codes, strict=True)
        for code in codes
    ]
    return [f"{where}: {numbers(where)!r}" for where in ({}, *along)]


@examples(100)
@given(batch=st.lists(questions(), min_size=1, max_size=4))
def test_every_engine_has_the_same_released(batch: list[Query]) -> None:
    queries = {str(i): query for i, query in enumerate(batch)}
    expected, *others = (
        {name: told(table) for name, table in publication.tabulate_all(queries).items()}
        for publication in publications().values()
    )
    assert others == [expected] * len(others)
