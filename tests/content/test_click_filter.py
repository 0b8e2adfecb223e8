"""Does a click on either side of a comparison filter that side, and no other?"""

import json

import pytest

from dashboard.content.page import COMPARISON
from dashboard.domain.address import OTHER
from dashboard.views.comparison.view import COMPARED
from dashboard.web.card.card_parts import Parts
from tests.support.exhibits import opened
from tests.support.pages import parts_at, targets_in, values

SEARCH = "?genre=F&b.genre=H&comparer.vue={}"


def compared(search: str) -> dict[str, Parts]:
    return parts_at(COMPARISON.path, search, open_tables=("a", "b"))


@pytest.mark.parametrize("view", [choice.value for choice in COMPARED.choices(opened().vocabulary)])
def test_each_side_filters_itself(view: str) -> None:
    parts = compared(SEARCH.format(view))
    for side, prefixed in (("a", False), ("b", True)):
        targets = [
            target for part in ("chart", "table") for target in targets_in(parts[side][part])
        ]
        names = [name for target in targets for name in target]
        assert {name.startswith(OTHER) for name in names} <= {prefixed}


@pytest.mark.parametrize("view", ["carte", "statut", "csp"])
def test_a_chart_and_a_row_of_b_have_somewhere_to_lead(view: str) -> None:
    side = compared(SEARCH.format(view))["b"]
    assert targets_in(side["chart"])
    assert targets_in(side["table"])


SEARCH_OF_NOBODY = "?genre=F&b.promotion=2012-2013&comparer.vue=statut"


def test_an_empty_side_offers_to_take_off_its_own_filter() -> None:
    parts = compared(SEARCH_OF_NOBODY)
    assert values(parts["b"]["empty"], "data-remove") == [f"{OTHER}promotion"]


def test_the_page_offers_something_to_compare() -> None:
    offered = values(compared("")["comparer"]["empty"], "data-set")
    assert {"genre": "F", "b.genre": "H"} in map(json.loads, offered)
