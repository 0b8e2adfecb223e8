"""Which of an exhibit's notes warns, and what is left of it when French has set it?"""

from dataclasses import replace

import pytest

from dashboard.content.notes import SHORTEST, Caution, Concern, foremost
from dashboard.content.typesetting import typeset
from dashboard.exhibits.composition import compose
from dashboard.publication import Publication
from dashboard.text.numbers import FRAGILE, SILENT
from dashboard.views.registry import view_named, views
from dashboard.web.pages import read
from tests.support.exhibits import shown

FEW = Caution("△ base inférieure à 30 : Corse.", Concern.SMALL_BASES)
SILENT_WAVES = Caution(
    "◇ Sans information : T2 (52 %).", Concern.SILENCE, "◇ Sans information : T2."
)


def test_of_several_cautions_the_first_of_those_that_weigh_most_is_the_warning() -> None:
    second = Caution("◇ Sans information : T3.", Concern.SILENCE)
    assert foremost(["Un mot.", FEW, SILENT_WAVES, second]) is SILENT_WAVES


def test_notes_that_only_explain_warn_of_nothing() -> None:
    assert foremost(["Diplôme : le plus haut."]) is None


def test_a_caution_is_a_text_that_is_its_own_line_where_nothing_shorter_is_said() -> None:
    assert FEW == "△ base inférieure à 30 : Corse." == FEW.brief
    assert SILENT_WAVES.brief == "◇ Sans information : T2."


def test_a_caution_that_is_typeset_still_warns() -> None:
    content = typeset(replace(shown("emploi").content, notes=(SILENT_WAVES,)))
    (note,) = content.notes
    assert isinstance(note, Caution)
    assert note == "◇ Sans information\u00a0: T2 (52\u202f%)."
    assert (note.concern, note.brief) == (Concern.SILENCE, "◇ Sans information\u00a0: T2.")


@pytest.mark.parametrize("name", views())
def test_a_note_that_says_what_a_mark_means_warns(name: str, publication: Publication) -> None:
    few = read("?promotion=2013-2014&region=bretagne", publication)
    for address in (read("", publication), few):
        for note in compose(view_named(name), address, publication).content.notes:
            assert isinstance(note, Caution) or not note.startswith((FRAGILE, SILENT)), note


def test_a_caution_of_every_kind_can_be_said_in_a_few_words() -> None:
    # An order that turns round is told with its rows, which are few.
    assert set(SHORTEST) == set(Concern) - {Concern.ORDER}
    assert max(len(words.split()) for words in SHORTEST.values()) <= 10
