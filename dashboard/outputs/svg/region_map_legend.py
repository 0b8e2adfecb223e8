"""How is the legend of a map drawn?"""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.content.charts import RegionMap
from dashboard.content.charts.region_map import MapLegend, State
from dashboard.content.charts.rich_text import rich
from dashboard.content.theme import SEQUENTIAL
from dashboard.outputs.layout.map_frames import PHONE, Frame, kinds
from dashboard.outputs.layout.map_symbols import diameter
from dashboard.outputs.layout.wrapping import wrapped_text
from dashboard.outputs.svg.map_ground import Ground, Kilometres
from dashboard.outputs.svg.map_marks import (
    SWATCH,
    Look,
    circle,
    circles,
    lacking,
    swatch,
    valued,
)
from dashboard.outputs.svg.markup import element
from dashboard.outputs.svg.words import text_at, words

TITLE_LETTERS, LINE_HEIGHT = 34, 16
"""How many letters the title of the circles has room for west of the regions, and the pixels of a line of it."""

BESIDE = 16
"""Pixels from the middle of a square to its words."""


def legend(chart: RegionMap, frame: Frame, ground: Ground) -> str:
    """A square for each class and kind of region, circles of round values, and their words."""
    listed = list(_listed(chart, frame))
    squares = "".join(swatch(ground, place, look) for look, _, place in listed)
    x, y = frame.classes
    title = ground.at((x, y + 1.1 * frame.step))
    texts = text_at(title, rich(chart.legend.title), shift=(-SWATCH / 2, 0))
    texts += "".join(
        text_at(ground.at(place), rich(text), shift=(BESIDE, 0)) for _, text, place in listed
    )
    if chart.legend.symbols:
        texts += _symbol_words(chart.legend, frame, ground)
    round_values = "".join(
        circle(ground, place, size) for place, size, _ in _symbols(chart.legend, frame)
    )
    return element("g", squares + circles(round_values) + words(texts), class_="legend")


def _listed(chart: RegionMap, frame: Frame) -> Iterator[tuple[Look, str, Kilometres]]:
    """Each class, then each kind of region without a value: its look, its words and its place."""
    x, y = frame.classes
    for i, label in enumerate(chart.legend.class_labels[: len(SEQUENTIAL)]):
        yield valued(i), label, (x, y - frame.step * i)
    states: set[State] = {place.state for place in chart.places}
    for state, text, east, north in kinds(frame, chart.legend, states):
        if state != "shown":
            yield lacking(state), text, (east, north)


def _symbols(legend: MapLegend, frame: Frame) -> Iterator[tuple[Kilometres, float, str]]:
    """The circle of each round value: its place, its diameter in pixels, and its words."""
    x, y = frame.symbols
    for i, (value, text) in enumerate(legend.symbols):
        size = diameter(value, legend.symbol_top, small=frame.small)
        yield (x + frame.symbol_step * i, y), size, text


def _symbol_words(legend: MapLegend, frame: Frame, ground: Ground) -> str:
    """The value under each circle, and over them what they mean."""
    symbols = list(_symbols(legend, frame))
    under = symbols[0][1] / 2 + 10
    values = [
        text_at(ground.at(place), rich(text), shift=(0, under), align="middle")
        for place, _, text in symbols
    ]
    title = legend.short_symbol_title if frame is PHONE else legend.symbol_title
    lines = wrapped_text(rich(title), TITLE_LETTERS)
    over = (22 if frame.small else 34) + LINE_HEIGHT / 2 * (len(lines.lines) - 1)
    return "".join((*values, text_at(ground.at(frame.symbols), lines, shift=(-19, -over))))
