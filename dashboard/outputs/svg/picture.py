"""What is in the picture of an exhibit: its title and selection, the chart, Champ, Lecture and Source, notes and date?

A file of SVG that stands alone: it carries its font, names its colours, asks for no other file and runs nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from dashboard.content.caption import Caption
from dashboard.content.theme import FONT, INK, MUTED, PAPER
from dashboard.exhibits.exhibit import Exhibit
from dashboard.outputs.layout.chart_size import Size, size_of
from dashboard.outputs.svg.chart import drawing
from dashboard.outputs.svg.drawing import Drawing, in_picture
from dashboard.outputs.svg.embedded_font import WEIGHTS, font_faces, weights_in
from dashboard.outputs.svg.markup import element, spans
from dashboard.outputs.svg.outlines import outlines
from dashboard.outputs.svg.patterns import patterns
from dashboard.outputs.svg.picture_words import HEAVY, Style, paragraph

WIDTH = 1200
PAD = 36
"""Pixels on either side of the words and of the chart."""

COLUMN = WIDTH - 2 * PAD

MARK = Style(16, HEAVY)
TITLE = Style(24, HEAVY)
PLAIN = Style(16)
QUIET = Style(16, colour=MUTED)
SMALL = Style(13, colour=MUTED)

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

LEFT_TO_BROWSER = (
    "Cette image est dessinée par le navigateur : prenez-la par le menu « Exporter » de sa page."
)


def left_to_browser(exhibit: Exhibit) -> str:
    """Why the server cannot write the whole picture of `exhibit`, in French; empty where it can."""
    return LEFT_TO_BROWSER if _is_shown(exhibit) and _drawing(exhibit) is None else ""


def write_svg(exhibit: Exhibit) -> bytes:
    """The picture of `exhibit`, an SVG file in UTF-8.

    Where the browser draws the chart, an empty `<svg data-chart="">` of its place and size stands for it, and the font
    is there in all its weights: `assets/scripts/charts/picture.js` puts the chart in its place.
    """
    shown, drawn = _is_shown(exhibit), _drawing(exhibit)
    caption, tall = exhibit.caption, _height(exhibit)
    y: float = PAD - 12
    marked, y = paragraph(exhibit.mark, MARK, PAD, y, COLUMN)
    head, y = paragraph(caption.title, TITLE, PAD, y, COLUMN)
    selection, y = paragraph(caption.selection, QUIET, PAD, y + 2, COLUMN)
    y += 16
    if shown:
        chart, y = _chart(drawn, y, tall), y + tall + 8
    else:
        chart, y = paragraph(caption.nothing, PLAIN, PAD, y, COLUMN)
        y += 16
    foot = ""
    for line in (*_foot(caption), *filter(None, [exhibit.disclosure, exhibit.other_version])):
        written, y = paragraph(line, SMALL, PAD, y, COLUMN)
        foot, y = foot + written, y + 2
    body = f"{marked}{head}{selection}{chart}{foot}"
    weights = WEIGHTS if shown and drawn is None else weights_in(body)
    kept = element("style", font_faces(weights)) + _referred(drawn, body)
    return _file(caption, kept, body, y + PAD - 10)


def _is_shown(exhibit: Exhibit) -> bool:
    """Whether there is a chart of somebody, whoever draws it."""
    return not exhibit.empty and exhibit.content.chart is not None


def _height(exhibit: Exhibit) -> float:
    """That of the chart: what its view says, or what many rows need, or what few fill."""
    least = size_of(exhibit.content.chart, "page") if exhibit.content.chart else Size()
    height = max(least.times * exhibit.view.height, least.height)
    return ceil(height if least.most is None else min(height, least.most))


def _drawing(exhibit: Exhibit) -> Drawing | None:
    chart = exhibit.content.chart if _is_shown(exhibit) else None
    return None if chart is None else drawing(chart, "page", lambda _: {})


def _chart(drawn: Drawing | None, top: float, height: float) -> str:
    if drawn is None:
        return element("svg", data_chart="", x=PAD, y=top, width=COLUMN, height=height)
    return in_picture(drawn, PAD, top, COLUMN, height)


def _foot(caption: Caption) -> Iterator[str]:
    yield from (f"{name} : {text}" for name, text in caption.lines)
    yield from caption.notes
    yield caption.dated


def _file(caption: Caption, kept: str, body: str, height: float) -> bytes:
    content = (
        element("title", spans(caption.title)),
        element("desc", spans(caption.alternative)),
        element("defs", kept),
        element("rect", width=WIDTH, height=height, fill=PAPER),
        body,
    )
    root = element(
        "svg",
        "".join(content),
        xmlns="http://www.w3.org/2000/svg",
        width=WIDTH,
        height=height,
        viewBox=f"0 0 {WIDTH} {round(height)}",
        role="img",
        font_family=FONT,
        text_rendering="geometricPrecision",
        fill=INK,
        **{"xml:lang": "fr"},
    )
    return (DECLARATION + root).encode()


def _referred(drawn: Drawing | None, body: str) -> str:
    """What the drawing refers to: outlines of regions, and patterns."""
    layers = drawn.layers if drawn else ()
    hatched = patterns() if "url(#" in body else ""
    return "".join(outlines(layer).markup for layer in layers) + hatched
