"""What stands under a chart at a glance, and what waits in its details?"""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.content.caption import MOST_WORDS, Caption, Provenance, caption_of, words_in
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable
from dashboard.content.notes import Caution, Concern, in_one_line

FEW = Caution(
    "△ base inférieure à 30 : Alsace, Bretagne, Centre, Corse et Limousin.",
    Concern.SMALL_BASES,
    "△ base inférieure à 30 : Alsace, Bretagne, Centre et 2 autres.",
)
PLAIN = Content(
    title="Titre",
    base=40,
    population="répondants (au moins un questionnaire)",
    chart=None,
    data_table=DataTable(("Titre",), "", ()),
    reading="16 personnes sur 40.",
    alternative="",
    source="Enquêtes post-formation. Traitement : DNF-OEC",
)


def caption(reading: str = PLAIN.reading, notes: tuple[str, ...] = ()) -> Caption:
    about = Provenance("Femmes", "Données de démonstration, inventées", "v1", date(2017, 10, 31))
    return caption_of(replace(PLAIN, reading=reading, notes=notes), about)


def loose(lines: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    return [(n, t.replace("\u202f", " ").replace("\u00a0", " ")) for n, t in lines]


def test_a_glance_names_the_source_and_details_tell_all_of_it() -> None:
    said = caption()
    assert dict(said.glance)["Source"] == "Enquêtes post-formation."
    whole = "Enquêtes post-formation. Traitement : DNF-OEC. Données de démonstration, inventées."
    assert dict(said.details)["Source"] == whole


def test_a_note_that_explains_waits_in_the_details() -> None:
    said = caption(notes=("Un mot.",))
    assert said.warning == ""
    assert ("", "Un mot.") in said.details


def test_a_warning_in_short_is_told_in_full_in_the_details_and_others_wait_there() -> None:
    silent = Caution("◇ Sans information : T2.", Concern.SILENCE)
    assert caption(notes=(FEW,)).warning == FEW.brief
    assert ("", FEW) in caption(notes=(FEW,)).details
    both = caption(notes=(FEW, silent))
    assert both.warning == silent
    assert ("", silent) not in both.details
    assert ("", FEW) in both.details


LONG = "un deux trois quatre cinq six sept huit neuf dix "


@pytest.mark.parametrize(
    ("words", "champ"),
    [
        (0, "Femmes ; répondants (au moins un questionnaire), n = 40."),
        (43, "Répondants (au moins un questionnaire), n = 40."),
        (47, "Répondants, n = 40."),
    ],
)
def test_what_has_no_room_under_a_chart_is_told_in_the_details(words: int, champ: str) -> None:
    said = caption(reading=" ".join((LONG * 5).split()[:words]) + ".")
    assert loose(said.glance)[0] == ("Champ", champ)
    told = sum(words_in(f"{name} : {text}") for name, text in said.glance)
    assert told <= MOST_WORDS
    whole = "Femmes ; répondants (au moins un questionnaire), n = 40."
    assert (("Champ", whole) in loose(said.details)) is (words > 0)


def test_the_details_end_with_the_day_of_the_data() -> None:
    assert caption().details[-1] == ("", "Données au 31 octobre 2017, version v1.")


@pytest.mark.parametrize(
    ("names", "line"),
    [
        (["Corse"], "△ : Corse."),
        (["a" * 50, "b" * 50, "c" * 50], f"△ : {'a' * 50} et 2 autres."),
    ],
)
def test_a_line_names_as_many_as_it_has_room_for(names: list[str], line: str) -> None:
    assert in_one_line("△ : ", names) == line
