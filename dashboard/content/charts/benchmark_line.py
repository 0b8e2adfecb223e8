"""Where on a chart stands an outside figure that it is read against?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BenchmarkLine:
    """A marked line across the axis of numbers: its `value` there, and its `name` with the figure that it stands for.

    It concerns every category, or the one at place `category` alone.
    """

    value: float
    name: str
    category: int | None = None
