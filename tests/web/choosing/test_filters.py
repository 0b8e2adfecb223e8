"""Is every filter of the codebook offered, for both selections, and is its place kept before Dash has drawn it?"""

from collections.abc import Iterator
from typing import Any

import pytest
from dash import dcc
from dash.development.base_component import Component

from dashboard.current import Current
from dashboard.disclosure.policy import DIFFUSION
from dashboard.domain.address import OTHER, value_of
from dashboard.domain.address.names import dimension_of
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.vocabulary import Vocabulary
from dashboard.publication import Publication
from dashboard.web.choosing.filters import (
    GROUPINGS,
    NEVER_ENROLLED,
    SEARCHED_FROM,
    filters,
    filters_to_come,
)
from dashboard.web.renewing.layouts import Layouts
from dashboard.web.seen import Same, Seen
from tests.studies.studies import STUDIES, study
from tests.support.diffused import diffused
from tests.support.exhibits import opened
from tests.support.pages import tree, words

PUBLICATIONS = {"ours": opened(), **{name: study(name) for name in STUDIES}}

every_study = pytest.mark.parametrize("publication", PUBLICATIONS.values(), ids=[*PUBLICATIONS])


def parameters(vocabulary: Vocabulary) -> tuple[list[str], list[str]]:
    """The filters of the row, then those behind « Plus »."""
    listed = vocabulary.codebook.filters
    named = {name: vocabulary.variable(name).parameter for name in listed.order}
    answers = [
        f"{vocabulary.variable(name).parameter}.{wave}"
        for name in listed.by_wave
        for wave in vocabulary.after
    ]
    return (
        [named[name] for name in listed.order if name not in listed.more],
        [*(named[name] for name in listed.order if name in listed.more), *answers],
    )


def offered_along(each: dict[str, Any], vocabulary: Vocabulary) -> Dimension:
    """Along which dimension a list chooses."""
    key = dimension_of(each["id"]["filter"].removeprefix(OTHER), vocabulary)
    assert key is not None
    return key


def lists(component: Component) -> list[dict[str, Any]]:
    """What the lists below a component say, in their order."""
    return [
        each.to_plotly_json()["props"] for each in _all(component) if isinstance(each, dcc.Dropdown)
    ]


def titled(each: dict[str, Any], title: str) -> list[str]:
    """The choices of a list that stand under a title."""
    return [option["value"] for option in each["options"] if option.get("title") == title]


def _all(component: Component) -> Iterator[Component]:
    for _, each in component._traverse_with_paths():
        if isinstance(each, Component):
            yield each


@every_study
def test_every_filter_is_offered_for_each_selection_in_order(publication: Publication) -> None:
    vocabulary = publication.vocabulary
    row, more = parameters(vocabulary)
    ordered = [*row, *more]
    assert [each["id"] for each in lists(filters(publication))] == [
        {"filter": name} for name in (*ordered, *(f"{OTHER}{name}" for name in ordered))
    ]


def test_the_situation_at_each_wave_after_enrolment_can_be_chosen() -> None:
    listed = parameters(opened().vocabulary)[1]
    assert [name for name in listed if "." in name] == [
        "situation.T1",
        "situation.T2",
        "situation.T3",
    ]


@every_study
def test_a_filter_offers_its_categories_as_an_address_writes_them(
    publication: Publication,
) -> None:
    vocabulary = publication.vocabulary
    for each in lists(filters(publication)):
        key = offered_along(each, vocabulary)
        categories = vocabulary.categories(key)
        offered = [(option["label"], option["value"]) for option in each["options"]]
        choices = (*categories, *vocabulary.groupings(key))
        assert sorted(offered) == sorted((c.label, c.parameter_value) for c in choices)
        assert each["searchable"] == (len(choices) > SEARCHED_FROM)
        assert each["placeholder"] == vocabulary.variable(key.variable).all


@every_study
def test_regions_where_nobody_ever_enrolled_stand_apart_at_the_end_of_their_list(
    publication: Publication,
) -> None:
    vocabulary = publication.vocabulary
    for each in lists(filters(publication)):
        key = offered_along(each, vocabulary)
        people = publication.tabulate(Query((key,))).by_code(str(key))
        of_value = {value_of(key, code, vocabulary): number for code, number in people.items()}
        is_region = any(layer.dimension == key for layer in vocabulary.layers)
        values = [option["value"] for option in each["options"]]
        apart = titled(each, NEVER_ENROLLED)
        assert set(apart) == {value for value, n in of_value.items() if is_region and not n}
        assert values[len(values) - len(apart) :] == apart
        groupings = [grouping.parameter_value for grouping in vocabulary.groupings(key)]
        assert titled(each, GROUPINGS) == groupings
        assert values[len(values) - len(apart) - len(groupings) :] == [*groupings, *apart]


def test_a_list_keeps_one_choice_where_nothing_else_is_answered() -> None:
    assert not any(each["multi"] for each in lists(filters(diffused())))
    assert all(each["multi"] for each in lists(filters(opened())))
    layouts = Layouts(Seen(Current(opened()), Same(DIFFUSION)))
    assert layouts.make(diffused()) is not layouts.make(opened())


@every_study
def test_before_dash_the_row_has_the_same_labels_and_takes_no_click(
    publication: Publication,
) -> None:
    vocabulary = publication.vocabulary
    row = tree(filters_to_come(vocabulary))
    (place,) = row
    assert "inert" in place.attrib
    names = [
        n for n in vocabulary.codebook.filters.order if n not in vocabulary.codebook.filters.more
    ]
    assert row.xpath(".//*[@class='label']/text()") == [
        vocabulary.variable(name).label for name in names
    ]
    for name in names:
        assert vocabulary.variable(name).all in words(filters_to_come(vocabulary))
    assert bool(row.xpath(".//summary")) == bool(parameters(vocabulary)[1])
