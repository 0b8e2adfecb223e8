"""How does an exhibit's chart get onto a slide, whichever kind it is?"""

from __future__ import annotations

from typing import assert_never

from pptx.slide import Slide

from dashboard.content.charts import (
    Distributions,
    Dots,
    FlowDiagram,
    GroupedBars,
    Lines,
    Matrix,
    Pyramid,
    RegionMap,
    SmallMaps,
    StackedBars,
    Tiles,
)
from dashboard.exhibits.exhibit import Exhibit
from dashboard.outputs.deck.charts.distributions import draw_distributions
from dashboard.outputs.deck.charts.dots import draw_dots
from dashboard.outputs.deck.charts.flows import draw_flows
from dashboard.outputs.deck.charts.region_map import draw_region_map
from dashboard.outputs.deck.charts.small_maps import draw_small_maps
from dashboard.outputs.deck.charts.tiles import draw_tiles
from dashboard.outputs.deck.drawing import Box, Drawing
from dashboard.outputs.deck.groups import add_group
from dashboard.outputs.deck.native_chart import add_native_chart
from dashboard.outputs.deck.native_table import add_matrix
from dashboard.outputs.native_plot import native_plot

Drawn = Dots | Distributions | RegionMap | SmallMaps | FlowDiagram | Tiles
"""Kinds that no office program has a chart for: they are drawn with shapes."""


def add_chart(slide: Slide, exhibit: Exhibit, area: Box) -> None:
    """Draws the chart of `exhibit` into `area`: as a chart or table of PowerPoint's own, or as one group of shapes.

    Nothing is drawn where the exhibit has no chart, or one without series.
    """
    chart = exhibit.content.chart
    match chart:
        case StackedBars() | GroupedBars() | Lines() | Pyramid():
            plot = native_plot(chart, "room")
            if plot is not None:
                add_native_chart(slide, exhibit, plot, area)
        case Matrix():
            add_matrix(slide, exhibit, chart, area)
        case Dots() | Distributions() | RegionMap() | SmallMaps() | FlowDiagram() | Tiles():
            add_drawing(slide, exhibit, drawing_of(chart, area), area)
        case None:
            return
        case _:
            assert_never(chart)


def drawing_of(chart: Drawn, area: Box) -> Drawing:
    """The shapes of `chart`, in the order in which they cover each other."""
    drawing = Drawing()
    match chart:
        case Dots():
            draw_dots(chart, drawing, area)
        case Distributions():
            draw_distributions(chart, drawing, area)
        case RegionMap():
            draw_region_map(chart, drawing, area)
        case SmallMaps():
            draw_small_maps(chart, drawing, area)
        case FlowDiagram():
            draw_flows(chart, drawing, area)
        case Tiles():
            draw_tiles(chart, drawing, area)
        case _:
            assert_never(chart)
    return drawing


def add_drawing(slide: Slide, exhibit: Exhibit, drawing: Drawing, area: Box) -> None:
    """Puts `drawing` on the slide as one group, with the title and the alternative text of `exhibit`."""
    add_group(slide, drawing, exhibit.caption.title, exhibit.caption.alternative, area)
