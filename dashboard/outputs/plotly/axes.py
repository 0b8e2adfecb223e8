"""What do all charts with axes share: axes and their titles, and texts in the margin?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.content.charts.datum import Unit
from dashboard.content.charts.rich_text import RichText, rich
from dashboard.content.theme import INK, MUTED, STROKE
from dashboard.outputs.layout.ticks import number, ticks
from dashboard.outputs.layout.wrapping import wrapped_text
from dashboard.outputs.plotly.markup import Text, markup
from dashboard.text.numbers import NARROW

GRID = "rgba(107,118,131,0.24)"

CLEAR = "rgba(0,0,0,0)"

SIZE = 12
"""Pixels of the letters of labels, axes and legends."""

PHONE_LETTERS = 44
"""How many letters stand side by side under a chart on a phone."""

LEAST_LETTERS = 5
"""How many letters a line of a category's name has at least, however many categories there are."""


def category_axis(
    categories: Sequence[str | RichText], width: int = 0, *, downwards: bool = False
) -> dict[str, Any]:
    """An axis of categories at 0, 1, 2...; every one is named, in lines of `width` letters.

    By default a line is as long as a phone has room for. `downwards`: the first category stands at the top.
    """
    letters = width or max(LEAST_LETTERS, min(14, PHONE_LETTERS // max(len(categories), 1)))
    ends = [-0.5, len(categories) - 0.5]
    names = [rich(name) if isinstance(name, str) else name for name in categories]
    return {
        "tickvals": [*range(len(categories))],
        "ticktext": [markup(wrapped_text(name, letters)) for name in names],
        "tickfont": {"size": 12, "color": INK},
        "ticklabeloverflow": "allow",
        "tickangle": 0,
        "ticklabelstandoff": 4,
        "ticks": "",
        "range": ends[::-1] if downwards else ends,
        "automargin": True,
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
    }


def value_axis(low: float, high: float, unit: Unit, most: int = 5) -> dict[str, Any]:
    """An axis of numbers from `low` to `high`, with a light grid at round ones, in `most` steps or fewer."""
    values = ticks(low, high, most)
    sign = f"{NARROW}%" if unit == "percent" else ""
    return {
        "type": "linear",
        "range": [low, high],
        "tickvals": values,
        "ticktext": [f"{number(value)}{sign}" for value in values],
        "tickfont": {"size": 12, "color": MUTED},
        "tickangle": 0,
        "gridcolor": GRID,
        "zeroline": True,
        "zerolinecolor": STROKE,
        "zerolinewidth": 1,
        "automargin": True,
        "fixedrange": True,
    }


def level_title(text: Text) -> dict[str, Any]:
    """What a level axis counts, below it or above it."""
    return {"text": markup(text), "font": {"size": 12, "color": MUTED}, "standoff": 8}


def title_above(text: Text) -> dict[str, Any]:
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
        "text": markup(text),
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
            "title": {
                "text": markup(title),
                "side": "top",
                "font": {"size": 12, "color": MUTED},
            },
            "xref": "container",
            "x": 0,
            "xanchor": "left",
            "yref": "container",
            "y": 1,
            "yanchor": "top",
            "font": {"size": 12, "color": INK},
            # By itself it is no higher than half of the chart, and has to be scrolled.
            "maxheight": 1,
            "itemclick": False,
            "itemdoubleclick": False,
            "bgcolor": CLEAR,
        },
    }


def beside(y: float, text: Text, *, shift: int = 6) -> dict[str, Any]:
    """A text in the right margin, at a height of the plot, `shift` pixels from it."""
    return {
        "xref": "paper",
        "x": 1,
        "xanchor": "left",
        "xshift": shift,
        "y": y,
        "yanchor": "middle",
        "align": "left",
        "showarrow": False,
        "text": markup(text),
        "font": {"size": 12, "color": INK},
    }
