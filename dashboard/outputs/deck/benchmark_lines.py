"""How are outside figures marked on a chart of PowerPoint's own, or on one that is drawn with shapes?"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree
from pptx.chart.chart import Chart
from pptx.slide import Slide

from dashboard.content.charts.benchmark_line import BenchmarkLine
from dashboard.content.charts.rich_text import rich
from dashboard.content.theme import INK, PAPER
from dashboard.outputs.deck.drawing import Box, Drawing, Point, TextLook, stroke
from dashboard.outputs.deck.groups import add_group
from dashboard.outputs.deck.native_series import CHARTS
from dashboard.outputs.layout.text_width import letter_width, width_of
from dashboard.outputs.layout.wrapping import wrapped
from dashboard.outputs.native_plot import NativePlot
from dashboard.outputs.xml_safe import one_line

NAME = "Repère"

SIZE, LINE_HEIGHT, CLEAR = 16, 21, 8
"""Pixels of the letters of a name, of a line of it, and between it and what is beside it."""

WIDTH, HALO = 2.4, 6
"""Pixels of a line, and of the paper under it, without which it is lost on a dark bar."""

LEGEND, NUMBERS, TITLE = 34, 34, 28
"""Pixels that a row of the legend, the numbers of an axis and their title take."""

MOST_NAMES = 0.35
"""The most of a chart's width that the names of its bars take."""

HALF_PLACE = 0.42
"""How far the line of one category goes on each side, as a part of the way to the next."""


def mark_benchmarks(slide: Slide, chart: Chart, plot: NativePlot, area: Box) -> None:
    """Lines over a chart of PowerPoint's own, as a group beside it; the chart's plot is held where they expect it.

    Level bars have them from the top to the bottom, each under its name; a chart of lines over one category each,
    where the category's own name tells them.
    """
    if not plot.benchmarks or not plot.top:
        return
    inner = _plot_area(plot, area)
    _hold(chart, inner, area)
    drawing = Drawing()
    if plot.kind == "lines":
        for line in plot.benchmarks:
            _draw(drawing, line.name, *_over_category(line, plot, inner))
    else:
        draw_across(drawing, plot.benchmarks, inner, (0, plot.top), inner.top)
    names = " ; ".join(one_line(line.name) for line in plot.benchmarks)
    add_group(slide, drawing, NAME, f"{NAME} : {names}", area)


def draw_across(
    drawing: Drawing,
    lines: Sequence[BenchmarkLine],
    inner: Box,
    span: tuple[float, float],
    top: float,
    scale: float = 1,
) -> None:
    """Upright lines through the plot `inner`, whose axis goes over `span`; names stand above `top`, one on another."""
    low, high = span
    for line in lines:
        part = (line.value - low) / ((high - low) or 1)
        x, on_left = inner.left + part * inner.width, part > 1 / 2
        text = _broken(line, inner, part, scale)
        height = scale * (LINE_HEIGHT * len(text) + CLEAR)
        _draw(drawing, line.name, (x, top - height), (x, inner.top + inner.height), scale)
        aside = scale * (-CLEAR if on_left else CLEAR)
        look = TextLook(scale * SIZE, INK, "r" if on_left else "l")
        drawing.text(rich(*text).lines, (x + aside, top - height / 2), look)
        top -= height


def height_of(lines: Sequence[BenchmarkLine], width: float, span: tuple[float, float]) -> float:
    """How many pixels the names take above a plot of that width."""
    low, high = span
    inner = Box(0, 0, width, 0)
    parts = [(line, (line.value - low) / ((high - low) or 1)) for line in lines]
    return sum(LINE_HEIGHT * len(_broken(line, inner, part, 1)) + CLEAR for line, part in parts)


def _broken(line: BenchmarkLine, inner: Box, part: float, scale: float) -> list[str]:
    room = inner.width * max(part, 1 - part) - scale * CLEAR
    return wrapped(one_line(line.name), max(1, int(room / letter_width(scale * SIZE))))


def _draw(drawing: Drawing, name: str, start: Point, end: Point, scale: float = 1) -> None:
    drawing.segment("Fond du trait", start, end, stroke(PAPER, scale * HALO))
    drawing.segment(
        f"{NAME} : {one_line(name)}", start, end, stroke(INK, scale * WIDTH, dash="dash")
    )


def _over_category(line: BenchmarkLine, plot: NativePlot, inner: Box) -> tuple[Point, Point]:
    place = inner.width / len(plot.categories)
    middle = inner.left + place * ((line.category or 0) + 0.5)
    y = inner.top + inner.height * (1 - line.value / (plot.top or 1))
    return (middle - HALF_PLACE * place, y), (middle + HALF_PLACE * place, y)


def _plot_area(plot: NativePlot, area: Box) -> Box:
    """Where the plot is to stand within the chart: names of bars left of it, the legend and the lines' names above."""
    legend = LEGEND if len(plot.series) > 1 else CLEAR
    below = NUMBERS + (TITLE if plot.title and plot.horizontal else 0)
    if not plot.horizontal:
        left = TITLE + 2 * NUMBERS
        width = area.width - left - 2 * CLEAR
        letters = width / len(plot.categories) / letter_width(SIZE)
        lines = max(len(wrapped(name, max(1, int(letters)))) for name in plot.categories)
        lines += len(wrapped(plot.told_below, int(width / letter_width(SIZE))))
        height = area.height - legend - LINE_HEIGHT * lines - 3 * CLEAR
        return Box(area.left + left, area.top + legend + CLEAR, width, height)
    longest = max(width_of(name, SIZE) for name in plot.categories)
    names = min(longest + 2 * CLEAR, MOST_NAMES * area.width)
    width = area.width - names - 4 * CLEAR
    above = legend + height_of(plot.benchmarks, width, (0, plot.top or 1))
    return Box(area.left + names, area.top + above, width, area.height - above - below)


def _hold(chart: Chart, inner: Box, area: Box) -> None:
    """Has the plot stand at `inner`, its axes beside it; python-pptx has no words for it."""
    plot_area = chart._chartSpace.chart.plotArea  # noqa: SLF001 - see above.
    for stale in plot_area.findall(f"{{{CHARTS}}}layout"):
        plot_area.remove(stale)
    layout = etree.Element(f"{{{CHARTS}}}layout")
    held = etree.SubElement(layout, f"{{{CHARTS}}}manualLayout")
    parts = {
        "layoutTarget": "inner",
        "xMode": "edge",
        "yMode": "edge",
        "x": f"{(inner.left - area.left) / area.width:.5f}",
        "y": f"{(inner.top - area.top) / area.height:.5f}",
        "w": f"{inner.width / area.width:.5f}",
        "h": f"{inner.height / area.height:.5f}",
    }
    for tag, value in parts.items():
        etree.SubElement(held, f"{{{CHARTS}}}{tag}", val=value)
    plot_area.insert(0, layout)
