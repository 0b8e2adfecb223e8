"""What does an address show: which exhibits, which of their parts are new to the browser?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b

import dash_bootstrap_components as dbc
import orjson
from dash import html
from dash.development.base_component import Component

from dashboard.content.charts.scales import on_one_scale
from dashboard.content.medium import Medium
from dashboard.content.page import COMPARISON, OVERVIEW, Page
from dashboard.domain.address import OTHER, Address, format_address, parameter_of, parse_address
from dashboard.domain.selection import Selection
from dashboard.exhibit import Exhibit, compose, failed, headline
from dashboard.publication import Publication
from dashboard.text.selections import chip_label
from dashboard.text.typography import unbroken
from dashboard.views.registry import offered, offered_pages, offered_switches
from dashboard.web.attributes import Property, marked
from dashboard.web.card_parts import parts_of
from dashboard.web.failures import composed, or_else, written
from dashboard.web.presentation import PRESENTATION
from dashboard.web.slots import Slot, slots_of
from dashboard.web.study_gaps import warnings_on

Parts = dict[str, dict[str, Property]]
"""View name -> part -> what the page shows there."""

LEFT_OUT = "La page n'en tient pas compte."


def page_at(path: str, publication: Publication) -> Page:
    """The page at `path`; the overview where there is none."""
    return _pages(publication).get(path.rstrip("/") or "/", OVERVIEW)


def is_page(path: str, publication: Publication) -> bool:
    """Whether there is a page at `path`."""
    return (path.rstrip("/") or "/") in _pages(publication)


def _pages(publication: Publication) -> dict[str, Page]:
    shown = {page.path: page for page in offered_pages(publication.vocabulary)}
    return shown | {PRESENTATION.path: PRESENTATION}


def read(search: str, publication: Publication) -> Address:
    """What the query string asks for."""
    vocabulary = publication.vocabulary
    return parse_address(search, vocabulary, offered_switches(vocabulary), offered(vocabulary))


def parts_on(
    page: Page,
    address: Address,
    publication: Publication,
    *,
    open_tables: Collection[str] = (),
    narrow: bool = False,
) -> Parts:
    """Every part of every exhibit of `page`; `narrow`: on a phone."""
    own: Medium = "phone" if narrow else "page"
    cards = [
        _Card(publication, slot, slot.medium or own, table_open=slot.name in open_tables)
        for slot in slots_of(page, address, publication)
    ]
    exhibits = {card.slot.name: card.exhibit() for card in cards if card.slot.view.filtered}
    if page is COMPARISON:
        exhibits |= _on_one_scale(exhibits["a"], exhibits["b"])
    return {
        card.slot.name: card.parts(exhibits[card.slot.name])
        if card.slot.view.filtered
        else _unfiltered(card)
        for card in cards
    }


@dataclass(frozen=True)
class _Card:
    """What stands in a place of a page, and how it is to be drawn."""

    publication: Publication
    slot: Slot
    medium: Medium
    table_open: bool

    def exhibit(self) -> Exhibit:
        """What the card shows."""
        slot = self.slot
        return composed(slot.view, slot.address, self.publication, medium=self.medium)

    def parts(self, exhibit: Exhibit) -> dict[str, Property]:
        """The parts of the card that shows `exhibit`; where it cannot be drawn, of one that says so."""
        return or_else(
            self.slot.view,
            lambda: self.drawn(exhibit),
            self.failed_parts,
            at=written(self.slot.address, self.publication),
        )

    def failed_parts(self) -> dict[str, Property]:
        """The parts of a card that says that its view failed."""
        return self.drawn(failed(self.slot.view, self.slot.address, self.publication))

    def drawn(self, exhibit: Exhibit) -> dict[str, Property]:
        """The parts of the card that shows `exhibit`, whatever drawing it may raise."""
        vocabulary = self.publication.vocabulary
        return parts_of(exhibit, vocabulary, self.slot, self.medium, table_open=self.table_open)


def _on_one_scale(first: Exhibit, second: Exhibit) -> dict[str, Exhibit]:
    """Both sides of a comparison, their charts on one scale where both have one."""
    sides = {"a": first, "b": second}
    charts = [None if side.empty else side.content.chart for side in sides.values()]
    if charts[0] is None or charts[1] is None:
        return sides
    scaled = on_one_scale(charts[0], charts[1])
    return {
        name: replace(side, content=replace(side.content, chart=chart))
        for (name, side), chart in zip(sides.items(), scaled, strict=True)
    }


def _unfiltered(card: _Card) -> dict[str, Property]:
    """The parts of a view that no filter changes."""
    address = Address(switches=card.slot.address.switches)
    plain = replace(card, slot=replace(card.slot, address=address))
    at = written(address, card.publication)
    return or_else(card.slot.view, lambda: _kept_parts_of(plain), plain.failed_parts, at=at)


@lru_cache(maxsize=32)
def _kept_parts_of(card: _Card) -> dict[str, Property]:
    """Parts that are long ones: kept from one filter to the next, unless they could not be made."""
    slot = card.slot
    return card.drawn(compose(slot.view, slot.address, card.publication, medium=card.medium))


def digest(part: object) -> str:
    """A short fingerprint of a part, by which the browser says what it already shows."""
    options = orjson.OPT_SERIALIZE_NUMPY | orjson.OPT_NON_STR_KEYS
    return blake2b(orjson.dumps(part, _plain, options), digest_size=6).hexdigest()


def _plain(part: object) -> object:
    if isinstance(part, Component):
        return part.to_plotly_json()
    raise TypeError(f"{type(part).__name__} cannot be sent to a page")


def selection_of(
    path: str, search: str, publication: Publication, number: int
) -> tuple[object, ...]:
    """What stands above the page: the selection in words, its chips, messages, and what was answered.

    That is the `number` of the question, where it was asked, and how the address is best written: None where part of it
    was not understood, and must stay readable.
    """
    page, address = page_at(path, publication), read(search, publication)
    problems = [
        dbc.Alert(unbroken(f"{text} {LEFT_OUT}"), color="warning") for text in address.problems
    ]
    if not is_page(path, publication):
        unknown = f"La page « {path} » n'existe pas : voici la vue d'ensemble."
        problems.insert(0, dbc.Alert(unbroken(unknown), color="warning"))
    compared = page is COMPARISON
    people = headline(address.selection, publication)
    if compared:
        people = f"A : {people} – B : {headline(address.other, publication)}"
    elif page is PRESENTATION and any(screen.address is not None for screen in address.order):
        people = "Chaque écran dit sa sélection."
    return (
        unbroken(people),
        [
            *_chips(address.selection, "", "A – " if compared else "", publication),
            *(_chips(address.other, OTHER, "B – ", publication) if compared else ()),
        ],
        [*problems, *warnings_on(page, publication)],
        {
            "number": number,
            "path": path,
            "search": search,
            "best": None if address.problems else _written(address, publication),
        },
    )


def _chips(
    selection: Selection, prefix: str, side: str, publication: Publication
) -> list[Component]:
    """One button for each filter, which takes it off."""
    vocabulary = publication.vocabulary
    return [
        marked(
            html.Button(
                [
                    html.Span(unbroken(f"{side}{chip_label(condition, vocabulary)}")),
                    marked(html.Span("×"), aria_hidden="true"),
                ],
                type="button",
                className="chip",
                title="Retirer ce filtre",
            ),
            data_remove=f"{prefix}{parameter_of(condition.dimension, vocabulary)}",
            aria_label=f"Retirer le filtre {side}{chip_label(condition, vocabulary)}",
        )
        for condition in selection
    ]


def _written(address: Address, publication: Publication) -> str:
    return format_address(
        address.selection,
        address.switches,
        publication.vocabulary,
        address.other,
        address.order,
        address.heading,
    )
