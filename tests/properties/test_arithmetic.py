"""Do the rules of arithmetic hold for any numbers, not only for those of the demonstration?"""

import re
from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dashboard.content.charts.classes import (
    count_classes,
    count_labels,
    even_classes,
    even_labels,
    round_symbols,
)
from dashboard.disclosure.gate import release
from dashboard.disclosure.policy import INTERNAL
from dashboard.domain.dimension import Dimension
from dashboard.domain.selection import Condition, Selection, selection_of
from dashboard.domain.statistics.rates import LEAST_BASE, Share, mean, median
from dashboard.domain.tables import RawTable
from dashboard.domain.transitions import flows_between
from dashboard.text.numbers import count, decimal
from dashboard.views.kit.region_measures import measure_named
from tests.support.publications import demonstration
from tests.support.released import laid_out

codes = st.lists(st.sampled_from("ABCDE"), max_size=5)
dimensions = st.sampled_from([Dimension("x"), Dimension("x", "T1"), Dimension("x", "T2")])
conditions = st.builds(lambda d, c: Condition(d, tuple(c)), dimensions, codes)
chosen = st.lists(conditions, max_size=3, unique_by=lambda c: c.dimension).map(selection_of)


@given(selection=chosen, dimension=dimensions, kept=codes)
def test_keeping_never_widens(selection: Selection, dimension: Dimension, kept: list[str]) -> None:
    narrower = selection.keeping(dimension, kept)
    earlier = selection.condition(dimension)
    assert set(narrower.codes(dimension)) <= set(kept)
    if earlier is not None:
        assert set(narrower.codes(dimension)) <= set(earlier.codes)
    assert narrower.condition(dimension) is not None
    assert narrower.without(dimension) == selection.without(dimension)
    assert narrower.keeping(dimension, kept) == narrower


@given(listed=st.lists(conditions, max_size=3, unique_by=lambda c: c.dimension))
def test_a_selection_does_not_depend_on_the_order_of_its_conditions(
    listed: list[Condition],
) -> None:
    assert selection_of(listed) == selection_of(listed[::-1])


@given(base=st.integers(LEAST_BASE, 10**6), data=st.data())
def test_a_wilson_interval_holds_its_share_and_stays_within_0_and_100(
    base: int, data: st.DataObject
) -> None:
    share = Share(data.draw(st.integers(0, base)), base)
    assert share.percent is not None
    assert share.interval is not None
    low, high = share.interval
    assert -1e-9 <= low <= share.percent + 1e-9
    assert share.percent - 1e-9 <= high <= 100 + 1e-9
    assert low < high


distributions = st.dictionaries(st.integers(0, 200), st.integers(0, 50), max_size=12)


@given(distribution=distributions)
def test_mean_and_median_are_those_of_the_people_one_by_one(
    distribution: dict[int, int],
) -> None:
    people = [value for value, n in distribution.items() for _ in range(n)]
    if people:
        average = mean(distribution)
        assert average is not None
        assert abs(average - float(np.mean(people))) < 1e-9
        assert median(distribution) == float(np.median(people))
    else:
        assert mean(distribution) is None
        assert median(distribution) is None


@given(data=st.data(), widths=st.lists(st.integers(1, 4), min_size=2, max_size=4))
def test_flows_conserve_people(data: st.DataObject, widths: list[int]) -> None:
    size = int(np.prod(widths))
    cells = data.draw(st.lists(st.integers(0, 9), min_size=size, max_size=size))
    flows = flows_between(
        release(
            RawTable(
                laid_out(
                    tuple(Dimension("x", f"T{i}") for i in range(len(widths))),
                    tuple(tuple("ABCD"[:width]) for width in widths),
                    np.array(cells, dtype=np.int64).reshape(widths),
                )
            ),
            INTERNAL,
        )
    )
    assert flows.base == sum(cells)
    for step in range(len(widths)):
        assert sum(node.count for node in flows.nodes if node.step == step) == flows.base
    for node in flows.nodes:
        leaving = sum(flow.count for flow in flows.flows if flow.source == node)
        arriving = sum(flow.count for flow in flows.flows if flow.target == node)
        if node.step < len(widths) - 1:
            assert leaving == node.count
        if node.step > 0:
            assert arriving == node.count


