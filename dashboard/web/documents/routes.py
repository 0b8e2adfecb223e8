"""What do `GET /bilan?…`, `GET /fiche?region=…` and `GET /fiche.pptx?region=…` answer?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial, wraps

from flask import Flask, Response

from dashboard.content.medium import Medium
from dashboard.documents.bilan.content import bilan
from dashboard.documents.document import Document
from dashboard.documents.fiche.content import fiche
from dashboard.documents.fiche.region import choices, one_region
from dashboard.domain.address import Address, format_address
from dashboard.outputs.deck.fiche import write_fiche
from dashboard.outputs.deck.template import Template
from dashboard.outputs.writers import PPTX
from dashboard.publication import Publication
from dashboard.views.kit.regions import main_noun
from dashboard.web.browser_files import BrowserFiles
from dashboard.web.documents.bilan import bilan_page
from dashboard.web.documents.fiche import choice_page, fiche_page
from dashboard.web.documents.links import BILAN, FICHE
from dashboard.web.failures import composed
from dashboard.web.holding.heavy import one_at_a_time
from dashboard.web.holding.refusals import refusal
from dashboard.web.mount import site
from dashboard.web.pages import read
from dashboard.web.seen import Seen
from dashboard.web.taking_away.downloads import SHOWN
from dashboard.web.taking_away.taken import take
from dashboard.web.taking_away.told_first import search_asked, told_first


@dataclass(frozen=True)
class Refused:
    """Why there is no document at an address, in French, and with which status."""

    reasons: list[str]
    status: int = 400


def register_documents(server: Flask, seen: Seen, template: Template, files: BrowserFiles) -> None:
    """Adds the documents to `server`.

    One of few people, exactly counted, answers 428 until its sender has confirmed.
    """
    after_telling = _telling_first(seen, files)

    @server.get(FICHE)
    @after_telling
    def page() -> Response:
        publication = seen.exported()
        asked = _asked(publication, "page")
        if isinstance(asked, Refused):
            return _choice(asked, publication, files)
        search = format_address(_address(publication).selection, {}, publication.vocabulary)
        page = fiche_page(asked, search, publication.vocabulary, files)
        return Response(page, mimetype="text/html")

    @server.get(BILAN)
    @after_telling
    @one_at_a_time
    def whole() -> Response:
        publication = seen.exported()
        address = _address(publication)
        if address.problems:
            return refusal("\n".join(address.problems), 400)
        compose = partial(composed, publication=publication, site=site())
        document = bilan(address, publication, compose)
        search = format_address(address.selection, {}, publication.vocabulary)
        text = bilan_page(document, search, publication.vocabulary, files)
        return Response(text, mimetype="text/html")

    @server.get(f"{FICHE}.pptx")
    @after_telling
    @one_at_a_time
    def slides() -> Response:
        publication = seen.exported()
        asked = _asked(publication, "room")
        if isinstance(asked, Document) and not asked.plates:
            asked = Refused([f"{asked.headline}.", *filter(None, [asked.nothing])], 404)
        if isinstance(asked, Refused):
            return _choice(asked, publication, files)
        response = Response(write_fiche(asked, template), content_type=PPTX)
        response.headers["Content-Disposition"] = f'attachment; filename="{asked.file_stem}.pptx"'
        response.headers[SHOWN] = publication.version
        return response


def _address(publication: Publication) -> Address:
    return read(search_asked(), publication)


def _telling_first(
    seen: Seen, files: BrowserFiles
) -> Callable[[Callable[[], Response]], Callable[[], Response]]:
    """A document of few people is answered after its sender has been told what is at risk."""

    def telling(document: Callable[[], Response]) -> Callable[[], Response]:
        @wraps(document)
        def answered() -> Response:
            publication = seen.exported()
            address = _address(publication)
            about = () if address.problems else (address.selection,)
            take((), about, publication)
            return told_first(about, publication, seen, files) or document()

        return answered

    return telling


def _asked(publication: Publication, medium: Medium) -> Document | Refused:
    """The document that the address of the request asks for, its charts drawn for `medium`."""
    vocabulary, address = publication.vocabulary, _address(publication)
    if not vocabulary.layers:
        return Refused(["Cette étude ne connaît pas de régions : elle n'a pas de fiche."], 404)
    region = one_region(address.selection, vocabulary)
    if address.problems or region is None:
        noun = main_noun(vocabulary)
        choose = f"Choisissez {noun.agreeing('un')} {noun.agreeing('seul')} {noun.singular} dans la liste."
        return Refused([*address.problems, *([] if region else [choose])])
    compose = partial(composed, publication=publication, medium=medium, site=site())
    return fiche(region, address, publication, compose)


def _choice(refused: Refused, publication: Publication, files: BrowserFiles) -> Response:
    """The page that says why there is no document, with the regions that have one."""
    regions = choices(_address(publication).selection, publication)
    page = choice_page(refused.reasons, regions, publication.vocabulary, files)
    return Response(page, status=refused.status, mimetype="text/html")
