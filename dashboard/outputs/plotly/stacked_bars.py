"""How is a bar of several segments drawn, each category a bar?"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from dashboard.content.charts import StackedBars
from dashboard.content.charts.bars import WHOLE
from dashboard.content.charts.datum import Datum
from dashboard.content.charts.rich_text import NO_TEXT, RichText, Run, rich
from dashboard.content.medium import Medium
from dashboard.content.theme import INK
from dashboard.outputs.layout.chart_size import NAME_LETTERS, row_height, shared, stacked_names
from dashboard.outputs.layout.text_width import width_of, width_of_rich
from dashboard.outputs.layout.thinning import ROOM_ROWS, holds_text, thinned
from dashboard.outputs.plotly.axes import SIZE, category_axis, value_axis
from dashboard.outputs.plotly.bars import bars, bars_layout, gap, level_axes
from dashboard.outputs.plotly.base import Figure
from dashboard.outputs.plotly.benchmark_lines import Ground, across
from dashboard.outputs.plotly.clicks import ClickWriter
from dashboard.outputs.plotly.fills import on_fill
from dashboard.outputs.plotly.markup import markup

PADDING = 6
"""Pixels that a segment leaves beside its label."""

PLOT, PLOT_PHONE = 440, 220
"""How many pixels the longest bar has at the least: beside another chart on a laptop, and on a phone."""

MANY = 12
"""Bars that need the gaps between them for their labels, where they are drawn low."""


def stacked_bars(chart: StackedBars, medium: Medium, clicks: ClickWriter) -> Figure:
    """Labels stand in the segments that are long enough for them, clear of a benchmark's line.

    Those of the others stand beyond the bar's end, each beside a square in the colour of its segment. Where another
    chart makes the axis longer, labels that are too long for their segments by that alone are left out.
    """
    phone, percent = medium == "phone", chart.unit == "percent"
    plot = PLOT_PHONE if phone else PLOT
    top = chart.highest if chart.top is None else chart.top
    pixels, own_pixels = plot / (top or 1), plot / (chart.highest or 1)
    rows, extent = _rows(chart, medium)
    readable = holds_text(extent / max(len(rows), 1))
    crossed = _crossed(chart, pixels)
    beyond = [
        _beyond(chart, i, own_pixels, crossed) if readable else NO_TEXT for i in range(len(rows))
    ]
    ends = [*enumerate(zip(chart.totals, beyond, strict=True))]
    room = max(
        (width_of_rich(text, SIZE) - (top - total) * pixels for _, (total, text) in ends if text),
        default=0,
    )
    # The longest count leaves a little to be seen as ended. Shares may add up to a hair more than 100: plotly would
    # leave the last label out as beyond its axis.
    end = top * (1.001 if percent else 1.04)
    marked = value_axis(0, WHOLE if percent else top, chart.unit, most=2 if phone else 4)
    numbers = marked | {"range": [0, end or 1]}
    names = category_axis(rows, NAME_LETTERS[medium], downwards=True)
    read_against = across(chart.benchmarks, len(rows), Ground((0, end or 1), plot, extent))
    names["range"] = [names["range"][0], read_against.top]
    least = 0.3 if len(rows) < MANY else 0.14
    return {
        "data": [
            bars(series, horizontal=True)
            | {
                "text": [
                    on_fill(datum.text, series.colour)
                    if readable and fits(datum, pixels) and (s, i) not in crossed
                    else ""
                    for i, datum in enumerate(series.data)
                ],
                "textposition": "inside",
                "insidetextanchor": "middle",
            }
            for s, series in enumerate(chart.series)
        ],
        "layout": bars_layout(
            chart,
            clicks,
            {
                "barmode": "stack",
                "bargap": gap(len(rows), extent, least),
                "annotations": [
                    *(_end(i, total, text) for i, (total, text) in ends if text),
                    *read_against.names,
                ],
                "shapes": [*read_against.shapes],
                **level_axes(chart, names, numbers),
            },
            beyond=max(0, room),
        ),
    }


def _rows(chart: StackedBars, medium: Medium) -> tuple[list[RichText], float]:
    """The names of the bars, and the pixels that these share; on a screen, which cannot grow, fewer are named."""
    names = stacked_names(chart, medium)
    if medium == "room":
        return thinned(names, ROOM_ROWS), ROOM_ROWS if len(names) > MANY else chart.extent
    return names, shared(chart.extent, len(names), row_height(names))


def fits(datum: Datum, pixels: float) -> bool:
    """Whether a segment is long enough for its label, at `pixels` for one of what is counted."""
    return (datum.value or 0) * pixels >= width_of(datum.text, SIZE) + PADDING


def _crossed(chart: StackedBars, pixels: float) -> frozenset[tuple[int, int]]:
    """The numbers of the series and the category of each label that a benchmark's line would run through."""
    crossed = set()
    for i in range(len(chart.categories)):
        start = 0.0
        for s, series in enumerate(chart.series):
            datum = series.data[i]
            length = datum.value or 0
            centre, half = start + length / 2, (width_of(datum.text, SIZE) + PADDING) / 2 / pixels
            if any(abs(line.value - centre) < half for line in chart.benchmarks):
                crossed.add((s, i))
            start += length
    return frozenset(crossed)


def _beyond(
    chart: StackedBars, i: int, pixels: float, crossed: Collection[tuple[int, int]]
) -> RichText:
    """The labels of bar `i` that do not fit into their segments, on one line."""
    pieces: list[str | Run] = []
    for s, series in enumerate(chart.series):
        datum = series.data[i]
        inside = fits(datum, pixels) and (s, i) not in crossed
        if datum.value and datum.text and not inside:
            apart = ["\u2002"] if pieces else []
            pieces += [*apart, Run("■", colour=series.colour), f"\u00a0{datum.text}"]
    return rich(pieces)


def _end(i: int, total: float, text: RichText) -> dict[str, Any]:
    return {
        "x": total,
        "xanchor": "left",
        "xshift": 4,
        "y": i,
        "yanchor": "middle",
        "showarrow": False,
        "text": markup(text),
        "font": {"size": 12, "color": INK},
    }
