"""What does the map show, and offer, of a study that divides the country otherwise, or measures something else?"""

import pytest

from dashboard.content.charts.region_map import RegionMap
from dashboard.content.view import Scene
from dashboard.domain.codebook import Word
from dashboard.domain.selection import Selection
from dashboard.exhibits.exhibit import Exhibit
from dashboard.publication import Publication
from dashboard.views.overview.region_map.queries import DIVISION, MEASURE
from dashboard.views.overview.region_map.view import VIEW
from tests.studies.studies import study
from tests.support.exhibits import composed, loosened, opened, plain, row
from tests.support.regional import (
    MAIN,
    TODAY,
    as_department,
    divided,
    own,
    unmapped,
    with_unknown,
    without_coverage,
    without_outlines,
)
from tests.support.released import released
from tests.support.retold import changed, retold, with_variables


def shown(publication: Publication, search: str = "") -> Exhibit:
    return loosened(composed("carte", search, publication))


def chart(exhibit: Exhibit) -> RegionMap:
    assert isinstance(exhibit.content.chart, RegionMap)
    return exhibit.content.chart


def divisions(publication: Publication) -> list[tuple[str, str]]:
    return [(c.value, c.label) for c in DIVISION.offered(publication.vocabulary)]


def test_the_divisions_are_those_of_the_codebook_that_have_a_map() -> None:
    ours = [("etude", "Régions de l'étude"), ("2016", "13 régions d'aujourd'hui")]
    assert divisions(opened()) == ours
    assert divisions(divided(unmapped(MAIN), TODAY)) == ours[1:]
    assert divisions(study("cinq_vagues")) == [("anciennes", "Anciennes régions")]


def test_one_division_leaves_nothing_to_choose() -> None:
    assert DIVISION.is_shown(opened().vocabulary)
    assert not DIVISION.is_shown(divided(MAIN).vocabulary)
    assert not DIVISION.is_shown(divided(unmapped(MAIN), TODAY).vocabulary)


def test_where_the_first_division_has_no_map_the_next_is_shown() -> None:
    exhibit = shown(divided(unmapped(MAIN), TODAY))
    assert chart(exhibit).layer == TODAY.path
    assert exhibit.content.base == 1044


def test_without_outlines_there_is_no_map_and_it_is_said_why() -> None:
    nowhere = divided(unmapped(MAIN)).vocabulary
    assert VIEW.missing(nowhere) == ("aucun découpage en régions n'a de contours",)
    strange = divided(changed(MAIN, drawn=frozenset())).vocabulary
    assert VIEW.missing(strange) == ("aucun contour n'a le code d'une région",)
    assert VIEW.missing(divided().vocabulary)
    assert VIEW.title_in(divided().vocabulary) == "Carte des régions"


def test_the_measures_are_numbers_and_the_shares_of_the_codebook_but_no_mean() -> None:
    assert [choice.value for choice in MEASURE.offered(opened().vocabulary)] == [
        *("beneficiaires", "ue", "ue-par-beneficiaire"),
        *("femmes", "deld", "cadres", "emploi-t1"),
    ]
    assert [choice.label for choice in MEASURE.offered(study("rien_publie").vocabulary)] == [
        *("Bénéficiaires", "Certificats financés", "Certificats par bénéficiaire"),
        *("Part d'hommes", "Part en situation de handicap", "En emploi à T1"),
    ]


def test_a_region_without_an_outline_is_on_the_map_in_a_box_and_said_to_be() -> None:
    publication = divided(without_outlines("42", "94"))
    exhibit = shown(publication)
    content, whole = exhibit.content, shown(opened()).content
    assert content.base == whole.base
    assert row(content, "Alsace") == row(whole, "Alsace")
    assert {"42", "94"} < {place.code for place in chart(exhibit).places}
    assert chart(exhibit).layer == MAIN.path + "\n42\n94"
    people = row(content, "Alsace").count
    note = f"Dans un cadre au bord de la carte, faute de contour : Alsace ({people} bénéficiaires)."
    assert note in content.notes
    assert not [note for note in whole.notes if "faute de contour" in note]


def test_a_box_without_anybody_in_the_selection_is_not_told_of() -> None:
    content = shown(divided(without_outlines("42")), "?region=bretagne").content
    assert not [note for note in content.notes if "faute de contour" in note]


