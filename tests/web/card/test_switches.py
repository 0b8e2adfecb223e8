"""Is the name of a switch explained, and is it told where it stands?"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest
from lxml.html import fragments_fromstring

from dashboard.domain.address import Address
from dashboard.domain.needs import variable
from dashboard.domain.switches import Choice, Switch, fixed
from dashboard.exhibits.composition import compose
from dashboard.views.registry import view_named, views
from dashboard.web.card.switches import options_said, switches
from dashboard.web.prose import Explained
from tests.support.exhibits import opened, shown

WAVES = (Choice("T1", "T1"), Choice("T2", "T2"))


@pytest.mark.parametrize("form", ["buttons", "list", "player"])
def test_the_name_of_a_switch_leads_to_the_glossary(
    form: Literal["buttons", "list", "player"],
) -> None:
    vocabulary = opened().vocabulary
    switch = Switch("emploi.vague", "Vague", "T1", fixed(*WAVES), form=form)
    exhibit = shown("emploi")
    exhibit = replace(exhibit, view=replace(exhibit.view, switches=(switch,)))
    written = switches(exhibit, vocabulary, Explained(vocabulary.spellings))
    assert written.count("/enquete#glossaire-vague") == 1


@pytest.mark.parametrize(
    "choices", [WAVES[:1], (WAVES[0], replace(WAVES[1], needs=(variable("météo"),)))]
)
def test_a_switch_with_one_position_is_not_shown(choices: tuple[Choice, ...]) -> None:
    vocabulary = opened().vocabulary
    switch = Switch("emploi.vague", "Vague", "T1", fixed(*choices))
    exhibit = shown("emploi")
    exhibit = replace(exhibit, view=replace(exhibit.view, switches=(switch,)))
    assert not switches(exhibit, vocabulary, Explained(vocabulary.spellings))


def test_a_switch_whose_default_is_not_offered_stands_at_its_first_position() -> None:
    vocabulary = opened().vocabulary
    lacking = Choice("T0", "T0", (variable("météo"),))
    switch = Switch("emploi.vague", "Vague", "T0", fixed(lacking, *WAVES))
    assert switch.first(vocabulary) == "T1"


@pytest.mark.parametrize(
    ("search", "words"),
    [
        ("", "Options"),
        ("?emploi.redressement=oui", "Options : redressement"),
        ("?emploi.base=renseignes", "Options : base ayant renseigné la vague"),
        (
            "?emploi.base=interroges&emploi.redressement=oui",
            "Options : base tous les interrogés, redressement sans effet",
        ),
    ],
)
def test_the_button_of_expert_switches_tells_those_that_are_not_at_their_default(
    search: str, words: str
) -> None:
    assert options_said(shown("emploi", search), opened().vocabulary) == words


def test_an_expert_switch_is_not_among_those_of_every_day() -> None:
    vocabulary, exhibit = opened().vocabulary, shown("emploi-groupes")
    terms = Explained(vocabulary.spellings)
    everyday = switches(exhibit, vocabulary, terms)
    experts = switches(exhibit, vocabulary, terms, expert=True)
    assert "emploi-groupes.vague" in everyday
    assert "emploi-groupes.vague" not in experts
    for parameter in ("emploi-groupes.base", "emploi-groupes.redressement"):
        assert parameter not in everyday
        assert parameter in experts


@pytest.mark.parametrize(("base", "pressed"), [("repondants", "Oui"), ("interroges", "Non")])
def test_a_switch_without_effect_stands_at_its_default_and_cannot_be_pressed(
    base: str, pressed: str
) -> None:
    vocabulary = opened().vocabulary
    exhibit = shown("emploi", f"?emploi.base={base}&emploi.redressement=oui")
    written = switches(exhibit, vocabulary, Explained(vocabulary.spellings), expert=True)
    buttons = fragments_fromstring(written)[-1].xpath(".//button")
    assert [b.text for b in buttons if b.get("aria-pressed") == "true"] == [pressed]
    idle = base == "interroges"
    assert [b.get("disabled") is not None for b in buttons] == [idle, idle]
    assert ("il n'est pas appliqué" in written.unescape()) is idle


CORRECTED = [
    (view.name, switch)
    for view in views().values()
    for switch in view.switches
    if switch.parameter.endswith(".redressement")
]


@pytest.mark.parametrize(("name", "correction"), CORRECTED)
def test_shares_are_said_to_be_corrected_exactly_where_the_switch_is_lit(
    name: str, correction: Switch
) -> None:
    publication = opened()
    vocabulary = publication.vocabulary
    for other in view_named(name).switches:
        for choice in other.offered(vocabulary):
            asked = {other.parameter: choice.value, correction.parameter: "oui"}
            exhibit = compose(view_named(name), Address(switches=asked), publication)
            lit = correction.position(asked, vocabulary) == "oui"
            assert ("redressement" in exhibit.caption.title) is lit, asked
