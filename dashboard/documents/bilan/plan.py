"""Which views stand in which chapter of the whole study, and which only in its annexes?

Those of a page make a chapter, so that a new view is in the document as soon as it is on its page.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from dashboard.content.page import (
    COMPARISON,
    OUTCOMES,
    OVERVIEW,
    PAGES,
    SURVEY,
    TERRITORIES,
    Page,
)
from dashboard.content.view import View
from dashboard.domain.vocabulary import Vocabulary
from dashboard.views.registry import offered

CHAPTERS = tuple(page for page in PAGES if page is not COMPARISON)
"""The pages that are chapters, in the order of the study."""

TITLES: Mapping[Page, str] = MappingProxyType({OVERVIEW: "Présentation"})
"""The titles of chapters that are not called as their pages."""

MOVED: Mapping[str, tuple[Page, float]] = MappingProxyType(
    {
        "carte": (TERRITORIES, 0),
        "statut": (OUTCOMES, 1.5),
        "csp": (OUTCOMES, 90),
        "secteur": (OUTCOMES, 91),
    }
)
"""What the overview gathers for a screen: where it stands in the study, and its rank there."""

REGIONS, METHOD, RECONCILIATION = "regions-promotions", "methode", "rapprochement"

ANNEXED = (REGIONS, RECONCILIATION)
"""Views of which the annexes have the whole."""


def title_of(page: Page) -> str:
    """The title of a chapter."""
    return TITLES.get(page, page.title)


def views_in(page: Page, vocabulary: Vocabulary) -> tuple[View, ...]:
    """The views of a chapter that the study offers, in their order."""
    placed = [
        (*MOVED.get(view.name, (view.page, view.place)), view)
        for view in offered(vocabulary).values()
        if view.name not in ANNEXED and not view.borrows
    ]
    kept = sorted(((place, view) for on, place, view in placed if on is page), key=lambda p: p[0])
    return tuple(view for _, view in kept)


def is_of_method(page: Page) -> bool:
    """Whether the chapter also explains the method."""
    return page is SURVEY
