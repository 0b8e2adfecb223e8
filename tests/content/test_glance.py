"""What stands under a chart at a glance, and what waits in its details?"""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.content.caption import Caption, Provenance, caption_of
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable
from dashboard.content.glance import MOST_WORDS, details_of, glance_at
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


def told(said: Caption) -> tuple[tuple[str, str], ...]:
    return details_of(said, glance_at(said))


def loose(lines: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    return [(n, t.replace("\u202f", " ").replace("\u00a0", " ")) for n, t in lines]


def test_a_glance_names_the_source_and_details_tell_all_of_it() -> None:
    said = caption()
    assert glance_at(said).lines["Source"] == "Enquêtes post-formation."
    whole = "Enquêtes post-formation. Traitement : DNF-OEC. Données de démonstration, inventées."
    assert dict(told(said))["Source"] == whole


def test_a_note_that_explains_waits_in_the_details() -> None:
    said = caption(notes=("Un mot.",))
    assert glance_at(said).warning == ""
    assert ("", "Un mot.") in told(said)


def test_a_warning_in_short_is_told_in_full_in_the_details_and_others_wait_there() -> None:
    silent = Caution("◇ Sans information : T2.", Concern.SILENCE)
    assert glance_at(caption(notes=(FEW,))).warning == FEW.brief
    assert ("", FEW) in told(caption(notes=(FEW,)))
    both = caption(notes=(FEW, silent))
    assert glance_at(both).warning == silent
    assert ("", silent) not in told(both)
    assert ("", FEW) in told(both)


LONG = "un deux trois quatre cinq six sept huit neuf dix "


@pytest.mark.parametrize(
    ("words", "champ"),
    [
        (0, "Femmes ; répondants (au moins un questionnaire), n = 40."),
        (42, "Répondants (au moins un questionnaire), n = 40."),
        (46, "Répondants, n = 40."),
    ],
)
def test_what_has_no_room_under_a_chart_is_told_in_the_details(words: int, champ: str) -> None:
    said = caption(reading=" ".join((LONG * 5).split()[:words]) + ".")
    seen = glance_at(said)
    assert loose(tuple(seen.lines.items()))[0] == ("Champ", champ)
    assert seen.words <= MOST_WORDS
    whole = "Femmes ; répondants (au moins un questionnaire), n = 40."
    assert (("Champ", whole) in loose(told(said))) is (words > 0)


def test_the_details_end_with_the_day_of_the_data() -> None:
    assert told(caption())[-1] == ("", "Données au 31 octobre 2017, version v1.")


@pytest.mark.parametrize(
    ("names", "line"),
    [
        (["Corse"], "△ : Corse."),
        (["a" * 50, "b" * 50, "c" * 50], f"△ : {'a' * 50} et 2 autres."),
    ],
)
def test_a_line_names_as_many_as_it_has_room_for(names: list[str], line: str) -> None:
    assert in_one_line("△ : ", names) == line


def test_where_there_is_hardly_any_room_the_warning_says_only_of_what_kind_it_is() -> None:
    said = caption(reading=" ".join((LONG * 5).split()[:44]) + ".", notes=(FEW,))
    seen = glance_at(said)
    assert seen.warning == "△ base inférieure à 30."
    assert seen.words <= MOST_WORDS
    assert ("", FEW) in told(said)


def test_a_number_in_brackets_keeps_its_place_and_words_in_brackets_make_room() -> None:
    names = "(« Innovation », « Droit »)"
    seen = glance_at(caption(reading=f"{LONG * 4}sur 40 (16 sur 40) {names}.", notes=(FEW,)))
    assert "(16 sur 40)" in seen.lines["Lecture"]
    assert names not in seen.lines["Lecture"]


def test_what_is_longer_than_all_that_leaves_its_source_to_the_details() -> None:
    said = caption(reading=" ".join((LONG * 6).split()[:52]) + ".")
    assert [*glance_at(said).lines] == ["Champ", "Lecture"]
    assert "DNF-OEC" in dict(told(said))["Source"]


def test_where_even_the_source_is_not_enough_the_interval_of_the_lecture_waits_in_the_details() -> (
    None
):
    whole = f"{'mot ' * 44}: écart non concluant, +20,4 points [−4,1 ; +40,9]."
    said = caption(reading=whole)
    assert glance_at(said).lines["Lecture"].endswith("écart non concluant, +20,4 points.")
    assert dict(told(said))["Lecture"] == whole


def test_a_lecture_that_alone_is_too_long_waits_in_the_details() -> None:
    whole = f"{'mot ' * 70}."
    said = caption(reading=whole)
    assert "Lecture" not in glance_at(said).lines
    assert glance_at(said).words <= MOST_WORDS
    assert dict(told(said))["Lecture"] == whole
