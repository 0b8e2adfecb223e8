"""Is every filter of the codebook offered, for both selections, and is its place kept before Dash has drawn it?"""

from collections.abc import Iterator
from typing import Any

import pytest
from dash import dcc
from dash.development.base_component import Component

from dashboard.domain.address import OTHER, value_of
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.vocabulary import Vocabulary
from dashboard.publication import Publication
from dashboard.web.filters import SEARCHED_FROM, filters, filters_to_come
from tests.studies.studies import STUDIES, study
from tests.support.exhibits import opened
from tests.support.pages import tree, words

PUBLICATIONS = {"ours": opened(), **{name: study(name) for name in STUDIES}}

every_study = pytest.mark.parametrize("publication", PUBLICATIONS.values(), ids=[*PUBLICATIONS])


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
def test_every_filter_is_offered_for_each_selection_in_order(publication: Publication) -> None:
    vocabulary = publication.vocabulary
    row, more = parameters(vocabulary)
    ordered = [vocabulary.variable(n).parameter for n in vocabulary.codebook.filters.order]
    assert [each["id"] for each in lists(filters(publication))] == [
        {"filter": name} for name in (*row, *more, *(f"{OTHER}{name}" for name in ordered))
    ]


@every_study
def test_a_filter_offers_its_categories_as_an_address_writes_them(
    publication: Publication,
) -> None:
    vocabulary = publication.vocabulary
    for each in lists(filters(publication)):
        parameter = each["id"]["filter"].removeprefix(OTHER)
        (name,) = [
            name
            for name in vocabulary.codebook.filters.order
            if vocabulary.variable(name).parameter == parameter
        ]
        categories = vocabulary.categories(Dimension(name))
        offered = [(option["label"], option["value"]) for option in each["options"]]
        assert sorted(offered) == sorted((c.label, c.parameter_value) for c in categories)
        assert each["searchable"] == (len(categories) > SEARCHED_FROM)
        assert each["placeholder"] == vocabulary.variable(name).all


@every_study
def test_regions_where_nobody_ever_enrolled_stand_apart_at_the_end_of_their_list(
    publication: Publication,
) -> None:
    vocabulary = publication.vocabulary
    for each in lists(filters(publication)):
        variable = vocabulary.codebook.by_parameter[each["id"]["filter"].removeprefix(OTHER)]
        key = Dimension(variable.name)
        people = publication.tabulate(Query((key,))).by_code(str(key))
        of_value = {value_of(key, code, vocabulary): number for code, number in people.items()}
        is_region = any(layer.dimension == key for layer in vocabulary.layers)
        apart = [option["value"] for option in each["options"] if option.get("title")]
        assert set(apart) == {value for value, n in of_value.items() if is_region and not n}
        assert [option["value"] for option in each["options"]][
            len(of_value) - len(apart) :
        ] == apart


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
    assert bool(row.xpath(".//summary")) == bool(vocabulary.codebook.filters.more)
