"""How are intervals drawn?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.content.charts.bars import whisker_end
from dashboard.content.charts.datum import Datum
from dashboard.content.theme import STROKE


def ends_of(data: Sequence[Datum]) -> list[float | None]:
    """Where the whisker of each value ends; the value itself where it has none."""
    return [whisker_end(datum.value, datum.interval) for datum in data]


def whiskers(data: Sequence[Datum], starts: Sequence[float | None] = ()) -> dict[str, Any]:
    """Plotly's error bars; no length where there is no value or no interval.

    They start at the values, or at `starts`.
    """
    values = starts or [datum.value for datum in data]
    pairs = [
        None
        if value is None or datum.interval is None
        else (max(value - datum.interval[0], 0), max(datum.interval[1] - value, 0))
        for value, datum in zip(values, data, strict=True)
    ]
    return {
        "type": "data",
        "symmetric": False,
        "arrayminus": [None if pair is None else pair[0] for pair in pairs],
        "array": [None if pair is None else pair[1] for pair in pairs],
        "visible": any(datum.interval is not None for datum in data),
        "color": STROKE,
        "thickness": 1.4,
        "width": 3,
    }
