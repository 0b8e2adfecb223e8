"""Which words stand beside the reference of a chart of dots, at which side of its line, and in which lines?"""

from __future__ import annotations

from dashboard.content.charts.dots import Dots
from dashboard.content.charts.rich_text import RichText, rich
from dashboard.outputs.layout.dot_span import span_of
from dashboard.outputs.layout.wrapping import wrapped_text

LEAST_LETTERS = 12
"""Letters that a line has at least: beside each other, two names have half the room of a row's."""


def reference_names(chart: Dots) -> tuple[tuple[RichText, bool], ...]:
    """Each name above the first row, and whether it ends at the left of the line; none without a reference."""
    reference = chart.reference
    if reference is None:
        return ()
    if reference.left or reference.right:
        letters = max(LEAST_LETTERS, chart.name_letters // 2)
        sides = ((reference.left, True), (reference.right, False))
        return tuple((wrapped_text(rich(name), letters), on_left) for name, on_left in sides)
    low, high = span_of(chart)
    return ((rich(reference.name), reference.value > (low + high) / 2),)
