"""Do DuckDB, PostgreSQL and Spark find what is found in memory, whatever is asked?"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from select import select
from signal import SIGKILL

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Counted, Query, crossing, narrowed
from dashboard.domain.selection import Condition, Selection, selection_of
from dashboard.ingest.derive.analysis import WEIGHT
from dashboard.sources.engine import Engine
from dashboard.sources.sql import scans
from tests.properties.addresses import selectable, selections
from tests.support.engines import assert_same, demonstration, engines
from tests.support.examples import examples

COUNTED: tuple[Counted, ...] = ("beneficiary", "enrolment", "unit", "answer")
SQL = ("duckdb", "postgresql", "spark")
MOST_DIMENSIONS = 4

HANGS_S = 60
"""A child that says nothing for so long never will."""


@pytest.fixture(scope="module")
def every_engine() -> dict[str, Engine]:
    return engines(demonstration())


@pytest.fixture(scope="module", params=SQL)
def engine(request: pytest.FixtureRequest, every_engine: dict[str, Engine]) -> Engine:
    return every_engine[request.param]


def countable(counted: Counted) -> list[Dimension]:
    """Along what is counted: the columns of its own table, and those of people."""
    vocabulary = demonstration().vocabulary
    own = demonstration().frames[counted].columns
    written = [key for key in map(_dimension, own) if vocabulary.has(key)]
    return list(dict.fromkeys((*written, *selectable(vocabulary))))


def _dimension(column: str) -> Dimension:
    variable, _, wave = column.partition("@")
    return Dimension(variable, wave or None)


@st.composite
def questions(draw: st.DrawFn) -> Query:
    counted = draw(st.sampled_from(COUNTED))
    along = draw(st.lists(st.sampled_from(countable(counted)), max_size=MOST_DIMENSIONS))
    selection = draw(selections(demonstration().vocabulary))
    weighted = WEIGHT in demonstration().frames[counted] and draw(st.booleans())
    return Query(tuple(along), selection, counted, weighted, keyed=draw(st.booleans()))


@examples(100)
@given(batch=st.lists(questions(), min_size=1, max_size=8))
def test_every_engine_finds_the_same(every_engine: dict[str, Engine], batch: list[Query]) -> None:
    expected = every_engine["memory"].crossings(batch)
    for name in SQL:
        found = every_engine[name].crossings(batch)
        for query, one, other in zip(batch, expected, found, strict=True):
            assert_same(one, other, f"{name}: {query}")


def test_a_dimension_may_stand_twice(engine: Engine, every_engine: dict[str, Engine]) -> None:
    twice = [crossing("region", "gender", "region")]
    (expected,), (found,) = every_engine["memory"].crossings(twice), engine.crossings(twice)
    assert_same(expected, found, "twice")


def test_more_dimensions_than_one_scan_has_are_counted(
    engine: Engine, every_engine: dict[str, Engine], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scans, "MOST_TOGETHER", 2)
    batch = [
        crossing("region", "gender", "cohort"),
        crossing("region"),
        crossing("gender", "cohort"),
        crossing(),
    ]
    for one, other in zip(
        every_engine["memory"].crossings(batch), engine.crossings(batch), strict=True
    ):
        assert_same(one, other, "parted")


@pytest.mark.parametrize("weighted", [False, True])
def test_nobody_is_no_combination(engine: Engine, weighted: bool) -> None:
    nowhere = selection_of([Condition(Dimension("region"), ("no such region",))])
    none_left = narrowed(narrowed(Selection(), gender=["F"]), gender=["M"])
    never_asked = narrowed(Selection(), cohort=["2012-2013"], response=["respondent"])
    empty = (nowhere, none_left, never_asked)
    batch = [crossing(*by, of=selection) for selection in empty for by in (["cohort"], [])]
    batch.append(crossing(of=narrowed(Selection(), gender=["F"])))
    asked = [replace(query, weighted=weighted, keyed=True) for query in batch]
    *nobody, women = engine.crossings(asked)
    for found in nobody:
        assert len(found.counts) == len(found.positions) == 0
        assert (found.weights is not None) == weighted
        assert found.keys is not None
        assert len(found.keys) == 0
    assert women.positions.shape == (1, 0)
    assert women.counts.sum() > 0


@pytest.mark.parametrize(
    ("name", "counted"),
    [
        ("academic_year", "beneficiary"),
        ("modality", "enrolment"),
        ("benefit", "unit"),
        ("status", "beneficiary"),
        ("status@T9", "beneficiary"),
        ("beneficiary_id", "beneficiary"),
    ],
)
def test_what_is_not_counted_so_is_refused(engine: Engine, name: str, counted: Counted) -> None:
    with pytest.raises(KeyError):
        engine.crossings([crossing(name, counted=counted)])
    with pytest.raises(KeyError):
        engine.crossings(
            [crossing(of=selection_of([Condition(_dimension(name), ("yes",))]), counted=counted)]
        )


def test_units_have_no_weight(engine: Engine) -> None:
    with pytest.raises(ValueError, match="weights"):
        engine.crossings([replace(crossing("region", counted="unit"), weighted=True)])


# Python warns since 3.12 that other threads are not there in a child, which is what this is about.
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_both_sides_of_a_fork_count_on(engine: Engine) -> None:
    expected = engine.crossings([crossing("gender")])[0].counts.tolist()

    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writing, repr(engine.crossings([crossing("gender")])[0].counts.tolist()).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as said:
        answers, _, _ = select([said], [], [], HANGS_S)
        if not answers:
            os.kill(child, SIGKILL)
        os.waitpid(child, 0)
        assert said.read() == repr(expected)

    assert engine.crossings([crossing("gender")])[0].counts.tolist() == expected


def test_threads_ask_at_the_same_time(engine: Engine) -> None:
    batch = [crossing("region", "gender"), crossing("academic_year", counted="unit")]
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda _: engine.crossings(batch), range(8)))
    for answer in answers[1:]:
        for one, other in zip(answers[0], answer, strict=True):
            np.testing.assert_array_equal(one.counts, other.counts)
