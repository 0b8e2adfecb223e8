"""How large is the canvas of a chart on a page: as its view says, unless its rows need more room, or fill less?"""

from __future__ import annotations

from math import ceil

from dashboard.content.charts import Chart
from dashboard.content.medium import Medium
from dashboard.content.view import Canvas
from dashboard.outputs.layout.chart_size import Size, size_of
from dashboard.outputs.layout.flow_words import WIDTHS

PAPER = 440
"""Pixels that a chart has on paper."""


def canvas_look(chart: Chart | None, room: Canvas, medium: Medium) -> tuple[bool, str]:
    """Whether a chart needs the page's width, and the style of its canvas.

    `--broad`: the pixels below which a chart is not drawn narrower; its canvas is then moved sideways
    (`assets/styles/charts.css`). `--least`: those that it needs on paper, where they are more than other charts have
    (`print.css`).
    """
    # A screen is as large as it is: what has to grow elsewhere is written on less there.
    least = Size() if chart is None or medium == "room" else size_of(chart, medium)
    spread = room.spread or (medium == "page" and least.width > WIDTHS["page"])
    style = f"--tall:{_height(room.height, least)};--tall-narrow:{_phone_height(room, least)}px"
    if least.width >= WIDTHS[medium]:
        style += f";--broad:{ceil(least.width)}px"
    on_paper = least.times * PAPER if least.times > 1 else least.height
    if on_paper > PAPER:
        style += f";--least:{ceil(on_paper)}px"
    return spread, style


def _height(own: str, least: Size) -> str:
    """The larger of two lengths, `own` that of the view, which a projector enlarges; few rows need less."""
    if least.times > 1:
        return f"calc({least.times:.3f} * {own})"
    height = f"max({own}, {ceil(least.height)}px * var(--scale))" if least.height else own
    return height if least.most is None else f"min({height}, {ceil(least.most)}px * var(--scale))"


def _phone_height(room: Canvas, least: Size) -> int:
    own = int(room.phone_height.removesuffix("px"))
    height = max(least.times * own, least.height)
    return ceil(height if least.most is None else min(height, least.most))
