"""Which cards does an address show, and what stands in each of their parts?"""

from __future__ import annotations

from collections.abc import Collection, Hashable
from dataclasses import dataclass, replace

from dashboard.content.charts.scales import on_one_scale
from dashboard.content.medium import Medium
from dashboard.content.page import COMPARISON, Page
from dashboard.domain.address import Address
from dashboard.domain.errors import SelectionError
from dashboard.exhibits.composition import failed, refused
from dashboard.exhibits.exhibit import Exhibit
from dashboard.latest import Latest
from dashboard.outputs.layout.flow_words import named_alike
from dashboard.publication import Publication
from dashboard.text.refusals import NOT_ANSWERED
from dashboard.web.card.card_parts import Parts, parts_of
from dashboard.web.drawn import Layers
from dashboard.web.failures import composed, or_else, written
from dashboard.web.mount import root
from dashboard.web.slots import Slot, slots_of

ABOVE = "Retirez un filtre, comme indiqué en haut de la page."


@dataclass(frozen=True, slots=True)
class Card:
    """The card in `slot`: the HTML of each of its parts, and the outlines that its chart refers to.

    `broken`: its view failed, and it says so.
    """

    slot: Slot
    parts: Parts
    layers: Layers
    table_open: bool
    broken: bool = False


_KEPT: Latest[Hashable, Card] = Latest(32)
"""Cards that no filter changes, of whatever tables: they are heavy, and tables are replaced now and then."""


def cards_on(
    page: Page,
    address: Address,
    publication: Publication,
    *,
    open_tables: Collection[str] = (),
    narrow: bool = False,
) -> list[Card]:
    """Every card of `page`, in order; `narrow`: on a phone."""
    own: Medium = "phone" if narrow else "page"
    drafts = [
        _Draft(publication, slot, _medium(slot, own), table_open=slot.name in open_tables)
        for slot in slots_of(page, address, publication)
    ]
    exhibits = {d.slot.name: d.exhibit() for d in drafts if d.slot.view.filtered}
    if page is COMPARISON:
        exhibits |= _on_one_scale(exhibits["a"], exhibits["b"], own)
    return [
        draft.card(exhibits[draft.slot.name]) if draft.slot.view.filtered else _unfiltered(draft)
        for draft in drafts
    ]


def _medium(slot: Slot, own: Medium) -> Medium:
    """Where the chart of `slot` is drawn: a presentation that is opened on a phone is for who holds it, not a room."""
    return own if own == "phone" else slot.medium or own


@dataclass(frozen=True)
class _Draft:
    """What is to stand in a place of a page, and how it is to be drawn."""

    publication: Publication
    slot: Slot
    medium: Medium
    table_open: bool

    def exhibit(self) -> Exhibit:
        """What the card shows."""
        slot, publication = self.slot, self.publication
        try:
            return composed(slot.view, slot.address, publication, medium=self.medium)
        except SelectionError as error:
            # Each screen of a presentation has a selection of its own; any other page says above its cards what to do.
            why = str(error) if slot.medium == "room" else f"{NOT_ANSWERED} {ABOVE}"
            return refused(slot.view, slot.address, publication, why)

    def card(self, exhibit: Exhibit) -> Card:
        """The card that shows `exhibit`; where it cannot be drawn, one that says so."""
        return or_else(
            self.slot.view,
            lambda: self.drawn(exhibit),
            self.broken,
            at=lambda: written(self.slot.address, self.publication),
        )

    def broken(self) -> Card:
        """A card that says that its view failed."""
        return self.drawn(failed(self.slot.view, self.slot.address, self.publication))

    def drawn(self, exhibit: Exhibit) -> Card:
        """The card that shows `exhibit`, whatever drawing it may raise."""
        vocabulary, table_open = self.publication.vocabulary, self.table_open
        parts, layers = parts_of(exhibit, vocabulary, self.slot, self.medium, table_open=table_open)
        return Card(self.slot, parts, layers, table_open, broken=exhibit.failed)


def _on_one_scale(first: Exhibit, second: Exhibit, medium: Medium) -> dict[str, Exhibit]:
    """Both sides of a comparison, their charts on one scale, and naming the same, where both have one."""
    sides = {"a": first, "b": second}
    charts = [None if side.empty else side.content.chart for side in sides.values()]
    if charts[0] is None or charts[1] is None:
        return sides
    scaled = named_alike(*on_one_scale(charts[0], charts[1]), medium)
    return {
        name: replace(side, content=replace(side.content, chart=chart))
        for (name, side), chart in zip(sides.items(), scaled, strict=True)
    }


def _unfiltered(draft: _Draft) -> Card:
    """The card of a view that no filter changes: long to make, and kept from one filter to the next."""
    slot, publication = draft.slot, draft.publication
    own = {switch.parameter for switch in slot.view.switches}
    switches = {name: at for name, at in slot.address.switches.items() if name in own}
    plain = replace(draft, slot=replace(slot, address=Address(switches=switches)))
    shown = (plain.slot, tuple(sorted(switches.items())), draft.medium, draft.table_open)
    key = (publication.version, publication.policy.name, root(), *shown)
    known = _KEPT.get(key)
    if known is not None:
        return known
    made = plain.card(plain.exhibit())
    if not made.broken:
        _KEPT.keep(key, made)
    return made
