"""With how few points is an outline that a study brings along drawn, and where on it does a label have room?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

Shapes = NDArray[np.object_]
"""Polygons and multipolygons, one a region."""

TOLERANCE, COARSEST, VERTICES = 1.5, 100, 4000
"""Kilometres that an outline may be simplified by; more, up to so many, where a layer has more vertices than that."""

SPECK = 4
"""Square kilometres of an isle, or a hole, that is too small to be seen."""


def polygons_of(shapes: Iterable[BaseGeometry]) -> Shapes:
    """Valid shapes without heights, made of polygons alone."""
    valid = shapely.make_valid(shapely.force_2d(np.array(shapes, dtype=object)))
    return _of_parts([_areas(shape) for shape in valid])


def _areas(shape: BaseGeometry) -> list[BaseGeometry]:
    """The polygons of a shape, which mending may have mixed with lines."""
    parts = shapely.get_parts(shapely.get_parts(shape))
    return [part for part in parts if part.geom_type == "Polygon"]


def _of_parts(listed: Iterable[list[BaseGeometry]]) -> Shapes:
    """A multipolygon of each list; rings turn as GeoJSON has them, so that an enclave stays unfilled."""
    made = [shapely.multipolygons(parts) for parts in listed]
    return np.array([shapely.orient_polygons(shape) for shape in made], dtype=object)


def simplified(shapes: Shapes) -> Shapes:
    """The same with fewer vertices, and without isles and holes that nobody would see.

    Neighbours still share a border that they have in common to the last vertex.
    """
    shapes = _without_specks(shapes)
    shared, tolerance = bool(shapely.coverage_is_valid(shapes)), TOLERANCE
    simple = _coarser(shapes, tolerance, shared=shared)
    while shapely.get_num_coordinates(simple).sum() > VERTICES and tolerance < COARSEST:
        tolerance *= 2
        simple = _coarser(simple, tolerance, shared=shared)
    return simple


def label_place(shape: BaseGeometry) -> tuple[float, float]:
    """Where a label has most room: the middle of the widest circle in the largest polygon."""
    largest = max(shapely.get_parts(shape), key=shapely.area)
    circle = shapely.maximum_inscribed_circle(largest, tolerance=1)
    x, y = shapely.get_coordinates(circle)[0]
    return round(float(x), 1), round(float(y), 1)


def _without_specks(shapes: Shapes) -> Shapes:
    """The same without what is small; each region keeps its largest polygon."""
    return _of_parts([_seen(shapely.get_parts(shape)) for shape in shapes])


def _seen(parts: Sequence[BaseGeometry]) -> list[BaseGeometry]:
    largest = max(parts, key=shapely.area)
    kept = [part for part in parts if part is largest or part.area >= SPECK]
    return [
        shapely.Polygon(
            part.exterior, [hole for hole in part.interiors if shapely.Polygon(hole).area >= SPECK]
        )
        for part in kept
    ]


def _coarser(shapes: Shapes, tolerance: float, *, shared: bool) -> Shapes:
    """All borders at once where they are shared, else each by itself; a shape that this would spoil stays as it is."""
    simplify = shapely.coverage_simplify if shared else shapely.simplify
    simple = simplify(shapes, tolerance)
    return np.where(shapely.is_valid(simple) & ~shapely.is_empty(simple), simple, shapes)
