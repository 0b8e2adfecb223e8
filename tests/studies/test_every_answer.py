"""Does a study that is nothing like the shipped one answer everywhere, and in its own words?"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from dashboard.current import Current
from dashboard.exhibits.composition import FAILED
from dashboard.outputs.writers import WRITERS
from dashboard.publication import Publication
from dashboard.views.registry import offered, offered_pages, views
from dashboard.web.presentation import PRESENTATION
from dashboard.web.server import create_app
from tests.studies.answers import (
    FOREIGN,
    card_texts,
    exhibit,
    file_texts,
    filtered,
    package_texts,
    page_texts,
    pages,
    switched,
)
from tests.studies.studies import STUDIES, study
from tests.support.examples import PROFILE

every_study = pytest.mark.parametrize("name", STUDIES)


def foreign(text: str) -> list[str]:
    """The words of another study in `text`, each with what stands around it."""
    return [text[max(0, m.start() - 60) : m.end() + 40] for m in FOREIGN.finditer(text)]


def some(searches: Iterable[str]) -> list[str]:
    """All of them in `make soak`, else every third one."""
    return list(searches)[:: 1 if PROFILE == "soak" else 3]


@pytest.fixture(scope="module", params=STUDIES)
def loaded(request: pytest.FixtureRequest) -> Publication:
    return study(request.param)


@pytest.fixture(scope="module")
def served(loaded: Publication) -> FlaskClient:
    client: FlaskClient = create_app(Current(loaded)).server.test_client()
    return client


@every_study
def test_every_page_answers_in_the_words_of_the_study(name: str) -> None:
    publication = study(name)
    for page in pages(publication):
        text = page_texts(page, "", publication, narrow=page is not PRESENTATION)
        assert FAILED not in text, page.path
        assert not foreign(text), page.path


@every_study
def test_every_position_of_every_switch_answers(name: str) -> None:
    publication = study(name)
    for view, search in switched(publication):
        assert not foreign(card_texts(view, search, publication)), (view, search)
        taken = exhibit(view, search, publication)
        assert not foreign(file_texts(taken, "csv")), (view, search)


@every_study
def test_every_page_answers_to_every_filter(name: str) -> None:
    publication = study(name)
    for search in some(filtered(publication)):
        for page in offered_pages(publication.vocabulary):
            text = page_texts(page, search, publication)
            assert FAILED not in text, (page.path, search)
            assert not foreign(text), (page.path, search)


@every_study
def test_every_view_can_be_taken_away_in_every_format(name: str) -> None:
    publication = study(name)
    for view, search in switched(publication):
        if PROFILE == "soak" or not search:
            for suffix in ("xlsx", "pptx"):
                text = file_texts(exhibit(view, search, publication), suffix)
                assert not foreign(text), (view, search, suffix)


@every_study
def test_two_selections_are_compared_on_every_view(name: str) -> None:
    publication = study(name)
    gender = publication.vocabulary.variable("gender")
    first, second = (category.parameter_value for category in gender.categories[:2])
    pair = f"{gender.parameter}={first}&b.{gender.parameter}={second}"
    compared = [view for view in offered(publication.vocabulary).values() if view.comparable]
    assert len(compared) > 5
    for view in compared:
        taken = exhibit("comparer", f"{pair}&comparer.vue={view.name}", publication)
        assert taken.caption.title
        for suffix in WRITERS if PROFILE == "soak" else ("csv",):
            assert not foreign(file_texts(taken, suffix)), (view.name, suffix)


def test_a_deck_of_every_view_is_in_the_words_of_the_study(
    served: FlaskClient, loaded: Publication
) -> None:
    listed = served.get("/deck.json?expo=chiffres-cles").get_json()
    assert listed[0]["view"] == "chiffres-cles"
    slides = "&".join(f"expo={name}" for name in offered(loaded.vocabulary))
    response = served.get(f"/deck.pptx?{slides}&titre={quote('Commission')}")
    assert response.status_code == 200
    assert not foreign(package_texts(response.data))


def test_the_page_around_is_in_the_words_of_the_study(served: FlaskClient) -> None:
    text = served.get("/").text
    assert not foreign(text)
    assert "{description}" not in text


def test_what_a_study_does_not_offer_is_refused_with_what_it_does(
    served: FlaskClient, loaded: Publication
) -> None:
    missing = [name for name in views() if name not in offered(loaded.vocabulary)]
    assert missing
    for name in missing:
        answer = served.get(f"/export/{name}.csv")
        assert answer.status_code == 404
        assert "Vues possibles" in answer.text or "Vouliez-vous dire" in answer.text


@pytest.mark.parametrize(
    ("name", "absent"),
    [
        ("une_vague", {"Territoires", "Apports"}),
        ("cinq_vagues", set()),
        ("rien_publie", set()),
    ],
)
def test_a_page_without_a_view_is_not_in_the_menu(name: str, absent: set[str]) -> None:
    titles = {page.title for page in offered_pages(study(name).vocabulary)}
    assert {"Vue d'ensemble", "Bénéficiaires", "Devenir", "Enquête et méthode"} <= titles
    assert not titles & absent


def test_no_file_that_a_browser_is_sent_has_a_word_of_a_study() -> None:
    from dashboard.web.server import ROOT  # noqa: PLC0415

    for path in (ROOT / "assets").rglob("*"):
        # What others wrote says `None` of its own.
        if path.suffix in (".css", ".js", ".svg") and path.parent.name != "vendor":
            assert not foreign(path.read_text(encoding="utf-8")), path
