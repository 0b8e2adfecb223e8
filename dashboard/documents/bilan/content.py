"""What does the document of the whole study hold, in the order of the published one, for the people of an address?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from urllib.parse import unquote

from dashboard.content.content import Section
from dashboard.content.page import (
    BENEFICIARIES,
    BENEFITS,
    OUTCOMES,
    OVERVIEW,
    SURVEY,
    TERRITORIES,
    TRAINING,
    Page,
)
from dashboard.content.view import Scene
from dashboard.documents.bilan.afterwards import benefits, outcomes, survey, training
from dashboard.documents.bilan.annexes import annexes, details_of, numbers_of, plate_of, words
from dashboard.documents.bilan.people import beneficiaries, presentation, territories
from dashboard.documents.bilan.plan import CHAPTERS, METHOD, is_of_method, title_of, views_in
from dashboard.documents.document import (
    Chapter,
    Composer,
    Document,
    Passage,
    Plate,
    document_of,
    file_stem,
)
from dashboard.domain.address import Address, format_address
from dashboard.domain.selection import Selection
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.told import TOO_FEW, too_few
from dashboard.publication import Publication
from dashboard.text.nouns import report
from dashboard.text.words import capital
from dashboard.views.registry import offered

Sentences = Callable[[Selection, Publication], Iterator[Passage]]

SAID: Mapping[Page, Sentences] = MappingProxyType(
    {
        OVERVIEW: presentation,
        TERRITORIES: territories,
        BENEFICIARIES: beneficiaries,
        TRAINING: training,
        OUTCOMES: outcomes,
        SURVEY: survey,
    }
)
"""What each chapter begins with; that of the benefits is said of its own plates."""


def bilan(address: Address, publication: Publication, compose: Composer) -> Document:
    """The document of the people whom the filters of `address` keep; `compose` makes its exhibits.

    The switches of views do not hold: the document shows each as it is by itself.
    """
    vocabulary, plain = publication.vocabulary, Address(address.selection)
    named = report(vocabulary)
    title = capital(named.singular) if named else "Bilan"
    state = unquote(format_address(plain.selection, {}, vocabulary))
    stem = file_stem("bilan", state, publication)
    document = document_of(address, title, stem, publication)
    if too_few(Scene(plain.selection, {}, vocabulary), publication):
        return replace(document, nothing=TOO_FEW)
    return _with_chapters(document, plain, publication, compose) if document.people else document


def _with_chapters(
    document: Document, address: Address, publication: Publication, compose: Composer
) -> Document:
    vocabulary = publication.vocabulary
    method = _method(address, publication, compose)
    chapters = [
        chapter
        for page in CHAPTERS
        if (chapter := _chapter(page, address, publication, compose, method)) is not None
    ]
    figures = [plate for chapter in chapters for plate in chapter.plates]
    behind = [*annexes(address, vocabulary, compose), *numbers_of(figures)]
    numbered = replace(document, chapters=(*chapters, *behind))
    told = (*details_of(numbered), *words(vocabulary, method))
    return replace(numbered, chapters=(*numbered.chapters, *told))


def _chapter(
    page: Page,
    address: Address,
    publication: Publication,
    compose: Composer,
    method: Sequence[Section],
) -> Chapter | None:
    """The chapter of a page; None where the study offers nothing of it."""
    views = views_in(page, publication.vocabulary)
    if not views:
        return None
    exhibits = [compose(view, address) for view in views]
    plates = tuple(plate_of(exhibit) for exhibit in exhibits if not exhibit.empty)
    return Chapter(
        page.name,
        title_of(page),
        (*_said(page, address.selection, publication, plates), *_without(exhibits)),
        plates,
        tuple(section for section in method if section.paragraphs) if is_of_method(page) else (),
    )


def _said(
    page: Page, selection: Selection, publication: Publication, plates: Sequence[Plate]
) -> Iterator[Passage]:
    if page is BENEFITS:
        yield from benefits(plates)
    elif page in SAID:
        yield from SAID[page](selection, publication)


def _without(exhibits: Sequence[Exhibit]) -> Iterator[Passage]:
    """Why views that have nobody to show are not shown."""
    for exhibit in exhibits:
        if exhibit.empty:
            yield Passage(
                f"La vue « {exhibit.caption.title} » n'a rien à montrer. {exhibit.caption.nothing}"
            )


def _method(address: Address, publication: Publication, compose: Composer) -> tuple[Section, ...]:
    """How everything is counted, as the page of the survey explains it."""
    known = offered(publication.vocabulary)
    return compose(known[METHOD], address).content.sections if METHOD in known else ()
