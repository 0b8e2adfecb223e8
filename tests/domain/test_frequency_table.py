"""Does a table of the crossings that somebody stands in tell what one of all crossings would?"""

from dataclasses import dataclass
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from dashboard.domain import combinations, margins
from dashboard.domain.dimension import Dimension
from dashboard.domain.frequency_table import FrequencyTable
from dashboard.domain.statistics.weighting import UNITS_OF_WEIGHT
from tests.support.released import laid_out

MOST_AXES, MOST_CODES = 4, 4


@dataclass(frozen=True)
class Whole:
    """Every crossing in its place, zeros included: the table as a reader with a pencil would draw it."""

    codes: tuple[tuple[str, ...], ...]
    counts: NDArray[np.int64]
    weights: NDArray[np.int64]

    @property
    def names(self) -> list[str]:
        return [f"x@T{axis}" for axis in range(len(self.codes))]

    def sparse(self) -> FrequencyTable:
        keys = tuple(Dimension("x", f"T{axis}") for axis in range(len(self.codes)))
        return laid_out(keys, self.codes, self.counts, self.weights / UNITS_OF_WEIGHT)


@st.composite
def tables(draw: st.DrawFn) -> Whole:
    widths = draw(st.lists(st.integers(1, MOST_CODES), max_size=MOST_AXES))
    codes = tuple(tuple("ABCD"[:width]) for width in widths)
    cells = int(np.prod(widths))
    few = st.one_of(st.just(0), st.integers(0, 9))
    counts = draw(st.lists(few, min_size=cells, max_size=cells))
    weights = draw(st.lists(st.integers(1, 4 * 10**6), min_size=cells, max_size=cells))
    people = np.array(counts, dtype=np.int64).reshape(widths)
    return Whole(codes, people, people * np.array(weights, dtype=np.int64).reshape(widths) * 1000)


def dense(table: FrequencyTable) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Counts and weights of every crossing; fails where a crossing is there twice, of nobody or out of order."""
    shape = tuple(map(len, table.codes))
    counts, weights = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    places = [tuple(place) for place in table.positions.tolist()]
    assert places == sorted(set(places))
    assert (table.counts > 0).all()
    assert table.weights is not None
    for place, people, weight in zip(places, table.counts, table.weights, strict=True):
        counts[place], weights[place] = people, weight
    return counts, weights


@given(whole=tables(), data=st.data())
def test_any_sum_is_that_of_all_crossings(whole: Whole, data: st.DataObject) -> None:
    for most in (margins.MOST_CELLS, 1):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(margins, "MOST_CELLS", most)
            table = whole.sparse()
            kept = [
                data.draw(st.none() | st.lists(st.sampled_from(codes), unique=True))
                for codes in whole.codes
            ]
            where = {n: k for n, k in zip(whole.names, kept, strict=True) if k is not None}
            index = np.ix_(
                *(
                    range(len(codes)) if k is None else [codes.index(code) for code in k]
                    for codes, k in zip(whole.codes, kept, strict=True)
                )
            )

            assert table.people(where) == int(whole.counts[index].sum())
            assert table.weight(where) == int(whole.weights[index].sum()) / UNITS_OF_WEIGHT


@given(whole=tables(), data=st.data())
def test_any_margin_is_that_of_all_crossings(whole: Whole, data: st.DataObject) -> None:
    axes = data.draw(st.permutations(range(len(whole.codes))))
    axes = axes[: data.draw(st.integers(0, len(axes)))]
    others = tuple(axis for axis in range(len(whole.codes)) if axis not in axes)
    turned = [sorted(axes).index(axis) for axis in axes]
    for few in (combinations.FEW, 1):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(combinations, "FEW", few)
            margin = whole.sparse().margin([whole.names[axis] for axis in axes])

        counts, weights = dense(margin)
        assert margin.codes == tuple(whole.codes[axis] for axis in axes)
        np.testing.assert_array_equal(counts, whole.counts.sum(axis=others).transpose(turned))
        np.testing.assert_array_equal(weights, whole.weights.sum(axis=others).transpose(turned))


@given(whole=tables().filter(lambda whole: whole.codes), data=st.data())
def test_codes_put_together_hold_the_people_of_each(whole: Whole, data: st.DataObject) -> None:
    axis = data.draw(st.integers(0, len(whole.codes) - 1))
    codes = data.draw(st.permutations(whole.codes[axis]))
    cut = data.draw(st.integers(0, len(codes)))
    groups = {"first": codes[:cut], "second": codes[cut:]}
    collapsed = whole.sparse().collapsed(whole.names[axis], groups)

    counts, weights = dense(collapsed)
    assert collapsed.codes[axis] == ("first", "second")
    for place, members in enumerate(groups.values()):
        index = [whole.codes[axis].index(code) for code in members]
        for told, of_all in ((counts, whole.counts), (weights, whole.weights)):
            np.testing.assert_array_equal(
                told.take(place, axis=axis), of_all.take(index, axis=axis).sum(axis=axis)
            )


@given(whole=tables())
def test_each_crossing_of_somebody_is_met_once_and_in_order(whole: Whole) -> None:
    met = list(whole.sparse().occupied())
    in_order = zip(product(*whole.codes), whole.counts.ravel().tolist(), strict=True)
    assert met == [(codes, people) for codes, people in in_order if people]


@given(whole=tables().filter(lambda whole: whole.codes))
def test_people_along_one_dimension_have_every_code(whole: Whole) -> None:
    for axis, name in enumerate(whole.names):
        others = tuple(other for other in range(len(whole.codes)) if other != axis)
        assert whole.sparse().people_along(name) == whole.counts.sum(axis=others).tolist()


def test_one_person_of_thirty_waves_takes_one_row() -> None:
    keys = tuple(Dimension("status", f"T{wave}") for wave in range(30))
    codes = (tuple("ABCDEFGHIJK"),) * len(keys)
    place = np.full((1, len(keys)), 10, dtype=np.int32)
    table = FrequencyTable(keys, codes, place, np.ones(1, dtype=np.int64))
    turned = table.margin([str(key) for key in reversed(keys)])

    assert turned.positions.tolist() == place.tolist()
    assert turned.people({str(key): "K" for key in keys}) == 1
    assert turned.people({str(key): ("A", "B") for key in keys}) == 0
