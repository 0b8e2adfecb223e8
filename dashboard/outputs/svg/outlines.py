"""Which outlines do maps refer to, written once for all of them?

A page, or a picture, holds each outline once, as a `<path>` with an id; maps say `<use href="#…">`. So a map whose
numbers change is a few hundred bytes, and a browser keeps the outlines as a file, under an address with their digest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np

from dashboard.outputs.layout.geography import Line, Region, regions
from dashboard.outputs.layout.small_map_outlines import GRAIN, coarse
from dashboard.outputs.svg.markup import element

FINE = 0.5
"""Kilometres: outlines of a whole map are rounded to it: less than a pixel in a room, half the bytes of tenths."""

COARSE = "#coarse"
"""What the name of a layer ends in that has few points, for small maps."""


@dataclass(frozen=True, slots=True)
class Outlines:
    """The regions of a layer as `<path>`s.

    `unit`: the kilometres of one step of their coordinates, whose first goes east and whose second goes south. `ids`
    are in the order of the regions. `digest` changes with any of it, and `markup` is for a `<defs>`.
    """

    digest: str
    unit: float
    ids: tuple[str, ...]
    markup: str


def coarse_layer(path: str) -> str:
    """The name, in a drawing, of the outlines of the GeoJSON at `path` for small maps; of whole ones it is `path`."""
    return f"{path}{COARSE}"


def outlines(layer: str) -> Outlines:
    """Those that a drawing names `layer`, of the file as it is now."""
    path = layer.removesuffix(COARSE)
    return _outlines(regions(path), few=path != layer)


@lru_cache(maxsize=16)
def _outlines(listed: tuple[Region, ...], *, few: bool) -> Outlines:
    unit = float(GRAIN) if few else FINE
    paths = [path_data(*(coarse(r) if few else (r.x, r.y)), unit) for r in listed]
    digest = blake2b("\n".join(paths).encode(), digest_size=4).hexdigest()
    ids = tuple(f"o{digest}-{i}" for i in range(len(listed)))
    drawn = zip(ids, paths, strict=True)
    return Outlines(
        digest,
        unit,
        ids,
        "".join(
            element("path", id=id_, d=d, vector_effect="non-scaling-stroke") for id_, d in drawn
        ),
    )


def path_data(x: Line, y: Line, unit: float) -> str:
    """Rings, parted by a missing number, as path data in steps of `unit`: each point from the one before it."""
    points = np.column_stack((x, -y)) / unit
    parted = np.split(points, np.flatnonzero(np.isnan(x)))
    written, pen = [], np.zeros(2, dtype=np.int64)
    for ring in parted:
        whole = np.round(ring[~np.isnan(ring[:, 0])]).astype(np.int64)
        steps = np.diff(whole, axis=0, prepend=pen[np.newaxis])[:-1]
        written.append(
            _ring([step for i, step in enumerate(steps.tolist()) if i == 0 or any(step)])
        )
        pen = whole[0]
    return "".join(written)


def _ring(steps: Sequence[Sequence[int]]) -> str:
    start, *others = [f"{dx}{dy}" if dy < 0 else f"{dx} {dy}" for dx, dy in steps]
    line = "".join(step if step[0] == "-" else f" {step}" for step in others)
    return f"m{start}l{line.lstrip()}z"
