"""Does the server write addresses as `tests/address_cases.json` says? The browser is held to the same file."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from dashboard.domain.address import (
    Address,
    Screen,
    ScreenParts,
    filter_parameters,
    format_address,
    parse_address,
    screen_parts,
)
from dashboard.domain.selection import Selection
from dashboard.domain.switches import Choice, Switch, fixed
from tests.support.vocabularies import VOCABULARY

CASES = json.loads((Path(__file__).parents[1] / "address_cases.json").read_text(encoding="utf-8"))
SWITCHES = [
    Switch(name, name, values[0], fixed(*(Choice(value, value) for value in values)))
    for name, values in CASES["switches"].items()
]
EXHIBITS = {"carte": "Carte", "statut": "Situation"}


def _said(case: dict[str, Any]) -> str:
    said: str = case["what"]
    return said


def _read(search: str) -> Address:
    address = parse_address(search, VOCABULARY, SWITCHES, EXHIBITS)
    assert address.problems == ()
    return address


def _written(address: Address) -> str:
    return format_address(
        address.selection,
        address.switches,
        VOCABULARY,
        address.other,
        address.order,
        address.heading,
    )


@pytest.mark.parametrize("case", CASES["written"], ids=_said)
def test_parameters_are_written_in_one_order(case: dict[str, Any]) -> None:
    assert _written(_read(urlencode([tuple(pair) for pair in case["pairs"]]))) == case["address"]


@pytest.mark.parametrize("case", [*CASES["clicked"], *CASES["added"]], ids=_said)
def test_a_click_leads_to_an_address_that_the_server_would_write(case: dict[str, Any]) -> None:
    assert _written(_read(case["from"])) == case["from"]
    assert _written(_read(urlencode(case["click"]))) != ""
    assert _written(_read(case["address"])) == case["address"]


@pytest.mark.parametrize("case", CASES["screens"], ids=_said)
def test_an_exhibit_is_written_with_its_own_selection_and_title(case: dict[str, Any]) -> None:
    own = case["address"].removeprefix("?")
    comment = case.get("comment", "")
    assert screen_parts(case["written"]) == ScreenParts(case["view"], own, case["title"], comment)
    screen = Screen(case["view"], _read(case["address"]), case["title"], comment)
    written = format_address(Selection(), {}, VOCABULARY, order=[screen])
    assert _read(written).order == (screen,)
    assert _read(urlencode({"expo": case["written"]})).order == (screen,)


def test_every_parameter_that_can_filter_has_a_place_in_the_order() -> None:
    listed = filter_parameters(VOCABULARY)
    assert len(set(listed)) == len(listed)
    assert listed.index("promotion") < listed.index("genre") < listed.index("situation.T1")
    assert listed.index("csp.T1") < listed.index("situation.T2")
