"""How is a page laid out, and what does its one callback answer?"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from dash import Dash, Input, Output, dcc, html
from dash.development.base_component import Component

from bench.plain.exhibits import Place, contents, people, places_on, read
from bench.plain.figures import Figure, draw
from dashboard.content.charts import FlowDiagram, RegionMap, SmallMaps
from dashboard.content.content import Content
from dashboard.content.page import COMPARISON, Page
from dashboard.domain.address import OTHER
from dashboard.domain.dimension import Dimension
from dashboard.outputs.layout.geography import regions
from dashboard.publication import Publication

EMPTY: Figure = {"data": [], "layout": {"xaxis": {"visible": False}, "yaxis": {"visible": False}}}

Kept = dict[str, str]
"""What a click keeps: parameters of an address."""


def add_page(app: Dash, page: Page, publication: Publication) -> None:
    """Lays `page` out in `app` and binds its callback."""
    places = places_on(page, publication)
    told = contents(places, read("", publication), publication)
    charted = [p for p in places if told[p.name].chart is not None and not p.view.tiled]
    clicked = {
        place.name: _regions_kept(told[place.name], publication)
        for place in charted
        if isinstance(told[place.name].chart, FlowDiagram | RegionMap | SmallMaps)
    }
    parameters = _filters(page, publication)
    app.layout = html.Div(
        [
            html.H1(page.title),
            html.Div([*parameters.values()], style=_columns("200px")),
            html.P(id="headline", className="headline"),
            html.Div(
                [_card(place, told[place.name], graph=place in charted) for place in places],
                style=_columns("min(600px, 100%)"),
            ),
        ],
        style={"fontFamily": "sans-serif"},
    )

    @app.callback(
        output=[
            Output("headline", "children"),
            [Output(f"words-{place.name}", "children") for place in places],
            [Output(f"chart-{place.name}", "figure") for place in charted],
        ],
        inputs=[
            [Input(f"filter-{i}", "value") for i in range(len(parameters))],
            [Input(f"chart-{name}", "clickData") for name in clicked],
        ],
    )
    def update(values: list[list[str] | None], clicks: list[dict[str, Any] | None]) -> list[object]:
        chosen = {
            name: ",".join(kept) for name, kept in zip(parameters, values, strict=True) if kept
        }
        for kept_by_trace, click in zip(clicked.values(), clicks, strict=True):
            chosen |= _kept(click, kept_by_trace) if click else {}
        address = read(f"?{urlencode(chosen)}", publication)
        shown = contents(places, address, publication)
        return [
            people(page, address, publication),
            [_words(shown[place.name]) for place in places],
            [_figure(shown[place.name], publication) for place in charted],
        ]


def _filters(page: Page, publication: Publication) -> dict[str, Component]:
    """A list for each filter, under its parameter; a comparison has them twice."""
    vocabulary = publication.vocabulary
    sides = ("", OTHER) if page is COMPARISON else ("",)
    listed: dict[str, Component] = {}
    for side in sides:
        for name in vocabulary.codebook.filters.order:
            variable = vocabulary.variable(name)
            listed[f"{side}{variable.parameter}"] = dcc.Dropdown(
                [
                    {"label": category.label, "value": category.parameter_value}
                    for category in vocabulary.categories(Dimension(name))
                ],
                id=f"filter-{len(listed)}",
                multi=True,
                placeholder=variable.all,
            )
    return listed


def _card(place: Place, content: Content, *, graph: bool) -> Component:
    """A view: its title, its words and key figures, its chart; a table where one always shows."""
    parts: list[Component] = [html.H2(content.title), html.Div(id=f"words-{place.name}")]
    if graph:
        parts.append(
            dcc.Graph(id=f"chart-{place.name}", style={"height": f"{place.view.height}px"})
        )
    if place.view.tabular:
        parts.append(_table(content))
    return html.Article(parts, id=place.name, className="exhibit")


def _words(content: Content) -> list[Component]:
    if content.empty:
        return [html.P(content.nothing)]
    tiles = [
        html.Div([html.P(tile.label), html.Strong(tile.value), html.P(tile.base)])
        for tile in content.tiles
    ]
    about = f"{content.base} {content.population}"
    sections = [
        html.P(text) for part in content.sections for text in (part.title, *part.paragraphs)
    ]
    return [
        html.Div(tiles, style=_columns("150px")),
        html.P(about),
        html.P(content.reading),
        *sections,
    ]


def _table(content: Content) -> Component:
    rows = [
        html.Tr([html.Td(text) for text in (*row.labels, row.count, *row.measures, *row.remarks)])
        for row in content.data_table.rows
    ]
    return html.Table(rows)


def _figure(content: Content, publication: Publication) -> Figure:
    if content.empty or content.chart is None:
        return EMPTY
    return draw(content.chart, publication.vocabulary)


def _regions_kept(content: Content, publication: Publication) -> list[Kept]:
    """What a click on each region of a map keeps, in the order of its outlines; nothing of other charts."""
    chart = content.chart
    if isinstance(chart, RegionMap):
        places = [place.click for place in chart.places_of(r.code for r in regions(chart.layer))]
    elif isinstance(chart, SmallMaps):
        codes = [region.code for region in regions(chart.layer)]
        places = [place.click for shown in chart.maps for place in shown.places_of(codes)]
    else:
        return []
    return [click.parameters(publication.vocabulary) if click else {} for click in places]


def _kept(click: Mapping[str, Any], by_trace: list[Kept]) -> Kept:
    """A ribbon and a node carry what they keep; a region is known by its trace."""
    (point, *_) = click["points"]
    if isinstance(point.get("customdata"), str):
        kept: Kept = json.loads(point["customdata"])
        return kept
    trace = point["curveNumber"]
    return by_trace[trace] if trace < len(by_trace) else {}


def _columns(width: str) -> dict[str, str]:
    """As many columns as there is room for, none narrower than `width`."""
    return {"display": "grid", "gridTemplateColumns": f"repeat(auto-fit, minmax({width}, 1fr))"}
