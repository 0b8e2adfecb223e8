"""How many, or which share, in each category: segments of one bar, or bars side by side?

What all charts with axes share stands here too: the axes, the legend, and text that is written on a fill.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10
from re import sub
from textwrap import wrap
from typing import Any

from dashboard.charts.theme import INK, MUTED, PAPER, layout
from dashboard.text.numbers import NARROW, count, decimal

GRID = "rgba(107,118,131,0.24)"
STROKE = "#6b7683"
"""Lines of axes, whiskers and outlines: three to one against white paper and against the dark page, which recolours
text alone."""

CLEAR = "rgba(0,0,0,0)"

LEAST_LABELLED = 6
"""Segments below this share of the longest bar stay without a label."""

LIGHT, PALE = 0.21, 0.6
"""Luminances: from LIGHT on, dark ink reads better on a fill than white does; a PALE fill needs dark hatching."""

LINEAR = 0.04045
"""Where sRGB turns from a line into a curve."""

PHONE_LETTERS = 44
"""How many letters stand side by side under a chart on a phone."""


@dataclass(frozen=True)
class Series:
    """One colour of the legend: a value, a text on the bar and a hover text (HTML) for each category.

    A value of None draws nothing. `absent` series, such as "Sans information", are hatched and outlined, so that print
    tells them from answers. `intervals` are drawn as whiskers on grouped bars. `targets`: what a click on each bar puts
    into the address.
    """

    name: str
    colour: str
    values: tuple[float | None, ...]
    labels: tuple[str, ...]
    tells: tuple[str, ...]
    absent: bool = False
    targets: tuple[Mapping[str, str], ...] = ()
    intervals: tuple[tuple[float, float] | None, ...] = ()


def stacked_bars(
    categories: Sequence[str],
    series: Sequence[Series],
    *,
    percent: bool,
    axis_title: str = "",
    horizontal: bool = True,
) -> dict[str, Any]:
    """One bar a category, from the first series on. Labels stand in the segments that are long enough for them."""
    totals = [sum(one.values[i] or 0 for one in series) for i in range(len(categories))]
    top = 100 if percent else max(totals, default=0)
    traces = [
        _bars(one, horizontal=horizontal)
        | {
            "text": [
                on_fill(label, one.colour) if 100 * (value or 0) >= LEAST_LABELLED * top else ""
                for value, label in zip(one.values, one.labels, strict=True)
            ],
            "textposition": "inside",
            "insidetextanchor": "middle",
        }
        for one in series
    ]
    numbers = value_axis(0, top, percent=percent, most=4) | {"range": [0, top or 1]}
    # One or two bars alone would be as thick as slabs.
    gaps = {"barmode": "stack", "bargap": max(0.3, 0.8 - 0.18 * len(categories))}
    axes = _axes(categories, numbers, axis_title, horizontal=horizontal, legend=len(series) > 1)
    return {"data": traces, "layout": _layout(series, gaps, axes)}


def grouped_bars(
    categories: Sequence[str],
    series: Sequence[Series],
    *,
    percent: bool,
    axis_title: str = "",
    horizontal: bool = False,
) -> dict[str, Any]:
    """A bar for each series beside each other in each category, its label beyond its end, clear of its whisker.

    The labels are the texts of invisible bars up to the whiskers' ends: plotly leaves a bar's text out where it does
    not fit. They follow the series, so that a series' place is the number of its trace.
    """
    ends = [highs(one.values, one.intervals) for one in series]
    top = max((end for listed in ends for end in listed if end is not None), default=0)
    traces = [
        _bars(one, horizontal=horizontal)
        | {"offsetgroup": str(i)}
        | {"error_x" if horizontal else "error_y": whiskers(one.values, one.intervals)}
        for i, one in enumerate(series)
    ]
    traces += [
        _along(listed, horizontal=horizontal)
        | {
            "offsetgroup": str(i),
            "marker": {"color": CLEAR},
            "text": list(one.labels),
            "textposition": "outside",
            "hoverinfo": "skip",
            "showlegend": False,
        }
        for i, (one, listed) in enumerate(zip(series, ends, strict=True))
    ]
    room = 1.28 if horizontal else 1.12
    most = _most_level(top) if horizontal else 5
    numbers = value_axis(0, top, percent=percent, most=most) | {"range": [0, top * room or 1]}
    gaps = {"barmode": "group", "bargap": 0.2 if len(series) > 1 else 0.35, "bargroupgap": 0.05}
    axes = _axes(categories, numbers, axis_title, horizontal=horizontal, legend=len(series) > 1)
    return {"data": traces, "layout": _layout(series, gaps, axes)}


def _bars(series: Series, *, horizontal: bool) -> dict[str, Any]:
    marker: dict[str, Any] = {"color": series.colour, "line": {"color": PAPER, "width": 0.6}}
    if series.absent:
        marker |= {"line": {"color": STROKE, "width": 1}, "pattern": hatching(series.colour)}
    return _along(series.values, horizontal=horizontal) | {
        "name": series.name,
        "marker": marker,
        "customdata": list(series.tells),
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _along(values: Sequence[float | None], *, horizontal: bool) -> dict[str, Any]:
    across, along = ("y", "x") if horizontal else ("x", "y")
    return {
        "type": "bar",
        "orientation": "h" if horizontal else "v",
        across: [*range(len(values))],
        along: list(values),
        "textangle": 0,
        "textfont": {"size": 12},
        "cliponaxis": False,
    }


def _axes(
    categories: Sequence[str],
    numbers: dict[str, Any],
    title: str,
    *,
    horizontal: bool,
    legend: bool,
) -> dict[str, Any]:
    """Both axes, and the title of the numbers where it reads without turning one's head."""
    above = legend_above("" if horizontal else title) if legend else {}
    if horizontal:
        names = category_axis(categories, 22, downwards=True)
        return above | {"xaxis": numbers | {"title": level_title(title)}, "yaxis": names}
    shared = above | {"xaxis": category_axis(categories), "yaxis": numbers}
    return shared if legend else shared | {"annotations": [title_above(title)]}


