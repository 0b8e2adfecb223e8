"""Is every kind of chart, and every view, drawn as plotly takes it, with clicks in the shape that scripts read?"""

from functools import partial
from typing import get_args

import plotly.graph_objects as go
import pytest

from dashboard.content.charts import Chart
from dashboard.content.click_filter import ClickFilter
from dashboard.content.medium import Medium
from dashboard.outputs.plotly.figure import draw
from dashboard.outputs.svg.chart import drawing
from dashboard.publication import Publication
from dashboard.views.registry import views
from tests.outputs.plotly.described import CLICK, described, kind_of, plotted, written
from tests.outputs.taken import addresses, composed

MEDIA: list[Medium] = ["page", "phone", "room"]


def test_the_tests_describe_every_kind() -> None:
    assert {type(chart) for chart in described()} == set(get_args(Chart))


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize("chart", plotted(), ids=kind_of)
def test_plotly_takes_every_kind(chart: Chart, medium: Medium) -> None:
    go.Figure(draw(chart, medium, written))


@pytest.mark.parametrize("name", views())
def test_plotly_takes_every_view_that_it_draws(name: str, publication: Publication) -> None:
    click_writer = partial(ClickFilter.parameters, vocabulary=publication.vocabulary)
    for view, search in addresses(publication):
        if view == name:
            chart = composed(view, search, publication).content.chart
            if chart is not None and drawing(chart, "page", click_writer) is None:
                go.Figure(draw(chart, "page", click_writer))


@pytest.mark.parametrize("chart", plotted(), ids=kind_of)
def test_clicks_stand_where_the_page_s_scripts_look_for_them(chart: Chart) -> None:
    figure = draw(chart, "page", written)
    targets = figure["layout"].get("meta", {}).get("targets", {})
    assert set(targets) == {"points"}
    assert str(dict(CLICK.switches)) in str(targets)


@pytest.mark.parametrize("chart", plotted(), ids=kind_of)
def test_every_figure_is_drawn_on_clear_ground_and_nothing_is_dragged(chart: Chart) -> None:
    layout = draw(chart, "page", written)["layout"]
    assert layout["paper_bgcolor"] == layout["plot_bgcolor"] == "rgba(0,0,0,0)"
    assert layout["dragmode"] is False


def test_plotly_draws_nothing_that_is_svg_of_our_own() -> None:
    for chart in described():
        if drawing(chart, "page", written) is not None:
            with pytest.raises(TypeError, match="SVG of our own"):
                draw(chart, "page", written)
