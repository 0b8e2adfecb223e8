"""What is the state of a page, as its address tells it?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dashboard.domain.selection import Selection

ORDER = "expo"
"""The parameter that lists the exhibits of a presentation."""

HEADING = "titre"
"""The parameter that holds the title of a presentation."""

VERSION = "version"
"""The parameter that names the version of the tables that a link was made from: it selects nobody."""

PART = "~"
"""Between the view of an exhibit, its own address and what the speaker has written."""

COMMENTED = "\n"
"""After the title that the speaker has given an exhibit: what follows is the comment. A title has one line."""

OTHER = "b."
"""Before each parameter of the second selection."""

MOST_SCREENS = 60
"""More would keep a worker busy for longer than a reader waits."""

LONGEST_SEARCH = 8_000
"""Letters of an address that are read, its percent signs counted: browsers and servers pass on no more."""

MOST_VALUES = 200
"""Values of a parameter that are read, all its mentions together: no variable has as many categories."""

MOST_PROBLEMS = 10
"""What could not be understood, as far as it is told one by one."""

LONGEST_TITLE = 200
"""Letters of a title that are kept."""

LONGEST_COMMENT = 400
"""Letters of a comment that are kept: three lines of a slide."""


@dataclass(frozen=True)
class Address:
    """A selection, the switches that are not at their default, and what could not be understood (in French).

    `other` is the second selection of a comparison. `order` holds the exhibits of a presentation, empty where the
    address leaves them to us; `heading` is its title. `version` is that of the tables which the address was copied
    from; empty where it does not say. `untold` is how many faults are not put into words, beside the `problems`.
    """

    selection: Selection = Selection()
    switches: Mapping[str, str] = field(default_factory=dict, hash=False)
    problems: tuple[str, ...] = ()
    other: Selection = Selection()
    order: tuple[Screen, ...] = ()
    heading: str = ""
    version: str = ""
    untold: int = 0


def selections_of(address: Address) -> Iterator[tuple[Selection, Selection]]:
    """Both sides of the selection of a page, then of each exhibit of a presentation that has one of its own.

    What the page selects holds for each exhibit, in place of what it selects along the same dimensions.
    """
    yield address.selection, address.other
    for own in (screen.address for screen in address.order):
        if own is not None:
            over = address.selection
            yield own.selection.overlaid(over), own.other.overlaid(over) if own.other else own.other


@dataclass(frozen=True)
class Screen:
    """One exhibit of a presentation, with the title and the comment that the speaker has given it, if any.

    Without an `address` of its own it follows that of the presentation.
    """

    view: str
    address: Address | None = None
    title: str = ""
    comment: str = ""
