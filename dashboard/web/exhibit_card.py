"""How does an exhibit look on a page, part by part?

A card is laid out once; then each part is sent only when it has changed, so that the browser redraws nothing in vain.
"""

from __future__ import annotations

import json
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.domain.address import parameter_of
from dashboard.domain.options import Option
from dashboard.domain.vocabulary import Vocabulary
from dashboard.exhibit import Exhibit
from dashboard.text.numbers import count, day
from dashboard.text.selections import chip_label
from dashboard.text.typography import unbroken
from dashboard.text.words import capital, counted
from dashboard.views.view import Tile, View
from dashboard.web.attributes import dom_id, marked
from dashboard.web.prose import prose_of, with_terms
from dashboard.web.still import still
from dashboard.web.table import table_of

PARTS = {
    "head": "children",
    "options": "children",
    "figure": "figure",
    "canvas": "className",
    "empty": "children",
    "table": "children",
    "prose": "children",
    "foot": "children",
}
"""The parts of a card that may change, with the property that holds each."""

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

    def held(part: str, class_name: str) -> Component:
        return html.Div(parts[part], id=part_id(name, part), className=class_name)

    layout = [
        html.Div(
            [held("head", "card-head"), _actions(name, view, table_open)], className="card-top"
        ),
        held("options", "card-options"),
        held("empty", "card-empty"),
        held("table", "card-table"),
        held("prose", "card-prose"),
        held("foot", "card-foot"),
    ]
    if not view.tiled and not view.tabular:
        layout.insert(2, _canvas(name, parts))
    shape = f"exhibit{' tiled' if view.tiled else ''}{' wide' if view.wide else ''}"
    return marked(html.Article(layout, id=name, className=shape), aria_labelledby=f"titre-{name}")


def _canvas(name: str, parts: dict[str, Any]) -> Component:
    graph = dcc.Graph(
        id=part_id(name, "figure"),
        figure=parts["figure"],
        config=GRAPH_CONFIG,
        responsive=True,
        className="graph",
    )
    return html.Div(graph, id=part_id(name, "canvas"), className=parts["canvas"])


def parts_of(
    exhibit: Exhibit,
    vocabulary: Vocabulary,
    *,
    name: str,
    over: str = "",
    title: str = "",
    table_open: bool = False,
) -> dict[str, Any]:
    """Every part of the card called `name`, as Dash takes it; `over` stands above its title, or above `title`."""
    canvas = f"canvas canvas-{exhibit.view.name}"
    drawn = not exhibit.empty and not exhibit.view.tabular
    shown = not exhibit.empty and (table_open or exhibit.view.tabular)
    return {
        "head": still(_head(exhibit, name, over, title)),
        "options": _options(exhibit, vocabulary),
        "figure": exhibit.content.figure if drawn else {"data": [], "layout": {}},
        "canvas": canvas if drawn else f"{canvas} hidden",
        "empty": still(_empty(exhibit, vocabulary)) if exhibit.empty else None,
        "table": still(table_of(exhibit)) if shown else None,
        "prose": still(prose_of(exhibit.content.sections)),
        "foot": still(_foot(exhibit, vocabulary)),
    }


def _head(exhibit: Exhibit, name: str, over: str, title: str) -> list[Component]:
    content = exhibit.content
    head: list[Component] = [html.P(over, className="over")] if over else []
    head.append(html.H2(title or content.title, id=f"titre-{name}"))
    if content.tiles:
        return [*head, html.Div([_tile(tile) for tile in content.tiles], className="tiles")]
    base = unbroken(f"{capital(content.population)} : n = {count(content.base)}")
    return [*head, html.P(f"{content.title} – {base}" if title else base, className="base")]


def _tile(tile: Tile) -> Component:
    fragile = tile.share is not None and tile.share.fragile
    base = [tile.base, html.Span(" · base < 30", className="fragile") if fragile else ""]
    return html.Div(
        [
            html.P(tile.label, className="tile-label"),
            html.P(tile.value, className="tile-value"),
            html.P(base, className="tile-base"),
        ],
        className="tile",
    )


def _options(exhibit: Exhibit, vocabulary: Vocabulary) -> list[Component | None]:
    """The switches; a list is a component of its own, which rows of buttons need not be."""
    return [
        _switch(option, exhibit, vocabulary)
        if option.form == "list"
        else still(_switch(option, exhibit, vocabulary))
        for option in exhibit.view.options
    ]


