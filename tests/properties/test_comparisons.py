"""Whatever two selections are compared, on whatever view, is what is said of them something that the numbers allow?"""

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from dashboard.content.charts.dots import Dots
from dashboard.content.comparison.line import VERDICT
from dashboard.content.data_table import TOTAL, Key, Row
from dashboard.domain.address import Address
from dashboard.domain.query import Query
from dashboard.exhibits.composition import compose
from dashboard.exhibits.exhibit import Exhibit
from dashboard.publication import Publication
from dashboard.views.comparison.view import COMPARED
from dashboard.views.comparison.words import NOT_COMPARED
from dashboard.views.kit.verdicts import CONCLUSIVE, INCONCLUSIVE
from dashboard.views.registry import view_named, views
from tests.properties.addresses import selections, switches
from tests.support.examples import examples

RANDOM_COMPARISONS = 100

TESTED = (CONCLUSIVE, INCONCLUSIVE)

every_comparison = examples(RANDOM_COMPARISONS)


def drawn(data: st.DataObject, publication: Publication) -> Address:
    vocabulary = publication.vocabulary
    chosen = [choice.value for choice in COMPARED.choices(vocabulary)]
    view = data.draw(st.sampled_from(chosen))
    sides = [data.draw(selections(vocabulary)) for _ in "AB"]
    set_to = dict(data.draw(switches(vocabulary))) | {COMPARED.parameter: view}
    return Address(sides[0], set_to, other=sides[1])


def shared(address: Address, publication: Publication) -> int:
    both = address.selection
    for condition in address.other:
        both = both.keeping(condition.dimension, condition.codes)
    return publication.tabulate(Query((), both)).total()


def gaps(exhibit: Exhibit) -> list[float | None]:
    return [gap_of(row) for row in exhibit.content.data_table.rows]


def gap_of(row: Row) -> float | None:
    """The gap of a row: in points, or that of means or counts."""
    return next(
        (row.measures[at] for at in (6, 11) if row.measures[at:] and row.measures[at] is not None),
        None,
    )


@every_comparison
@given(data=st.data())
def test_axes_are_never_drawn_without_a_gap(publication: Publication, data: st.DataObject) -> None:
    exhibit = compose(view_named("comparer"), drawn(data, publication), publication)
    chart = exhibit.content.chart
    assert isinstance(chart, Dots)
    assert exhibit.empty == (not chart.rows) == all(gap is None for gap in gaps(exhibit))
    if exhibit.empty:
        assert exhibit.content.nothing
    else:
        assert exhibit.content.reading


@every_comparison
@given(data=st.data())
def test_nothing_is_said_to_differ_without_two_groups_of_enough_people(
    publication: Publication, data: st.DataObject
) -> None:
    address = drawn(data, publication)
    exhibit = compose(view_named("comparer"), address, publication)
    people_on_both_sides = shared(address, publication)
    for row in exhibit.content.data_table.rows:
        count_a, base_a, _, count_b, base_b, _, _, low, high = row.measures[:9]
        assert (gap_of(row) is None) == (row.labels[-1] == NOT_COMPARED)
        assert (low is None) == (high is None)
        if row.labels[-1].startswith(TESTED):
            assert not people_on_both_sides
            assert min(base_a or 0, base_b or 0) >= 30
            assert not {count_a, count_b} <= {0, base_a, base_b}
        if people_on_both_sides:
            assert low is None
            assert all(end is None for end in row.measures[12:])


@every_comparison
@given(data=st.data())
def test_rows_that_are_said_to_divide_a_base_add_up_to_it(
    publication: Publication, data: st.DataObject
) -> None:
    address = drawn(data, publication)
    view = views()[address.switches[COMPARED.parameter]]
    data_table = compose(view, address, publication).content.data_table
    if data_table.partition_by is None:
        return
    counts: defaultdict[tuple[Key, ...], int] = defaultdict(int)
    bases: defaultdict[tuple[Key, ...], set[int]] = defaultdict(set)
    for row in data_table.rows:
        if row.base is not None:
            whole = row.keys[: data_table.partition_by]
            counts[whole] += row.count or 0
            bases[whole].add(row.base)
    assert {whole: {count} for whole, count in counts.items()} == bases


@every_comparison
@given(data=st.data())
def test_a_view_and_its_comparison_have_one_number_under_one_name(
    publication: Publication, data: st.DataObject
) -> None:
    address = drawn(data, publication)
    view = views()[address.switches[COMPARED.parameter]]
    compared = compose(view_named("comparer"), address, publication).content.data_table
    for selection in (address.selection, address.other):
        own = compose(view, Address(selection, address.switches), publication).content.data_table
        numbers = {_named(row.keys): (row.count, row.base) for row in own.rows if row.base}
        for row in compared.rows:
            pairs = {tuple(row.measures[at : at + 2]) for at in (0, 3)}
            if numbers.get(_named(row.keys)) and row.labels[-1] != NOT_COMPARED:
                assert numbers[_named(row.keys)] in pairs


def _named(keys: tuple[Key, ...]) -> tuple[tuple[object, str], ...]:
    """What a reader takes a row for: its categories, and what the sum of all of them is called."""
    return tuple(
        (key.along, key.label if key.code == TOTAL else key.code)
        for key in keys
        if key.along != VERDICT
    )
