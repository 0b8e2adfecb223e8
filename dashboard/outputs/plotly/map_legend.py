"""How is the legend of a map drawn?"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from dashboard.content.charts.region_map import MapLegend, State
from dashboard.content.charts.rich_text import rich
from dashboard.content.theme import RULE, SEQUENTIAL
from dashboard.outputs.layout.map_frames import PHONE, Frame, kinds
from dashboard.outputs.layout.map_symbols import diameter
from dashboard.outputs.layout.wrapping import wrapped_text
from dashboard.outputs.plotly.base import Trace
from dashboard.outputs.plotly.map_marks import FILLED, FILLS, THIN, circle, square, text_at

TITLE_LETTERS, LINE_HEIGHT = 34, 16
"""How many letters the title of the circles has room for west of the regions, and the pixels of a line of it."""


def legend_traces(frame: Frame, legend: MapLegend, states: Collection[State]) -> list[Trace]:
    """A square for each class and kind of region, and circles of round values."""
    x, y = frame.classes
    squares: list[tuple[float, float, dict[str, Any]]] = [
        (x, y - frame.step * i, {"fillcolor": colour, "line": THIN})
        for i, colour in enumerate(SEQUENTIAL[: len(legend.class_labels)])
    ]
    squares += [(x, y, FILLS[state]) for state, _, x, y in kinds(frame, legend, states)]
    plain = [(x, y, fill["fillcolor"]) for x, y, fill in squares if "fillcolor" in fill]
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [x for x, _, _ in plain],
            "y": [y for _, y, _ in plain],
            "marker": {
                "symbol": "square",
                "size": 14,
                "color": [colour for _, _, colour in plain],
                "line": {"color": RULE, "width": 1},
            },
            "hoverinfo": "skip",
        },
        *(
            FILLED | square(x, y, frame.step / 3) | {"hoverinfo": "skip"} | fill
            for x, y, fill in squares
            if "fillpattern" in fill
        ),
        _circles(frame, legend),
    ]


def legend_texts(
    frame: Frame, legend: MapLegend, states: Collection[State]
) -> list[dict[str, Any]]:
    """The words of the legend."""
    x, y = frame.classes
    texts = [text_at(x, y + 1.1 * frame.step, legend.title) | {"xshift": -9}]
    texts += [
        text_at(x, y - frame.step * i, label) | {"xshift": 14}
        for i, label in enumerate(legend.class_labels)
    ]
    texts += [
        text_at(x, y, label) | {"xshift": 14} for _, label, x, y in kinds(frame, legend, states)
    ]
    if not legend.symbols:
        return texts
    x, y = frame.symbols
    largest, _ = legend.symbols[0]
    under = -(diameter(largest, legend.symbol_top, small=frame.small) / 2 + 10)
    for i, (_, words) in enumerate(legend.symbols):
        text = text_at(x + frame.symbol_step * i, y, words)
        texts.append(text | {"xanchor": "center", "yshift": under})
    title = legend.short_symbol_title if frame is PHONE else legend.symbol_title
    lines = wrapped_text(rich(title), TITLE_LETTERS)
    over = (22 if frame.small else 34) + LINE_HEIGHT / 2 * (len(lines.lines) - 1)
    return [*texts, text_at(x, y, lines) | {"xshift": -20, "yshift": over}]


def _circles(frame: Frame, legend: MapLegend) -> Trace:
    x, y = frame.symbols
    sizes = [diameter(v, legend.symbol_top, small=frame.small) for v, _ in legend.symbols]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [x + frame.symbol_step * i for i in range(len(sizes))],
        "y": [y] * len(sizes),
        "marker": circle(sizes),
        "hoverinfo": "skip",
    }
