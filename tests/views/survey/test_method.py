"""Does the method page tell the calendar, the edition and the rules, and define whatever other pages point to?"""

from dataclasses import replace

from dashboard.content.page import SURVEY
from dashboard.content.view import Scene
from dashboard.domain.address import Address
from dashboard.domain.glossary import terms_of
from dashboard.exhibit import Exhibit, compose
from dashboard.outputs.csv import write_csv
from dashboard.publication import Publication
from dashboard.views.registry import view_named
from dashboard.views.survey.method.view import KEY_TERMS
from dashboard.web.state import parts_on, read
from tests.support.exhibits import loosened, plain
from tests.support.vocabularies import VOCABULARY


def shown(publication: Publication, search: str = "", *, narrow: bool = False) -> Exhibit:
    return loosened(
        compose(view_named("methode"), read(search, publication), publication, narrow=narrow)
    )


def definitions(exhibit: Exhibit) -> dict[str, str]:
    rows = exhibit.content.data_table.rows
    return {row.labels[1]: plain(row.labels[2]) for row in rows if row.labels[1]}


def test_the_calendar_says_which_survey_gives_which_wave(publication: Publication) -> None:
    told = definitions(shown(publication))
    assert told["Promotion 2013-2014, T1"] == "1er septembre 2014"
    assert told["Promotion 2013-2014, T0"] == "1er septembre 2014"
    assert told["Promotion 2015-2016, T3"] == "1er septembre 2018 (à venir)"
    assert told["Promotion 2012-2013"] == "hors champ de l'enquête"


def test_the_figure_has_the_cells_of_the_table(publication: Publication) -> None:
    heat, *_ = shown(publication).content.figure["data"]
    assert heat["z"] == [
        [None] * 6,
        [1, 1, 1, None, None, None],
        [None, 1, 1, 1, None, None],
        [None, None, 1, 1, 0.2, None],
        [None, None, None, 1, 0.2, 0.2],
    ]


def test_one_sentence_reads_one_row(publication: Publication) -> None:
    assert shown(publication).content.reading == (
        "Pour la promotion 2016-2017, les réponses à T1 se rapportent au 1er septembre 2017."
    )


def test_it_tells_edition_rule_and_absences(publication: Publication) -> None:
    sections = {section.title: section for section in shown(publication).content.sections}
    data = " ".join(sections["Les données"].paragraphs)
    assert publication.version in data
    assert "31 octobre 2017" in data
    assert publication.stamp in data
    assert publication.policy.description in sections["La confidentialité"].paragraphs[0]
    interval = sections["Lire une part et son intervalle"].paragraphs[0]
    assert interval.count(". ") == 1
    weights = " ".join(sections["Redresser les réponses"].paragraphs)
    assert "promotion, région, tranche d'âge, genre et statut cadre" in weights
    assert "4 fois le poids moyen" in weights
    survey = plain(" ".join(sections["Les vagues de l'enquête"].paragraphs))
    assert "quatre semaines" in survey
    assert "3 fois au plus. La promotion 2012-2013, d'avant l'enquête, ne l'a jamais été." in survey
    lists = {one.term: plain(one.text) for one in sections["Les nomenclatures"].definitions}
    assert "Répondants ; Non répondants" in lists["Réponse à l'enquête"]
    assert "En recherche d'emploi : " not in lists["Situation professionnelle"]
    stable = definitions(shown(publication))["Type de contrat"]
    assert "Insee" not in stable


def test_every_term_has_its_place(publication: Publication) -> None:
    (page,) = [parts_on(SURVEY, Address(), publication)["methode"]["prose"]]
    text = getattr(page, "data-still")
    for term in terms_of(publication.vocabulary.codebook):
        assert f'id="{term.anchor}"' in text
    assert 'id="glossaire"' in text


def test_filters_change_nothing(publication: Publication) -> None:
    assert shown(publication, "genre=F").content == shown(publication).content


def test_the_export_holds_the_words(publication: Publication) -> None:
    lines = write_csv(shown(publication)).decode("utf-8-sig").splitlines()
    assert lines[0].startswith("rubrique;terme;définition;")
    assert any(line.startswith("Glossaire;DELD;") for line in lines)


def test_a_phone_has_shorter_words(publication: Publication) -> None:
    wide, narrow = shown(publication), shown(publication, narrow=True)
    assert wide.content.data_table == narrow.content.data_table
    assert wide.content.figure != narrow.content.figure


def test_a_cohort_whose_turn_has_not_come_waits_for_every_wave(publication: Publication) -> None:
    view = view_named("methode")
    scene = Scene(
        Address().selection, {}, VOCABULARY, dataset_info=replace(publication.dataset_info)
    )
    tables = {name: publication.tabulate(query) for name, query in view.ask(scene).items()}
    rows = {row.labels[1]: row.labels[2] for row in view.tell(scene, tables).data_table.rows}
    assert rows["Promotion 2015-2016, T1"] == "1er\u00a0septembre 2016 (à venir)"


def test_a_room_gets_the_calendar_and_a_few_words(publication: Publication) -> None:
    address = read("", publication)
    (words,) = compose(view_named("methode"), address, publication, projected=True).content.sections
    assert {one.term for one in words.definitions} == set(KEY_TERMS)
