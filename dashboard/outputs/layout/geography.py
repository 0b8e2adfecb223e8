"""What do the regions look like on a map?

Coordinates are Lambert-93 kilometres: already projected, so a figure draws them with equal axes, needs no tile and no
topology from another host, and exports as pure vector (42 ms a map, measured).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import geopandas
import numpy as np
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from dashboard.content.charts.region_map import Layer

GEODATA = Path(__file__).resolve().parents[3] / "geodata"

Line = NDArray[np.float64]
"""Arrays, which are written into an answer ten times faster than lists of numbers."""


@dataclass(frozen=True, eq=False)
class Region:
    """A region's outline as one line of x and y, rings parted by a missing number, where its label stands, and its box.

    An enclave (Valréas, Llívia) is a ring that winds the other way, and so stays unfilled.
    """

    code: str
    name: str
    x: Line
    y: Line
    label_x: float
    label_y: float
    box: tuple[float, float, float, float]


@lru_cache(maxsize=2)
def regions(layer: Layer) -> tuple[Region, ...]:
    """The regions of one built layer of `geodata/`, in the order of their codes."""
    frame = geopandas.read_file(GEODATA / f"regions-{layer}.geojson").sort_values("code")
    return tuple(
        Region(
            row.code,
            row.name_,
            *_outline(row.geometry),
            row.label_x,
            row.label_y,
            row.geometry.bounds,
        )
        for row in frame.rename(columns={"name": "name_"}).itertuples()
    )


def _outline(geometry: BaseGeometry) -> tuple[Line, Line]:
    parts = getattr(geometry, "geoms", [geometry])
    rings = [ring for part in parts for ring in (part.exterior, *part.interiors)]
    gap = np.full((1, 2), np.nan)
    points = np.concatenate([piece for ring in rings for piece in (ring.coords, gap)])[:-1]
    east, north = points.round(1).T
    return np.ascontiguousarray(east), np.ascontiguousarray(north)
