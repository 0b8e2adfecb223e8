"""Does an exhibit carry everything that must be said of its numbers, and explain itself where there is nobody?"""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from dashboard.domain.dimension import Dimension
from dashboard.exhibits.composition import compose
from dashboard.exhibits.selected import headline, people_in
from dashboard.outputs.csv import write_csv
from dashboard.outputs.xlsx.workbook import write_xlsx
from dashboard.publication import Publication
from dashboard.text.numbers import count
from dashboard.views.registry import view_named
from dashboard.web.pages import read
from tests.support.exhibits import composed, plain


@pytest.mark.parametrize("view", ["chiffres-cles", "carte", "statut", "csp", "secteur"])
def test_an_exhibit_says_who_when_and_from_where(view: str, publication: Publication) -> None:
    shown = composed(view, "?genre=F&promotion=2015-2016&carte.mesure=ue", publication)
    assert shown.selection == "Femmes, promotion 2015-2016"
    assert "synthétiques" in shown.stamp
    assert shown.version == publication.version
    assert shown.dated == publication.dated
    assert shown.content.base > 0
    assert shown.content.source.endswith("DNF-OEC")
    assert shown.caption.source.startswith(shown.caption.origin)
    assert shown.caption.source.endswith("calées sur le bilan publié.")
    for sentence in (shown.content.reading, shown.content.alternative):
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
    assert composed(view, search, publication).address == address


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
    shown = composed(view, search, publication)
    assert shown.file_stem == f"{stem}-2017-10-31-demonstration"


def test_a_file_of_many_filters_has_a_short_name_of_its_own(publication: Publication) -> None:
    long = "?promotion=2013-2014,2014-2015&age=moins-de-30-ans,30-39&situation.T1=en-etude,inactif"
    names = {composed("carte", s, publication).file_stem for s in (long, f"{long}&genre=F")}
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
    shown = composed(view, search, publication)
    assert shown.empty
    assert shown.content.nothing.startswith(why)
    assert shown.widening is not None
    taken_off = shown.widening.condition.dimension
    assert taken_off == Dimension(filter_to_take_off)
    wider = read(search, publication).selection.without(taken_off)
    assert shown.widening.people == people_in(wider, publication)


@pytest.mark.parametrize("view", ["statut", "carte", "emploi", "contrats", "apports"])
def test_the_text_alternative_of_nobody_says_why(view: str, publication: Publication) -> None:
    shown = composed(view, "?region=corse", publication).content
    assert shown.alternative == shown.nothing == "Aucun bénéficiaire dans cette sélection."


@pytest.mark.parametrize(
    ("view", "search", "why"),
    [
        ("emploi-groupes", "?situation.T1=en-recherche-d-emploi", "Avec ce filtre, aucun de ceux"),
        ("emploi", "?promotion=2016-2017&contrat.T1=cdi", "Un filtre fixe déjà la part"),
        ("profils-regionaux", "?genre=F&profils-regionaux.mesure=femmes", "Un filtre fixe déjà"),
    ],
)
def test_what_a_filter_settles_is_a_sentence_with_its_people_and_no_number(
    view: str, search: str, why: str, publication: Publication
) -> None:
    shown = composed(view, search, publication)
    assert shown.empty
    assert shown.content.base > 0
    assert f"n = {count(shown.content.base)}" in plain(shown.caption.champ)
    assert shown.caption.nothing.startswith(why)
    assert (shown.caption.reading, shown.content.notes, shown.content.data_table.rows) == (
        "",
        (),
        (),
    )
    assert shown.widening is not None
    (line,) = write_csv(shown).decode("utf-8-sig").splitlines()[1:]
    assert why in line
    book = load_workbook(BytesIO(write_xlsx(shown)))
    notice = {row[0]: row[1] for row in book["Notice"].iter_rows(max_col=2, values_only=True)}
    assert why in str(notice["Rien à montrer"])
    cells = [cell for row in book.worksheets[0].iter_rows(values_only=True) for cell in row]
    assert not any(isinstance(cell, int | float) for cell in cells)


def test_where_no_single_filter_brings_people_back_none_is_offered(
    publication: Publication,
) -> None:
    shown = composed("statut", "?promotion=2012-2013&region=corse", publication)
    assert shown.empty
    assert shown.widening is None


def test_where_there_is_somebody_no_filter_is_offered(publication: Publication) -> None:
    assert composed("statut", "?promotion=2013-2014", publication).widening is None


def test_one_person_is_written_in_the_singular(publication: Publication) -> None:
    search = "?promotion=2014-2015&region=franche-comte&age=50-ans-et-plus"
    shown = composed("chiffres-cles", search, publication)
    assert shown.content.base == 1
    assert shown.content.reading.startswith("1 personne a bénéficié de ")


@pytest.mark.parametrize("view", ["chiffres-cles", "carte", "statut", "csp", "secteur"])
def test_a_phone_s_chart_is_another_one_of_the_same_numbers(
    view: str, publication: Publication
) -> None:
    address = read("?promotion=2014-2015", publication)
    wide = compose(view_named(view), address, publication)
    narrow = compose(view_named(view), address, publication, medium="phone")
    assert narrow.content.data_table == wide.content.data_table
    assert narrow.caption.reading == wide.caption.reading


@pytest.mark.parametrize("view", ["contrats", "travail-salaire", "emploi", "profils-regionaux"])
def test_over_nobody_no_note_tells_what_is_out_of_scope_as_zero(
    view: str, publication: Publication
) -> None:
    position = "&profils-regionaux.mesure=emploi-t1" if view == "profils-regionaux" else ""
    shown = composed(view, f"?promotion=2012-2013{position}", publication)
    assert shown.empty
    assert shown.content.notes == ()
    assert "hors champ" in shown.content.nothing
