"""Is every filter of the codebook offered, for both selections, and is its place kept before Dash has drawn it?"""

from collections.abc import Iterator
from typing import Any

import pytest
from dash import dcc
from dash.development.base_component import Component

from dashboard.domain.address import OTHER
from dashboard.domain.dimension import Dimension
from dashboard.domain.vocabulary import Vocabulary
from dashboard.web.filters import SEARCHED_FROM, filters, filters_to_come
from tests.studies.studies import STUDIES, study
from tests.support.exhibits import opened
from tests.support.pages import tree, words

VOCABULARIES = {"ours": opened().vocabulary, **{name: study(name).vocabulary for name in STUDIES}}

every_study = pytest.mark.parametrize("vocabulary", VOCABULARIES.values(), ids=[*VOCABULARIES])


def parameters(vocabulary: Vocabulary) -> tuple[list[str], list[str]]:
    """The filters of the row, then those behind « Plus »."""
    listed = vocabulary.codebook.filters
    named = {name: vocabulary.variable(name).parameter for name in listed.order}
    return (
        [named[name] for name in listed.order if name not in listed.more],
        [named[name] for name in listed.order if name in listed.more],
    )


def lists(component: Component) -> list[dict[str, Any]]:
    """What the lists below a component say, in their order."""
    return [
        each.to_plotly_json()["props"] for each in _all(component) if isinstance(each, dcc.Dropdown)
    ]


def _all(component: Component) -> Iterator[Component]:
    for _, each in component._traverse_with_paths():
        if isinstance(each, Component):
            yield each


@every_study
def test_every_filter_is_offered_for_each_selection_in_order(vocabulary: Vocabulary) -> None:
    row, more = parameters(vocabulary)
    ordered = [vocabulary.variable(n).parameter for n in vocabulary.codebook.filters.order]
    assert [each["id"] for each in lists(filters(vocabulary))] == [
        {"filter": name} for name in (*row, *more, *(f"{OTHER}{name}" for name in ordered))
    ]


@every_study
def test_a_filter_offers_its_categories_as_an_address_writes_them(vocabulary: Vocabulary) -> None:
    for each in lists(filters(vocabulary)):
        parameter = each["id"]["filter"].removeprefix(OTHER)
        (name,) = [
            name
            for name in vocabulary.codebook.filters.order
            if vocabulary.variable(name).parameter == parameter
        ]
        categories = vocabulary.categories(Dimension(name))
        assert [(option["label"], option["value"]) for option in each["options"]] == [
            (category.label, category.parameter_value) for category in categories
        ]
        assert each["searchable"] == (len(categories) > SEARCHED_FROM)
        assert each["placeholder"] == vocabulary.variable(name).all


@every_study
def test_before_dash_the_row_has_the_same_labels_and_takes_no_click(
    vocabulary: Vocabulary,
) -> None:
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
    assert bool(row.xpath(".//summary")) == bool(vocabulary.codebook.filters.more)
