"""How does a share move from one time to the next, and which shares differ from the whole?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil, floor
from re import sub
from typing import Any

from dashboard.charts.bars import (
    PHONE_LETTERS,
    STROKE,
    category_axis,
    click_targets,
    highs,
    legend_above,
    level_title,
    step,
    title_above,
    value_axis,
    whiskers,
    wrapped,
)
from dashboard.charts.theme import INK, MUTED, layout

LETTER = 6.8
"""Width in pixels of a letter of a label, on the safe side; plotly leaves no room for annotations by itself."""

LABEL_WIDTH = 13
LINE_HEIGHT = 0.055
"""Height of a line of text as a part of the height of the plot."""

DODGE = 0.05
"""Between two series at the same time, so that their whiskers stand side by side."""

CLEAR_OF_DOT = 14
"""Pixels between the end of the axis and the value in the margin: a dot may stand on that end."""

CONCLUSIVE = ("écart établi", "écart non concluant")
"""What a full dot and a hollow one mean, in the legend of a dot plot."""


@dataclass(frozen=True)
class LineSeries:
    """One line: a value for each category, its text, hover text (HTML) and interval; None leaves a gap."""

    name: str
    colour: str
    values: tuple[float | None, ...]
    labels: tuple[str, ...]
    tells: tuple[str, ...]
    intervals: tuple[tuple[float, float] | None, ...] = ()
    targets: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True)
class DotRow:
    """One row of a dot plot; `text` is its value in words. Without a value there is no dot.

    The dot is hollow where the difference from the whole is not conclusive.
    """

    label: str
    value: float | None
    text: str
    tell: str
    interval: tuple[float, float] | None = None
    conclusive: bool = True
    target: Mapping[str, str] = field(default_factory=dict)


def lines(
    categories: Sequence[str],
    series: Sequence[LineSeries],
    *,
    percent: bool = True,
    axis_title: str = "",
) -> dict[str, Any]:
    """Lines named at their right end. A line that is alone has its values on its points instead of a name."""
    found = [high for one in series for high in highs(one.values, one.intervals)]
    top = 1.08 * max((high for high in found if high is not None), default=0) or 1
    top = min(100, 10 * ceil(top / 10)) if percent else top
    traces = [_line(one, DODGE * (i - (len(series) - 1) / 2)) for i, one in enumerate(series)]
    names: list[dict[str, Any]] = []
    if len(series) == 1:
        traces.append(_values(series[0], 0.012 * top))
    else:
        names = _end_labels(series, top)
    longest = max((_letters(name["text"]) for name in names), default=0)
    across = category_axis(categories, (PHONE_LETTERS - longest) // max(len(categories), 1))
    return {
        "data": traces,
        "layout": layout(
            xaxis=across | {"range": [-0.25, len(categories) - 0.8]},
            yaxis=value_axis(0, top, percent=percent),
            annotations=[title_above(axis_title), *names],
            margin={"l": 4, "r": 16 + LETTER * longest, "t": 32, "b": 4},
            meta={"targets": {"points": click_targets([one.targets for one in series])}},
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
        "customdata": list(series.tells),
        "hovertemplate": "%{customdata}<extra></extra>",
        "cliponaxis": False,
    }


def _values(series: LineSeries, above: float) -> dict[str, Any]:
    ends = highs(series.values, series.intervals)
    return {
        "type": "scatter",
        "mode": "text",
        "x": [*range(len(ends))],
        "y": [None if end is None else end + above for end in ends],
        "text": list(series.labels),
        "textposition": "top center",
        "textfont": {"size": 13, "color": INK},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _end_labels(series: Sequence[LineSeries], top: float) -> list[dict[str, Any]]:
    """Name and last value of each line in the right margin, at the height of its end, pushed apart where they touch."""
    ends = []
    for one in series:
        known = [
            (v, label) for v, label in zip(one.values, one.labels, strict=True) if v is not None
        ]
        if known:
            value, label = known[-1]
            ends.append((value, one.colour, f"{wrapped(one.name, LABEL_WIDTH)}<br><b>{label}</b>"))
    ends.sort(key=lambda end: end[0])
    heights = [LINE_HEIGHT * (1 + text.count("<br>")) * top for _, _, text in ends]
    centres = spread([value for value, _, _ in ends], heights)
    return [
        # The dot carries the colour: a pale one could not be read as text.
        _beside(centre, f'<span style="color:{colour}">●</span> {text}')
        for centre, (_, colour, text) in zip(centres, ends, strict=True)
    ]


def spread(wanted: Sequence[float], heights: Sequence[float]) -> list[float]:
    """Centres of boxes that rise from the ground without touching, each as low as it may be from the one `wanted`."""
    centres: list[float] = []
    ground = 0.0
    for centre, height in zip(wanted, heights, strict=True):
        centres.append(max(centre, ground + height / 2))
        ground = centres[-1] + height / 2
    return centres


def _letters(label: str) -> int:
    """The length of the longest line of a label, without its markup."""
    return max(len(line) for line in sub("<(?!br>)[^>]*>", "", label).split("<br>"))


def _beside(y: float, text: str) -> dict[str, Any]:
    """A text in the right margin, at a height of the plot."""
    return {
        "xref": "paper",
        "x": 1,
        "xanchor": "left",
        "xshift": 6,
        "y": y,
        "yanchor": "middle",
        "align": "left",
        "showarrow": False,
        "text": text,
        "font": {"size": 12, "color": INK},
    }


def dot_plot(
    rows: Sequence[DotRow],
    reference: float | None,
    *,
    colour: str,
    reference_label: str = "",
    percent: bool = True,
    axis_title: str = "",
    letters: int = 22,
) -> dict[str, Any]:
    """A dot and whisker for each row, its value in the right margin; a dashed line for the whole.

    Names of rows stand in lines of `letters` letters.

    Traces: the conclusive rows, then the others. A legend says so where there is a whole to differ from.
    """
    kinds = [[(i, r) for i, r in enumerate(rows) if r.conclusive is kind] for kind in (True, False)]
    low, high = _extent(rows, reference, percent=percent)
    names = category_axis([row.label for row in rows], letters, downwards=True)
    numbers = value_axis(low, high, percent=percent)
    texts = [_beside(i, row.text) | {"xshift": CLEAR_OF_DOT} for i, row in enumerate(rows)]
    whole: dict[str, Any] = {"annotations": texts}
    if reference is not None:
        # Above the first row stands the name of the whole.
        names["range"] = [len(rows) - 0.5, -1.1]
        name = _reference_name(reference, reference_label, on_left=reference > (low + high) / 2)
        whole = {
            "annotations": [*texts, name],
            "shapes": [_reference_line(reference, len(rows))],
            **legend_above(),
        }
    return {
        "data": [
            _dots(placed, CONCLUSIVE[i], colour, hollow=bool(i)) for i, placed in enumerate(kinds)
        ],
        "layout": layout(
            xaxis=numbers | {"zeroline": False, "title": level_title(axis_title)},
            yaxis=names | {"showgrid": True, "gridcolor": "rgba(107,118,131,0.12)"},
            margin={
                "l": 4,
                "r": 10 + CLEAR_OF_DOT + LETTER * max((len(row.text) for row in rows), default=0),
                "t": 8,
                "b": 4,
            },
            meta={
                "targets": {"points": click_targets([[row.target for _, row in k] for k in kinds])}
            },
            **whole,
        ),
    }


def _dots(
    placed: Sequence[tuple[int, DotRow]], name: str, colour: str, *, hollow: bool
) -> dict[str, Any]:
    values = [row.value for _, row in placed]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": values,
        "y": [i for i, _ in placed],
        # Open, not filled with white: on the dark page white dots would stand out most.
        "marker": {
            "symbol": "circle-open" if hollow else "circle",
            "size": 11,
            "color": colour,
            "line": {"color": colour, "width": 2},
        },
        "error_x": whiskers(values, [row.interval for _, row in placed]) | {"width": 0},
        "customdata": [row.tell for _, row in placed],
        "hovertemplate": "%{customdata}<extra></extra>",
        "cliponaxis": False,
    }


def _extent(
    rows: Sequence[DotRow], reference: float | None, *, percent: bool
) -> tuple[float, float]:
    """Round ends around all dots and whiskers; never beyond 0 and 100 %."""
    shown = [row for row in rows if row.value is not None]
    found = [row.value for row in shown if row.value is not None]
    found += [bound for row in shown for bound in row.interval or ()]
    found += [] if reference is None else [reference]
    lowest, highest = min(found, default=0), max(found, default=1)
    size = step(highest - lowest, 4)
    low, high = size * floor(lowest / size - 0.05), size * ceil(highest / size + 0.05)
    return max(low, 0) if lowest >= 0 else low, min(high, 100) if percent else high


def _reference_name(reference: float, text: str, *, on_left: bool) -> dict[str, Any]:
    return {
        "x": reference,
        "xanchor": "right" if on_left else "left",
        "xshift": -6 if on_left else 6,
        "y": -0.8,
        "yanchor": "middle",
        "showarrow": False,
        "text": text,
        "font": {"size": 12, "color": MUTED},
    }


def _reference_line(reference: float, rows: int) -> dict[str, Any]:
    return {
        "type": "line",
        "layer": "below",
        "line": {"color": STROKE, "width": 1.5, "dash": "dash"},
        "x0": reference,
        "x1": reference,
        "y0": -1.1,
        "y1": rows - 0.5,
    }
