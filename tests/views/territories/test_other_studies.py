"""What do the views of regions show, and offer, of a study that divides the country, or measures it, otherwise?"""

import pytest

from dashboard.content.charts.dots import Dots
from dashboard.content.charts.matrix import Matrix
from dashboard.content.charts.small_maps import SmallMaps
from dashboard.content.content import Content
from dashboard.content.medium import Medium
from dashboard.content.view import Scene
from dashboard.domain.codebook import RegionalMeasure
from dashboard.domain.selection import Selection
from dashboard.outputs.svg.matrix import matrix
from dashboard.publication import Publication
from dashboard.views.registry import offered
from dashboard.views.territories.deployment.view import VIEW as DEPLOYMENT
from dashboard.views.territories.regional_profiles.profiles import TRAIT
from dashboard.views.territories.regional_profiles.view import VIEW as PROFILES
from dashboard.views.territories.regions_by_cohort.view import VIEW as BY_COHORT
from tests.outputs.svg.drawn import page, words
from tests.studies.studies import study
from tests.support.exhibits import composed, loosened, opened, plain
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

UNMAPPED = divided(unmapped(MAIN))
PAY = RegionalMeasure(
    name="salaire",
    variable="gross_monthly_salary",
    wave="T1",
    label="Salaire à T1",
    title="Salaire moyen à T1",
    counted="salaires connus",
    among="répondants dont le salaire est connu",
)


def content(view: str, publication: Publication, search: str = "") -> Content:
    return loosened(composed(view, search, publication)).content


def small_maps(publication: Publication) -> SmallMaps:
    chart = content("deploiement", publication).chart
    assert isinstance(chart, SmallMaps)
    return chart


def traits(publication: Publication) -> list[str]:
    return [choice.label for choice in TRAIT.offered(publication.vocabulary)]


def test_without_outlines_the_table_and_the_profiles_of_regions_are_there_and_no_map() -> None:
    there = offered(UNMAPPED.vocabulary)
    assert {"regions-promotions", "profils-regionaux"} <= set(there)
    assert not {"deploiement", "carte"} & set(there)
    assert isinstance(content("regions-promotions", UNMAPPED).chart, Matrix)
    assert isinstance(content("profils-regionaux", UNMAPPED).chart, Dots)
    assert content("regions-promotions", UNMAPPED) == content("regions-promotions", opened())


def test_without_regions_there_is_neither_and_each_view_says_why() -> None:
    nowhere = study("une_vague").vocabulary
    reason = "aucun découpage en régions n'est décrit ([[layers]])"
    for view in (DEPLOYMENT, BY_COHORT, PROFILES):
        assert reason in view.missing(nowhere)
        assert view.title_in(nowhere)


@pytest.mark.parametrize("medium", ["page", "phone", "room"])
def test_names_of_many_regions_stand_in_one_line_each(medium: Medium) -> None:
    publication = study("cinq_vagues")
    chart = composed("regions-promotions", "", publication, medium=medium).content.chart
    assert isinstance(chart, Matrix)
    assert len(chart.rows) == 23
    said = words(page(matrix(chart, medium, lambda _: {})))
    assert [name.plain for name in chart.rows if name.plain not in said] == []


def test_the_maps_show_the_first_division_that_can_be_drawn() -> None:
    publication = divided(unmapped(MAIN), TODAY)
    assert small_maps(publication).layer == TODAY.path
    assert len(small_maps(publication).maps[0].places) == 13
    assert content("regions-promotions", publication) == content("regions-promotions", opened())


def test_a_region_without_an_outline_is_in_a_box_of_each_map_and_said_to_be() -> None:
    publication, whole = divided(without_outlines("42")), content("deploiement", opened())
    told = content("deploiement", publication)
    assert all("42" in {p.code for p in year.places} for year in small_maps(publication).maps)
    assert (told.base, told.data_table) == (whole.base, whole.data_table)
    (note,) = set(told.notes) - set(whole.notes)
    assert note.startswith("Dans un cadre au bord de la carte, faute de contour : Alsace (")


def test_maps_of_the_study_s_own_outlines_need_not_be_of_france() -> None:
    assert content("deploiement", divided(own())).alternative.startswith("Petites cartes, une par")
    assert content("deploiement", opened()).alternative.startswith("Petites cartes de France, une")


def test_the_traits_are_the_shares_and_means_of_the_codebook_in_its_order() -> None:
    assert traits(opened()) == [
        *("Part de femmes", "Âge moyen", "Part de DELD", "Part de cadres", "En emploi à T1")
    ]
    assert traits(study("cinq_vagues")) == ["Part des petites entreprises", "Âge moyen"]


