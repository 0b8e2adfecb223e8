"""Where are the outlines of a study's regions, and which of its regions have one?"""

from __future__ import annotations

import json
import logging
from collections.abc import Collection
from pathlib import Path

from dashboard.domain.codebook import Codebook, Layer
from dashboard.domain.errors import CodebookError
from dashboard.ingest.reference.faults import Fault, raise_faults, written
from dashboard.ingest.reference.outline_faults import read_outlines
from dashboard.text.words import listed

_LOG = logging.getLogger(__name__)

GEODATA = Path(__file__).resolve().parents[3] / "geodata"
"""The outlines that the dashboard has of its own."""

OVERSEAS = GEODATA / "overseas.geojson"
"""Those of regions that stand in insets."""


def with_outlines(book: Codebook, folder: Path, file: str = "codebook.toml") -> Codebook:
    """`book` with the path of each layer's outlines, and the codes of its regions that have one.

    `folder` is the study's own, `file` the name of its codebook. Raises CodebookError, in French, where outlines are
    absent or cannot be drawn.
    """
    if not book.layers:
        return book
    layers = tuple(_found(layer, book, folder, file) for layer in book.layers)
    return book.model_copy(update={"layers": layers})


def _found(layer: Layer, book: Codebook, folder: Path, file: str) -> Layer:
    if not layer.shapes and not layer.file:
        return layer
    path = folder / layer.file if layer.file else GEODATA / f"regions-{layer.shapes}.geojson"
    fault = _fault(layer, path)
    raise_faults([fault] if fault else [], file, CodebookError)
    outlines = read_outlines(path) if layer.file else _codes(path)
    regions = {category.code for category in book.variable(layer.variable).categories}
    bare = sorted(regions - set(outlines))
    overseas = set() if layer.file else {*_codes(OVERSEAS)}
    boxed = sorted({*bare} - overseas)
    if boxed:
        _LOG.warning("%s: regions without an outline in %s: %s", layer.variable, path.name, boxed)
    found = {
        "path": str(path),
        "drawn": regions & set(outlines),
        "beside": tuple(bare) if regions & set(outlines) else (),
        "boxed": frozenset(boxed),
    }
    return layer.model_copy(update=found)


def _fault(layer: Layer, path: Path) -> Fault | None:
    place = f"découpage en régions {written(layer.variable)}"
    if layer.shapes and layer.file:
        return Fault(place, "« shapes » et « file » à la fois", "l'un ou l'autre")
    if path.is_file():
        return None
    if layer.file:
        return Fault(
            f"{place}, champ « file »",
            f"le fichier {written(layer.file)} n'existe pas",
            "le nom d'un fichier GeoJSON qui est à côté du dictionnaire",
        )
    known = sorted(p.stem.removeprefix("regions-") for p in GEODATA.glob("regions-*.geojson"))
    names = listed([written(name) for name in known], "ou")
    return Fault(f"{place}, champ « shapes »", written(layer.shapes), names)


def _codes(path: Path) -> Collection[str]:
    """The codes of outlines of the dashboard's own."""
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return [feature["properties"]["code"] for feature in features]
