"""On which pages do the views stand, and in what order?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the dashboard: its name in code and files, its path in an address, its title."""

    name: str
    path: str
    title: str


OVERVIEW = Page("vue-d-ensemble", "/", "Vue d'ensemble")
TERRITORIES = Page("territoires", "/territoires", "Territoires")
BENEFICIARIES = Page("beneficiaires", "/beneficiaires", "Bénéficiaires")
TRAINING = Page("formations", "/formations", "Formations")
OUTCOMES = Page("devenir", "/devenir", "Devenir")
BENEFITS = Page("apports", "/apports", "Apports")
SURVEY = Page("enquete", "/enquete", "Enquête et méthode")
COMPARISON = Page("comparer", "/comparer", "Comparer")

PAGES = (
    OVERVIEW,
    TERRITORIES,
    BENEFICIARIES,
    TRAINING,
    OUTCOMES,
    BENEFITS,
    SURVEY,
    COMPARISON,
)
"""Pages in the order of the menu; one without a view is not offered."""
