"""Is the name of a switch explained, whatever the form of the switch?"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest

from dashboard.domain.needs import variable
from dashboard.domain.switches import Choice, Switch, fixed
from dashboard.web.prose import Explained
from dashboard.web.switches import switches
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