def _layout(series: Sequence[Series], gaps: dict[str, Any], axes: dict[str, Any]) -> dict[str, Any]:
    return layout(
        uniformtext={"minsize": 11, "mode": "hide"},
        margin={"l": 4, "r": 20, "t": 30 if "annotations" in axes else 10, "b": 4},
        meta={"targets": {"points": click_targets([one.targets for one in series])}},
        **gaps,
        **axes,
    )


def click_targets(
    targets: Sequence[Sequence[Mapping[str, str]]],
) -> dict[str, list[dict[str, str]]]:
    """What a click on each point puts into the address, by the number of its trace."""
    return {str(i): [dict(one) for one in listed] for i, listed in enumerate(targets)}


def highs(
    values: Sequence[float | None], intervals: Sequence[tuple[float, float] | None]
) -> list[float | None]:
    """Where the whisker of each value ends; the value itself where it has none."""
    return [
        value if value is None or bounds is None else max(value, bounds[1])
        for value, bounds in zip(values, intervals or (None,) * len(values), strict=True)
    ]


def whiskers(
    values: Sequence[float | None], intervals: Sequence[tuple[float, float] | None]
) -> dict[str, Any]:
    """Plotly's error bars from intervals; none where there is no value or no interval."""
    pairs = [
        (0.0, 0.0) if value is None or bounds is None else (value - bounds[0], bounds[1] - value)
        for value, bounds in zip(values, intervals or (None,) * len(values), strict=True)
    ]
    return {
        "type": "data",
        "symmetric": False,
        "arrayminus": [max(below, 0) for below, _ in pairs],
        "array": [max(above, 0) for _, above in pairs],
        "visible": any(bounds is not None for bounds in intervals),
        "color": STROKE,
        "thickness": 1.4,
        "width": 3,
    }


def hatching(colour: str) -> dict[str, Any]:
    """The pattern of what is no answer: faint enough for a label to be read on it."""
    return {
        "shape": "/",
        "size": 6,
        "solidity": 0.14,
        "fillmode": "replace",
        "bgcolor": colour,
        "fgcolor": STROKE if luminance(colour) > PALE else PAPER,
    }


