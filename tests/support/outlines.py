"""Which outlines do tests draw on a map?"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dashboard.ingest.reference.outlines import GEODATA

STUDY, CURRENT, FORMER = (
    str(GEODATA / f"regions-{name}.geojson") for name in ("study", "current", "former")
)
"""The layers that the dashboard has of its own: 20 regions, 13 and 22."""

Ring = list[list[float]]


def square(west: float, south: float, side: float = 1) -> Ring:
    """A square, anticlockwise, by its south-west corner."""
    east, north = west + side, south + side
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def feature(code: object, *rings: Ring, name: object = None) -> dict[str, Any]:
    """A region of one polygon: its border, then its holes."""
    named = {} if name is None else {"name": name}
    return {
        "type": "Feature",
        "properties": {"code": code} | named,
        "geometry": {"type": "Polygon", "coordinates": list(rings)},
    }


def collection(*features: object, **more: object) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features), **more}


def squares(places: Mapping[str, tuple[float, float]], side: float = 1) -> dict[str, Any]:
    """A square for each code, whose corner is at that longitude and latitude."""
    return collection(*(feature(code, square(*place, side)) for code, place in places.items()))


def written(folder: Path, content: object, name: str = "zones.geojson") -> Path:
    """The file that holds `content`."""
    path = folder / name
    path.write_text(json.dumps(content), encoding="utf-8")
    return path
