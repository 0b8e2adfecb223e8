"""What do the regions look like on a map?

Coordinates are kilometres, already projected, so a figure draws them with equal axes, needs no tile and no topology
from another host, and exports as pure vector (42 ms a map, measured).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from dashboard.domain.codebook.regions import BESIDE
from dashboard.outputs.layout.outline_detail import label_place
from dashboard.outputs.layout.outline_fit import DEGREES, EDGE, OWN_EDGE, beside, fitted

Line = NDArray[np.float64]
"""Arrays, which are written into an answer ten times faster than lists of numbers."""

Feature = Mapping[str, Any]
"""An outline of a GeoJSON file."""

OVERSEAS = Path(__file__).resolve().parents[3] / "geodata" / "overseas.geojson"
"""The outlines of regions overseas, in degrees."""

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
    fitted into the same room. Behind the path may be the codes of regions that the file has not, as `Layer.map` writes
    them: they stand at the map's edge.
    """
    file, *others = path.split(BESIDE)
    return _read(file, tuple(others), Path(file).stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _read(path: str, others: tuple[str, ...], _written: int) -> tuple[Region, ...]:
    """The regions of a file as it is since it was `_written`: it may be replaced while the dashboard runs."""
    content = json.loads(Path(path).read_text(encoding="utf-8-sig"))
    regions, ours = _of_file(content)
    return (*regions, *_at_edge(others, ours=ours)) if others else regions


def _of_file(content: Feature) -> tuple[tuple[Region, ...], bool]:
    """The regions of a file, and whether it is one of `geodata/`."""
    features = sorted(content["features"], key=lambda feature: feature["properties"]["code"])
    shapes = [shape(feature["geometry"]) for feature in features]
    crs = ((content.get("crs") or {}).get("properties") or {}).get("name") or DEGREES
    if OURS in crs and all("label_x" in feature["properties"] for feature in features):
        labels = [(f["properties"]["label_x"], f["properties"]["label_y"]) for f in features]
        return _regions(features, shapes, labels), True
    drawn = list(fitted(shapes, crs))
    return _regions(features, drawn, [label_place(outline) for outline in drawn]), False


def _at_edge(codes: Sequence[str], *, ours: bool) -> tuple[Region, ...]:
    """Regions overseas, of which there are outlines, each in an inset, and a box for any other."""
    known = {f["properties"]["code"]: f for f in _overseas()} if ours else {}
    features = [known.get(code) or {"properties": {"code": code}} for code in codes]
    shapes = [shape(f["geometry"]) if "geometry" in f else None for f in features]
    placed = list(beside(shapes, EDGE if ours else OWN_EDGE))
    return _regions(features, placed, [label_place(outline) for outline in placed])


@cache
def _overseas() -> Sequence[Feature]:
    features: Sequence[Feature] = json.loads(OVERSEAS.read_text(encoding="utf-8"))["features"]
    return features


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
