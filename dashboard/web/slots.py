"""Which exhibits stand on a page, of which selection, and under what name?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from dashboard.content.medium import Medium
from dashboard.content.page import COMPARISON, Page
from dashboard.content.view import View
from dashboard.domain.address import OTHER, Address, Screen
from dashboard.domain.selection import Selection
from dashboard.domain.vocabulary import Vocabulary
from dashboard.publication import Publication
from dashboard.text.selections import selection_in_words
from dashboard.views.comparison.view import COMPARED
from dashboard.views.registry import offered_on, offered_view
from dashboard.web.choosing.refused_selections import whom
from dashboard.web.presentation import PRESENTATION, usual


@dataclass(frozen=True)
class Slot:
    """A place on a page: its name there, the view that stands in it, whose selection, and what is written over it.

    `medium`: where it is drawn, if that is not the reader's own screen. `prefix`: what the parameters of its selection
    begin with in the address. `title`: what the speaker calls it, instead of its own title; `comment`: what is said of
    it. `varies`: other views will stand in it, too. `listed`: what the list of the page's views calls it, if it is in
    one.
    """

    name: str
    view: View
    address: Address
    over: str = ""
    medium: Medium | None = None
    prefix: str = ""
    title: str = ""
    comment: str = ""
    varies: bool = False
    listed: str = ""

    @property
    def heading(self) -> str:
        """The name of the place where its title stands."""
        return f"titre-{self.name}"

    @property
    def laid_out(self) -> View:
        """The view as its card is laid out: where views vary once for all of them, beside another, with a canvas."""
        return replace(self.view, tiled=False, wide=False) if self.varies else self.view


def slots_of(page: Page, address: Address, publication: Publication) -> tuple[Slot, ...]:
    """The places of `page`.

    A comparison shows one view twice, of A and of B, then how they differ; a presentation what the address chooses.
    """
    if page is PRESENTATION:
        return _screens(address, publication)
    vocabulary = publication.vocabulary
    if page is not COMPARISON:
        return tuple(
            Slot(view.name, view, address, listed=view.title_in(vocabulary))
            for view in offered_on(page, vocabulary)
        )
    own = tuple(Slot(view.name, view, address) for view in offered_on(page, vocabulary))
    view = compared_view(address, vocabulary)
    sides = (
        ("a", "", Address(address.selection, address.switches)),
        ("b", OTHER, Address(address.other, address.switches)),
    )
    return (
        *(
            Slot(
                name,
                view,
                side,
                f"{name.upper()} : {selection_in_words(side.selection, vocabulary)}",
                prefix=prefix,
                varies=True,
            )
            for name, prefix, side in sides
        ),
        *own,
    )


def compared_view(address: Address, vocabulary: Vocabulary) -> View:
    """The view that a comparison shows twice."""
    name = address.switches.get(COMPARED.parameter) or COMPARED.first(vocabulary)
    return offered_view(name, vocabulary)


def _screens(address: Address, publication: Publication) -> tuple[Slot, ...]:
    """One place for each exhibit of a presentation, also where a view comes twice; each tells whom it is about."""
    times: Counter[str] = Counter()
    slots = []
    vocabulary = publication.vocabulary
    for screen in address.order or _usual_screens(address, vocabulary):
        view, own = offered_view(screen.view, vocabulary), _on_screen(screen, address)
        times[view.name] += 1
        again = f"-{times[view.name]}" if times[view.name] > 1 else ""
        over = _about(view, own, publication)
        # What has been written of some people is not true of others, whom a live filter brings.
        same = screen.address is None or _people(view, own) == _people(view, screen.address)
        title, comment = (screen.title, screen.comment) if same else ("", "")
        name = f"{view.name}{again}"
        slots.append(Slot(name, view, own, over, "room", title=title, comment=comment))
    return tuple(slots)


def _usual_screens(address: Address, vocabulary: Vocabulary) -> tuple[Screen, ...]:
    """What is shown where the address lists nothing; who comes from a comparison begins with how its sides differ."""
    gaps = offered_on(COMPARISON, vocabulary) if address.other else ()
    return tuple(Screen(view.name) for view in (*gaps, *usual(vocabulary)))


def _on_screen(screen: Screen, bar: Address) -> Address:
    """What a screen shows: its own selection, where the presentation's bar says nothing else."""
    own = screen.address
    if own is None:
        return bar
    return replace(
        own,
        selection=own.selection.overlaid(bar.selection),
        other=own.other.overlaid(bar.selection),
    )


def _people(view: View, address: Address) -> tuple[Selection, ...]:
    """Whom `view` speaks of at `address`."""
    if view.borrows:
        return (address.selection, address.other)
    return (address.selection,) if view.filtered else ()


def _about(view: View, address: Address, publication: Publication) -> str:
    if view.borrows:
        sides = (("A", address.selection), ("B", address.other))
        return " – ".join(f"{side} : {whom(people, publication)}" for side, people in sides)
    return whom(address.selection if view.filtered else Selection(), publication)
