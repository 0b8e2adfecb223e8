"""How many, or which share, in each category: segments of one bar, or bars side by side?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import floor
from re import sub
from typing import Any

from dashboard.content.theme import INK, PAPER, layout
from dashboard.outputs.plotly.axes import (
    CLEAR,
    LETTER,
    PHONE_LETTERS,
    STROKE,
    category_axis,
    click_filters_by_trace,
    legend_above,
    level_title,
    number,
    title_above,
    value_axis,
)
from dashboard.outputs.plotly.fills import hatching, on_fill

PADDING = 6
"""Pixels that a segment leaves beside its label."""

PLOT, PLOT_NARROW = 440, 220
"""How many pixels a bar of 100 % is long at the least: beside another chart on a laptop, and on a phone."""

HALO = {"color": PAPER, "thickness": 4.4, "width": 4.5}
"""What is drawn under a whisker."""

THICKEST = 48
"""Pixels: a bar alone would be as thick as a slab."""

MANY = 12
"""Bars that need the gaps between them for their labels, where they are drawn low."""

TALL = 380
"""Pixels between the first category and the last in an ordinary chart."""


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
    hovers: tuple[str, ...]
    absent: bool = False
    clicks: tuple[Mapping[str, str], ...] = ()
    intervals: tuple[tuple[float, float] | None, ...] = ()


def stacked_bars(
    categories: Sequence[str],
    series: Sequence[Series],
    *,
    percent: bool,
    axis_title: str = "",
    narrow: bool = False,
    extent: int = TALL,
) -> dict[str, Any]:
    """One level bar a category, from the first series on. Labels stand in the segments that are long enough for them.

    Those of the others stand beyond the bar's end, each beside a square in the colour of its segment. `extent`: how
    many pixels there are for all bars.
    """
    totals = [sum(one.values[i] or 0 for one in series) for i in range(len(categories))]
    top = 100 if percent else max(totals, default=0)
    pixels = (PLOT_NARROW if narrow else PLOT) / (top or 1)
    traces = [
        _bars(one, horizontal=True)
        | {
            "text": [
                on_fill(label, one.colour) if fits(value, label, pixels) else ""
                for value, label in zip(one.values, one.labels, strict=True)
            ],
            "textposition": "inside",
            "insidetextanchor": "middle",
            # Every label, for programs whose bars are longer.
            "meta": list(one.labels),
        }
        for one in series
    ]
    beyond = [_beyond(series, i, pixels) for i in range(len(categories))]
    ends = zip(totals, beyond, strict=True)
    room = max((_width(text) - (top - total) * pixels for total, text in ends if text), default=0)
    # The longest count leaves a little to be seen as ended. Shares may add up to a hair more than 100: plotly would
    # leave the last label out as beyond its axis.
    end = top * (1.001 if percent else 1.04)
    numbers = value_axis(0, top, percent=percent, most=2 if narrow else 4) | {
        "range": [0, end or 1]
    }
    gaps = {
        "barmode": "stack",
        "bargap": _gap(len(categories), extent, 0.3 if len(categories) < MANY else 0.14),
    }
    names = category_axis(categories, 16 if narrow else 26, downwards=True)
    axes = _axes(names, numbers, axis_title, horizontal=True, legend=len(series) > 1)
    notes = [_end_note(i, totals[i], text) for i, text in enumerate(beyond) if text]
    shape = _layout(series, gaps, axes, room=max(0, room)) | {"annotations": notes}
    return {"data": traces, "layout": shape}


def fits(value: float | None, label: str, pixels: float) -> bool:
    """Whether a segment is long enough for its label, at `pixels` for one of what is counted."""
    return (value or 0) * pixels >= LETTER * len(label) + PADDING


def _beyond(series: Sequence[Series], i: int, pixels: float) -> str:
    """The labels of bar `i` that do not fit into their segments."""
    found = [(one.values[i], one.labels[i], one.colour) for one in series]
    small = [
        f'<span style="color:{colour}">■</span>\u00a0{label}'
        for value, label, colour in found
        if value and label and not fits(value, label, pixels)
    ]
    return "\u2002".join(small)


def _width(text: str) -> float:
    return LETTER * len(sub("<[^>]*>", "", text))


def _end_note(i: int, total: float, text: str) -> dict[str, Any]:
    return {
        "x": total,
        "xanchor": "left",
        "xshift": 4,
        "y": i,
        "yanchor": "middle",
        "showarrow": False,
        "text": text,
        "font": {"size": 12, "color": INK},
    }


def _gap(bars: int, extent: int, least: float) -> float:
    """The part of the axis that bars leave free: `least`, or what keeps a few of them from being slabs."""
    return max(least, round(1 - THICKEST * bars / extent, 3))


def grouped_bars(
    categories: Sequence[str],
    series: Sequence[Series],
    *,
    percent: bool,
    axis_title: str = "",
    horizontal: bool = False,
    extent: int = TALL,
) -> dict[str, Any]:
    """A bar for each series beside each other in each category, its label beyond its end, clear of its whisker.

    The labels are the texts of invisible bars up to the whiskers' ends, which also carry the whiskers: the visible bars
    carry their halo, without which a whisker is lost on a dark bar. They follow the series, so that a series' place is
    the number of its trace. `extent`: how many pixels there are for all bars.
    """
    ends = [highs(one.values, one.intervals) for one in series]
    top = max((end for listed in ends for end in listed if end is not None), default=0)
    error = "error_x" if horizontal else "error_y"
    traces = [
        _bars(one, horizontal=horizontal)
        | {"offsetgroup": str(i), error: whiskers(one.values, one.intervals) | HALO}
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
            error: whiskers(listed, one.intervals),
        }
        for i, (one, listed) in enumerate(zip(series, ends, strict=True))
    ]
    room = 1.28 if horizontal else 1.12
    most = _most_level(top) if horizontal else 5
    numbers = value_axis(0, top, percent=percent, most=most) | {"range": [0, top * room or 1]}
    gap = _gap(len(categories) * len(series), extent, 0.2 if len(series) > 1 else 0.35)
    gaps = {"barmode": "group", "bargap": gap, "bargroupgap": 0.05}
    letters = 22 if horizontal else max(5, int(extent / LETTER / max(len(categories), 1)))
    names = category_axis(categories, letters, downwards=horizontal)
    axes = _axes(names, numbers, axis_title, horizontal=horizontal, legend=len(series) > 1)
    return {"data": traces, "layout": _layout(series, gaps, axes)}


def _bars(series: Series, *, horizontal: bool) -> dict[str, Any]:
    marker: dict[str, Any] = {"color": series.colour, "line": {"color": PAPER, "width": 0.6}}
    if series.absent:
        marker |= {"line": {"color": STROKE, "width": 1}, "pattern": hatching(series.colour)}
    return _along(series.values, horizontal=horizontal) | {
        "name": series.name,
        "marker": marker,
        "customdata": list(series.hovers),
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
        # A label keeps its size however thin its bar is: by itself plotly shrinks it, or leaves it out.
        "constraintext": "none",
        "textfont": {"size": 12},
        "cliponaxis": False,
    }


def _axes(
    names: dict[str, Any],
    numbers: dict[str, Any],
    title: str,
    *,
    horizontal: bool,
    legend: bool,
) -> dict[str, Any]:
    """Both axes, and the title of the numbers where it reads without turning one's head."""
    above = legend_above("" if horizontal else title) if legend else {}
    if horizontal:
        return above | {"xaxis": numbers | {"title": level_title(title)}, "yaxis": names}
    shared = above | {"xaxis": names, "yaxis": numbers}
    return shared if legend else shared | {"annotations": [title_above(title)]}


def _layout(
    series: Sequence[Series], gaps: dict[str, Any], axes: dict[str, Any], *, room: float = 0
) -> dict[str, Any]:
    return layout(
        margin={"l": 4, "r": 20 + room, "t": 30 if "annotations" in axes else 10, "b": 4},
        meta={"targets": {"points": click_filters_by_trace([one.clicks for one in series])}},
        **gaps,
        **axes,
    )


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
    """Plotly's error bars from intervals; no length where there is no value or no interval."""
    pairs = [
        None if value is None or bounds is None else (value - bounds[0], bounds[1] - value)
        for value, bounds in zip(values, intervals or (None,) * len(values), strict=True)
    ]
    return {
        "type": "data",
        "symmetric": False,
        "arrayminus": [None if pair is None else max(pair[0], 0) for pair in pairs],
        "array": [None if pair is None else max(pair[1], 0) for pair in pairs],
        "visible": any(bounds is not None for bounds in intervals),
        "color": STROKE,
        "thickness": 1.4,
        "width": 3,
    }


def _most_level(high: float) -> int:
    """How many numbers up to `high` stand side by side on a phone, where names of categories take half of the width."""
    return max(2, min(5, PHONE_LETTERS // 2 // len(number(floor(high)))))
