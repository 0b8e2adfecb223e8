"""Which documents can be made of what a page shows, and where are they offered?"""

from __future__ import annotations

from markupsafe import Markup

from dashboard.content.page import COMPARISON, TERRITORIES, Page
from dashboard.documents.fiche.region import one_region
from dashboard.domain.address import format_address
from dashboard.domain.selection import Selection
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import report
from dashboard.text.words import capital
from dashboard.views.kit.regions import main_noun
from dashboard.web.markup import tag
from dashboard.web.mount import below
from dashboard.web.presentation import PRESENTATION

CONFIRMED, YES, ASKING = "confirme", "oui", "demande"
"""The parameter by which an address says that its sender has been told, or that they are to be told first."""

FICHE = "/fiche"
"""Where the document of a region is."""

BILAN = "/bilan"
"""Where that of the whole study is."""

DOCUMENTS = (FICHE, BILAN)
"""Where documents are: not among the pages, which filters and menus lead to."""


def document_links(
    page: Page, selection: Selection, vocabulary: Vocabulary, *, few: bool = False
) -> list[Markup]:
    """Links beside the filters of `page`: to the whole study of those who are filtered, and to that of one region.

    Where no one region is filtered, the page of the territories leads to their choice. `few`: whoever follows a link
    is to be told first that the document is about few people.
    """
    if page in (COMPARISON, PRESENTATION):
        return []
    search = format_address(selection, {}, vocabulary)
    if few:
        search = f"{search}{'&' if search else '?'}{CONFIRMED}={ASKING}"
    named = report(vocabulary)
    whole = _link(f"{capital(named.singular) if named else 'Bilan'} à imprimer", f"{BILAN}{search}")
    if not vocabulary.layers:
        return [whole]
    noun = main_noun(vocabulary)
    if one_region(selection, vocabulary) is not None:
        return [_link(f"Fiche {noun.of_definite}", f"{FICHE}{search}"), whole]
    return [_link(f"Fiches des {noun.plural}", FICHE), whole] if page is TERRITORIES else [whole]


def _link(text: str, address: str) -> Markup:
    return tag("a", text, href=below(address), class_="document-link")
