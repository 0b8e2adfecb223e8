"""What does an address show, whole and part by part, and which parts are new to a browser?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from markupsafe import Markup

from dashboard.content.page import COMPARISON, Page
from dashboard.domain.address import OTHER
from dashboard.publication import Publication
from dashboard.web.card.card_parts import PARTS
from dashboard.web.card.cards import Card, cards_on
from dashboard.web.card.exhibit_card import card
from dashboard.web.choosing.filter_counts import FilterCounts, filter_counts
from dashboard.web.choosing.selection_bar import SelectionBar, selection_bar
from dashboard.web.markup import NOTHING, joined, tag
from dashboard.web.outline_files import addresses
from dashboard.web.pages import page_at, parsed, rewritten
from dashboard.web.presentation import PRESENTATION, gate, stage
from dashboard.web.taking_away.told_first import selections_of, warning_of
from dashboard.web.views_list import views_list

LETTERS_OF_A_COUNT = 24
"""What the number of people of a choice takes to keep, with its name."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a browser asks: an address, the cards whose tables are open, and whether it is on a phone."""

    path: str
    search: str
    tables: frozenset[str] = frozenset()
    narrow: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address shows.

    `parts`: the HTML of each part of each card, by `<card>/<part>`, and `digests`, by which a browser tells those that
    it has. `best` is how the address is best written; None where part of it was not understood, and must stay readable.
    `outlines`: where those are that its maps refer to. `counts`: how many people each choice of a filter would keep.
    `gate`: what a speaker has to agree to before the screens of a presentation are seen.
    """

    page: Page
    bar: SelectionBar
    parts: Mapping[str, Markup]
    digests: Mapping[str, str]
    cards: tuple[Card, ...]
    best: str | None
    outlines: tuple[str, ...] = ()
    counts: FilterCounts = field(default_factory=dict)
    gate: Markup = NOTHING

    @property
    def is_current(self) -> bool:
        """Whether its maps refer to outlines that are still served: their file may be replaced while we run."""
        return self.outlines == tuple(addresses(self.layers))

    @property
    def html(self) -> Markup:
        """All cards, laid out. Only a whole page asks for it."""
        return _laid_out(self.page, self.cards, self.digests, self.gate)

    @property
    def layers(self) -> tuple[str, ...]:
        """The outlines that its maps refer to."""
        return tuple(dict.fromkeys(layer for card in self.cards for layer in card.layers))

    @property
    def broken(self) -> bool:
        """Whether a view failed, and its card says so."""
        return any(card.broken for card in self.cards)

    @property
    def weight(self) -> int:
        """Letters that it takes to keep it."""
        above = len(self.bar.headline) + len(self.bar.chips) + len(self.bar.messages)
        counted = sum(LETTERS_OF_A_COUNT * len(values) for values in self.counts.values())
        return above + counted + sum(map(len, self.parts.values()))

    def new_to(self, known: Mapping[str, str]) -> dict[str, list[str]]:
        """Digest and HTML of each part that a browser does not have; it has those whose digests are in `known`."""
        return {
            name: [digest, self.parts[name]]
            for name, digest in self.digests.items()
            if known.get(name) != digest
        }


def answer(question: Question, publication: Publication) -> Answer:
    """What the address of `question` shows."""
    page = page_at(question.path, publication)
    address = parsed(question.search, publication)
    tables: Collection[str] = question.tables
    cards = cards_on(page, address, publication, open_tables=tables, narrow=question.narrow)
    parts = {
        f"{card.slot.name}/{part}": card.parts[part] for card in cards for part in _laid_parts(card)
    }
    digests = {name: _digest(part) for name, part in parts.items()}
    layers = dict.fromkeys(layer for card in cards for layer in card.layers)
    return Answer(
        page=page,
        bar=selection_bar(page, question.path, address, publication),
        parts=parts,
        digests=digests,
        cards=tuple(cards),
        best=None if address.problems else rewritten(address, publication),
        outlines=tuple(addresses(layers)),
        counts={
            **filter_counts(address.selection, publication),
            **(filter_counts(address.other, publication, OTHER) if page is COMPARISON else {}),
        },
        gate=_gate(cards, publication) if page is PRESENTATION else NOTHING,
    )


def _gate(cards: Iterable[Card], publication: Publication) -> Markup:
    """What stands before the screens of `cards`, where one is about few people."""
    about = [s for card in cards for s in selections_of(card.slot.view, card.slot.address)]
    return gate(warning_of(dict.fromkeys(about), publication))


def _laid_parts(drawn: Card) -> tuple[str, ...]:
    """The parts that a card lays out: one of tiles has no chart."""
    tiled = drawn.slot.laid_out.tiled
    return tuple(part for part in PARTS if not (tiled and part == "chart"))


def _laid_out(
    page: Page, cards: Iterable[Card], digests: Mapping[str, str], before: Markup
) -> Markup:
    """The cards of `page`, with what stands around them."""
    laid: list[Markup] = []
    choices, slots = [], []
    for drawn in cards:
        slot = drawn.slot
        slots.append(slot)
        placed = {part: _placed(slot.name, part, drawn, digests) for part in _laid_parts(drawn)}
        # The first screen of a presentation is seen before any script has run.
        first = page is PRESENTATION and not laid
        laid.append(
            card(slot.name, slot.laid_out, placed, table_open=drawn.table_open, shown=first)
        )
        if page is COMPARISON and slot.view.borrows:
            choices.append(placed["options"])
    if page is PRESENTATION:
        return stage(laid, before)
    above = tag("div", choices, class_="compared") if choices else views_list(slots)
    return joined([above, laid])


def _placed(name: str, part: str, drawn: Card, digests: Mapping[str, str]) -> Markup:
    """A part in the element that holds it, which tells which it is, and its digest."""
    known = f"{name}/{part}"
    return tag(
        # What a button says holds no block.
        "span" if part == "settings" else "div",
        drawn.parts[part],
        class_=f"card-{part}",
        data_part=known,
        data_digest=digests[known],
    )


def _digest(part: str) -> str:
    return blake2b(part.encode(), digest_size=6).hexdigest()
