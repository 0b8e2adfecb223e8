"""Is a group of people told the same, whichever way somebody asks for it?

A group is a few conditions. Each of them may stand in the selection, in what is asked of a table, or in both; the table
may have other dimensions as well, be a margin of a larger one, or have its codes put together.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import isnan

from hypothesis import given
from hypothesis import strategies as st

from dashboard.disclosure.policy import INTERNAL, internal_of
from dashboard.disclosure.respondents import RESPONSE, answers_of
from dashboard.domain.counts import Count, Rounded, Suppressed
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Counted, Query
from dashboard.domain.selection import Condition, selection_of
from dashboard.domain.tables import ReleasedTable
from dashboard.publication import Publication
from tests.properties.addresses import selectable, some_codes
from tests.support.diffused import diffused
from tests.support.examples import examples

COUNTED: tuple[Counted, ...] = ("beneficiary", "enrolment", "unit", "answer")
PATHS = ("selection", "table", "both", "nested", "collapsed")
MOST_CONDITIONS = 3


@st.composite
def groups(draw: st.DrawFn) -> list[Condition]:
    """A few conditions, along different dimensions."""
    vocabulary = diffused().vocabulary
    keys = st.lists(
        st.sampled_from(selectable(vocabulary)), min_size=1, max_size=MOST_CONDITIONS, unique=True
    )
    return [Condition(key, tuple(draw(some_codes(vocabulary, key)))) for key in draw(keys)]


def asked(
    group: Iterable[Condition],
    paths: Iterable[str],
    *,
    counted: Counted = "beneficiary",
    weighted: bool = False,
    beside: tuple[Dimension, ...] = (),
    of: Publication | None = None,
) -> tuple[ReleasedTable, dict[str, tuple[str, ...]]]:
    """The table that each condition is asked of by its path, and what is asked of it."""
    vocabulary = diffused().vocabulary
    selected: list[Condition] = []
    by: list[Dimension] = []
    where: dict[str, tuple[str, ...]] = {}
    collapsed: dict[str, tuple[str, ...]] = {}
    for condition, path in zip(group, paths, strict=True):
        key, name = condition.dimension, str(condition.dimension)
        if path in {"selection", "both"}:
            selected.append(condition)
        if path == "nested":
            # Something wider is selected, as a grouping that the codebook publishes: one code more.
            others = [code for code in vocabulary.codes(key) if code not in condition.codes]
            selected.append(Condition(key, (*condition.codes, *others[:1])))
        if path != "selection":
            by.append(key)
            where[name] = condition.codes
        if path == "collapsed":
            collapsed[name] = condition.codes
    more = tuple(key for key in beside if key not in by)
    query = Query((*more, *by), selection_of(selected), counted, weighted)
    table = (of or diffused()).tabulate(query)
    for name, codes in collapsed.items():
        rest = [code for code in table.codes[table.axis(name)] if code not in codes]
        table = table.collapsed(name, {"those": codes, **({"others": rest} if rest else {})})
        where[name] = ("those",)
    return table, where


@examples(400)
@given(group=groups(), counted=st.sampled_from(COUNTED), data=st.data())
def test_a_group_is_told_the_same_by_every_path(
    group: list[Condition], counted: Counted, data: st.DataObject
) -> None:
    table, where = asked(group, ["table"] * len(group), counted=counted)
    expected = table.count(where)
    paths = data.draw(st.lists(st.sampled_from(PATHS), min_size=len(group), max_size=len(group)))
    beside = tuple(
        data.draw(
            st.lists(st.sampled_from(selectable(diffused().vocabulary)), max_size=2, unique=True)
        )
    )
    table, where = asked(group, paths, counted=counted, beside=beside)
    assert same(table.count(where), expected)
    assert same(table.margin(*where).count(where), expected)
    if len(where) == 1:
        (name, codes), *_ = where.items()
        if len(codes) == 1:
            assert same(table.by_code(name)[codes[0]], expected)


@examples(100)
@given(group=groups())
def test_cells_by_code_and_occupied_tell_what_count_does(group: list[Condition]) -> None:
    table, _ = asked(group, ["table"] * len(group))
    names = [str(key) for key in table.dimensions]
    if len(names) > 2:
        return
    occupied = dict(table.occupied())
    for codes, told in table.cells():
        assert same(told, table.count(dict(zip(names, codes, strict=True))))
        hidden = isinstance(told, Suppressed) or told == 0
        assert (codes in occupied) is not hidden
    for name in names:
        for code, told in table.by_code(name).items():
            assert same(told, table.count({name: code}))


@examples(100)
@given(group=groups(), data=st.data())
def test_a_weight_is_told_where_respondents_of_the_group_are(
    group: list[Condition], data: st.DataObject
) -> None:
    group = [condition for condition in group if condition.dimension != RESPONSE]
    respondents = [*group, Condition(RESPONSE, ("respondent",))]
    table, where = asked(respondents, ["table"] * len(respondents))
    told = table.count(where)
    paths = data.draw(st.lists(st.sampled_from(PATHS), min_size=len(group), max_size=len(group)))
    weighed, where = asked(group, paths, weighted=True)
    weight = weighed.weight(where)
    assert isnan(weight) is isinstance(told, Suppressed)
    assert isnan(weight) or weight % 5 == 0


@examples(200)
@given(group=groups(), data=st.data())
def test_an_answer_among_respondents_is_told_as_it_is_of_everybody_or_not_at_all(
    group: list[Condition], data: st.DataObject
) -> None:
    answers = answers_of(diffused().vocabulary)
    key = data.draw(st.sampled_from(list(answers)))
    codes = data.draw(st.lists(st.sampled_from(sorted(answers[key])), min_size=1, unique=True))
    others = [c for c in group if c.dimension not in {key, RESPONSE}]
    group = [*others[: MOST_CONDITIONS - 1], Condition(key, tuple(sorted(codes)))]
    table, where = asked(group, ["table"] * len(group))
    without = table.count(where)
    group = [*group, Condition(RESPONSE, ("respondent",))]
    paths = data.draw(st.lists(st.sampled_from(PATHS), min_size=len(group), max_size=len(group)))
    table, where = asked(group, paths)
    among = table.count(where)
    # Respondents are one more parent: of fewer people they may be too few.
    assert isinstance(among, Suppressed) or same(among, without)


@examples(100)
@given(group=groups(), data=st.data())
def test_whoever_runs_regions_is_told_of_others_what_everybody_is(
    group: list[Condition], data: st.DataObject
) -> None:
    region = diffused().vocabulary.layers[0].dimension
    codes = st.sampled_from(diffused().vocabulary.codes(region))
    own = tuple(data.draw(st.lists(codes, min_size=1, max_size=13, unique=True)))
    chosen = data.draw(st.lists(codes, max_size=2, unique=True))
    group = [condition for condition in group if condition.dimension != region]
    paths = data.draw(st.lists(st.sampled_from(PATHS), min_size=len(group), max_size=len(group)))
    if chosen:
        group.append(Condition(region, tuple(chosen)))
        paths.append(data.draw(st.sampled_from(PATHS)))
    selects_own = bool(chosen) and set(chosen) <= set(own) and paths[-1] in {"selection", "both"}
    expected = diffused().under(INTERNAL) if selects_own else diffused()
    table, where = asked(group, paths, of=diffused().under(internal_of(own)))
    everybodys, _ = asked(group, paths, of=expected)
    assert str(table.count(where)) == str(everybodys.count(where))


def same(one: Count, other: Count) -> bool:
    """Whether both are suppressed, or the same multiple of 5."""
    if isinstance(one, Suppressed) or isinstance(other, Suppressed):
        return isinstance(one, Suppressed) and isinstance(other, Suppressed)
    return isinstance(one, Rounded) and one == other and one % 5 == 0
