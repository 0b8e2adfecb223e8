"""What stands in each part of an exhibit's card?

A card is laid out once; then each part is sent only when it has changed, so that the browser lays nothing in vain.
"""

from __future__ import annotations

from markupsafe import Markup

from dashboard.content.caption import sentence
from dashboard.content.charts import Chart
from dashboard.content.charts.tiles import SMALL, Tile
from dashboard.content.click_filter import ClickFilter
from dashboard.content.glance import Glance, details_of, glance_at
from dashboard.content.medium import Medium
from dashboard.domain.vocabulary import Vocabulary
from dashboard.exhibits.exhibit import Exhibit
from dashboard.web.card.canvas_size import canvas_look
from dashboard.web.card.empty_card import empty_card
from dashboard.web.card.export_facts import export_facts
from dashboard.web.card.switches import options_said, switches
from dashboard.web.card.table import table_of
from dashboard.web.drawn import Layers, drawn
from dashboard.web.markup import NOTHING, Content, as_data, joined, tag
from dashboard.web.prose import Explained, prose_of
from dashboard.web.slots import Slot

PARTS = (
    "head",
    "options",
    "settings",
    "experts",
    "chart",
    "empty",
    "table",
    "prose",
    "foot",
    "details",
)
"""The parts of a card that may change, in their order; `settings` is the text of the button that shows `experts`."""

Parts = dict[str, Markup]
"""Part -> the HTML that stands in it."""


def parts_of(
    exhibit: Exhibit,
    vocabulary: Vocabulary,
    slot: Slot,
    medium: Medium,
    *,
    table_open: bool = False,
) -> tuple[Parts, Layers]:
    """Every part of the card that stands in `slot`, drawn for `medium`, and the outlines that its chart refers to."""
    terms, seen = Explained(vocabulary.spellings), glance_at(exhibit.caption)
    shown = not exhibit.empty and (table_open or exhibit.view.tabular)
    unseen = exhibit.empty or exhibit.content.undrawn
    head = _head(exhibit, slot, terms)
    chart, layers = _chart(exhibit, vocabulary, slot, medium)
    parts = {
        "head": head,
        "options": switches(exhibit, vocabulary, terms),
        "settings": joined(options_said(exhibit, vocabulary)),
        "experts": switches(exhibit, vocabulary, terms, expert=True),
        "chart": chart,
        "empty": empty_card(exhibit, vocabulary, slot.prefix) if unseen else NOTHING,
        "table": table_of(exhibit, vocabulary, slot.prefix) if shown else NOTHING,
        "prose": prose_of(exhibit.content.sections),
        "foot": _foot(exhibit, seen, terms),
        "details": _details(exhibit, seen, terms),
    }
    return parts, layers


def _chart(
    exhibit: Exhibit, vocabulary: Vocabulary, slot: Slot, medium: Medium
) -> tuple[Markup, Layers]:
    """The canvas with its chart: drawn here, or as figures that plotly draws in the browser."""
    chart = None if exhibit.empty or exhibit.view.tiled else exhibit.content.chart
    room = exhibit.view.canvas
    spread, style = canvas_look(chart, room, medium)
    kinds = {
        "spread": spread,
        "veiled": room.veiled,
        "hidden": chart is None,
    }
    graph, layers = (
        (NOTHING, ()) if chart is None else _drawn(chart, exhibit, vocabulary, slot, medium)
    )
    canvas = tag(
        "div",
        graph,
        class_=" ".join(["canvas", *(kind for kind, holds in kinds.items() if holds)]),
        style=style,
    )
    return canvas, layers


def _drawn(
    chart: Chart, exhibit: Exhibit, vocabulary: Vocabulary, slot: Slot, medium: Medium
) -> tuple[Markup, Layers]:
    def clicks(click: ClickFilter) -> dict[str, str]:
        return dict(click.parameters(vocabulary, slot.prefix))

    return drawn(chart, exhibit.caption.title, medium, clicks)


def _head(exhibit: Exhibit, slot: Slot, terms: Explained) -> Markup:
    caption, tiles = exhibit.caption, exhibit.content.tiles
    over = tag("p", slot.over, class_="over") if slot.over else None
    title = tag("h2", slot.title or caption.title, id=slot.heading, tabindex="-1")
    base = " – ".join(filter(None, (caption.title if slot.title else "", caption.base)))
    under: Content = (
        tag("div", [tile_of(tile, terms) for tile in tiles], class_="tiles")
        if tiles
        else tag("p", base, class_="base")
    )
    said = tag("p", slot.comment, class_="comment") if slot.comment else None
    return joined([over, title, under, said])


def tile_of(tile: Tile, terms: Explained) -> Markup:
    """One key figure: label, value and base; `terms` tells which of its words have been explained before."""
    small = tag("span", f" · {SMALL}", class_="fragile") if tile.is_fragile else None
    content = [
        tag("p", terms.linked(tile.label), class_="tile-label"),
        tag("p", tile.value, class_="tile-value"),
        tag("p", [tile.base, small], class_="tile-base"),
        *(tag("p", reading, class_="tile-base") for reading in tile.other_readings),
    ]
    return tag("div", content, class_="tile read-twice" if tile.other_readings else "tile")


def _foot(exhibit: Exhibit, seen: Glance, terms: Explained) -> Markup:
    caption, whole = exhibit.caption, dict(exhibit.caption.lines)
    lines = [
        _line(name, text, terms, shortened=whole[name] != text) for name, text in seen.lines.items()
    ]
    warning = _warning(seen.warning, terms, shortened=seen.warning not in caption.notes)
    alternative = tag("p", caption.alternative, class_="visually-hidden alternative")
    # The page's own foot says it; a screen of a presentation stands alone.
    stamp = tag("p", sentence(caption.stamp), class_="stamped") if caption.stamp else None
    facts = tag("div", hidden=True, data_caption=as_data(export_facts(exhibit)))
    return joined([alternative, lines, stamp, warning, facts])


def _line(name: str, text: str, terms: Explained, *, shortened: bool) -> Markup:
    """Champ, Lecture or Source. A source names registers, not terms."""
    kinds = [name.lower(), *(["shortened"] if shortened else [])]
    return tag("p", _named(name, text, terms), class_=" ".join(kinds))


def _named(name: str, text: str, terms: Explained) -> list[Markup | str]:
    """`text` behind its name, if it has one."""
    words = [text] if name == "Source" else terms.linked(text)
    return [tag("strong", f"{name} : "), *words] if name else words


def _warning(warning: str, terms: Explained, *, shortened: bool) -> Markup | None:
    if not warning:
        return None
    kinds = ["warning", *(["shortened"] if shortened else [])]
    return tag("p", terms.linked(warning), class_=" ".join(kinds))


def _details(exhibit: Exhibit, seen: Glance, terms: Explained) -> Markup:
    """What the foot leaves out: on a page behind a button, on paper under the chart."""
    return joined(
        tag("p", _named(name, text, terms)) for name, text in details_of(exhibit.caption, seen)
    )
