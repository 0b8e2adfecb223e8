"""Does an exhibit carry everything that must be said of its numbers, and explain itself where there is nobody?"""

import pytest

from dashboard.domain.dimension import Dimension
from dashboard.exhibit import Exhibit, compose, headline, people_in
from dashboard.publication import Publication
from dashboard.views.registry import view_named
from dashboard.web.state import read


def exhibit(view: str, search: str, publication: Publication) -> Exhibit:
    return compose(view_named(view), read(search, publication), publication)


@pytest.mark.parametrize("view", ["chiffres-cles", "carte", "statut", "csp", "secteur"])
def test_an_exhibit_says_who_when_and_from_where(view: str, publication: Publication) -> None:
    found = exhibit(view, "?genre=F&promotion=2015-2016&carte.mesure=ue", publication)
    assert found.selection == "Femmes, promotion 2015-2016"
    assert "synthétiques" in found.stamp
    assert found.version == publication.version
    assert found.dated == publication.dated
    assert found.content.base > 0
    assert found.content.source.endswith("DNF-OEC")
    for sentence in (found.content.reading, found.content.alternative):
        assert not sentence[0].islower()
        assert sentence.endswith(".")


@pytest.mark.parametrize(
    ("view", "address"),
    [
        ("carte", "?genre=F&carte.mesure=ue"),
        ("statut", "?genre=F&statut.base=interroges"),
        ("csp", "?genre=F"),
    ],
)
def test_the_address_of_an_exhibit_leaves_the_switches_of_others_out(
    view: str, address: str, publication: Publication
) -> None:
    search = "?genre=F&carte.mesure=ue&statut.base=interroges"
    assert exhibit(view, search, publication).address == address


@pytest.mark.parametrize(
    ("view", "search", "stem"),
    [
        ("carte", "", "carte"),
        ("carte", "?genre=F&carte.mesure=ue", "carte-genre-f-mesure-ue"),
        ("carte", "?carte.annee=2015-2016", "carte-annee-2015-2016"),
        ("statut", "?carte.annee=2015-2016", "statut"),
        ("comparer", "?genre=F&b.genre=H", "comparer-genre-f-b-genre-h"),
    ],
)
def test_a_file_is_named_after_what_it_shows(
    view: str, search: str, stem: str, publication: Publication
) -> None:
    found = exhibit(view, search, publication)
    assert found.file_stem == f"{stem}-2017-10-31-demonstration"


def test_a_file_of_many_filters_has_a_short_name_of_its_own(publication: Publication) -> None:
    long = "?promotion=2013-2014,2014-2015&age=moins-de-30-ans,30-39&situation.T1=en-etude,inactif"
    names = {exhibit("carte", s, publication).file_stem for s in (long, f"{long}&genre=F")}
    assert len(names) == 2
    assert all(len(name) < 120 for name in names)


@pytest.mark.parametrize(
    ("search", "sentence"),
    [
        ("", "Toutes les promotions, toutes les régions : 1\u202f044 bénéficiaires"),
        ("?promotion=2012-2013", "Promotion 2012-2013 : 28 bénéficiaires"),
        (
            "?genre=F&age=moins-de-30-ans&promotion=2015-2016&region=pays-de-la-loire",
            "Femmes de moins de 30 ans, promotion 2015-2016, Pays de la Loire : 12 bénéficiaires",
        ),
        ("?region=corse", "Corse : aucun bénéficiaire"),
    ],
)
def test_the_headline_tells_the_selection_with_its_people(
    search: str, sentence: str, publication: Publication
) -> None:
    assert headline(read(search, publication).selection, publication) == sentence


@pytest.mark.parametrize(
    ("view", "search", "why", "filter_to_take_off"),
    [
        (
            "statut",
            "?promotion=2012-2013&genre=F",
            "La promotion 2012-2013 est hors champ de l'enquête",
            "cohort",
        ),
        # Without the age there are 28 people, but nobody asked them: that would bring nothing back.
        (
            "statut",
            "?promotion=2012-2013&region=rhone-alpes&age=50-ans-et-plus",
            "La promotion 2012-2013 est hors champ de l'enquête",
            "cohort",
        ),
        ("csp", "?region=corse&genre=F", "Aucun bénéficiaire", "region"),
        ("csp", "?reponse=non-repondants", "Aucun répondant à l'enquête", "response"),
        ("chiffres-cles", "?region=corse&genre=F", "Aucun bénéficiaire", "region"),
        ("carte", "?region=corse&genre=F", "Aucun bénéficiaire", "region"),
        ("carte", "?promotion=2013-2014&carte.mesure=cadres", "Statut cadre\u00a0:", "cohort"),
    ],
)
def test_nobody_is_explained_and_the_filter_that_would_bring_people_is_offered(
    view: str, search: str, why: str, filter_to_take_off: str, publication: Publication
) -> None:
    found = exhibit(view, search, publication)
    assert found.empty
    assert found.content.nothing.startswith(why)
    assert found.widening is not None
    taken_off = found.widening.condition.dimension
    assert taken_off == Dimension(filter_to_take_off)
    wider = read(search, publication).selection.without(taken_off)
    assert found.widening.people == people_in(wider, publication)


@pytest.mark.parametrize("view", ["statut", "carte", "emploi", "contrats", "apports"])
def test_the_text_alternative_of_nobody_says_why(view: str, publication: Publication) -> None:
    found = exhibit(view, "?region=corse", publication).content
    assert found.alternative == found.nothing == "Aucun bénéficiaire dans cette sélection."


def test_where_no_single_filter_brings_people_back_none_is_offered(
    publication: Publication,
) -> None:
    found = exhibit("statut", "?promotion=2012-2013&region=corse", publication)
    assert found.empty
    assert found.widening is None


def test_where_there_is_somebody_no_filter_is_offered(publication: Publication) -> None:
    assert exhibit("statut", "?promotion=2013-2014", publication).widening is None


def test_one_person_is_told_in_the_singular(publication: Publication) -> None:
    search = "?promotion=2014-2015&region=franche-comte&age=50-ans-et-plus"
    found = exhibit("chiffres-cles", search, publication)
    assert found.content.base == 1
    assert found.content.reading.startswith("1 personne a bénéficié de ")


@pytest.mark.parametrize("view", ["chiffres-cles", "carte", "statut", "csp", "secteur"])
def test_a_phone_draws_another_figure_of_the_same_numbers(
    view: str, publication: Publication
) -> None:
    address = read("?promotion=2014-2015", publication)
    wide = compose(view_named(view), address, publication)
    narrow = compose(view_named(view), address, publication, narrow=True)
    assert narrow.content.data_table == wide.content.data_table
    assert narrow.content.reading == wide.content.reading


@pytest.mark.parametrize("view", ["contrats", "travail-salaire", "emploi", "profils-regionaux"])
def test_over_nobody_no_note_tells_what_is_out_of_scope_as_zero(
    view: str, publication: Publication
) -> None:
    position = "&profils-regionaux.mesure=emploi-t1" if view == "profils-regionaux" else ""
    found = exhibit(view, f"?promotion=2012-2013{setting}", publication)
    assert found.empty
    assert found.content.notes == ()
    assert "hors champ" in found.content.nothing
