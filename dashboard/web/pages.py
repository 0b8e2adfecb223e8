"""Which page is at an address, and what does the rest of the address ask of it?"""

from __future__ import annotations

from dashboard.content.page import OVERVIEW, Page
from dashboard.domain.address import (
    Address,
    format_address,
    of_version,
    parse_address,
    selections_of,
)
from dashboard.publication import Publication
from dashboard.views.registry import (
    offered_pages,
    offered_switches,
    offered_titles,
    passing_parameters,
)
from dashboard.web.allowance import count_selections
from dashboard.web.presentation import PRESENTATION


def page_at(path: str, publication: Publication) -> Page:
    """The page at `path`; the overview where there is none."""
    return _pages(publication).get(plain(path), OVERVIEW)


def is_page(path: str, publication: Publication) -> bool:
    """Whether there is a page at `path`."""
    return plain(path) in _pages(publication)


def plain(path: str) -> str:
    """`path` as pages have theirs: without a slash at its end."""
    return path.rstrip("/") or "/"


def _pages(publication: Publication) -> dict[str, Page]:
    shown = {page.path: page for page in offered_pages(publication.vocabulary)}
    return shown | {PRESENTATION.path: PRESENTATION}


def read(search: str, publication: Publication) -> Address:
    """What the query string asks for, to be answered: every route but that of a page reads its address here.

    Raises SelectionError where the policy does not answer one of its selections, and AllowanceError where whoever asks
    has had as many as a day allows.
    """
    address = parsed(search, publication)
    for sides in selections_of(address):
        publication.admit(*sides)
    count_selections(address, publication)
    return address


def parsed(search: str, publication: Publication) -> Address:
    """What the query string says, be it answered or not: for a page, which tells what of it is refused."""
    vocabulary = publication.vocabulary
    return parse_address(
        search, vocabulary, offered_switches(vocabulary), offered_titles(vocabulary)
    )


def rewritten(address: Address, publication: Publication) -> str:
    """The query string that says the same as `address` in its best form."""
    written = format_address(
        address.selection,
        address.switches,
        publication.vocabulary,
        address.other,
        address.order,
        address.heading,
    )
    # The version that is shown says nothing of its own.
    is_other = address.version not in ("", publication.version)
    return of_version(written, address.version) if is_other else written


def carried(search: str, publication: Publication) -> str:
    """The query string that a link from the page of `search` to another page keeps: its people and its switches."""
    vocabulary, address = publication.vocabulary, parsed(search, publication)
    passing = passing_parameters(vocabulary)
    switches = {name: at for name, at in address.switches.items() if name not in passing}
    return format_address(address.selection, switches, vocabulary, address.other)