def test_circles_are_as_large_as_those_on_the_map_need() -> None:
    legend = chart(shown(opened())).legend
    largest = max(chart(shown(opened())).places, key=lambda place: place.symbol)
    boxed = chart(shown(divided(without_outlines(largest.code)))).legend
    assert boxed.symbol_top == legend.symbol_top == largest.symbol


def test_outlines_of_the_study_s_own_need_not_be_those_of_france() -> None:
    exhibit = shown(divided(own()))
    assert exhibit.content.alternative.startswith("Carte des régions : bénéficiaires.")
    assert shown(opened()).content.alternative.startswith("Carte de France des régions : ")


def test_a_region_without_words_for_where_people_live_is_quoted() -> None:
    reading = shown(study("rien_publie")).content.reading
    assert reading.startswith(
        "71 bénéficiaires sont comptés dans la région « Auvergne-Rhône-Alpes » ; "
    )
    shares = shown(study("rien_publie"), "?carte.mesure=hommes").content.reading
    assert "Dans la région « Auvergne-Rhône-Alpes », la part d'hommes est de " in shares


def test_regions_are_called_as_the_codebook_calls_them() -> None:
    publication = as_department(opened())
    exhibit = shown(publication)
    assert exhibit.content.title == "Bénéficiaires par département"
    assert VIEW.title_in(publication.vocabulary) == "Carte des départements"
    assert "dans le département « Pays de la Loire »" in exhibit.content.reading
    assert chart(exhibit).legend.uncovered == "non couvert"
    remarks = {row.remarks[0] for row in exhibit.content.data_table.rows}
    assert remarks == {"couvert", "couvert, aucune inscription"}
    (corse,) = [place for place in chart(exhibit).places if place.code == "94"]
    assert corse.hover.plain == "Corse Département couvert, aucune inscription"


def test_a_study_that_does_not_tell_which_regions_are_covered_says_where_nobody_enrolled() -> None:
    exhibit = shown(with_variables(opened(), without_coverage()))
    assert chart(exhibit).legend.uncovered == "aucune inscription"
    (corse,) = [row for row in exhibit.content.data_table.rows if row.keys[0].code == "94"]
    assert (corse.count, corse.remarks) == (None, ("aucune inscription",))
    (place,) = [place for place in chart(exhibit).places if place.code == "94"]
    assert (place.state, place.hover.plain) == ("uncovered", "Corse Aucune inscription")
    assert exhibit.content.notes[0].startswith("Sans inscription : Auvergne, ")


@pytest.mark.parametrize(
    ("word", "several", "column"),
    [
        (Word(singular="module"), "Modules financés", "modules par bénéficiaire"),
        (
            Word(singular="formation", feminine=True),
            "Formations financées",
            "formations par bénéficiaire",
        ),
    ],
)
def test_what_is_funded_is_called_as_the_codebook_calls_it(
    word: Word, several: str, column: str
) -> None:
    named = changed(opened().vocabulary.codebook.study, funded=word)
    exhibit = shown(retold(opened(), study=named))
    legend = chart(exhibit).legend
    assert legend.symbol_title == f"{several} (surface du cercle)"
    assert exhibit.content.data_table.measure_names[2] == column
    assert "UE" not in exhibit.content.reading + exhibit.content.alternative


def test_people_of_an_unknown_region_are_in_no_base_and_told_below() -> None:
    people = released("region n\n42 6\n53 4\nunknown 3\n94 0")
    since = released("region cohort n\n42 2012-2013 6\n53 2013-2014 4\nunknown 2012-2013 3")
    names = ("enrolled", "inside", "people", "units", "measure", "all_people", "all_units")
    scene = Scene(Selection(), {}, with_unknown("42", "53", "94"))
    by_cohort = {"since": since, "last cohorts": since}
    content = VIEW.tell(scene, dict.fromkeys(names, people) | by_cohort)
    assert content.base == 10
    assert [(r.labels[0], r.count, r.base) for r in content.data_table.rows[:2]] == [
        ("Alsace", 6, 10),
        ("Bretagne", 4, 10),
    ]
    assert [plain(note) for note in content.notes] == [
        "Non couvertes : Corse.",
        "Hors de la base, région inconnue : 3 bénéficiaires.",
    ]
