"""Which page is at an address, and what does the rest of the address ask of it?"""

from __future__ import annotations

from dashboard.content.page import OVERVIEW, Page
from dashboard.domain.address import Address, format_address, parse_address
from dashboard.publication import Publication
from dashboard.views.registry import offered, offered_pages, offered_switches
from dashboard.web.presentation import PRESENTATION


def page_at(path: str, publication: Publication) -> Page:
    """The page at `path`; the overview where there is none."""
    return _pages(publication).get(_plain(path), OVERVIEW)


def is_page(path: str, publication: Publication) -> bool:
    """Whether there is a page at `path`."""
    return _plain(path) in _pages(publication)


def _plain(path: str) -> str:
    return path.rstrip("/") or "/"


def _pages(publication: Publication) -> dict[str, Page]:
    shown = {page.path: page for page in offered_pages(publication.vocabulary)}
    return shown | {PRESENTATION.path: PRESENTATION}


def read(search: str, publication: Publication) -> Address:
    """What the query string asks for."""
    vocabulary = publication.vocabulary
    return parse_address(search, vocabulary, offered_switches(vocabulary), offered(vocabulary))


def rewritten(address: Address, publication: Publication) -> str:
    """The query string that says the same as `address` in its best form."""
    return format_address(
        address.selection,
        address.switches,
        publication.vocabulary,
        address.other,
        address.order,
        address.heading,
    )
