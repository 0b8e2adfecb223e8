"""How are the outlines of a small map drawn with few points, and where do its numbers stand?"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from dashboard.outputs.layout.geography import ASIDE, Line, Region

GRAIN = 5
"""Kilometres that outlines are rounded to: less than a pixel of a small map, and a quarter of its weight."""

SLENDER = 100
"""Kilometres: a region less wide than its number has it beside its east border, if no other region is there."""


@lru_cache(maxsize=512)
def coarse(region: Region) -> tuple[Line, Line]:
    """The outline rounded to GRAIN, points that it does not need left out: neighbours still share their border."""
    points = GRAIN * np.round(np.column_stack((region.x, region.y)) / GRAIN)
    same = np.all(points[1:] == points[:-1], axis=1)
    points = points[np.concatenate(([True], ~same))]
    before, after = points[1:-1] - points[:-2], points[2:] - points[1:-1]
    turn = before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]
    straight = (turn == 0) & (np.sum(before * after, axis=1) > 0)
    kept = points[np.concatenate(([True], ~straight, [True]))]
    return np.ascontiguousarray(kept[:, 0]), np.ascontiguousarray(kept[:, 1])


@lru_cache(maxsize=512)
def is_slender(region: Region) -> bool:
    """Whether the region is less wide than its number, and has this beside it."""
    return region.open_east and _east(region) - float(np.nanmin(region.x)) < SLENDER


@lru_cache(maxsize=512)
def number_x(region: Region) -> float:
    """Where the number of a region stands, in kilometres: centred on it, or from there on beside a slender one."""
    return _east(region) + ASIDE if is_slender(region) else region.label_x


def _east(region: Region) -> float:
    return float(np.nanmax(region.x))
