"""How is an exhibit's card laid out on a page?"""

from __future__ import annotations

from collections.abc import Mapping

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.content.view import View
from dashboard.web.attributes import Property, marked

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

GRAPH_CONFIG: Property = {
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


def card(
    name: str, view: View, parts: Mapping[str, Property], *, table_open: bool = False
) -> Component:
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


def choice_of_view(name: str, parts: Mapping[str, Property]) -> Component:
    """The switches of the card called `name`, which shows another view: they stand above all cards of its page."""
    return _held(name, "options", parts)


def _held(name: str, part: str, parts: Mapping[str, Property]) -> Component:
    return html.Div(parts[part], id=part_id(name, part), className=f"card-{part}")


def _canvas(name: str, parts: Mapping[str, Property]) -> Component:
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
