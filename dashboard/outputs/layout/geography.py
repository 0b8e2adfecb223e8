"""What do the regions look like on a map?

Coordinates are kilometres, already projected, so a figure draws them with equal axes, needs no tile and no topology
from another host, and exports as pure vector (42 ms a map, measured).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from dashboard.outputs.layout.outline_detail import label_place
from dashboard.outputs.layout.outline_fit import DEGREES, fitted

Line = NDArray[np.float64]
"""Arrays, which are written into an answer ten times faster than lists of numbers."""

Feature = Mapping[str, Any]
"""An outline of a GeoJSON file."""

ASIDE = 12
"""Kilometres: how far east of a region a number stands that has no room on it."""

OURS = "+units=km"
"""What the projection of a layer of `geodata/` has in its name: it is in the units of the frames already."""


@dataclass(frozen=True, eq=False)
class Region:
    """A region's outline as one line of x and y, rings parted by a missing number, where its label stands, and its box.

    An enclave (Valréas, Llívia) is a ring that winds the other way, and so stays unfilled. `open_east`: no other region
    is where a number would stand beside its east border.
    """

    code: str
    name: str
    x: Line
    y: Line
    label_x: float
    label_y: float
    box: tuple[float, float, float, float]
    open_east: bool


def regions(path: str) -> tuple[Region, ...]:
    """The regions of the GeoJSON at `path`, in the order of their codes.

    Layers of `geodata/` are drawn as they are: Lambert-93, each with the place of its label. Those of a study's own are
    fitted into the same room.
    """
    return _read(path, Path(path).stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _read(path: str, _written: int) -> tuple[Region, ...]:
    """The regions of a file as it is since it was `_written`: it may be replaced while the dashboard runs."""
    content = json.loads(Path(path).read_text(encoding="utf-8-sig"))
    features = sorted(content["features"], key=lambda feature: feature["properties"]["code"])
    shapes = [shape(feature["geometry"]) for feature in features]
    crs = ((content.get("crs") or {}).get("properties") or {}).get("name") or DEGREES
    if OURS in crs and all("label_x" in feature["properties"] for feature in features):
        labels = [(f["properties"]["label_x"], f["properties"]["label_y"]) for f in features]
        return _regions(features, shapes, labels)
    drawn = list(fitted(shapes, crs))
    return _regions(features, drawn, [label_place(outline) for outline in drawn])


def _regions(
    features: Sequence[Feature],
    shapes: Sequence[BaseGeometry],
    labels: Sequence[tuple[float, float]],
) -> tuple[Region, ...]:
    return tuple(
        Region(
            feature["properties"]["code"],
            str(feature["properties"].get("name") or feature["properties"]["code"]),
            *_outline(outline),
            *label,
            outline.bounds,
            not shapely.contains_xy(shapes, outline.bounds[2] + ASIDE, label[1]).any(),
        )
        for feature, outline, label in zip(features, shapes, labels, strict=True)
    )


def _outline(geometry: BaseGeometry) -> tuple[Line, Line]:
    parts = getattr(geometry, "geoms", [geometry])
    rings = [ring for part in parts for ring in (part.exterior, *part.interiors)]
    gap = np.full((1, 2), np.nan)
    points = np.concatenate([piece for ring in rings for piece in (ring.coords, gap)])[:-1]
    east, north = points.round(1).T
    return np.ascontiguousarray(east), np.ascontiguousarray(north)
