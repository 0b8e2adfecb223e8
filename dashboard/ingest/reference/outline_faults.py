"""Can regions be drawn from the GeoJSON file that a study brings along, and which ones?"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

import geopandas
import numpy as np
import shapely
from shapely.errors import ShapelyError
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from dashboard.domain.errors import CodebookError
from dashboard.ingest.reference.faults import Fault, raise_faults, written

DEGREES = "EPSG:4326"
DRAWN = ("Polygon", "MultiPolygon")
ON_EARTH = (180, 90, 180, 90)
"""The largest longitude and latitude, of one corner of a box and of the other."""


def read_outlines(path: Path) -> Collection[str]:
    """The codes of the outlines at `path`; raises CodebookError, in French, where one cannot be drawn."""
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        line = f" à la ligne {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        fault = Fault("", f"fichier illisible{line}", "un fichier GeoJSON, en UTF-8")
        raise CodebookError(fault.line(path.name)) from error
    features = _field(content, "features")
    if not isinstance(features, list) or not features:
        fault = Fault("", "aucun contour", "une « FeatureCollection » de GeoJSON")
        raise CodebookError(fault.line(path.name))
    raise_faults(_faults(features), path.name, CodebookError)
    shapes = {_code(feature): _shape(feature) for feature in features}
    raise_faults(_misplaced(shapes, _field(content, "crs")), path.name, CodebookError)
    return list(shapes)


def _faults(features: Sequence[object]) -> Iterator[Fault]:
    """Outlines without a code of their own, or that are no polygons."""
    used = Counter(_code(feature) for feature in features)
    for rank, feature in enumerate(features, start=1):
        code = _code(feature)
        place = f"contour {written(code)}" if code else f"contour n° {rank}"
        if not code:
            given = _field(_field(feature, "properties"), "code")
            what = "la propriété « code » manque" if given is None else f"code {written(given)}"
            yield Fault(place, what, "une propriété « code », un texte entre guillemets")
        elif used[code] > 1:
            yield Fault(
                place, f"{used[code]} contours ont ce code", "un seul, de plusieurs parties"
            )
        yield from _faults_of_shape(feature, place)


def _faults_of_shape(feature: object, place: str) -> Iterator[Fault]:
    kind = _field(_field(feature, "geometry"), "type")
    if kind not in DRAWN:
        what = "la géométrie manque" if kind is None else f"géométrie {written(kind)}"
        yield Fault(place, what, " ou ".join(written(name) for name in DRAWN))
        return
    drawn = _shape(feature)
    if not drawn.area or not np.isfinite(shapely.get_coordinates(drawn)).all():
        yield Fault(place, "coordonnées illisibles, ou contour sans surface", "des anneaux fermés")


def _misplaced(shapes: Mapping[str, BaseGeometry], crs: object) -> Iterator[Fault]:
    """Outlines that are nowhere on Earth: coordinates are degrees, if no projection is named that is known."""
    name = DEGREES if crs is None else _field(_field(crs, "properties"), "name")
    try:
        degrees = geopandas.GeoSeries(list(shapes.values()), crs=name).to_crs(DEGREES)
    except (RuntimeError, ValueError, TypeError):
        yield Fault("« crs »", f"projection {written(name)}", "une projection connue, ou aucune")
        return
    bounds = degrees.bounds.to_numpy()
    beyond = ~np.isfinite(bounds).all(axis=1) | (np.abs(bounds) > ON_EARTH).any(axis=1)
    for code in np.array(list(shapes), dtype=object)[beyond]:
        wanted = "la longitude, puis la latitude, en degrés"
        yield Fault(f"contour {written(code)}", "coordonnées hors de la Terre", wanted)


def _code(feature: object) -> str:
    """The code of an outline; empty where it is none."""
    code = _field(_field(feature, "properties"), "code")
    return code if isinstance(code, str) else ""


def _shape(feature: object) -> BaseGeometry:
    """The outline; an empty one where its coordinates cannot be read."""
    try:
        return shape(_field(feature, "geometry"))
    except (ShapelyError, ValueError, TypeError, LookupError, AttributeError):
        return shapely.Polygon()


def _field(value: object, name: str) -> object:
    """A field of a JSON object; None in anything else."""
    return value.get(name) if isinstance(value, dict) else None
