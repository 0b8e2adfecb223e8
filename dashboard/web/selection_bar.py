"""What stands above a page: whom it is about, the filters that hold, and what its reader should know?"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from dashboard.content.page import COMPARISON, Page
from dashboard.domain.address import OTHER, Address, parameter_of
from dashboard.domain.selection import Selection
from dashboard.exhibit import headline
from dashboard.publication import Publication
from dashboard.text.selections import chip_label
from dashboard.text.typography import unbroken
from dashboard.web.markup import joined, tag
from dashboard.web.messages import message
from dashboard.web.pages import is_page
from dashboard.web.presentation import PRESENTATION
from dashboard.web.study_gaps import warnings_on

LEFT_OUT = "La page n'en tient pas compte."


@dataclass(frozen=True, slots=True)
class SelectionBar:
    """The selection in words, one button for each filter, and messages."""

    headline: Markup
    chips: Markup
    messages: Markup

    @property
    def html(self) -> Markup:
        """All of it, as it stands above the page."""
        words = [
            tag("p", self.headline, id="headline", class_="headline", aria_live="polite"),
            tag("div", self.chips, id="chips", class_="chips"),
        ]
        told = tag("div", self.messages, id="messages", class_="messages", role="status")
        return joined([tag("div", words, class_="selection"), told])


def selection_bar(
    page: Page, path: str, address: Address, publication: Publication
) -> SelectionBar:
    """What stands above `page`, which is shown for `path`."""
    compared = page is COMPARISON
    problems = [message(f"{text} {LEFT_OUT}") for text in address.problems]
    if not is_page(path, publication):
        problems.insert(0, message(f"La page « {path} » n'existe pas : voici la vue d'ensemble."))
    return SelectionBar(
        headline=joined(_people(page, address, publication)),
        chips=joined(
            [
                _chips(address.selection, "", "A – " if compared else "", publication),
                _chips(address.other, OTHER, "B – ", publication) if compared else None,
            ]
        ),
        messages=joined([problems, warnings_on(page, publication)]),
    )


def _people(page: Page, address: Address, publication: Publication) -> str:
    if page is PRESENTATION and any(screen.address is not None for screen in address.order):
        return "Chaque écran dit sa sélection."
    people = headline(address.selection, publication)
    if page is COMPARISON:
        return f"A : {people} – B : {headline(address.other, publication)}"
    return people


def _chips(selection: Selection, prefix: str, side: str, publication: Publication) -> list[Markup]:
    """One button for each filter, which takes it off."""
    vocabulary = publication.vocabulary
    return [
        tag(
            "button",
            [tag("span", label), tag("span", "×", aria_hidden="true")],
            type="button",
            class_="chip",
            title="Retirer ce filtre",
            data_remove=f"{prefix}{parameter_of(condition.dimension, vocabulary)}",
            aria_label=f"Retirer le filtre {unbroken(label)}",
        )
        for condition in selection
        for label in (f"{side}{chip_label(condition, vocabulary)}",)
    ]