def test_the_first_trait_stands_by_itself() -> None:
    measures = opened().vocabulary.codebook.measures
    turned = retold(opened(), measures=measures[::-1])
    assert TRAIT.first(opened().vocabulary) == "femmes"
    assert TRAIT.first(turned.vocabulary) == "emploi-t1"
    title = "Part en emploi à T1 : chaque région face aux autres"
    assert content("profils-regionaux", turned).title == title


def test_without_a_share_or_a_mean_there_are_no_profiles() -> None:
    publication = retold(opened(), measures=())
    assert PROFILES.missing(publication.vocabulary) == (
        "aucune mesure des régions n'est décrite ([[measures]])",
    )


def test_a_mean_is_that_of_the_respondents_whose_number_is_known() -> None:
    told = content("profils-regionaux", retold(opened(), measures=(PAY,)))
    assert told.title == "Salaire moyen à T1 : chaque région face aux autres"
    assert told.population == "répondants dont le salaire est connu"
    assert told.data_table.measure_names[2] == "écart (€)"
    assert "méthode de Welch" in told.notes[0]
    assert sum(row.count or 0 for row in told.data_table.rows) == told.base > 0


def test_a_mean_of_numbers_without_a_unit_is_written_without_one() -> None:
    age = changed(opened().vocabulary.variable("age_at_enrolment"), unit="")
    told = content(
        "profils-regionaux", with_variables(opened(), age), "?profils-regionaux.mesure=age"
    )
    assert isinstance(told.chart, Dots)
    assert told.chart.axis_title == "écart avec les autres régions"
    assert told.data_table.measure_names[2] == "écart"
    assert "l'âge moyen est de 37,4 (118 bénéficiaires)" in told.reading
    assert "Écart établi : +3,3 [+0,9 ; +5,6]." in told.reading


def test_regions_are_called_as_the_codebook_calls_them() -> None:
    publication = as_department(opened())
    maps, table = content("deploiement", publication), content("regions-promotions", publication)
    assert maps.notes[0].startswith("Un département est dit nouveau l'année où")
    assert (small_maps(publication).uncovered, small_maps(publication).new) == (
        "non couvert",
        "nouveau",
    )
    openings = {row.labels[2] for row in maps.data_table.rows}
    assert openings == {"nouveau", "déjà couvert", "couvert, aucune inscription", ""}
    assert table.title == "Bénéficiaires selon le département et la promotion"
    assert BY_COHORT.title_in(publication.vocabulary) == "Départements et promotions"
    assert "dans le département « Pays de la Loire »" in table.reading
    assert table.notes[0].endswith("le partenariat ne couvrait pas encore le département.")


def test_coverage_that_the_study_does_not_tell_is_not_said() -> None:
    publication = with_variables(opened(), without_coverage())
    maps, table = content("deploiement", publication), content("regions-promotions", publication)
    assert small_maps(publication).uncovered == "aucune inscription"
    assert {row.labels[2] for row in maps.data_table.rows} == {"nouvelle", "déjà couverte", ""}
    assert table.notes[0] == "Hachures (–) : personne ne s'y était encore inscrit."


def test_regions_are_compared_in_the_gender_of_their_noun() -> None:
    publication = as_department(opened())
    told = content("profils-regionaux", publication, "?region=bretagne")
    assert told.notes[0].startswith(
        "Chaque département est comparé aux autres départements réunis, et non à l'ensemble, "
        "qui le contient."
    )
    assert told.notes[1] == (
        "Le filtre de département choisit les lignes ; "
        "la comparaison porte sur tous les départements."
    )
    assert told.data_table.key_names == ("département", "conclusion")
    assert told.data_table.measure_names[0] == "autres départements (%)"


def test_people_of_an_unknown_region_are_in_no_row_and_no_total() -> None:
    people = released(
        "region cohort n\n42 2012-2013 6\n53 2013-2014 4\nunknown 2012-2013 3\nunknown 2013-2014 2"
    )
    inside = released("region n\n42 6\n53 4\nunknown 5")
    scene = Scene(Selection(), {}, with_unknown("42", "53"))
    told = BY_COHORT.tell(scene, {"people": people, "everybody": people, "inside": inside})
    assert told.base == 10
    assert {row.labels[0] for row in told.data_table.rows} == {"Alsace", "Bretagne", "Ensemble"}
    assert told.data_table.rows[-1].count == 10
    assert plain(told.notes[-1]) == "Hors de la base, région inconnue : 5 bénéficiaires."
