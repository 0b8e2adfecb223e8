"""Which exhibits stand on a page, of which selection, and under what name?"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dashboard.domain.address import OTHER, Address
from dashboard.publication import Publication
from dashboard.text.selections import selection_in_words
from dashboard.views.catalogue import view_named, views_of
from dashboard.views.comparer import COMPARED
from dashboard.views.pages import COMPARISON, Page
from dashboard.views.view import View
from dashboard.web.presentation import PRESENTATION, presented


@dataclass(frozen=True)
class Slot:
    """A place on a page: its name there, the view that stands in it, whose selection, and what is written over it.

    `projected`: it is drawn for a room. `prefix`: what the parameters of its selection begin with in the address.
    """

    name: str
    view: View
    address: Address
    over: str = ""
    projected: bool = False
    prefix: str = ""


def slots_of(page: Page, address: Address, publication: Publication) -> tuple[Slot, ...]:
    """The places of `page`.

    A comparison shows one view twice, of A and of B, then how they differ; a presentation what the address chooses.
    """
    if page is PRESENTATION:
        shown = presented(address.order)
        return tuple(Slot(view.name, view, address, projected=True) for view in shown)
    own = tuple(Slot(view.name, view, address) for view in views_of(page))
    if page is not COMPARISON:
        return own
    view = view_named(address.settings.get(COMPARED.parameter, COMPARED.default))
    # A card is laid out once, for all the views that will stand in it: beside the other one, with room for a chart.
    view = replace(view, tiled=False, wide=False)
    vocabulary = publication.vocabulary
    sides = (
        ("a", "", Address(address.selection, address.settings)),
        ("b", OTHER, Address(address.other, address.settings)),
    )
    return (
        *(
            Slot(
                name,
                view,
                side,
                f"{name.upper()} : {selection_in_words(side.selection, vocabulary)}",
                prefix=prefix,
            )
            for name, prefix, side in sides
        ),
        *own,
    )