def luminance(colour: str) -> float:
    """How light `#rrggbb` is, from 0 to 1, as the accessibility guidelines count it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= LINEAR else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def on_fill(text: str, colour: str) -> str:
    """`text` in the ink that reads on `colour`, day and night: the dark page recolours texts, not spans in them."""
    ink = INK if luminance(colour) > LIGHT else PAPER
    return f'<span style="color:{ink}">{text}</span>' if text else ""


def wrapped(text: str, width: int) -> str:
    """`text` on several lines, none longer than `width` characters where words and academic years allow it."""
    parted = sub(r"(?<=\d{4})-(?=\d{4})", "- ", text)
    lines = wrap(parted, width, break_long_words=False) if len(text) > width else [text]
    return sub(r"(?<=\d{4})- (?=\d{4})", "-", "<br>".join(lines))


def step(span: float, most: int) -> float:
    """The smallest round step that crosses `span` in `most` steps or fewer; 2.5 would add a decimal."""
    if span <= 0:
        return 1
    scale = 10.0 ** floor(log10(span / most))
    sizes = (m * scale for m in ((1, 2, 2.5, 5, 10) if scale > 1 else (1, 2, 5, 10)))
    return next(size for size in sizes if span <= size * most * (1 + 1e-9))


def ticks(low: float, high: float, most: int = 5) -> list[float]:
    """Round values between `low` and `high`, both included."""
    size = step(high - low, most)
    first, last = ceil(low / size - 1e-9), floor(high / size + 1e-9)
    return [round(size * i, 6) for i in range(first, last + 1)]


def category_axis(
    categories: Sequence[str], width: int = 0, *, downwards: bool = False
) -> dict[str, Any]:
    """An axis of categories at 0, 1, 2...; every one is named, in lines of `width` letters.

    By default a line is as long as a phone has room for. `downwards`: the first category stands at the top.
    """
    letters = width or max(5, min(14, PHONE_LETTERS // max(len(categories), 1)))
    ends = [-0.5, len(categories) - 0.5]
    return {
        "tickvals": [*range(len(categories))],
        "ticktext": [wrapped(category, letters) for category in categories],
        "tickfont": {"size": 12, "color": INK},
        "ticklabeloverflow": "allow",
        "ticklabelstandoff": 4,
        "ticks": "",
        "range": ends[::-1] if downwards else ends,
        "automargin": True,
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
    }


def value_axis(low: float, high: float, *, percent: bool, most: int = 5) -> dict[str, Any]:
    """An axis of numbers from `low` to `high`, with a light grid at round ones."""
    values = ticks(low, high, most)
    unit = f"{NARROW}%" if percent else ""
    return {
        "range": [low, high],
        "tickvals": values,
        "ticktext": [f"{number(value)}{unit}" for value in values],
        "tickfont": {"size": 12, "color": MUTED},
        "tickangle": 0,
        "gridcolor": GRID,
        "zeroline": True,
        "zerolinecolor": STROKE,
        "zerolinewidth": 1,
        "automargin": True,
        "fixedrange": True,
    }


def _most_level(high: float) -> int:
    """How many numbers up to `high` stand side by side on a phone, where names of categories take half of the width."""
    return max(2, min(5, PHONE_LETTERS // 2 // len(number(floor(high)))))


def number(value: float) -> str:
    """`1 000` or `2,5`: as many decimals as a round value needs, two at most."""
    if value == int(value):
        return count(int(value))
    return decimal(value, 1 if round(value, 1) == value else 2)


def level_title(text: str) -> dict[str, Any]:
    """What a level axis counts, below it or above it."""
    return {"text": text, "font": {"size": 12, "color": MUTED}, "standoff": 8}


def title_above(text: str) -> dict[str, Any]:
    """What upright numbers count, written level above their axis."""
    return {
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "yref": "paper",
        "y": 1,
        "yanchor": "bottom",
        "yshift": 8,
        "showarrow": False,
        "text": text,
        "font": {"size": 12, "color": MUTED},
    }


def legend_above(title: str = "") -> dict[str, Any]:
    """A legend over the plot, from the left edge, in the order of the categories; it only explains: no clicks.

    Placed in the container and not over the plot: only so does plotly keep room for it at the top.
    """
    return {
        "showlegend": True,
        "legend": {
            "orientation": "h",
            "traceorder": "normal",
            "title": {"text": title, "side": "top", "font": {"size": 12, "color": MUTED}},
            "xref": "container",
            "x": 0,
            "xanchor": "left",
            "yref": "container",
            "y": 1,
            "yanchor": "top",
            "font": {"size": 12, "color": INK},
            "itemclick": False,
            "itemdoubleclick": False,
            "bgcolor": CLEAR,
        },
    }
