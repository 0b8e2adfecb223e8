"""How old are people, women on the left and men on the right?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.content.theme import INK, layout
from dashboard.outputs.plotly.axes import (
    category_axis,
    click_filters_by_trace,
    level_title,
    ticks,
    value_axis,
)
from dashboard.text.numbers import count

ROOM = 1.3
"""How far the axis goes on beyond the longest bar, for its label."""


@dataclass(frozen=True)
class Side:
    """One side: a number of people, a text and a hover text (HTML) for each band; None draws nothing."""

    name: str
    colour: str
    values: tuple[int | None, ...]
    labels: tuple[str, ...]
    hovers: tuple[str, ...]
    clicks: tuple[Mapping[str, str], ...] = ()


def pyramid(
    bands: Sequence[str], left: Side, right: Side, *, axis_title: str = ""
) -> dict[str, Any]:
    """The pyramid of `bands`, the first (youngest) at the bottom. Numbers grow from the middle to both sides."""
    top = max((value for side in (left, right) for value in side.values if value), default=1)
    marks = [int(mark) for mark in ticks(-top, top, most=6) if mark == int(mark)]
    numbers = value_axis(-top * ROOM, top * ROOM, percent=False) | {
        "tickvals": marks,
        "ticktext": [count(abs(mark)) for mark in marks],
        "title": level_title(axis_title),
    }
    return {
        "data": [_bars(left, -1), _bars(right, 1)],
        "layout": layout(
            barmode="overlay",
            bargap=0.18,
            xaxis=numbers,
            yaxis=category_axis(bands, 16),
            annotations=[_name(left, -1), _name(right, 1)],
            margin={"l": 4, "r": 8, "t": 30, "b": 4},
            meta={"targets": {"points": click_filters_by_trace([left.clicks, right.clicks])}},
        ),
    }


def _bars(side: Side, sign: int) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "name": side.name,
        "x": [None if value is None else sign * value for value in side.values],
        "y": [*range(len(side.values))],
        "text": list(side.labels),
        "textposition": "outside",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"size": 12, "color": INK},
        "cliponaxis": False,
        "marker": {"color": side.colour},
        "customdata": list(side.hovers),
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _name(side: Side, sign: int) -> dict[str, Any]:
    return {
        "x": 0,
        "xanchor": "right" if sign < 0 else "left",
        "xshift": 10 * sign,
        "yref": "paper",
        "y": 1,
        "yanchor": "bottom",
        "yshift": 4,
        "showarrow": False,
        "text": f'<span style="color:{side.colour}">●</span> {side.name}',
        "font": {"size": 13, "color": INK},
    }
