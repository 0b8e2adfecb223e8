"""What do all charts with axes share: axes, titles, the legend, lines of text?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil, floor, log10
from re import sub
from textwrap import wrap
from typing import Any

from dashboard.content.theme import INK, MUTED
from dashboard.text.numbers import NARROW, count, decimal

GRID = "rgba(107,118,131,0.24)"

STROKE = "#6b7683"
"""Lines of axes, whiskers and outlines: three to one against white paper and against the dark page, which recolours
text alone."""

CLEAR = "rgba(0,0,0,0)"

LETTER = 6.8
"""Width in pixels of a letter of a label, on the safe side."""

PHONE_LETTERS = 44
"""How many letters stand side by side under a chart on a phone."""


def click_filters_by_trace(
    clicks: Sequence[Sequence[Mapping[str, str]]],
) -> dict[str, list[dict[str, str]]]:
    """What a click on each point puts into the address, by the number of its trace."""
    return {str(i): [dict(one) for one in listed] for i, listed in enumerate(clicks)}


def wrapped(text: str, width: int) -> str:
    """`text` on several lines, none longer than `width` characters where words and academic years allow it.

    Lines that `text` has already are kept.
    """
    return "<br>".join(_wrapped_line(line, width) for line in text.split("<br>"))


def _wrapped_line(text: str, width: int) -> str:
    partition_by = sub(r"(?<=\d{4})-(?=\d{4})", "- ", text)
    lines = wrap(partition_by, width, break_long_words=False) if len(text) > width else [text]
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
        "type": "linear",  # As plotly takes it anyway: it tells an axis of numbers from one of categories.
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


def beside(y: float, text: str) -> dict[str, Any]:
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
