"""Which views has the request under way taken away, of whom? Told by whoever writes them, for the audit log.

As an address would write it: of what a request says besides, such as a title that somebody has typed, nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flask import g

from dashboard.domain.address import format_address
from dashboard.domain.selection import Selection
from dashboard.publication import Publication


@dataclass(frozen=True, slots=True)
class Taken:
    """Names of views, and selections as addresses write them, each once; the whole population is written ``""``."""

    views: tuple[str, ...] = ()
    selections: tuple[str, ...] = ()


def take(views: Iterable[str], selections: Iterable[Selection], publication: Publication) -> None:
    """Says what the answer to the request under way will hold."""
    written = (format_address(each, {}, publication.vocabulary) for each in selections)
    g.taken = Taken(tuple(dict.fromkeys(views)), tuple(dict.fromkeys(written)))


def taken() -> Taken:
    """What has been said; nothing in particular, where nobody said anything."""
    told: Taken = g.get("taken", Taken())
    return told
