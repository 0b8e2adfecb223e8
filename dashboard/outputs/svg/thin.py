"""How is something seen and pointed at that is lower than a few pixels?"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.outputs.layout.flow_labels import LOW
from dashboard.outputs.svg.markup import Value

HAIR = 0.5
"""Pixels by which a thin ribbon is widened to be seen."""

_THIN = 4
"""Pixels: what is lower is reached by a pointer around it as well."""

REACH: Mapping[str, Value] = {"class_": "reach", "fill": "none"}
"""What is not seen on a page and catches the pointer around something thin: `drawings.css` says how wide."""


def is_thin(height: float) -> bool:
    """Whether a height, as a part of that of the diagram, is hard to point at where this is lowest."""
    return height * LOW < _THIN
