"""Do cubes count what the rows themselves do, and are they made once for all selections along the same variables?"""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.query import Counted, Query, crossing, narrowed
from dashboard.domain.selection import Selection
from dashboard.ingest.derive.analysis import analysis_tables
from dashboard.ingest.reading.tables import read_tables
from dashboard.ingest.reference.study import read_study
from dashboard.sources.memory import cubes
from dashboard.sources.memory.source import MemorySource
from tests.properties.addresses import selectable, selections
from tests.support.examples import examples

DATA = Path(__file__).parents[3] / "data"
MOST_DIMENSIONS = 3

COUNTED: tuple[Counted, ...] = ("beneficiary", "enrolment", "unit", "answer")

Both = tuple[MemorySource, MemorySource]


@pytest.fixture(scope="module")
def both() -> Both:
    """The demonstration, counted by rows and in cubes."""
    folder = DATA / "demonstration"
    book = read_study(folder, DATA)
    tables = analysis_tables(read_tables(folder, book), book)
    return MemorySource(tables), MemorySource(tables, large=0)


@examples(100)
@given(data=st.data())
def test_cubes_count_what_rows_do(both: Both, data: st.DataObject) -> None:
    rows, in_cubes = both
    counted = data.draw(st.sampled_from(COUNTED))
    along = st.lists(
        st.sampled_from(selectable(rows.vocabulary)), max_size=MOST_DIMENSIONS, unique=True
    )
    query = Query(tuple(data.draw(along)), data.draw(selections(rows.vocabulary)), counted)
    weighted = counted in {"beneficiary", "answer"} and data.draw(st.booleans())
    query = replace(query, weighted=weighted)

    expected, found = rows.tabulate(query), in_cubes.tabulate(query)

    assert found.dimensions == expected.dimensions
    assert found.codes == expected.codes
    np.testing.assert_array_equal(found.counts, expected.counts)
    if expected.weights is None or found.weights is None:
        assert found.weights is expected.weights is None
    else:
        np.testing.assert_allclose(found.weights, expected.weights, atol=1e-9)


def test_rows_are_gone_through_once_for_all_selections_along_a_variable(
    both: Both, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, in_cubes = both
    in_cubes.tabulate(crossing("cohort", of=narrowed(Selection(), gender=["F"])))

    monkeypatch.setattr(np, "bincount", None)

    men = in_cubes.tabulate(crossing("cohort", of=narrowed(Selection(), gender=["M"])))
    assert men.counts.sum() > 0


def test_more_cells_than_are_kept_are_counted_all_the_same(
    both: Both, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows, in_cubes = both
    query = crossing("region", "gender", of=narrowed(Selection(), cohort=["2014-2015"]))
    monkeypatch.setattr(cubes, "KEPT_CELLS", 1)
    monkeypatch.setattr(cubes, "BLOCK", 10)
    monkeypatch.setattr(cubes, "MOST_CELLS", 10_000)

    np.testing.assert_array_equal(in_cubes.tabulate(query).counts, rows.tabulate(query).counts)
    monkeypatch.setattr(cubes, "MOST_CELLS", 1)
    np.testing.assert_array_equal(in_cubes.tabulate(query).counts, rows.tabulate(query).counts)
