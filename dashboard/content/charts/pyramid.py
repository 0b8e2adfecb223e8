"""How old are people, women on the left and men on the right?"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.content.charts.datum import Series


@dataclass(frozen=True, slots=True)
class Pyramid:
    """Bars of whole numbers that grow from the middle to both sides, the first (youngest) band at the bottom.

    `top` is where both axes end, if it has to be that of another chart.
    """

    bands: tuple[str, ...]
    left: Series
    right: Series
    axis_title: str = ""
    top: float | None = None

    @property
    def highest(self) -> float:
        """The longest bar of both sides."""
        values = (*self.left.values, *self.right.values)
        return max((value for value in values if value), default=1)
