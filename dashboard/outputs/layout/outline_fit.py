"""How do outlines that a study brings along become a map that the frames have room for?

Frames, legends and labels are laid out for metropolitan France in Lambert-93 kilometres. Outlines of anywhere, at any
scale, are projected, moved and scaled into the room that metropolitan France has on it where no legend stands. So a
"kilometre" of such a map is a unit of the frames, and no length on the ground.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import geopandas
import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from dashboard.outputs.layout.outline_detail import Shapes, polygons_of, simplified

DEGREES = "EPSG:4326"
LAMBERT_93 = "EPSG:2154"


class Box(NamedTuple):
    """West, south, east and north."""

    west: float
    south: float
    east: float
    north: float


FRANCE = Box(-5.5, 41, 10, 51.5)
"""Metropolitan France, in degrees: what lies within is projected as its maps are."""

TALL, LONG = Box(340, 6070, 1170, 7070), Box(140, 6290, 1170, 7085)
"""The room for regions: east of the legend, or north of its circles, whichever lets them be larger. Further east, the
frames have some for the ends of names.
"""

COLUMN, INSET, BETWEEN, TOP = 160, 110, 45, 7020
"""East of the regions, room for those overseas: how wide it is, how wide each of them, how far apart, and how far north
the first one reaches.
"""

EDGE, OWN_EDGE, EDGE_APART = Box(1095, 6270, 1165, 6700), Box(1195, 6070, 1255, 7020), 60
"""East of metropolitan France, the room for regions at its edge; that east of the outlines of a study's own; how far
apart they are.
"""

WIDE, APART, NEAR = 25, 5, 0.5
"""Degrees: regions that spread further than that have some overseas, which lie so far from the others; of these, those
that are near each other are shown together.
"""


def fitted(shapes: Sequence[BaseGeometry], crs: str) -> Shapes:
    """`shapes`, whose coordinates `crs` explains, in the units and the room of the frames; in their order."""
    degrees = polygons_of(geopandas.GeoSeries(shapes, crs=crs).to_crs(DEGREES).to_numpy())
    main, *overseas = _parted(degrees)
    placed = degrees.copy()
    room = [
        Box(b.west, b.south, b.east - (COLUMN if overseas else 0), b.north) for b in (TALL, LONG)
    ]
    projected = _projected(degrees[main])
    placed[main] = max((_moved(projected, box) for box in room), key=_surface)
    for part, box in zip(overseas, _insets(len(overseas)), strict=True):
        placed[part] = _moved(_projected(degrees[part]), box)
    return simplified(placed)


def beside(shapes: Sequence[BaseGeometry | None], column: Box) -> Shapes:
    """Regions that stand at the edge of a map, from the top of a column down: in degrees, or a box for one of None."""
    step = min(
        column.east - column.west + EDGE_APART, (column.north - column.south) / max(len(shapes), 1)
    )
    side = step - min(EDGE_APART, step / 4)
    places = []
    for i, shape in enumerate(shapes):
        north = column.north - step * i
        box = Box(column.east - side, north - side, column.east, north)
        places.append(
            _moved(_projected(polygons_of([shape])), box)[0] if shape else shapely.box(*box)
        )
    return np.array(places, dtype=object)


def _parted(degrees: Shapes) -> list[NDArray[np.intp]]:
    """Which of the regions make the map, by their places in `degrees`, and which stand beside it, group by group."""
    west, south, east, north = shapely.total_bounds(degrees)
    everywhere = np.arange(len(degrees))
    if max(east - west, north - south) <= WIDE:
        return [everywhere]
    main = max(_groups(degrees, APART), key=lambda part: (len(part), _surface(degrees[part])))
    overseas = np.setdiff1d(everywhere, main)
    return [main, *(overseas[part] for part in _groups(degrees[overseas], NEAR))]


def _groups(degrees: Shapes, apart: float) -> list[NDArray[np.intp]]:
    """The places of regions that lie less than so many degrees from each other, in the order of the first of each."""
    around = [shapely.box(*shape.bounds).buffer(apart / 2) for shape in degrees]
    areas = shapely.get_parts(shapely.union_all(around))
    parts = [np.flatnonzero(shapely.intersects(area, degrees)) for area in areas]
    return sorted(parts, key=lambda part: int(part[0]))


def _projected(degrees: Shapes) -> Shapes:
    """Kilometres: of Lambert-93 in metropolitan France, elsewhere of a projection about the middle that keeps areas."""
    bounds = Box(*shapely.total_bounds(degrees))
    series = geopandas.GeoSeries(degrees, crs=DEGREES)
    if shapely.box(*FRANCE).covers(shapely.box(*bounds)):
        series = series.to_crs(LAMBERT_93).scale(1e-3, 1e-3, origin=(0, 0))
    else:
        x, y = (bounds.west + bounds.east) / 2, (bounds.south + bounds.north) / 2
        series = series.to_crs(f"+proj=laea +lat_0={y} +lon_0={x} +units=km")
    return np.asarray(series, dtype=object)


def _moved(shapes: Shapes, box: Box) -> Shapes:
    """`shapes` as large as the box allows, in its middle."""
    west, south, east, north = shapely.total_bounds(shapes)
    scale = min((box.east - box.west) / (east - west), (box.north - box.south) / (north - south))
    middle = np.array([(west + east) / 2, (south + north) / 2])
    to = np.array([(box.west + box.east) / 2, (box.south + box.north) / 2])
    moved: Shapes = shapely.transform(shapes, lambda points: (points - middle) * scale + to)
    return moved


def _surface(shapes: Shapes) -> float:
    return float(shapely.area(shapes).sum())


def _insets(many: int) -> list[Box]:
    """The squares of regions overseas, from the north down, each as large as there is room for all of them."""
    step = min(INSET + BETWEEN, (TOP - TALL.south) / max(many, 1))
    side = step * INSET / (INSET + BETWEEN)
    tops = [TOP - step * i for i in range(many)]
    return [Box(TALL.east - side, top - side, TALL.east, top) for top in tops]
