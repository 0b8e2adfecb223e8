"""How does an exhibit look on a page, part by part?

A card is laid out once; then each part is sent only when it has changed, so that the browser redraws nothing in vain.
"""

from __future__ import annotations

import json
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.content.charts.tiles import Tile
from dashboard.content.view import Canvas, View
from dashboard.domain.vocabulary import Vocabulary
from dashboard.exhibit import Exhibit
from dashboard.text.numbers import SILENT, count
from dashboard.text.words import capital
from dashboard.web.attributes import marked
from dashboard.web.empty_card import empty_card
from dashboard.web.picture_caption import caption_lines, picture_caption
from dashboard.web.prose import Explained, prose_of
from dashboard.web.slots import Slot
from dashboard.web.static_html import static_html
from dashboard.web.switches import switches
from dashboard.web.table import table_of
from dashboard.web.unlinked import unlinked

PARTS = {
    "head": "children",
    "options": "children",
    "figure": "figure",
    "canvas": "className",
    "room": "style",
    "empty": "children",
    "table": "children",
    "prose": "children",
    "foot": "children",
}
"""The parts of a card that may change, with the property that holds each."""

ELEMENTS = {"room": "canvas"}
"""The element of a part that is a second property of another part's."""

GRAPH_CONFIG: Any = {
    "displayModeBar": False,
    "displaylogo": False,
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "doubleClick": False,
    "scrollZoom": False,
    "responsive": True,
    "showTips": False,
}


def part_id(view: str, part: str) -> dict[str, str]:
    """The Dash identifier of one part of one view's card."""
    return {"view": view, "part": part}


def card(name: str, view: View, parts: dict[str, Any], *, table_open: bool = False) -> Component:
    """The card called `name` on its page, which shows `view` by `parts`."""

    def held(part: str) -> Component:
        return _held(name, part, parts)

    layout = [
        html.Div([held("head"), _actions(name, view, table_open)], className="card-top"),
        *([] if view.borrows else [held("options")]),
        *([] if view.tiled else [_canvas(name, parts)]),
        *map(held, ("empty", "table", "prose", "foot")),
    ]
    kinds = {"tiled": view.tiled, "tabular": view.tabular, "wide": view.wide}
    shape = " ".join(["exhibit", *(kind for kind, holds in kinds.items() if holds)])
    return marked(html.Article(layout, id=name, className=shape), aria_labelledby=f"titre-{name}")


def choice_of_view(name: str, parts: dict[str, Any]) -> Component:
    """The switches of the card called `name`, which shows another view: they stand above all cards of its page."""
    return _held(name, "options", parts)


def _held(name: str, part: str, parts: dict[str, Any]) -> Component:
    return html.Div(parts[part], id=part_id(name, part), className=f"card-{part}")


def _canvas(name: str, parts: dict[str, Any]) -> Component:
    graph = dcc.Graph(
        id=part_id(name, "figure"),
        figure=parts["figure"],
        config=GRAPH_CONFIG,
        responsive=True,
        className="graph",
    )
    return html.Div(
        graph, id=part_id(name, "canvas"), className=parts["canvas"], style=parts["room"]
    )


def parts_of(
    exhibit: Exhibit, vocabulary: Vocabulary, slot: Slot, *, table_open: bool = False
) -> dict[str, Any]:
    """Every part of the card that stands in `slot`, as Dash takes it."""
    terms = Explained(vocabulary.glossary)
    drawn = not exhibit.empty and not exhibit.view.tiled
    shown = not exhibit.empty and (table_open or exhibit.view.tabular)
    return {
        "head": static_html(_head(exhibit, slot, terms)),
        "options": switches(exhibit, vocabulary, terms),
        "figure": unlinked(exhibit.content.figure) if drawn else {"data": [], "layout": {}},
        "canvas": _canvas_class(exhibit.view.canvas, drawn=drawn),
        "room": {"--tall": exhibit.view.canvas.height, "--tall-narrow": exhibit.view.canvas.narrow},
        "empty": static_html(empty_card(exhibit, vocabulary, slot.prefix))
        if exhibit.empty
        else None,
        "table": static_html(table_of(exhibit)) if shown else None,
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
    content = exhibit.content
    head: list[Component] = [html.P(slot.over, className="over")] if slot.over else []
    head.append(html.H2(slot.title or content.title, id=f"titre-{slot.name}"))
    if content.tiles:
        tiles = [_tile(tile, terms) for tile in content.tiles]
        return [*head, html.Div(tiles, className="tiles")]
    base = f"{capital(content.population)} : n = {count(content.base)}"
    return [*head, html.P(f"{content.title} – {base}" if slot.title else base, className="base")]


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


def _actions(name: str, view: View, table_open: bool) -> Component:
    items = [
        marked(html.Button("Image PNG", type="button"), data_export="png"),
        marked(html.Button("Image SVG", type="button"), data_export="svg"),
        marked(html.Button("Copier l'image", type="button"), data_export="copy"),
        marked(html.Button("PowerPoint (PPTX)", type="button"), data_export="pptx"),
        marked(html.Button("Excel (XLSX)", type="button"), data_export="xlsx"),
        marked(html.Button("Données CSV", type="button"), data_export="csv"),
        marked(html.Button("Copier le lien", type="button"), data_export="link"),
    ]
    table = marked(
        html.Button("Tableau", type="button", className="action"),
        data_table=name,
        aria_expanded="true" if table_open else "false",
    )
    return marked(
        html.Div(
            [
                *([] if view.tabular else [table]),
                marked(
                    html.Button(
                        "+ Présentation",
                        type="button",
                        className="action",
                        title="Ajouter à la présentation",
                    ),
                    data_add=name,
                ),
                html.Details(
                    [
                        html.Summary("Exporter", className="action"),
                        html.Div(items, className="menu"),
                    ],
                    className="export",
                ),
            ],
            className="actions",
        ),
        data_view=name,
    )


def _foot(exhibit: Exhibit, terms: Explained) -> list[Component]:
    content = exhibit.content
    told: list[Component] = []
    for name, text in caption_lines(exhibit):
        # A source names registers, not terms; key figures have no room for their Lecture, which only a file shows.
        plain = name == "Source" or (name == "Lecture" and exhibit.view.tiled)
        words = [text] if plain else terms.linked(text)
        told.append(html.P([html.Strong(f"{name} : "), *words], className=name.lower()))
    told.extend(html.P(terms.linked(note), className=_note_class(note)) for note in content.notes)
    caption = json.dumps(picture_caption(exhibit))
    return [
        html.P(content.alternative, className="visually-hidden alternative"),
        *told,
        marked(html.Div(hidden=True, className="caption-data"), data_caption=caption),
    ]


def _note_class(note: str) -> str:
    """A note that warns of a share stands out from those that explain one."""
    return "note warning" if note.startswith(SILENT) else "note"
