"""Which chart of each kind do the tests of figures draw?"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.charts import (
    Chart,
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
from dashboard.content.charts.classes import Classes
from dashboard.content.charts.datum import Datum, Series
from dashboard.content.charts.distributions import Distribution, DistributionPoint
from dashboard.content.charts.dots import DotRow, Reference
from dashboard.content.charts.flows import FlowLink, FlowNode
from dashboard.content.charts.lines import LineSeries
from dashboard.content.charts.matrix import MatrixCell
from dashboard.content.charts.region_map import MapLegend, Place
from dashboard.content.charts.rich_text import rich
from dashboard.content.charts.small_maps import SmallMap, SmallPlace
from dashboard.content.charts.tiles import Tile
from dashboard.content.click_filter import ClickFilter
from dashboard.outputs.layout.geography import regions
from dashboard.outputs.svg.chart import drawing
from tests.support.outlines import STUDY

LABEL = "<a href='https://evil.example'>Cadres</a> & <b>employés</b>"
"""What a codebook might call a category."""

CLICK = ClickFilter(switches=(("vue.compte", "tout"),))


def written(click: ClickFilter) -> Mapping[str, str]:
    """A click by its switches, as the tests write it into an address."""
    return dict(click.switches)


def kind_of(chart: Chart) -> str:
    """The name of a chart in the list of tests."""
    lying = isinstance(chart, GroupedBars) and chart.horizontal
    return f"{type(chart).__name__}{'-lying' if lying else ''}"


def plotted(label: str = LABEL) -> list[Chart]:
    """Those of `described` that plotly draws."""
    return [chart for chart in described(label) if drawing(chart, "page", written) is None]


def described(label: str = LABEL) -> list[Chart]:
    """A chart of each kind in which every text, and every name, is `label`."""
    text = rich(label)
    bar = Datum(4, label, text, CLICK, (2, 5), ("small_base",))
    series = (Series(label, "#1f5f9e", (bar,)), Series(label, "#b4bbc4", (bar,), absent=True))
    nodes = tuple(
        FlowNode(step, code, label, label, "#1f5f9e", 2, code == "silent", text, CLICK)
        for step in (0, 1)
        for code in ("paid", "silent")
    )
    point = DistributionPoint(3, 50, label, text)
    shown = [region.code for region in regions(STUDY)][:3]
    return [
        StackedBars((text,), series, "number", label),
        GroupedBars((text,), series, "number", label),
        GroupedBars((text,), series[:1], "percent", label, horizontal=True),
        Lines((text,), (LineSeries(label, "#1f5f9e", (bar,), label, (label,)),), "percent", label),
        Dots((DotRow(label, bar),), "#3b82c4", Reference(3, label), axis_title=label),
        Matrix(
            (text,),
            (text, text, text),
            (tuple(MatrixCell(fill, text, text) for fill in (12, 0, None)),),
            label,
            label,
        ),
        FlowDiagram((text, text), nodes, (FlowLink(0, 2, 2, text, CLICK),), 4),
        RegionMap(
            STUDY,
            tuple(
                Place(region.code, "shown", label, 3, 5, label, text, CLICK)
                if region.code in shown
                else Place(region.code, "uncovered", hover=text)
                for region in regions(STUDY)
            ),
            Classes((1.0,)),
            MapLegend(label, (label,), label, label, 5, ((5, label),)),
        ),
        SmallMaps(
            STUDY,
            (
                SmallMap(
                    label,
                    text,
                    tuple(
                        SmallPlace(region.code, "shown", 3, label, text, CLICK, is_new=True)
                        if region.code in shown
                        else SmallPlace(region.code, "uncovered", hover=text)
                        for region in regions(STUDY)
                    ),
                ),
            ),
            Classes((1.0,)),
            (label,),
        ),
        Pyramid((label,), *series, axis_title=label),
        Distributions((Distribution(text, (point,), 3, 3, label, text, CLICK),), "#a23b6b", label),
        Tiles((Tile(label, label, label),)),
    ]
