"""What stands above a page: whom it is about, the filters that hold, and what its reader should know?"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from dashboard.content.page import COMPARISON, Page
from dashboard.domain.address import OTHER, Address, parameter_of
from dashboard.domain.selection import Selection
from dashboard.exhibits.withheld import withheld_because
from dashboard.publication import Publication
from dashboard.text.selections import chip_label, selection_in_words
from dashboard.text.typography import unbroken
from dashboard.text.words import capital, counted, listed
from dashboard.views.registry import offered_on
from dashboard.web.choosing.refused_selections import refusal_of, whom
from dashboard.web.documents.links import document_links
from dashboard.web.markup import as_data, joined, tag
from dashboard.web.messages import message
from dashboard.web.mount import below
from dashboard.web.older_links import copied_from
from dashboard.web.pages import is_page, rewritten
from dashboard.web.presentation import PRESENTATION
from dashboard.web.study_gaps import warnings_on
from dashboard.web.taking_away.told_first import warning_of

LEFT_OUT = "La page n'en tient pas compte."
TAKE_OUT = "Retirer de l'adresse"

MOST_TOLD = 5
"""How many faults of an address are told one by one."""


@dataclass(frozen=True, slots=True)
class SelectionBar:
    """The selection in words, one button for each filter, messages, and how many filters hold."""

    headline: Markup
    chips: Markup
    messages: Markup
    filters: int = 0

    @property
    def drawer(self) -> Markup:
        """What the drawer of the lists says on a phone, where all else above the page scrolls away."""
        hidden = tag(
            "span", " filtre" if self.filters == 1 else " filtres", class_="visually-hidden"
        )
        number = tag("span", [str(self.filters), hidden], class_="drawer-count")
        return joined([number if self.filters else None, self.headline])

    @property
    def held(self) -> Markup:
        """How many filters hold, beside the button that takes all off: the bar of lists stays, and not each has one."""
        return joined([f" ({self.filters})" if self.filters else None])

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
    compared, selection = page is COMPARISON, address.selection
    few = bool(warning_of((selection,), publication))
    problems = _not_understood(page, address, publication)
    if not is_page(path, publication):
        problems.insert(0, message(f"La page « {path} » n'existe pas : voici la vue d'ensemble."))
    return SelectionBar(
        filters=len(address.selection.conditions)
        + (len(address.other.conditions) if compared else 0),
        headline=joined(_people(page, address, publication)),
        chips=joined(
            [
                _chips(address.selection, "", "A – " if compared else "", publication),
                _chips(address.other, OTHER, "B – ", publication) if compared else None,
                document_links(page, selection, publication.vocabulary, few=few),
            ]
        ),
        messages=joined(
            [
                refusal_of(address, publication),
                _withheld(address, publication),
                problems,
                copied_from(address, publication),
                warnings_on(page, publication, address),
                _set_aside(page, address, publication),
                _untouched(page, address, publication),
            ]
        ),
    )


def _not_understood(page: Page, address: Address, publication: Publication) -> list[Markup]:
    """What the address asks for and nobody knows, and a link that leaves it out; nothing where all is understood."""
    told = list(address.problems[:MOST_TOLD])
    if not told:
        return []
    if others := len(address.problems) + address.untold - len(told):
        told.append(f"{capital(counted(others, 'autre erreur', 'autres erreurs'))} dans l'adresse.")
    link = tag("a", TAKE_OUT, href=below(page.path + rewritten(address, publication)))
    end = [f"{LEFT_OUT} ", link]
    if len(told) == 1:
        return [message([f"{told[0]} ", *end])]
    return [message([tag("ul", [tag("li", text) for text in told]), *end])]


def _withheld(address: Address, publication: Publication) -> list[Markup]:
    """Which conditions keep a set of which only the total is told.

    Of a selection that is not answered nothing is said: of any set, it would tell whether somebody is in it.
    """
    answered = (s for s in (address.selection, address.other) if publication.admission(s))
    kept = (condition for side in answered for condition in side)
    return [message(why) for why in withheld_because(kept, publication)]


def _set_aside(page: Page, address: Address, publication: Publication) -> Markup | None:
    """That the page shows nothing of the second selection, which stays in the address for the comparison."""
    if not address.other or page in (COMPARISON, PRESENTATION):
        return None
    people = selection_in_words(address.other, publication.vocabulary)
    link = tag("a", "Comparer", href=below(COMPARISON.path), data_page=COMPARISON.path)
    forget = tag(
        "button",
        "Retirer",
        type="button",
        class_="btn btn-link",
        data_set=as_data(dict.fromkeys(_parameters(address.other, OTHER, publication), "")),
    )
    told = f"Sélection B, mise de côté hors de la comparaison : {unbroken(people)}. "
    return tag("p", [told, link, " ", forget], class_="aside")


def _untouched(page: Page, address: Address, publication: Publication) -> Markup | None:
    """Which views of the page take no account of the filters that hold."""
    if not address.selection or page is PRESENTATION:
        return None
    vocabulary = publication.vocabulary
    titles = [
        f"« {view.title_in(vocabulary)} »"
        for view in offered_on(page, vocabulary)
        if not view.filtered
    ]
    if not titles:
        return None
    return tag("p", f"Les filtres ne s'appliquent pas à {listed(titles, 'ni à')}.", class_="aside")


def _people(page: Page, address: Address, publication: Publication) -> str:
    if page is PRESENTATION and any(screen.address is not None for screen in address.order):
        return "Chaque écran dit sa sélection."
    people = whom(address.selection, publication)
    if page is COMPARISON:
        return f"A : {people} – B : {whom(address.other, publication)}"
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
            data_remove=parameter,
            aria_label=f"Retirer le filtre {unbroken(label)}",
        )
        for parameter, condition in zip(
            _parameters(selection, prefix, publication), selection, strict=True
        )
        for label in (f"{side}{chip_label(condition, vocabulary)}",)
    ]


def _parameters(selection: Selection, prefix: str, publication: Publication) -> list[str]:
    """What the address calls each condition of `selection`."""
    vocabulary = publication.vocabulary
    return [f"{prefix}{parameter_of(condition.dimension, vocabulary)}" for condition in selection]
