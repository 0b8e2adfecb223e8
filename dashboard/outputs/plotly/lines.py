"""How does a share move from one time to the next?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from re import sub
from typing import Any

from dashboard.content.theme import INK, layout
from dashboard.outputs.plotly.axes import (
    LETTER,
    PHONE_LETTERS,
    beside,
    category_axis,
    click_filters_by_trace,
    title_above,
    value_axis,
    wrapped,
)
from dashboard.outputs.plotly.bars import highs, whiskers

LABEL_WIDTH, LABEL_WIDTH_PROJECTED = 13, 24

LINE_HEIGHT, LINE_HEIGHT_PROJECTED = 0.055, 0.075
"""Height of a line of text as a part of the height of the plot."""

DODGE, DODGE_PROJECTED, DODGE_FEW = 0.05, 0.22, 0.34
"""Between two series at the same time, so that their whiskers stand side by side; their values too, for a room, and
where they are few."""

FEW = 2
"""Lines whose values stand side by side on a page; those of more would be written over each other."""


@dataclass(frozen=True)
class LineSeries:
    """One line: a value for each category, its text, hover text (HTML) and interval; None leaves a gap.

    `last`: its last value as it stands beside its name, where its text alone would not tell of which category it is;
    `coming`: what stands below, of the categories that it has not reached.
    """

    name: str
    colour: str
    values: tuple[float | None, ...]
    labels: tuple[str, ...]
    hovers: tuple[str, ...]
    intervals: tuple[tuple[float, float] | None, ...] = ()
    clicks: tuple[Mapping[str, str], ...] = ()
    last: str = ""
    coming: tuple[str, ...] = ()


def lines(
    categories: Sequence[str],
    series: Sequence[LineSeries],
    *,
    percent: bool = True,
    axis_title: str = "",
    narrow: bool = False,
    projected: bool = False,
) -> dict[str, Any]:
    """Lines named at their right end, with their last value.

    A line that is alone has its values on its points; so have two, but for a phone, and all for a room, which has
    nothing to point with.
    """
    found = [high for one in series for high in highs(one.values, one.intervals)]
    top = 1.08 * max((high for high in found if high is not None), default=0) or 1
    top = min(100, 10 * ceil(top / 10)) if percent else top
    # A number over the first point would run into those of the axis.
    beside = 0.45 if narrow and len(series) == 1 else 0.2
    valued = projected or len(series) <= (1 if narrow else FEW)
    dodge = DODGE_PROJECTED if projected else DODGE_FEW if valued else DODGE
    spread_out = dodge * max(0, len(series) - 1) / 2
    shifts = [dodge * i - spread_out for i in range(len(series))]
    traces = [_line(one, shift) for one, shift in zip(series, shifts, strict=True)]
    if valued:
        placed = zip(series, shifts, strict=True)
        traces += [_values(one, shift, 0.012 * top) for one, shift in placed]
    names = _end_labels(series, top, valued=valued, projected=projected)
    longest = max((_letters(name["text"]) for name in names), default=0)
    across = category_axis(categories, (PHONE_LETTERS - longest) // max(len(categories), 1))
    return {
        "data": traces,
        "layout": layout(
            xaxis=across
            | {"range": [-beside - spread_out, len(categories) - 1 + beside + spread_out]},
            yaxis=value_axis(0, top, percent=percent),
            annotations=[title_above(axis_title), *names],
            margin={"l": 4, "r": 16 + LETTER * longest, "t": 32, "b": 4},
            meta={"targets": {"points": click_filters_by_trace([one.clicks for one in series])}},
        ),
    }


def _line(series: LineSeries, shift: float) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": series.name,
        "x": [i + shift for i in range(len(series.values))],
        "y": list(series.values),
        "connectgaps": False,
        "line": {"color": series.colour, "width": 2.4},
        "marker": {"color": series.colour, "size": 9},
        "error_y": whiskers(series.values, series.intervals) | {"color": series.colour},
        "customdata": list(series.hovers),
        "hovertemplate": "%{customdata}<extra></extra>",
        "cliponaxis": False,
    }


def _values(series: LineSeries, shift: float, above: float) -> dict[str, Any]:
    ends = highs(series.values, series.intervals)
    return {
        "type": "scatter",
        "mode": "text",
        "x": [i + shift for i in range(len(ends))],
        "y": [None if end is None else end + above for end in ends],
        "text": list(series.labels),
        "textposition": "top center",
        "textfont": {"size": 13, "color": INK},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _end_labels(
    series: Sequence[LineSeries], top: float, *, valued: bool, projected: bool
) -> list[dict[str, Any]]:
    """Name of each line in the right margin, at the height of its end, pushed apart where they touch.

    With its last value, unless its points are `valued`, and what is to come.
    """
    letters = LABEL_WIDTH_PROJECTED if projected else LABEL_WIDTH
    line_height = LINE_HEIGHT_PROJECTED if projected else LINE_HEIGHT
    ends = []
    for one in series:
        known = [
            (v, label) for v, label in zip(one.values, one.labels, strict=True) if v is not None
        ]
        if known:
            value, label = known[-1]
            told = [
                wrapped(one.name, letters),
                *([] if valued else [f"<b>{one.last or label}</b>"]),
            ]
            ends.append((value, one.colour, "<br>".join([*told, *one.coming])))
    ends.sort(key=lambda end: end[0])
    heights = [line_height * (1 + text.count("<br>")) * top for _, _, text in ends]
    centres = spread([value for value, _, _ in ends], heights, top)
    return [
        # The dot carries the colour: a pale one could not be read as text.
        beside(centre, f'<span style="color:{colour}">●</span> {text}')
        for centre, (_, colour, text) in zip(centres, ends, strict=True)
    ]


def spread(wanted: Sequence[float], heights: Sequence[float], ceiling: float) -> list[float]:
    """Centres of boxes that rise from the ground without touching, each as low as it may be from the one `wanted`.

    Those that would rise over the `ceiling` are pushed down, and others before them.
    """
    centres: list[float] = []
    ground = 0.0
    for centre, height in zip(wanted, heights, strict=True):
        centres.append(max(centre, ground + height / 2))
        ground = centres[-1] + height / 2
    for i in reversed(range(len(centres))):
        centres[i] = min(centres[i], ceiling - heights[i] / 2)
        ceiling = centres[i] - heights[i] / 2
    return centres


def _letters(label: str) -> int:
    """The length of the longest line of a label, without its markup."""
    return max(len(line) for line in sub("<(?!br>)[^>]*>", "", label).split("<br>"))
