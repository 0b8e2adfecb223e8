"""On which scale may two figures be read against each other?"""

from __future__ import annotations

from typing import Any

from dashboard.charts.bars import PLOT, PLOT_NARROW, fits

Axis = dict[str, Any]

AXES = ("xaxis", "yaxis")


def on_one_scale(
    first: dict[str, Any], second: dict[str, Any], *, narrow: bool = False
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Both figures with every axis of numbers going from the lower of their ends to the higher.

    Of two axes of categories, where the one goes on from the other, both have the longer; any others stay as they are:
    what stands at a place of the one is not what stands there on the other. Maps keep their own frame. `narrow`: they
    are drawn for a phone.
    """
    layouts = [dict(figure["layout"]) for figure in (first, second)]
    for name in AXES:
        one, two = (layout.get(name, {}) for layout in layouts)
        if _is_of_numbers(one) and _is_of_numbers(two):
            shared = _widest(one, two)
        elif (longer := _longer(one, two)) is not None:
            shared = longer
        else:
            continue
        for layout in layouts:
            layout[name] = shared
    one, two = (
        {**figure, "layout": layout, "data": _legible(figure["data"], layout, narrow=narrow)}
        for figure, layout in zip((first, second), layouts, strict=True)
    )
    return one, two


def _legible(
    traces: list[dict[str, Any]], layout: dict[str, Any], *, narrow: bool
) -> list[dict[str, Any]]:
    """The traces, without the numbers of segments that the scale leaves too short for them."""
    longest = layout.get("xaxis", {}).get("range", (0, 0))[1]
    pixels = (PLOT_NARROW if narrow else PLOT) / (longest or 1)
    return [
        trace
        | {
            "text": [
                text if fits(value, label, pixels) else ""
                for value, label, text in zip(trace["x"], trace["meta"], trace["text"], strict=True)
            ]
        }
        if trace.get("textposition") == "inside" and trace.get("orientation") == "h"
        else trace
        for trace in traces
    ]


def _is_of_numbers(axis: Axis) -> bool:
    return axis.get("type") == "linear"


def _widest(one: Axis, two: Axis) -> Axis:
    lows, highs = zip(one["range"], two["range"], strict=True)
    widest = max((one, two), key=lambda axis: axis["range"][1] - axis["range"][0])
    return widest | {"range": [min(lows), max(highs)]}


def _longer(one: Axis, two: Axis) -> Axis | None:
    """That of two axes of upright bars whose categories begin with those of the other; None where there is none."""
    short, long = sorted((one, two), key=lambda axis: len(axis.get("ticktext", ())))
    names = [list(axis.get("ticktext", ())) for axis in (short, long)]
    upright = (
        all(axis["range"][0] < axis["range"][1] for axis in (short, long)) if names[0] else False
    )
    return long if upright and names[1][: len(names[0])] == names[0] else None
