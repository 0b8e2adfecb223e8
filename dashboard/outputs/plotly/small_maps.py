"""How does a map change over the years? One small map a year, side by side, in the same classes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

import numpy as np

from dashboard.content.charts.classes import Classes
from dashboard.content.theme import INK, OUTSIDE, PAPER, SEQUENTIAL, SYMBOL, layout
from dashboard.outputs.layout.geography import Layer, Line, Region, regions
from dashboard.outputs.layout.small_map_frames import (
    BISCAY,
    HEIGHT,
    NARROW,
    SOUTH,
    WEST,
    WIDE,
    WIDTH,
    Frame,
    projected_frame,
    shift_of,
)
from dashboard.outputs.plotly.axes import STROKE
from dashboard.outputs.plotly.fills import hatching, on_fill

GRAIN = 5
"""Kilometres that outlines are rounded to: less than a pixel of a small map, and a quarter of its weight."""

SLENDER, ASIDE = 100, 12
"""Kilometres: a region less wide than its number has it beside its east border, and how far from that."""

THIN = {"color": STROKE, "width": 0.6}
NEW = {"color": SYMBOL, "width": 2}
_FILLED = {"type": "scatter", "mode": "lines", "fill": "toself"}

State = Literal["shown", "outside", "uncovered"]


@dataclass(frozen=True, slots=True)
class SmallPlace:
    """One region on one map. `new`: its first year, which is outlined. `label` stands on it where it is shown."""

    state: State
    value: int
    label: str
    tell: str
    target: Mapping[str, str]
    new: bool = False


@dataclass(frozen=True)
class SmallMap:
    """One year: its title, a line under it, and each region by code."""

    title: str
    subtitle: str
    places: Mapping[str, SmallPlace]


def small_maps(
    layer: Layer,
    maps: Sequence[SmallMap],
    classes: Classes,
    class_labels: Sequence[str],
    *,
    narrow: bool = False,
    projected: bool = False,
) -> dict[str, Any]:
    """The figure of `maps`, row by row. A click on a region is told by its trace's number."""
    frame = NARROW if narrow else projected_frame(len(maps)) if projected else WIDE
    rows = -(-(len(maps) + bool(frame.indent)) // frame.beside)
    listed = regions(layer)
    traces: list[dict[str, Any]] = []
    clicks: dict[str, dict[str, str]] = {}
    over: list[dict[str, Any]] = []
    texts: list[dict[str, Any]] = []
    for i, one in enumerate(maps):
        shift = shift_of(i, frame)
        for region in listed:
            place = one.places[region.code]
            clicks[str(len(traces))] = dict(place.target)
            traces.append(_outline(region, shift, place, classes))
        over.extend(_over(listed, shift, one, classes, frame))
        texts.append(_head(shift, one, frame))
    bottom = SOUTH - (rows - 1) * frame.pitch
    outside = any(place.state == "outside" for one in maps for place in one.places.values())
    styles = _styles(classes, class_labels, outside=outside)
    east, south = shift_of(len(maps), frame)
    start = (WEST + east, SOUTH + HEIGHT + south) if frame.indent else (WEST, bottom)
    swatches, names, lowest = _legend(frame, start, styles)
    axis = {"visible": False, "fixedrange": True, "constrain": "domain"}
    return {
        "data": [*traces, *over, *swatches],
        "layout": layout(
            xaxis=axis | {"range": [WEST, WEST + frame.beside * frame.cell]},
            yaxis=axis
            | {
                "range": [min(lowest, bottom), SOUTH + HEIGHT + frame.head],
                "scaleanchor": "x",
                "scaleratio": 1,
            },
            annotations=[*texts, *names],
            meta={"targets": {"traces": clicks}},
        ),
    }


@lru_cache(maxsize=64)
def _coarse(region: Region) -> tuple[Line, Line]:
    """The outline rounded to GRAIN, points that it does not need left out: neighbours still share their border."""
    points = GRAIN * np.round(np.column_stack((region.x, region.y)) / GRAIN)
    same = np.all(points[1:] == points[:-1], axis=1)
    points = points[np.concatenate(([True], ~same))]
    before, after = points[1:-1] - points[:-2], points[2:] - points[1:-1]
    turn = before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]
    straight = (turn == 0) & (np.sum(before * after, axis=1) > 0)
    kept = points[np.concatenate(([True], ~straight, [True]))]
    return np.ascontiguousarray(kept[:, 0]), np.ascontiguousarray(kept[:, 1])


def _moved(region: Region, shift: tuple[float, float]) -> dict[str, Line]:
    x, y = _coarse(region)
    return {"x": x + shift[0], "y": y + shift[1]}


def _fill(place: SmallPlace, classes: Classes) -> str:
    if place.state == "outside":
        return OUTSIDE
    return SEQUENTIAL[classes.index(place.value)] if place.value else PAPER


