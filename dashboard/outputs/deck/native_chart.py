"""How do bars and lines become a chart of PowerPoint's own, with its workbook inside?"""

from __future__ import annotations

from lxml import etree
from pptx.chart.axis import CategoryAxis, ValueAxis
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LEGEND_POSITION,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.slide import Slide
from pptx.util import Pt

from dashboard.exhibits.exhibit import Exhibit
from dashboard.outputs.columns import columns_of
from dashboard.outputs.deck.benchmark_lines import mark_benchmarks
from dashboard.outputs.deck.drawing import EMU, POINTS, Box
from dashboard.outputs.deck.line_labels import places_of
from dashboard.outputs.deck.native_labels import PLOT_HEIGHT, TEXT, add_labels, move_label
from dashboard.outputs.deck.native_series import CHARTS, add_whiskers, style_bars, style_line
from dashboard.outputs.native_plot import NativePlot
from dashboard.outputs.xlsx.numbers_sheet import CHART_SHEET
from dashboard.outputs.xlsx.workbook import write_chart_book
from dashboard.outputs.xml_safe import xml_safe

USUAL_GAP, WIDE_GAP, FEW_BARS = 60, 160, 2
"""Room between bars in percent of their thickness: one or two bars alone would else be as thick as slabs."""

PLOT_WIDTH = 0.7
"""About how much of a chart's width is its plot's, where the longest stack is drawn."""


def add_native_chart(slide: Slide, exhibit: Exhibit, plot: NativePlot, area: Box) -> None:
    """Draws `plot` on `slide`; double click opens its numbers, with the exhibit's whole table beside them."""
    data = CategoryChartData(number_format=plot.number_format)
    data.categories = plot.categories
    for series in plot.series:
        data.add_series(series.name, series.values)
    place = (round(EMU * value) for value in area)
    frame = slide.shapes.add_chart(_kind(plot), *place, data)
    frame.name = f"Graphique : {xml_safe(exhibit.caption.title)}"
    frame._element.nvGraphicFramePr.cNvPr.set("descr", xml_safe(exhibit.caption.alternative))  # noqa: SLF001 - python-pptx has no word for it.
    chart = frame.chart
    chart.font.size = TEXT
    chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    chart.has_title = False
    _set_legend(chart, plot)
    _set_axes(chart, plot)
    _draw_series(chart, plot, area)
    _embed(chart, plot, exhibit)
    mark_benchmarks(slide, chart, plot, area)


def _draw_series(chart: Chart, plot: NativePlot, area: Box) -> None:
    """Looks, whiskers and labels of each series."""
    length, height = POINTS * PLOT_WIDTH * area.width, POINTS * PLOT_HEIGHT * area.height
    across = height if plot.horizontal else length
    drawn = chart.plots[0]
    if plot.kind == "bars":
        drawn.gap_width = USUAL_GAP if len(plot.categories) > FEW_BARS else WIDE_GAP
        drawn.overlap = 100 if plot.stacked or plot.mirrored else -5
    for place, (series, shown) in enumerate(zip(plot.series, drawn.series, strict=True)):
        if plot.kind == "lines":
            style_line(shown, series, place)
        else:
            style_bars(shown, series)
        add_whiskers(shown, series, plot)
        add_labels(shown, series, plot, length, across)
    if plot.kind == "lines":
        for (s, i), beside in places_of(plot).items():
            move_label(drawn.series[s], i, beside)


def _kind(plot: NativePlot) -> XL_CHART_TYPE:
    if plot.kind == "lines":
        return XL_CHART_TYPE.LINE_MARKERS
    if plot.horizontal:
        return XL_CHART_TYPE.BAR_STACKED if plot.stacked else XL_CHART_TYPE.BAR_CLUSTERED
    return XL_CHART_TYPE.COLUMN_STACKED if plot.stacked else XL_CHART_TYPE.COLUMN_CLUSTERED


def _set_legend(chart: Chart, plot: NativePlot) -> None:
    chart.has_legend = len(plot.series) > 1
    if chart.has_legend:
        chart.legend.position = XL_LEGEND_POSITION.TOP
        chart.legend.include_in_layout = False
        chart.legend.font.size = TEXT
        for place in (i for i, series in enumerate(plot.series) if series.behind):
            leave_out(chart, place)


def leave_out(chart: Chart, place: int) -> None:
    """Takes the series at a place out of the legend; python-pptx has no word for it."""
    entry = etree.Element(f"{{{CHARTS}}}legendEntry")
    etree.SubElement(entry, f"{{{CHARTS}}}idx", val=str(place))
    etree.SubElement(entry, f"{{{CHARTS}}}delete", val="1")
    position = chart.legend._element.find(f"{{{CHARTS}}}legendPos")  # noqa: SLF001 - nor for its parts.
    earlier = chart.legend._element.findall(f"{{{CHARTS}}}legendEntry")  # noqa: SLF001
    (earlier[-1] if earlier else position).addnext(entry)


def _set_axes(chart: Chart, plot: NativePlot) -> None:
    names, numbers = chart.category_axis, chart.value_axis
    names.format.line.color.theme_color = MSO_THEME_COLOR.TEXT_2
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.has_major_gridlines = False
    names.tick_labels.font.size = TEXT
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if plot.horizontal and not plot.mirrored:
        # From the top down, as on the page.
        names.reverse_order = True
        numbers.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    numbers.major_tick_mark = XL_TICK_MARK.NONE
    numbers.format.line.fill.background()
    numbers.major_gridlines.format.line.width = Pt(0.5)
    numbers.major_gridlines.format.line.color.theme_color = MSO_THEME_COLOR.BACKGROUND_2
    numbers.major_gridlines.format.line.color.brightness = -0.1
    numbers.tick_labels.font.size = TEXT
    numbers.tick_labels.font.color.theme_color = MSO_THEME_COLOR.TEXT_2
    numbers.tick_labels.number_format = plot.axis_format
    numbers.tick_labels.number_format_is_linked = False
    if not plot.mirrored:
        numbers.minimum_scale = 0
    if plot.top is not None:
        numbers.maximum_scale = plot.top
    if plot.step is not None:
        numbers.major_unit = plot.step
    for axis, title in ((numbers, plot.title), (names, plot.told_below)):
        if title:
            _set_title(axis, title)


def _set_title(axis: CategoryAxis | ValueAxis, title: str) -> None:
    axis.has_title = True
    text = axis.axis_title.text_frame
    text.text = title
    font = text.paragraphs[0].runs[0].font
    font.size, font.bold = TEXT, False
    font.color.theme_color = MSO_THEME_COLOR.TEXT_2


def _embed(chart: Chart, plot: NativePlot, exhibit: Exhibit) -> None:
    """Puts our workbook in the place of python-pptx's: the same cells, and the exhibit's table on a second sheet."""
    book = write_chart_book(plot, columns_of(exhibit.content.data_table), exhibit.mark)
    chart.part.chart_workbook.update_from_xlsx_blob(book)
    for reference in chart._chartSpace.iter(f"{{{CHARTS}}}f"):  # noqa: SLF001 - nor for the references of a chart.
        reference.text = reference.text.replace("Sheet1!", f"{CHART_SHEET}!")
