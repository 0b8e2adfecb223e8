"""Where does the axis of a chart of dots begin and end?"""

from __future__ import annotations

from math import ceil, floor

from dashboard.content.charts.dots import Dots
from dashboard.outputs.layout.ticks import step

MOST_STEPS = 4


def span_of(chart: Dots) -> tuple[float, float]:
    """Round ends around all dots, intervals and the reference, or around `chart.span` where another chart goes further.

    Never below 0, unless something is; never beyond 100 %.
    """
    lowest, highest = chart.span or chart.extent
    size = step(highest - lowest, MOST_STEPS)
    low, high = size * floor(lowest / size - 0.05), size * ceil(highest / size + 0.05)
    return (
        max(low, 0) if lowest >= 0 else low,
        min(high, 100) if chart.unit == "percent" else high,
    )