def _switch(option: Option, exhibit: Exhibit, vocabulary: Vocabulary) -> Component:
    """A switch as a row of buttons, or as a list where it has many positions."""
    current = _position(option, exhibit)
    choices = option.choices(vocabulary)
    if option.form == "list":
        return html.Div(
            [
                html.Label(option.label, htmlFor=dom_id({"setting": option.parameter})),
                dcc.Dropdown(
                    id={"setting": option.parameter},
                    options=[{"label": c.label, "value": c.value} for c in choices],
                    value=current,
                    clearable=False,
                    searchable=False,
                    maxHeight=360,
                    className="filter-choice",
                ),
            ],
            className="switch",
        )
    buttons = [
        marked(
            html.Button(choice.label, type="button", className="choice"),
            aria_pressed="true" if choice.value == current else "false",
            data_set=json.dumps(
                {option.parameter: "" if choice.value == option.default else choice.value}
            ),
        )
        for choice in choices
    ]
    if option.form == "player":
        play = marked(
            html.Button(
                "▶ Lire", type="button", className="choice play", title="Faire défiler les années"
            ),
            data_play=option.parameter,
        )
        buttons.insert(0, play)
    return marked(
        html.Div(
            [html.Span(option.label, className="switch-label"), *buttons],
            className="switch",
            role="group",
        ),
        aria_label=option.label,
    )


def _position(option: Option, exhibit: Exhibit) -> str:
    return exhibit.settings.get(option.parameter, option.default)


def _actions(name: str, view: View, table_open: bool) -> Component:
    pictures = [
        marked(html.Button("Image PNG", type="button"), data_export="png"),
        marked(html.Button("Image SVG", type="button"), data_export="svg"),
        marked(html.Button("Copier l'image", type="button"), data_export="copy"),
    ]
    items = [
        *([] if view.tabular else pictures),
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


def _empty(exhibit: Exhibit, vocabulary: Vocabulary) -> Component:
    offer = []
    if exhibit.widening is not None:
        condition = exhibit.widening.condition
        offer.append(
            marked(
                html.Button(
                    f"Retirer le filtre « {chip_label(condition, vocabulary)} » "
                    f"({counted(exhibit.widening.people, 'bénéficiaire')})",
                    type="button",
                    className="btn btn-primary",
                ),
                data_remove=_parameter(exhibit, vocabulary),
            )
        )
    return html.Div([html.P(exhibit.content.nothing), *offer], className="empty")


def _parameter(exhibit: Exhibit, vocabulary: Vocabulary) -> str:
    if exhibit.widening is None:
        return ""
    return parameter_of(exhibit.widening.condition.dimension, vocabulary)


def _foot(exhibit: Exhibit, vocabulary: Vocabulary) -> list[Component]:
    content = exhibit.content
    champ = f"{exhibit.selection} ; {content.population}, n = {count(content.base)}."
    lines = [("Champ", unbroken(champ))]
    if content.reading and not exhibit.empty:
        lines.append(("Lecture", content.reading))
    lines.append(("Source", f"{content.source}. {exhibit.stamp}."))
    terms: list[Component] = []
    for term, text in lines:
        told = with_terms(text, vocabulary.codebook) if term == "Champ" else [text]
        terms.append(html.P([html.Strong(unbroken(f"{term} : ")), *told], className=term.lower()))
    terms.extend(html.P(note, className="note") for note in content.notes)
    caption = {
        "title": content.title,
        "selection": exhibit.selection,
        "lines": [f"{term} : {text}" for term, text in lines],
        "notes": list(content.notes),
        "date": f"Données au {day(exhibit.dated)}, version {exhibit.version}",
        "alternative": content.alternative,
        "height": exhibit.view.height,
        "empty": exhibit.empty,
        "export": f"/export/{exhibit.view.name}",
        "address": exhibit.address,
        "filters": exhibit.filters,
        "file": exhibit.file_stem,
        # Key figures are tiles on a page, and a figure only in a picture.
        "figure": content.figure if exhibit.view.tiled else None,
    }
    return [
        html.P(content.alternative, className="visually-hidden alternative"),
        *terms,
        marked(html.Div(hidden=True, className="caption-data"), data_caption=json.dumps(caption)),
    ]
