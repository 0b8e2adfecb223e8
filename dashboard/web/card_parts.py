"""What stands in each part of an exhibit's card?

A card is laid out once; then each part is sent only when it has changed, so that the browser redraws nothing in vain.
"""

from __future__ import annotations

import json

from dash import html
from dash.development.base_component import Component

from dashboard.content.charts.tiles import Tile
from dashboard.content.medium import Medium
from dashboard.content.view import Canvas
from dashboard.domain.vocabulary import Vocabulary
from dashboard.exhibit import Exhibit
from dashboard.outputs.plotly.figure import EMPTY, draw
from dashboard.text.numbers import SILENT
from dashboard.web.attributes import Property, marked
from dashboard.web.empty_card import empty_card
from dashboard.web.picture_caption import picture_caption
from dashboard.web.prose import Explained, prose_of
from dashboard.web.slots import Slot
from dashboard.web.static_html import static_html
from dashboard.web.switches import switches
from dashboard.web.table import table_of


def parts_of(
    exhibit: Exhibit,
    vocabulary: Vocabulary,
    slot: Slot,
    medium: Medium,
    *,
    table_open: bool = False,
) -> dict[str, Property]:
    """Every part of the card that stands in `slot`, drawn for `medium`, as Dash takes it."""
    terms = Explained(vocabulary.glossary)
    chart = None if exhibit.empty or exhibit.view.tiled else exhibit.content.chart
    canvas = exhibit.view.canvas
    shown = not exhibit.empty and (table_open or exhibit.view.tabular)
    empty = empty_card(exhibit, vocabulary, slot.prefix) if exhibit.empty else None
    table = table_of(exhibit, vocabulary, slot.prefix) if shown else None
    figure = (
        EMPTY
        if chart is None
        else draw(chart, medium, lambda click: click.parameters(vocabulary, slot.prefix))
    )
    return {
        "head": static_html(_head(exhibit, slot, terms)),
        "options": switches(exhibit, vocabulary, terms),
        "figure": figure,
        "canvas": _canvas_class(canvas, drawn=chart is not None),
        "room": {"--tall": canvas.height, "--tall-narrow": canvas.phone_height},
        "empty": static_html(empty),
        "table": static_html(table),
        "prose": static_html(prose_of(exhibit.content.sections)),
        "foot": static_html(_foot(exhibit, terms)),
    }


def _canvas_class(canvas: Canvas, *, drawn: bool) -> str:
    kinds = {
        "spread": canvas.spread,
        "mapped": canvas.mapped,
        "veiled": canvas.veiled,
        "hidden": not drawn,
    }
    return " ".join(["canvas", *(kind for kind, holds in kinds.items() if holds)])


def _head(exhibit: Exhibit, slot: Slot, terms: Explained) -> list[Component]:
    caption, tiles = exhibit.caption, exhibit.content.tiles
    head: list[Component] = [html.P(slot.over, className="over")] if slot.over else []
    head.append(html.H2(slot.title or caption.title, id=f"titre-{slot.name}"))
    if tiles:
        return [*head, html.Div([_tile(tile, terms) for tile in tiles], className="tiles")]
    base = f"{caption.title} – {caption.base}" if slot.title else caption.base
    return [*head, html.P(base, className="base")]


def _tile(tile: Tile, terms: Explained) -> Component:
    fragile = tile.share is not None and tile.share.fragile
    base = [tile.base, html.Span(" · base < 30", className="fragile") if fragile else ""]
    return html.Div(
        [
            html.P(terms.linked(tile.label), className="tile-label"),
            html.P(tile.value, className="tile-value"),
            html.P(base, className="tile-base"),
        ],
        className="tile",
    )


def _foot(exhibit: Exhibit, terms: Explained) -> list[Component]:
    caption = exhibit.caption
    lines: list[Component] = []
    for name, text in caption.lines:
        # A source names registers, not terms; key figures have no room for their Lecture, which only a file shows.
        plain = name == "Source" or (name == "Lecture" and exhibit.view.tiled)
        words = [text] if plain else terms.linked(text)
        lines.append(html.P([html.Strong(f"{name} : "), *words], className=name.lower()))
    lines.extend(html.P(terms.linked(note), className=_note_class(note)) for note in caption.notes)
    picture = json.dumps(picture_caption(exhibit))
    return [
        html.P(caption.alternative, className="visually-hidden alternative"),
        *lines,
        marked(html.Div(hidden=True, className="caption-data"), data_caption=picture),
    ]


def _note_class(note: str) -> str:
    """A note that warns of a share stands out from those that explain one."""
    return "note warning" if note.startswith(SILENT) else "note"
