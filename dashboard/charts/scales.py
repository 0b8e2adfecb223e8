"""On which scale may two figures be read against each other?"""

from __future__ import annotations

from typing import Any

AXES = ("xaxis", "yaxis")


def on_one_scale(
    first: dict[str, Any], second: dict[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Both figures with every axis of numbers going from the lower of their ends to the higher.

    Axes of categories run downwards or name their categories; maps keep their own frame.
    """
    layouts = [dict(figure["layout"]) for figure in (first, second)]
    for name in AXES:
        axes = [layout.get(name, {}) for layout in layouts]
        ranges = [axis.get("range") for axis in axes]
        if not all(_is_of_numbers(axis) for axis in axes):
            continue
        low = min(found[0] for found in ranges)
        high = max(found[1] for found in ranges)
        widest = max(axes, key=lambda axis: axis["range"][1] - axis["range"][0])
        for layout in layouts:
            layout[name] = widest | {"range": [low, high]}
    return first | {"layout": layouts[0]}, second | {"layout": layouts[1]}


def _is_of_numbers(axis: dict[str, Any]) -> bool:
    found = axis.get("range") or (0, 0)
    return (
        found[0] < found[1]
        and "scaleanchor" not in axis
        and any(text and text[0].isdigit() for text in map(str, axis.get("ticktext", ())))
    )
