"""Does a click on either side of a comparison filter that side, and no other?"""

import json
from collections.abc import Iterator
from html import unescape
from re import findall

import pytest
from dash.development.base_component import Component

from dashboard.content.page import COMPARISON
from dashboard.domain.address import OTHER
from dashboard.views.comparison.view import COMPARED
from dashboard.web.state import Parts, parts_on, read
from tests.support.exhibits import opened

SEARCH = "?genre=F&b.genre=H&comparer.vue={}"


def compared(search: str) -> Parts:
    publication = opened()
    return parts_on(COMPARISON, read(search, publication), publication, open_tables=("a", "b"))


def in_figure(node: object) -> Iterator[str]:
    """The parameters of every target below `node`."""
    if isinstance(node, dict):
        for name, value in node.items():
            if isinstance(value, str):
                yield name
            else:
                yield from in_figure(value)
    elif isinstance(node, list | tuple):
        for inner in node:
            yield from in_figure(inner)


def in_markup(part: Component, attribute: str) -> list[str]:
    """What the buttons of a part say in an attribute."""
    text = part.to_plotly_json()["props"]["data-static-html"]
    return [unescape(value) for value in findall(f'{attribute}="([^"]*)"', text)]


@pytest.mark.parametrize("view", [choice.value for choice in COMPARED.choices(opened().vocabulary)])
def test_each_side_filters_itself(view: str) -> None:
    parts = compared(SEARCH.format(view))
    for side, prefixed in (("a", False), ("b", True)):
        meta = parts[side]["figure"]["layout"].get("meta", {})
        names = [*in_figure(meta.get("targets", {}))]
        for target in in_markup(parts[side]["table"], "data-target"):
            names += json.loads(target)
        assert {name.startswith(OTHER) for name in names} <= {prefixed}


def test_a_flow_and_a_row_of_b_have_somewhere_to_lead() -> None:
    side = compared(SEARCH.format("statut"))["b"]
    assert all(side["figure"]["layout"]["meta"]["targets"]["links"])
    assert in_markup(side["table"], "data-target")


def test_an_empty_side_offers_to_take_off_its_own_filter() -> None:
    parts = compared("?genre=F&b.promotion=2012-2013")
    assert in_markup(parts["b"]["empty"], "data-remove") == [f"{OTHER}promotion"]


def test_the_page_offers_something_to_compare() -> None:
    offered = in_markup(compared("")["comparer"]["empty"], "data-set")
    assert {"genre": "F", "b.genre": "H"} in map(json.loads, offered)
