"""Do outside figures stand on slides where the axis has their values?"""

from dataclasses import replace

import pytest
from pptx.chart.chart import Chart as SlideChart
from pptx.enum.chart import XL_LABEL_POSITION
from pptx.shapes.group import GroupShape
from pptx.slide import Slide

from dashboard.content.charts import Chart, Lines, StackedBars
from dashboard.content.charts.benchmark_line import BenchmarkLine
from dashboard.content.charts.datum import Datum, Series
from dashboard.content.charts.lines import LineSeries
from dashboard.content.charts.rich_text import rich
from dashboard.content.data_table import DataTable, Row
from dashboard.outputs.deck.charts.dots import draw_dots
from dashboard.outputs.deck.drawing import Drawing
from tests.outputs.deck.described import dots
from tests.outputs.deck.drawn import AREA, called, written
from tests.outputs.taken import slide_of
from tests.support.exhibits import handmade, holding, keys

BARS = StackedBars(
    (rich("2013-2014"), rich("2014-2015")),
    (
        Series("Femmes", "#0f766e", (Datum(52, "52 %"), Datum(40, "40 %"))),
        Series("Hommes", "#1f5f9e", (Datum(48, "48 %"), Datum(60, "60 %"))),
    ),
    "percent",
    benchmarks=(BenchmarkLine(53, "Ailleurs : 53 %"), BenchmarkLine(20, "Là-bas : 20 %")),
)
WAVES = Lines(
    (rich("T1"), rich("T2")),
    (LineSeries("2013-2014", "#1f5f9e", (Datum(44, "44 %"), Datum(50, "50 %"))),),
    benchmarks=(BenchmarkLine(30, "T2, ailleurs : 30 %", 1),),
)
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def slide_with(chart: Chart) -> Slide:
    table = DataTable(("promotion",), "effectif", (Row(keys("2013-2014"), 1, 2),))
    return slide_of(handmade(replace(holding(table), chart=chart)))


def parts_of(slide: Slide) -> tuple[SlideChart, tuple[float, float, float, float], GroupShape]:
    """The chart, where its plot is held (left, top, width and height), and the group of lines."""
    (frame,) = (shape for shape in slide.shapes if shape.has_chart)
    held = frame.chart._chartSpace.chart.plotArea.find(f"{C}layout/{C}manualLayout")
    x, y, w, h = (float(held.find(f"{C}{tag}").get("val")) for tag in "xywh")
    left, top = frame.left + x * frame.width, frame.top + y * frame.height
    (group,) = (shape for shape in slide.shapes if shape.name == "Repère")
    return frame.chart, (left, top, w * frame.width, h * frame.height), group


def test_each_line_of_a_native_chart_stands_at_its_value_from_its_name_to_the_axis() -> None:
    chart, (left, top, width, height), group = parts_of(slide_with(BARS))
    assert chart.value_axis.maximum_scale == 1
    for name, part in (("Ailleurs : 53 %", 0.53), ("Là-bas : 20 %", 0.2)):
        (line,) = (s for s in group.shapes if s.name == f"Repère : {name}")
        assert line.left == pytest.approx(left + part * width, rel=0.005)
        assert line.top < top
        assert line.top + line.height == pytest.approx(top + height, rel=0.005)
        (text,) = (s for s in group.shapes if s.has_text_frame and s.text_frame.text == name)
        assert text.top + text.height <= top
    assert group._element.nvGrpSpPr.cNvPr.get("descr") == (
        "Repère : Ailleurs : 53 % ; Là-bas : 20 %"
    )


def test_names_of_two_lines_do_not_meet() -> None:
    *_, group = parts_of(slide_with(BARS))
    first, second = (s for s in group.shapes if s.has_text_frame and s.text_frame.text)
    assert second.top + second.height <= first.top


def test_a_line_of_one_wave_stands_over_it_alone_and_is_named_by_the_axis() -> None:
    chart, (left, top, width, height), group = parts_of(slide_with(WAVES))
    (line,) = (s for s in group.shapes if s.name.startswith("Repère : "))
    assert left + width / 2 < line.left
    assert line.left + line.width < left + width
    part = 0.3 / chart.value_axis.maximum_scale
    assert line.top == pytest.approx(top + (1 - part) * height, rel=0.005)
    assert chart.category_axis.axis_title.text_frame.text == "- - T2, ailleurs : 30 %"


def test_without_benchmarks_nothing_is_held_or_added() -> None:
    slide = slide_with(replace(BARS, benchmarks=()))
    assert not [shape for shape in slide.shapes if shape.name == "Repère"]
    (frame,) = (shape for shape in slide.shapes if shape.has_chart)
    assert frame.chart._chartSpace.chart.plotArea.find(f"{C}layout/{C}manualLayout") is None


def test_dots_have_them_above_the_name_of_their_reference() -> None:
    drawing, line = Drawing(), BenchmarkLine(55, "Ailleurs : 55 %")
    draw_dots(replace(dots(), benchmarks=(line,)), drawing, AREA)
    (drawn,) = called(drawing, "Repère : Ailleurs : 55 %")
    name, reference = written(drawing, line.name), written(drawing, "ensemble : 60 %")
    (women,), (men,) = called(drawing, "Femmes 7 sur 10"), called(drawing, "Hommes")
    assert men.middle[0] < drawn.middle[0] < women.middle[0]
    assert name.box.top + name.box.height <= reference.box.top < women.box.top


def test_a_label_that_a_line_would_run_through_stands_at_the_foot_of_its_part() -> None:
    chart, *_ = parts_of(slide_with(replace(BARS, benchmarks=(BenchmarkLine(26, "Ailleurs"),))))
    women, men = (
        [series.points[i].data_label.position for i in range(2)] for series in chart.plots[0].series
    )
    centre = XL_LABEL_POSITION.CENTER
    assert (women, men) == ([XL_LABEL_POSITION.INSIDE_BASE, centre], [centre, centre])
