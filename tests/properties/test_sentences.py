"""Whatever is selected and switched, is what is said of it French, and a finding about people who answered?"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.address import Address
from dashboard.domain.selection import Selection
from dashboard.domain.vocabulary import Vocabulary
from dashboard.exhibits.composition import compose
from dashboard.publication import Publication
from dashboard.views.registry import view_named, views
from tests.properties.addresses import every_position, selections
from tests.support.examples import examples
from tests.support.french import faults

RANDOM_SELECTIONS = 50
"""How many random selections each view holds for, at a random position of its switches."""

COMPARED = "comparer"
"""Sets two selections side by side: its Champ names both, each after a colon."""

SIDE = re.compile(r"(?<!sélection )\b[AB]\b")
"""A side of a comparison that is called by its letter alone; where its words are long, it is « sélection B »."""

ABOUT_ABSENCES = ("reponses", "methode", COMPARED)
"""The views whose subject is who answered, so that absences are findings; and one that names what filters have kept."""


def test_everybody_at_every_position_of_every_switch(publication: Publication) -> None:
    for name in views():
        for positions in every_position(view_named(name), publication.vocabulary):
            check(Address(Selection(), positions), name, publication)


@examples(RANDOM_SELECTIONS)
@given(data=st.data())
@pytest.mark.parametrize("name", views())
def test_random_selections(name: str, publication: Publication, data: st.DataObject) -> None:
    vocabulary = publication.vocabulary
    positions = data.draw(st.sampled_from(every_position(view_named(name), vocabulary)))
    one, other = (data.draw(selections(vocabulary)) for _ in "AB")
    address = Address(one, positions, other=other if name == COMPARED else Selection())
    check(address, name, publication)


def check(address: Address, name: str, publication: Publication) -> None:
    """No sentence has a mistake that can be found, and no Lecture is about an absence."""
    exhibit = compose(view_named(name), address, publication)
    caption = exhibit.caption
    champ = "" if name == COMPARED else caption.champ
    for text in (champ, caption.reading, caption.source, caption.nothing, *caption.notes):
        assert not faults(text), (exhibit.address, text)
    assert not SIDE.search(caption.reading), (exhibit.address, caption.reading)
    # How many of its base are silent may stand beside a share.
    said = re.sub(r" \([\d ]+ sans information[^)]*\)", "", plain(caption.reading).casefold())
    for absence in absences(publication.vocabulary) if name not in ABOUT_ABSENCES else ():
        assert absence not in said, (exhibit.address, caption.reading)


def absences(vocabulary: Vocabulary) -> set[str]:
    """The names of all absences: no Lecture is about one, nor takes a share of its people."""
    return {
        plain(category.label).casefold()
        for variable in vocabulary.codebook.variables.values()
        for category in variable.absences
    }


def plain(text: str) -> str:
    return re.sub(r"\s", " ", text)
