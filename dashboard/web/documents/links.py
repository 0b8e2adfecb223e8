"""Which documents can be made of what a page shows, and where are they offered?"""

from __future__ import annotations

from markupsafe import Markup

from dashboard.content.page import COMPARISON, TERRITORIES, Page
from dashboard.documents.fiche.region import one_region
from dashboard.domain.address import format_address
from dashboard.domain.selection import Selection
from dashboard.domain.vocabulary import Vocabulary
from dashboard.views.kit.regions import main_noun
from dashboard.web.markup import tag
from dashboard.web.presentation import PRESENTATION

FICHE = "/fiche"
"""Where the document of a region is."""

DOCUMENTS = (FICHE,)
"""Where documents are: not among the pages, which filters and menus lead to."""


def document_links(page: Page, selection: Selection, vocabulary: Vocabulary) -> list[Markup]:
    """Links beside the filters of `page`: to the document of the one region that is filtered, or to choose one."""
    if page in (COMPARISON, PRESENTATION) or not vocabulary.layers:
        return []
    noun = main_noun(vocabulary)
    if one_region(selection, vocabulary) is not None:
        search = format_address(selection, {}, vocabulary)
        return [_link(f"Fiche {noun.of_definite}", f"{FICHE}{search}")]
    return [_link(f"Fiches des {noun.plural}", FICHE)] if page is TERRITORIES else []


def _link(text: str, address: str) -> Markup:
    return tag("a", text, href=address, class_="document-link")
