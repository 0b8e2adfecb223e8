"""Does every page stand, and does nothing of it run, whatever an institution's codebook calls things?"""

import pytest
from flask.testing import FlaskClient
from lxml import html
from lxml.html import HtmlElement

from dashboard.current import Current
from dashboard.exhibits.composition import FAILED
from dashboard.publication import Publication
from dashboard.web.server import create_app
from tests.outputs.taken import hostile_publication
from tests.studies.answers import page_texts, pages
from tests.support.exhibits import opened


@pytest.fixture(scope="module")
def hostile_book(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    return hostile_publication(tmp_path_factory.mktemp("codebook"))


def page(publication: Publication) -> HtmlElement:
    """The first page, as a browser reads it."""
    client: FlaskClient = create_app(Current(publication)).server.test_client()
    return html.document_fromstring(client.get("/").text)


def elements(page: HtmlElement) -> list[tuple[object, tuple[str, ...]]]:
    """What the elements are, and what they say of themselves: not in which words."""
    return [(element.tag, tuple(sorted(element.attrib))) for element in page.iter()]


def test_the_page_around_has_the_elements_that_it_always_has(hostile_book: Publication) -> None:
    hostile, ours = page(hostile_book), page(opened())
    # Which words of a card lead to the glossary depends on the words.
    assert set(elements(hostile)) <= set(elements(ours))
    for each in (hostile, ours):
        each.get_element_by_id("page").drop_tree()
    assert elements(hostile) == elements(ours)
    study = hostile_book.vocabulary.codebook.study
    assert hostile.findtext(".//title") == study.title
    assert hostile.xpath("//meta[@name='description']/@content") == [study.description]


def test_every_page_stands(hostile_book: Publication) -> None:
    for each in pages(hostile_book):
        assert FAILED not in page_texts(each, "", hostile_book), each.path
