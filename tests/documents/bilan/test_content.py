"""Is the whole study in its document: every view, in order, with sentences that say what the views count?"""

from __future__ import annotations

from functools import partial

import pytest

from dashboard.content.page import COMPARISON, PAGES
from dashboard.documents.bilan.afterwards import outcomes
from dashboard.documents.bilan.annexes import MOST_ROWS
from dashboard.documents.bilan.content import bilan
from dashboard.documents.bilan.plan import CHAPTERS, title_of
from dashboard.documents.document import Document
from dashboard.exhibits.composition import compose
from dashboard.publication import Publication
from dashboard.views.registry import offered
from dashboard.web.pages import read
from tests.studies.studies import study
from tests.support.exhibits import composed, plain


def document_of(search: str, publication: Publication) -> Document:
    made = partial(compose, publication=publication)
    return bilan(read(search, publication), publication, made)


@pytest.fixture(scope="module")
def whole(publication: Publication) -> Document:
    return document_of("", publication)


def _said(document: Document, chapter: str) -> str:
    found = document.chapter(chapter)
    assert found is not None
    return plain(" ".join(passage.text for passage in found.passages))


def test_every_view_that_the_study_offers_has_its_plate(
    whole: Document, publication: Publication
) -> None:
    shown = {plate.exhibit.view.name for plate in whole.plates}
    wanted = {name for name, view in offered(publication.vocabulary).items() if not view.borrows}
    assert shown == wanted
    assert not any(plate.exhibit.empty for plate in whole.plates)


def test_chapters_are_in_the_order_of_the_study_and_annexes_behind(whole: Document) -> None:
    chapters = [chapter.title for chapter in whole.chapters if not chapter.annex]
    assert chapters == [title_of(page) for page in CHAPTERS]
    assert set(PAGES) - set(CHAPTERS) == {COMPARISON}
    assert [c.annex for c in whole.chapters] == sorted(c.annex for c in whole.chapters)
    names = [chapter.name for chapter in whole.chapters]
    assert len(set(names)) == len(names)


def test_the_annex_of_paths_has_each_cohort_that_was_asked(
    whole: Document, publication: Publication
) -> None:
    annex = whole.chapter("parcours")
    assert annex is not None
    told = [plate.exhibit.selection for plate in annex.plates]
    assert told == [f"Promotion {cohort}" for cohort in publication.vocabulary.surveyed_cohorts()]


def test_the_annex_of_numbers_has_the_table_of_each_figure(whole: Document) -> None:
    annex = whole.chapter("chiffres")
    assert annex is not None
    assert {plate.form for plate in annex.plates} == {"table"}
    tables = {plate.exhibit.view.name for plate in annex.plates}
    figures = {
        plate.exhibit.view.name
        for chapter in whole.chapters
        if not chapter.annex
        for plate in chapter.plates
        if plate.form == "figure" and len(plate.exhibit.content.data_table.rows) <= MOST_ROWS
    }
    assert tables == figures - {"chiffres-cles"}


def test_every_note_is_told_in_the_annex_of_details(whole: Document) -> None:
    annex = whole.chapter("precisions")
    assert annex is not None
    told = {paragraph for section in annex.sections for paragraph in section.paragraphs}
    assert told == {str(note) for plate in whole.plates for note in plate.exhibit.caption.notes}


def test_sentences_say_what_the_views_count(whole: Document, publication: Publication) -> None:
    figures = {
        row.keys[0].code: row
        for row in composed("chiffres-cles", "", publication).content.data_table.rows
    }
    assert f"{figures['units'].count:,}".replace(",", " ") in _said(whole, "vue-d-ensemble")
    afterwards = _said(whole, "devenir")
    response = figures["response_rate"]
    assert f"{response.count} ont répondu" in _said(whole, "enquete")
    table = composed("apports", "", publication).content.data_table.rows
    most = max(
        (row for row in table if row.keys[0].label == "Ensemble"), key=lambda r: r.count or 0
    )
    assert f"{most.labels[-1]} » ({most.count} sur {most.base}" in _said(whole, "apports")
    assert "Sur 732 répondants, " in afterwards
    assert "n'est pas une évolution" in afterwards


@pytest.mark.parametrize(
    ("search", "other"),
    [
        ("?promotion=2013-2014,2014-2015", False),
        ("?promotion=2014-2015,2015-2016", True),
        ("?promotion=2015-2016", False),
    ],
)
def test_waves_are_said_to_be_of_other_cohorts_where_they_are(
    search: str, other: bool, publication: Publication
) -> None:
    told = " ".join(p.text for p in outcomes(read(search, publication).selection, publication))
    assert ("n'ont pas toutes atteint" in told) is other


def test_a_single_answer_is_told_of_one_person(publication: Publication) -> None:
    search = "?promotion=2014-2015&region=franche-comte&genre=H&situation.T3=sans-information"
    told = " ".join(p.text for p in outcomes(read(search, publication).selection, publication))
    assert "Sur 1 répondant, " in plain(told)
    assert "des 1 " not in plain(told)


def test_a_filter_is_not_told_as_a_finding(publication: Publication) -> None:
    women = document_of("?genre=F&region=bretagne", publication)
    assert "femmes" not in _said(women, "beneficiaires")
    assert "Sur 27" not in _said(women, "territoires")


def test_what_has_nobody_is_told_and_not_drawn(publication: Publication) -> None:
    first = document_of("?promotion=2012-2013", publication)
    assert all(not plate.exhibit.empty for plate in first.plates)
    assert "hors champ de l'enquête" in _said(first, "devenir")
    assert "n'a rien à montrer. " in _said(first, "devenir")


def test_every_plate_is_of_the_selection_or_says_of_whom(publication: Publication) -> None:
    search = "?region=pays-de-la-loire&genre=F"
    document = document_of(search, publication)
    for plate in document.plates:
        if plate.exhibit.view.filtered:
            assert "Pays de la Loire" in plate.exhibit.selection
        else:
            assert plate.exhibit.selection == "Toutes les promotions, toutes les régions"


def test_of_nobody_there_is_no_chapter(publication: Publication) -> None:
    document = document_of("?region=corse", publication)
    assert (document.people, document.chapters) == (0, ())


@pytest.mark.parametrize("name", ["une_vague", "cinq_vagues", "rien_publie"])
def test_another_study_has_its_own(name: str) -> None:
    opened = study(name)
    document = document_of("", opened)
    shown = {plate.exhibit.view.name for plate in document.plates}
    told = " ".join(passage.text for c in document.chapters for passage in c.passages)
    for view in offered(opened.vocabulary).values():
        assert view.borrows or view.name in shown or view.title_in(opened.vocabulary) in told