def _outline(
    region: Region, shift: tuple[float, float], place: SmallPlace, classes: Classes
) -> dict[str, Any]:
    trace = (
        _FILLED
        | {"line": THIN, "hoveron": "fills", "hoverinfo": "text", "text": place.tell}
        | {"name": region.name}
        | _moved(region, shift)
    )
    if place.state == "uncovered":
        return trace | {"fillpattern": hatching(OUTSIDE)}
    return trace | {"fillcolor": _fill(place, classes)}


def _over(
    listed: Sequence[Region],
    shift: tuple[float, float],
    one: SmallMap,
    classes: Classes,
    frame: Frame,
) -> list[dict[str, Any]]:
    """What stands over the fills of one map: outlines of the new regions, then the numbers."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for region in listed:
        if one.places[region.code].new:
            moved = _moved(region, shift)
            xs += [*moved["x"], None]
            ys += [*moved["y"], None]
    told = [region for region in listed if one.places[region.code].label]
    inner = [region for region in told if not _is_slender(region)]
    slender = [region for region in told if _is_slender(region)]
    outlines = {"type": "scatter", "mode": "lines", "x": xs, "y": ys, "hoverinfo": "skip"}
    texts = {
        "type": "scatter",
        "mode": "text",
        "textfont": {"size": frame.letters, "color": INK},
        "hoverinfo": "skip",
    }
    numbers = {
        "x": [region.label_x + shift[0] for region in inner],
        "y": [region.label_y + shift[1] for region in inner],
        "text": [
            on_fill(one.places[r.code].label, _fill(one.places[r.code], classes)) for r in inner
        ],
    }
    beside = {
        "x": [_east(region) + ASIDE + shift[0] for region in slender],
        "y": [region.label_y + shift[1] for region in slender],
        "text": [one.places[region.code].label for region in slender],
        "textposition": "middle right",
    }
    return [
        outlines | {"line": NEW},
        texts | numbers,
        *([texts | beside] if slender else []),
    ]


def _east(region: Region) -> float:
    return float(np.nanmax(region.x))


def _is_slender(region: Region) -> bool:
    return _east(region) - float(np.nanmin(region.x)) < SLENDER


def _head(shift: tuple[float, float], one: SmallMap, frame: Frame) -> dict[str, Any]:
    east, north = shift
    above = {
        "x": WEST + WIDTH / 2 + east,
        "y": SOUTH + HEIGHT + frame.head + north,
        "xanchor": "center",
        "yanchor": "top",
    }
    before = {
        "x": WEST + east - frame.indent,
        "y": BISCAY + north,
        "xanchor": "left",
        "yanchor": "top",
        "align": "left",
    }
    return (before if frame.indent else above) | {
        "showarrow": False,
        "text": f"<b>{one.title}</b><br>{one.subtitle}",
        "font": {"size": 12, "color": INK},
    }


Styles = Sequence[tuple[str, dict[str, Any]]]
"""What each class and state is called, and how it looks."""


def _styles(classes: Classes, labels: Sequence[str], *, outside: bool) -> Styles:
    return [
        *(
            (label, {"fillcolor": SEQUENTIAL[i], "line": THIN})
            for i, label in enumerate(labels[: len(classes.lower)])
        ),
        ("aucun", {"fillcolor": PAPER, "line": THIN}),
        *([("hors de la sélection", {"fillcolor": OUTSIDE, "line": THIN})] if outside else []),
        ("non couverte", {"fillpattern": hatching(OUTSIDE), "line": THIN}),
        ("nouvelle", {"fillcolor": PAPER, "line": NEW}),
    ]


def _legend(
    frame: Frame, start: tuple[float, float], styles: Styles
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], float]:
    """A swatch and a name for each of `styles`, from `start` down; and how low the last row reaches."""
    left, top = start
    across = frame.beside * frame.cell / frame.legend_columns
    half = frame.legend_step / 4
    swatches, names = [], []
    for i, (name, style) in enumerate(styles):
        x = left + (i % frame.legend_columns) * across + 2 * half
        y = top - (i // frame.legend_columns + 0.6) * frame.legend_step
        square = {
            "x": [x - half, x + half, x + half, x - half, x - half],
            "y": [y - half, y - half, y + half, y + half, y - half],
        }
        swatches.append(_FILLED | {"hoverinfo": "skip"} | square | style)
        names.append(
            {
                "x": x + half,
                "y": y,
                "xanchor": "left",
                "yanchor": "middle",
                "xshift": 4,
                "showarrow": False,
                "text": name,
                "font": {"size": 12, "color": INK},
            }
        )
    lines = -(-len(styles) // frame.legend_columns)
    return swatches, names, top - (lines + 0.2) * frame.legend_step