@given(data=st.data(), widths=st.lists(st.integers(1, 4), min_size=2, max_size=4))
def test_flows_conserve_weights_as_they_do_people(data: st.DataObject, widths: list[int]) -> None:
    size = int(np.prod(widths))
    people = data.draw(st.lists(st.integers(0, 9), min_size=size, max_size=size))
    means = data.draw(st.lists(st.floats(0.05, 6), min_size=size, max_size=size))
    dimensions = tuple(Dimension("x", f"T{i}") for i in range(len(widths)))
    codes = tuple(tuple("ABCD"[:width]) for width in widths)
    counts = np.array(people, dtype=np.int64).reshape(widths)
    weights = counts * np.array(means).reshape(widths)
    table = release(RawTable(laid_out(dimensions, codes, counts)), INTERNAL)
    weighted = release(RawTable(laid_out(dimensions, codes, counts, weights)), INTERNAL)
    flows, plain = flows_between(table, weighted), flows_between(table)
    assert [(n.step, n.code, n.count) for n in flows.nodes] == [
        (n.step, n.code, n.count) for n in plain.nodes
    ]
    assert [flow.count for flow in flows.flows] == [flow.count for flow in plain.flows]
    assert abs(flows.weight - weights.sum()) < 1e-6
    for step in range(len(widths)):
        here = sum(node.weight for node in flows.nodes if node.step == step)
        assert abs(here - flows.weight) < 1e-9
    for node in flows.nodes:
        leaving = sum(flow.weight for flow in flows.flows if flow.source == node)
        arriving = sum(flow.weight for flow in flows.flows if flow.target == node)
        if node.step < len(widths) - 1:
            assert abs(leaving - node.weight) < 1e-9
        if node.step > 0:
            assert abs(arriving - node.weight) < 1e-9


@given(values=st.lists(st.integers(1, 10**6), max_size=20))
def test_classes_of_counts_hold_every_count_under_one_label(values: list[int]) -> None:
    classes = count_classes(values)
    labels = count_labels(classes, str)
    assert len(labels) == len(classes.lower) <= 5
    assert all(low < high for low, high in pairwise(classes.lower))
    assert classes.lower[0] == 1
    assert classes.lower[-1] <= max(values, default=1)


values = st.floats(0, 100, allow_nan=False).map(lambda value: round(value, 4))


@given(values=st.lists(values, max_size=20))
def test_classes_of_shares_hold_every_share(values: list[float]) -> None:
    classes = even_classes(values)
    assert 1 <= len(classes.lower) <= 5
    assert all(low < high for low, high in pairwise(classes.lower))
    assert classes.lower[0] <= min(values, default=0)
    assert all(0 <= classes.index(value) < len(classes.lower) for value in values)


@given(values=st.lists(values, min_size=1, max_size=20))
def test_the_legend_of_a_map_says_the_bounds_that_colour_it(values: list[float]) -> None:
    classes = even_classes(values)
    for name in ("femmes", "ue-par-beneficiaire"):
        labels = even_labels(classes, measure_named(name, demonstration().vocabulary).write_bound)
        assert len(labels) == len(classes.lower)
        below, *others = [label.removeprefix("moins de ") for label in labels]
        written = [_first_number(label) for label in (others or [below])]
        bounds = [round(bound, 6) for bound in classes.lower]
        assert written == (bounds[1:] or bounds)
        # The first class has no bound but the one it shares with the second.
        assert _first_number(below) == written[0]


def _first_number(label: str) -> float:
    return float(re.split(r"\s", label, maxsplit=1)[0].replace(",", "."))


@given(top=st.integers(0, 10**7))
def test_the_circles_of_a_legend_fall_and_never_pass_the_largest(top: int) -> None:
    sizes = round_symbols(top)
    assert all(high > low for high, low in pairwise(sizes))
    assert all(1 <= size <= top for size in sizes)
    assert bool(sizes) is (top > 0)


@given(number=st.integers(0, 10**9))
def test_a_written_number_can_be_read_back(number: int) -> None:
    assert int(count(number).replace("\u202f", "")) == number


@given(number=st.floats(0, 10**6, allow_nan=False))
def test_a_written_decimal_is_within_its_rounding(number: float) -> None:
    read = float(decimal(number).replace("\u202f", "").replace(",", "."))
    assert abs(read - number) <= 0.05 + 1e-6
