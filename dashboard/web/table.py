"""How is an exhibit's table twin shown on a page, where each row does by keyboard what a click on the chart does?"""

from __future__ import annotations

import json

from dash import html
from dash.development.base_component import Component

from dashboard.content.data_table import DataTable, Row
from dashboard.domain.rates import SMALL_BASE
from dashboard.exhibit import Exhibit
from dashboard.text.numbers import ABSENT, FRAGILE, count, decimal, interval, share
from dashboard.text.words import capital
from dashboard.web.attributes import marked


def table_of(exhibit: Exhibit) -> Component:
    """The table of `exhibit`, with a caption and, where a base is small, the meaning of its mark."""
    data_table = exhibit.content.data_table
    fragile = any(row.share is not None and row.share.fragile for row in data_table.rows)
    legend = f"{FRAGILE} : base inférieure à {SMALL_BASE}, à lire avec prudence."
    return marked(
        html.Div(
            [
                html.Table(
                    [
                        html.Caption(f"{exhibit.content.title} – {exhibit.selection}"),
                        html.Thead(
                            html.Tr([html.Th(text, scope="col") for text in _headers(data_table)])
                        ),
                        html.Tbody([_row(row, data_table) for row in data_table.rows]),
                    ],
                    className="twin",
                ),
                html.P(legend, className="note") if fragile else None,
            ],
            className="twin-scroll",
            tabIndex="0",
            role="region",
        ),
        aria_label=f"Tableau : {exhibit.content.title}",
    )


def _headers(data_table: DataTable) -> list[str]:
    shares = ["Base", "Part"] if data_table.has_shares else []
    intervals = ["Intervalle à 95 %"] if data_table.compared and data_table.has_shares else []
    counts = [data_table.counted] if data_table.counted else []
    named = (
        *data_table.variables,
        *counts,
        *shares,
        *intervals,
        *data_table.measures,
        *data_table.texts,
    )
    return [capital(name) for name in named]


def _row(row: Row, data_table: DataTable) -> Component:
    first: str | Component = row.labels[0]
    if row.target:
        first = marked(
            html.Button(
                row.labels[0],
                type="button",
                className="row-link",
                title="Filtrer sur cette ligne, ou retirer ce filtre",
            ),
            data_target=json.dumps(dict(row.target)),
            aria_label=f"Filtrer : {', '.join(row.labels)}",
        )
    cells = [html.Th(first, scope="row"), *(html.Td(label) for label in row.labels[1:])]
    numbers = [_measure(row.number)] if data_table.counted else []
    if data_table.has_shares:
        found = row.share
        numbers.append(ABSENT if row.base is None else count(row.base))
        mark = f" {FRAGILE}" if found is not None and found.fragile else ""
        numbers.append(ABSENT if found is None else share(found) + mark)
        if data_table.compared:
            numbers.append(ABSENT if found is None else interval(found))
    numbers.extend(_measure(value) for value in row.measures)
    return html.Tr(
        [
            *cells,
            *(html.Td(text, className="number") for text in numbers),
            *(html.Td(text) for text in row.texts),
        ]
    )


def _measure(value: float | None) -> str:
    if value is None:
        return ABSENT
    return count(value) if isinstance(value, int) else decimal(value, 2)
