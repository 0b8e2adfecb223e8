"""Does the method page tell the calendar, the tables and the rules, and define whatever a reader has to know?"""

from datetime import date

from dashboard.content.charts import Matrix
from dashboard.content.content import Content
from dashboard.content.medium import Medium
from dashboard.content.view import Scene
from dashboard.domain.selection import Selection
from dashboard.publication import Publication
from dashboard.views.registry import not_offered, offered
from dashboard.views.registry import views as all_views
from dashboard.views.survey.method.calendar import calendar_chart
from dashboard.views.survey.method.view import KEY_TERMS, VIEW
from tests.studies.studies import study
from tests.support.exhibits import composed, opened, plain, shown
from tests.support.retold import changed, retold, with_variables
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
        defined = {
            (section.title, plain(each.term), plain(each.text)) for each in section.definitions
        }
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


def section(content: Content, title: str) -> str:
    """The words of one section, or nothing where there is none."""
    return " ".join(
        plain(text)
        for each in content.sections
        if each.title == title
        for text in (*each.paragraphs, *(f"{d.term} : {d.text}" for d in each.definitions))
    )


LACKS = "Ce qui n'est pas proposé"


def of(name: str) -> Content:
    return composed("methode", "", study(name)).content


def test_what_is_not_offered_is_told_with_its_reason() -> None:
    told = section(of("une_vague"), LACKS)
    assert "Carte des régions : Aucun découpage en régions n'est décrit" in told
    assert (
        "Contrats : Le dictionnaire n'a pas la variable « contract » (le contrat de travail)"
        in told
    )
    assert section(method(), LACKS) == ""
    views = {lack.name for lack in not_offered(study("une_vague").vocabulary) if not lack.position}
    assert views == set(all_views()) - set(offered(study("une_vague").vocabulary))


def test_a_position_that_is_not_offered_is_told_too(publication: Publication) -> None:
    pathways = with_variables(publication, without=("working_time",))
    told = section(composed("methode", "", pathways).content, LACKS)
    assert told.endswith(
        "Salaire : Réglage « Variable », « Temps de travail » : le dictionnaire n'a pas la variable « working_time » "
        "(le temps de travail)."
    )


def test_what_is_funded_is_called_by_its_name() -> None:
    assert "qu'il a de modules financés lorsque ce sont les modules que l'on compte" in section(
        of("une_vague"), "La population"
    )
    assert "qu'il a d'unités financées lorsque ce sont les unités que l'on compte" in section(
        method(), "La population"
    )


def test_the_survey_is_told_as_the_study_does_it() -> None:
    waves = "Les vagues de l'enquête"
    once, six_months, yearly = (
        section(of(name), waves) for name in ("une_vague", "cinq_vagues", "rien_publie")
    )
    assert once.startswith(
        "Une promotion est interrogée une seule fois, après son inscription. Le "
    )
    assert "après son inscription : 5 fois au plus" in six_months
    assert "d'année en année et à la même saison : 2 fois au plus" in yearly
    assert "L'enquête est menée par téléphone, au printemps. Elle porte" in yearly


def test_a_study_says_nothing_of_how_its_survey_is_done(publication: Publication) -> None:
    silent = changed(publication.vocabulary.codebook.study, survey="")
    (waves,) = (
        each
        for each in composed("methode", "", retold(publication, study=silent)).content.sections
        if each.title == "Les vagues de l'enquête"
    )
    assert len(waves.paragraphs) == 2


def test_the_correction_is_told_where_there_is_one(publication: Publication) -> None:
    title = "Redresser les réponses"
    assert "vues sur le devenir donne" in section(of("une_vague"), title)
    assert section(of("une_vague"), title).endswith("rien n'est redressé.")
    assert section(of("cinq_vagues"), title).endswith("rien n'est redressé, comme dans l'étude.")
    uses = changed(publication.vocabulary.codebook.uses, known_of_all=())
    without = retold(publication, uses=uses)
    object.__setattr__(without.vocabulary, "weighting", None)
    assert section(composed("methode", "", without).content, title) == ""


def test_a_room_hears_the_words_that_the_glossary_has() -> None:
    (words,) = composed("methode", "", study("une_vague"), medium="room").content.sections
    assert [each.term for each in words.definitions] == ["Répondant"]
    assert composed("methode", "", study("cinq_vagues"), medium="room").content.sections == ()


def test_two_surveys_of_a_month_are_told_apart(publication: Publication) -> None:
    scene = Scene(Selection(), {}, VOCABULARY)
    days = {"2013-2014": {date(2014, 9, 1): ["T1"], date(2014, 9, 15): ["T2"]}}
    chart = calendar_chart(scene, days, {"2013-2014": {}})
    assert chart is not None
    assert [column.plain for column in chart.columns] == ["1 sept. 2014", "15 sept. 2014"]
