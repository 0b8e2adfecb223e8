"""How is the state of a page written as an address?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from dashboard.domain.address.names import in_order, parameter_of, values_of
from dashboard.domain.address.state import COMMENTED, HEADING, ORDER, OTHER, PART, VERSION, Screen
from dashboard.domain.remembered import remembered
from dashboard.domain.selection import Selection
from dashboard.domain.vocabulary import Vocabulary


def format_address(
    selection: Selection,
    switches: Mapping[str, str],
    vocabulary: Vocabulary,
    other: Selection = Selection(),
    order: Iterable[Screen] = (),
    heading: str = "",
) -> str:
    """The query string, `?` included, that brings the same page back; empty for the whole population."""
    pairs = [
        *_filters(vocabulary, selection, ""),
        *_filters(vocabulary, other, OTHER),
        *sorted(switches.items()),
        *([(HEADING, heading)] if heading else []),
        *((ORDER, text) for text in _screens(tuple(order), vocabulary)),
    ]
    written = "&".join(f"{name}={quote(value, safe=',')}" for name, value in pairs)
    return f"?{written}" if pairs else ""


def of_version(search: str, version: str) -> str:
    """The query string `search` as a link bears it that leaves the site: it says from which version it was copied."""
    return f"{search}{'&' if search else '?'}{VERSION}={version}"


@remembered(64)
def _filters(
    vocabulary: Vocabulary, selection: Selection, prefix: str
) -> tuple[tuple[str, str], ...]:
    """Each filter, in the order of waves and of the codebook, its values in the order of its categories.

    Kept: each exhibit of a page writes those of its selection.
    """
    of = {condition.dimension: condition for condition in selection}
    return tuple(
        (f"{prefix}{parameter_of(key, vocabulary)}", values_of(of[key], vocabulary))
        for key in in_order(of, vocabulary)
    )


def _screens(order: tuple[Screen, ...], vocabulary: Vocabulary) -> Iterator[str]:
    """Exhibits that all follow the page are written by their names alone, in one value."""
    if all(screen.address is None for screen in order):
        yield from filter(None, [",".join(screen.view for screen in order)])
        return
    for screen in order:
        own = screen.address
        if own is None:
            yield screen.view
            continue
        search = format_address(own.selection, own.switches, vocabulary, own.other)
        comment = [screen.comment] if screen.comment else []
        words = COMMENTED.join([screen.title, *comment])
        yield PART.join((screen.view, search.removeprefix("?"), *([words] if words else [])))
