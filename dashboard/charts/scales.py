"""On which scale may two figures be read against each other?"""

from __future__ import annotations

from typing import Any

Axis = dict[str, Any]

AXES = ("xaxis", "yaxis")


def on_one_scale(
    first: dict[str, Any], second: dict[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Both figures with every axis of numbers going from the lower of their ends to the higher.

    Of two axes of categories, where the one goes on from the other, both have the longer; any others stay as they are:
    what stands at a place of the one is not what stands there on the other. Maps keep their own frame.
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
    return first | {"layout": layouts[0]}, second | {"layout": layouts[1]}


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
