"""Do cubes answer what the rows themselves do, and are they made once for all selections along the same variables?"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.query import Counted, Query, crossing, narrowed
from dashboard.domain.selection import Selection
from dashboard.ingest.derive.analysis import AnalysisTables, analysis_tables
from dashboard.ingest.reading.tables import read_tables
from dashboard.ingest.reference.study import read_study
from dashboard.sources.cubes import shelf
from dashboard.sources.cubes.cube import Cube
from dashboard.sources.cubes.source import CubedSource
from dashboard.sources.engine import Crossings
from dashboard.sources.memory.engine import MemoryEngine
from tests.properties.addresses import selectable, selections
from tests.support.examples import examples

DATA = Path(__file__).parents[3] / "data"
MOST_DIMENSIONS = 3

COUNTED: tuple[Counted, ...] = ("beneficiary", "enrolment", "unit", "answer")


class NotedEngine:
    """Counts in memory, and notes what it is asked at once."""

    def __init__(self, tables: AnalysisTables) -> None:
        self._engine = MemoryEngine(tables.frames, tables.vocabulary)
        self.asked: list[list[Query]] = []

    def crossings(self, queries: Sequence[Query]) -> list[Crossings]:
        self.asked.append(list(queries))
        return self._engine.crossings(queries)


@lru_cache(maxsize=1)
def tables() -> AnalysisTables:
    """The demonstration."""
    book = read_study(DATA / "demonstration", DATA)
    return analysis_tables(read_tables(DATA / "demonstration", book), book, "x" * 32)


@pytest.fixture
def engine() -> NotedEngine:
    return NotedEngine(tables())


@pytest.fixture
def source(engine: NotedEngine) -> CubedSource:
    """In cubes, however few there are."""
    source = CubedSource(engine, tables())
    engine.asked.clear()
    return source


@st.composite
def questions(draw: st.DrawFn) -> Query:
    counted = draw(st.sampled_from(COUNTED))
    vocabulary = tables().vocabulary
    along = st.lists(st.sampled_from(selectable(vocabulary)), max_size=MOST_DIMENSIONS)
    weighted = counted in {"beneficiary", "answer"} and draw(st.booleans())
    keyed = draw(st.booleans())
    return Query(tuple(draw(along)), draw(selections(vocabulary)), counted, weighted, keyed=keyed)


def of(*genders: str) -> Selection:
    return narrowed(Selection(), gender=genders)


@examples(200)
@given(batches=st.lists(st.lists(questions(), max_size=4), min_size=1, max_size=3))
def test_cubes_answer_what_the_engine_does(batches: list[list[Query]]) -> None:
    engine = MemoryEngine(tables().frames, tables().vocabulary)
    for possible in (shelf.MOST, 1000):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(shelf, "MOST", possible)
            patch.setattr(shelf, "ROOM", 5000)
            source = CubedSource(engine, tables())
            for batch in batches:
                found = source.tabulate_all({str(i): query for i, query in enumerate(batch)})
                for table, expected in zip(found.values(), engine.crossings(batch), strict=True):
                    for part in ("positions", "counts", "weights", "keys", "heads"):
                        np.testing.assert_array_equal(
                            getattr(table, part), getattr(expected, part), part
                        )


def test_rows_are_gone_through_once_for_all_selections_along_a_variable(
    source: CubedSource, engine: NotedEngine
) -> None:
    source.tabulate(crossing("cohort", of=of("F")))
    engine.asked.clear()

    assert source.tabulate(crossing("cohort", of=of("M"))).counts.sum() > 0
    last = narrowed(Selection(), cohort=["2014-2015"])
    assert source.tabulate(crossing("gender", of=last)).counts.sum() > 0
    assert engine.asked == []


def test_a_cube_with_the_sums_of_keys_answers_for_exact_counts_too(
    source: CubedSource, engine: NotedEngine
) -> None:
    query = crossing("status@T1")
    source.tabulate(query)
    source.tabulate(replace(query, keyed=True))
    cubes = source.counting.cubes
    engine.asked.clear()

    exact = source.tabulate(replace(query, selection=of("F")))
    keyed = source.tabulate(replace(query, selection=of("F"), keyed=True))
    assert engine.asked == []
    assert exact.keys is None
    assert keyed.keys is not None
    np.testing.assert_array_equal(exact.counts, keyed.counts)
    source.tabulate(replace(query, selection=of("M")))
    assert source.counting.cubes == cubes


def test_what_is_counted_of_everybody_answers_for_the_filters(
    source: CubedSource, engine: NotedEngine
) -> None:
    source.tabulate(crossing("status@T1"))
    engine.asked.clear()

    women = narrowed(of("F"), region=["52"], cohort=["2014-2015"])
    assert source.tabulate(crossing("status@T1", of=women)).counts.sum() > 0
    assert engine.asked == []


def test_cubes_are_made_ahead_of_the_first_question(
    source: CubedSource, engine: NotedEngine
) -> None:
    source.prepare([crossing("status@T1"), crossing("modality", counted="unit")])
    engine.asked.clear()

    source.tabulate_all(
        {"people": crossing("status@T1", of=of("F")), "units": crossing("modality", counted="unit")}
    )
    assert engine.asked == []
    assert (source.counting.hits, source.counting.misses) == (2, 0)


def test_all_that_a_batch_misses_is_asked_at_once(source: CubedSource, engine: NotedEngine) -> None:
    queries = {
        "people": crossing("status@T1"),
        "units": crossing("modality", counted="unit"),
        "the same people": crossing("status@T1"),
    }
    source.tabulate_all(queries)
    assert len(engine.asked) == 1
    assert source.counting.misses == 2
    assert source.counting.seconds > 0
    assert source.counting.cubes > 0
    assert source.counting.kept_bytes > 0


def test_few_rows_are_counted_by_the_engine_each_time(engine: NotedEngine) -> None:
    source = CubedSource(engine, tables(), large=10_000)
    women = crossing("cohort", of=of("F"))
    engine.asked.clear()

    source.tabulate(women)
    source.tabulate(women)
    assert engine.asked == [[women], [women]]
    assert source.counting.misses == 2


def test_more_than_is_kept_is_counted_all_the_same(
    source: CubedSource, engine: NotedEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "KEPT_BYTES", 1)
    queries = {name: crossing(name) for name in ("status@T1", "csp@T1", "sector@T1")}
    expected = {name: engine.crossings([query])[0] for name, query in queries.items()}
    engine.asked.clear()

    for _ in range(2):
        for name, table in source.tabulate_all(queries).items():
            np.testing.assert_array_equal(table.counts, expected[name].counts)
    assert [len(batch) for batch in engine.asked] == [3, 2]


def test_a_cube_of_nobody_answers_that_nobody_is_there() -> None:
    (gender,) = crossing("gender").by
    empty = Crossings(np.zeros((0, 1), dtype=np.int32), np.zeros(0, dtype=np.int64))
    cube = Cube((gender,), empty, tables().vocabulary)
    assert cube.crossings(crossing("gender")).positions.shape == (0, 1)
    assert cube.crossings(crossing(of=of("F"))).counts.tolist() == []


def test_only_people_and_answers_have_weights(source: CubedSource) -> None:
    with pytest.raises(ValueError, match="weights"):
        source.tabulate(replace(crossing(counted="unit"), weighted=True))
    with pytest.raises(KeyError):
        source.tabulate(crossing("modality"))
