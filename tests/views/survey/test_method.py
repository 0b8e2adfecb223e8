"""Does the method page tell the calendar, the tables and the rules, and define whatever a reader has to know?"""

from dashboard.content.charts import Matrix
from dashboard.content.content import Content
from dashboard.content.medium import Medium
from dashboard.content.view import Scene
from dashboard.domain.selection import Selection
from dashboard.publication import Publication
from dashboard.views.survey.method.calendar import calendar_chart
from dashboard.views.survey.method.view import KEY_TERMS, VIEW
from tests.support.exhibits import opened, plain, shown
from tests.support.vocabularies import VOCABULARY


def method(search: str = "", medium: Medium = "page") -> Content:
    return shown("methode", search, medium=medium).content


def calendar(medium: Medium = "page") -> Matrix:
    chart = method(medium=medium).chart
    assert isinstance(chart, Matrix)
    return chart


def definitions(content: Content) -> dict[str, str]:
    rows = content.data_table.rows
    return {row.labels[1]: plain(row.labels[2]) for row in rows if row.labels[1]}


def test_the_calendar_says_which_survey_gives_which_wave() -> None:
    days = definitions(method())
    assert days["Promotion 2013-2014, T1"] == "1er septembre 2014"
    assert days["Promotion 2013-2014, T0"] == "1er septembre 2014"
    assert days["Promotion 2015-2016, T3"] == "1er septembre 2018 (à venir)"
    assert days["Promotion 2012-2013"] == "hors champ de l'enquête"


def test_the_chart_has_the_cells_of_the_table() -> None:
    drawn = calendar()
    assert [[cell.fill for cell in row] for row in drawn.cells] == [
        [None] * 6,
        [1, 1, 1, 0, 0, 0],
        [0, 1, 1, 1, 0, 0],
        [0, 0, 1, 1, 0.2, 0],
        [0, 0, 0, 1, 0.2, 0.2],
    ]
    assert [row.plain for row in drawn.rows] == list(opened().vocabulary.cohorts)
    asked, to_come = drawn.cells[1][0], drawn.cells[3][4]
    assert [line[0].text for line in asked.text.lines] == ["T0", "T1"]
    assert asked.text.has_bold
    assert to_come.text.plain == "T3 à venir"
    assert plain(to_come.hover.plain).startswith("Promotion 2015-2016, 1er septembre 2018 T3 : ")
    assert {cell.text.plain for cell in drawn.cells[0]} == {"hors champ"}


def test_where_there_was_no_survey_and_none_is_to_come_there_is_no_chart() -> None:
    scene = Scene(Selection(), {}, opened().vocabulary)
    assert calendar_chart(scene, {"2012-2013": {}}, {"2012-2013": {}}) is None


def test_one_sentence_reads_one_row() -> None:
    assert method().reading == (
        "Pour la promotion 2016-2017, les réponses à T1 se rapportent au 1er septembre 2017."
    )


def test_it_tells_tables_rule_and_absences(publication: Publication) -> None:
    sections = {section.title: section for section in method().sections}
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
    lists = {each.term: plain(each.text) for each in sections["Les nomenclatures"].definitions}
    assert "Répondants ; Non répondants" in lists["Réponse à l'enquête"]
    assert "En recherche d'emploi : " not in lists["Situation professionnelle"]
    assert "Contrat stable : CDI, " in lists["Type de contrat"]
    assert "Insee" not in definitions(method())["Type de contrat"]


def test_every_word_stands_in_the_table() -> None:
    content = method()
    rows = {tuple(map(plain, row.labels)) for row in content.data_table.rows}
    for section in content.sections:
        assert {(section.title, "", plain(text)) for text in section.paragraphs} <= rows
        defined = {(section.title, each.term, plain(each.text)) for each in section.definitions}
        assert defined <= rows
    assert {row.count for row in content.data_table.rows} == {None}
    assert ("Glossaire", "DELD") in {labels[:2] for labels in rows}


def test_filters_change_nothing() -> None:
    assert method("genre=F") == method()


def test_a_phone_has_shorter_words() -> None:
    assert method().data_table == method(medium="phone").data_table
    phone = calendar("phone")
    assert (phone.row_title, phone.column_title) == ("", "")
    assert [len(column.lines) for column in phone.columns] == [2] * 6
    assert {cell.text.plain for cell in phone.cells[0]} == {"–"}
    assert [len(column.lines) for column in calendar().columns] == [1] * 6


def test_a_cohort_whose_turn_has_not_come_waits_for_every_wave(publication: Publication) -> None:
    scene = Scene(Selection(), {}, VOCABULARY, dataset_info=publication.dataset_info)
    tables = {name: publication.tabulate(query) for name, query in VIEW.ask(scene).items()}
    assert definitions(VIEW.tell(scene, tables))["Promotion 2015-2016, T1"] == (
        "1er septembre 2016 (à venir)"
    )


def test_a_room_gets_the_calendar_and_a_few_words() -> None:
    (words,) = method(medium="room").sections
    assert {each.term for each in words.definitions} == set(KEY_TERMS)
