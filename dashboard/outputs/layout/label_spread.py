"""How do labels stand beside the ends of lines without touching each other?"""

from __future__ import annotations

from collections.abc import Sequence


def spread(wanted: Sequence[float], heights: Sequence[float], ceiling: float) -> list[float]:
    """Centres of boxes that rise from the ground without touching, each as low as it may be from the one `wanted`.

    Those that would rise over the `ceiling` are pushed down, and others before them. All in one unit, ascending.
    """
    centres: list[float] = []
    ground = 0.0
    for centre, height in zip(wanted, heights, strict=True):
        centres.append(max(centre, ground + height / 2))
        ground = centres[-1] + height / 2
    for i in reversed(range(len(centres))):
        centres[i] = min(centres[i], ceiling - heights[i] / 2)
        ceiling = centres[i] - heights[i] / 2
    return centres
