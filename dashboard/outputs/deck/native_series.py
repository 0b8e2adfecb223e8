"""How does one series of a chart of PowerPoint's own look: its bars or its line, and its whiskers?"""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree
from pptx.chart.marker import Marker
from pptx.chart.point import Point
from pptx.chart.series import BarSeries, LineSeries
from pptx.enum.chart import XL_MARKER_STYLE
from pptx.oxml import parse_xml

from dashboard.content.theme import MUTED, PAPER
from dashboard.outputs.deck.colours import hatched, solid
from dashboard.outputs.deck.drawing import NAMESPACES, stroke
from dashboard.outputs.native_plot import NativePlot, NativeSeries
from dashboard.outputs.xlsx.numbers_sheet import DOWN, UP, cells_of

CHARTS = "http://schemas.openxmlformats.org/drawingml/2006/chart"
"""The namespace of charts."""

Shown: TypeAlias = BarSeries | LineSeries
"""A series of python-pptx."""

MARKERS = (
    XL_MARKER_STYLE.CIRCLE,
    XL_MARKER_STYLE.SQUARE,
    XL_MARKER_STYLE.TRIANGLE,
    XL_MARKER_STYLE.DIAMOND,
)
"""What tells lines apart where an institution's theme draws two of them in the same colour, and on a grey printer."""


def style_bars(shown: Shown, series: NativeSeries) -> None:
    """Fills the bars of a series; those of what is no answer are hatched."""
    shown.invert_if_negative = False
    if series.hatched:
        fill = hatched(MUTED, series.colour)
        _dress(shown, fill + stroke(MUTED, 1))
    else:
        _dress(shown, solid(series.colour) + stroke(PAPER, 1))


def style_line(shown: Shown, series: NativeSeries, place: int) -> None:
    """Draws a line and its markers; `place` is the number of the series, from 0."""
    shown.smooth = False
    shown.marker.style, shown.marker.size = MARKERS[place % len(MARKERS)], 8
    _dress(shown, stroke(series.colour, 3))
    _dress(shown.marker, solid(series.colour) + stroke(series.colour, 1))
    for i in series.dotted:
        # The look of a point is that of what leads to it; without a marker of its own it would have the program's.
        point = shown.points[i]
        point.marker.style, point.marker.size = shown.marker.style, shown.marker.size
        _dress(point.marker, solid(series.colour) + stroke(series.colour, 1))
        _dress(point, stroke(series.colour, 3, dash="sysDot"))


def _dress(shown: Shown | Marker | Point, look: str) -> None:
    """Gives a series or its markers a fill and a line, written as DrawingML."""
    properties = shown.format.fill._xPr  # noqa: SLF001 - python-pptx has no words for shades of the theme.
    for child in list(properties):
        properties.remove(child)
    properties.extend(parse_xml(f'<c:spPr {NAMESPACES} xmlns:c="{CHARTS}">{look}</c:spPr>'))


def add_whiskers(shown: Shown, series: NativeSeries, plot: NativePlot) -> None:
    """Intervals as error bars, which follow their cells; python-pptx has no words for them."""
    if not series.above:
        return
    bars = etree.Element(f"{{{CHARTS}}}errBars", nsmap={"c": CHARTS})
    if plot.kind == "lines":
        etree.SubElement(bars, f"{{{CHARTS}}}errDir", val="y")
    etree.SubElement(bars, f"{{{CHARTS}}}errBarType", val="both")
    etree.SubElement(bars, f"{{{CHARTS}}}errValType", val="cust")
    etree.SubElement(bars, f"{{{CHARTS}}}noEndCap", val="0")
    for tag, words, lengths in (("plus", UP, series.above), ("minus", DOWN, series.below)):
        side = etree.SubElement(etree.SubElement(bars, f"{{{CHARTS}}}{tag}"), f"{{{CHARTS}}}numRef")
        etree.SubElement(side, f"{{{CHARTS}}}f").text = cells_of(plot, series, words).removeprefix(
            "="
        )
        kept = etree.SubElement(side, f"{{{CHARTS}}}numCache")
        etree.SubElement(kept, f"{{{CHARTS}}}formatCode").text = "General"
        etree.SubElement(kept, f"{{{CHARTS}}}ptCount", val=str(len(lengths)))
        for i, length in enumerate(lengths):
            if length is None:
                continue
            point = etree.SubElement(kept, f"{{{CHARTS}}}pt", idx=str(i))
            etree.SubElement(point, f"{{{CHARTS}}}v").text = repr(float(length))
    line = stroke(series.colour if plot.kind == "lines" else MUTED, 4 / 3)
    bars.append(parse_xml(f'<c:spPr {NAMESPACES} xmlns:c="{CHARTS}">{line}</c:spPr>'))
    shown._element.find(f"{{{CHARTS}}}cat").addprevious(bars)  # noqa: SLF001 - nor for error bars.
