"""How is something seen and pointed at that is lower than a few pixels?"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.outputs.layout.flow_labels import LOW
from dashboard.outputs.svg.markup import Value

HAIR = 0.5
"""Pixels by which a thin ribbon is widened to be seen."""

_THIN, _REACH = 4, 4
"""Pixels: what is lower than the one is reached by a pointer as if it were the other higher."""

REACH: Mapping[str, Value] = {
    "class_": "reach",
    "fill": "none",
    "stroke_width": _REACH,
    "pointer_events": "all",
}
"""The look of what is not seen and catches the pointer around something thin."""


def is_thin(height: float) -> bool:
    """Whether a height, as a part of that of the diagram, is hard to point at where this is lowest."""
    return height * LOW < _THIN
