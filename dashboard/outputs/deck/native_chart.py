"""How do bars and lines become a chart of PowerPoint's own, with its workbook inside?"""

from __future__ import annotations

from lxml import etree
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.chart.series import BarSeries, LineSeries
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_PATTERN_TYPE, MSO_THEME_COLOR
from pptx.slide import Slide
from pptx.util import Pt

from dashboard.charts.fills import LIGHT, luminance
from dashboard.exhibit import Exhibit
from dashboard.outputs.columns import columns_of
from dashboard.outputs.deck.drawing import EMU, Box
from dashboard.outputs.inert import inert
from dashboard.outputs.plots import Plot, PlotSeries
from dashboard.outputs.xlsx_chart import CHART_SHEET
from dashboard.outputs.xlsx_file import write_chart_book

TEXT = Pt(12)

_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def add_native_chart(slide: Slide, exhibit: Exhibit, plot: Plot, area: Box) -> None:
    """Draws `plot` on `slide`; double click opens its numbers, with the exhibit's whole table beside them."""
    data = CategoryChartData(number_format=plot.number_format)
    data.categories = plot.categories
    for series in plot.series:
        data.add_series(series.name, series.values)
    place = (round(EMU * value) for value in area)
    frame = slide.shapes.add_chart(_kind(plot), *place, data)
    frame.name = f"Graphique : {inert(exhibit.content.title)}"
    frame._element.nvGraphicFramePr.cNvPr.set("descr", inert(exhibit.content.alternative))  # noqa: SLF001
    chart = frame.chart
    chart.font.size = TEXT
    chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    chart.has_title = False
    _set_legend(chart, plot)
    _set_axes(chart, plot)
    drawn = chart.plots[0]
    if plot.kind == "bars":
        drawn.gap_width = 60
        drawn.overlap = 100 if plot.stacked or plot.mirrored else -5
    for series, shown in zip(plot.series, drawn.series, strict=True):
        _style(shown, series, plot)
        _add_whiskers(shown, series, plot)
        _add_labels(shown, series, plot)
    _embed(chart, plot, exhibit)


def _kind(plot: Plot) -> XL_CHART_TYPE:
    if plot.kind == "lines":
        return XL_CHART_TYPE.LINE_MARKERS
    if plot.horizontal:
        return XL_CHART_TYPE.BAR_STACKED if plot.stacked else XL_CHART_TYPE.BAR_CLUSTERED
    return XL_CHART_TYPE.COLUMN_STACKED if plot.stacked else XL_CHART_TYPE.COLUMN_CLUSTERED


def _set_legend(chart: Chart, plot: Plot) -> None:
    chart.has_legend = len(plot.series) > 1
    if chart.has_legend:
        chart.legend.position = XL_LEGEND_POSITION.TOP
        chart.legend.include_in_layout = False
        chart.legend.font.size = TEXT


def _set_axes(chart: Chart, plot: Plot) -> None:
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
    if plot.title:
        numbers.has_title = True
        text = numbers.axis_title.text_frame
        text.text = plot.title
        font = text.paragraphs[0].runs[0].font
        font.size, font.bold = TEXT, False
        font.color.theme_color = MSO_THEME_COLOR.TEXT_2


def _style(shown: BarSeries | LineSeries, series: PlotSeries, plot: Plot) -> None:
    colour = RGBColor.from_string(series.colour[1:].upper())
    if plot.kind == "lines":
        shown.smooth = False
        shown.format.line.color.rgb = colour
        shown.format.line.width = Pt(2.25)
        shown.marker.style, shown.marker.size = XL_MARKER_STYLE.CIRCLE, 8
        shown.marker.format.fill.solid()
        shown.marker.format.fill.fore_color.rgb = colour
        shown.marker.format.line.color.rgb = colour
        return
    shown.invert_if_negative = False
    fill, line = shown.format.fill, shown.format.line
    line.width = Pt(0.75)
    if series.hatched:
        fill.patterned()
        fill.pattern = MSO_PATTERN_TYPE.LIGHT_UPWARD_DIAGONAL
        fill.fore_color.theme_color = MSO_THEME_COLOR.TEXT_2
        fill.back_color.rgb = colour
        line.color.theme_color = MSO_THEME_COLOR.TEXT_2
    else:
        fill.solid()
        fill.fore_color.rgb = colour
        line.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1


def _add_whiskers(shown: BarSeries | LineSeries, series: PlotSeries, plot: Plot) -> None:
    """Intervals as error bars, for which python-pptx has no words: they stand before the categories."""
    if not series.above:
        return
    bars = etree.Element(f"{{{_C}}}errBars", nsmap={"c": _C, "a": _A})
    if plot.kind == "lines":
        etree.SubElement(bars, f"{{{_C}}}errDir", val="y")
    etree.SubElement(bars, f"{{{_C}}}errBarType", val="both")
    etree.SubElement(bars, f"{{{_C}}}errValType", val="cust")
    etree.SubElement(bars, f"{{{_C}}}noEndCap", val="0")
    for tag, lengths in (("plus", series.above), ("minus", series.below)):
        side = etree.SubElement(etree.SubElement(bars, f"{{{_C}}}{tag}"), f"{{{_C}}}numLit")
        etree.SubElement(side, f"{{{_C}}}formatCode").text = "General"
        etree.SubElement(side, f"{{{_C}}}ptCount", val=str(len(lengths)))
        for i, length in enumerate(lengths):
            point = etree.SubElement(side, f"{{{_C}}}pt", idx=str(i))
            etree.SubElement(point, f"{{{_C}}}v").text = repr(float(length))
    line = etree.SubElement(etree.SubElement(bars, f"{{{_C}}}spPr"), f"{{{_A}}}ln", w="12700")
    fill = etree.SubElement(line, f"{{{_A}}}solidFill")
    if plot.kind == "lines":
        etree.SubElement(fill, f"{{{_A}}}srgbClr", val=series.colour[1:].upper())
    else:
        etree.SubElement(fill, f"{{{_A}}}schemeClr", val="tx2")
    shown._element.find(f"{{{_C}}}cat").addprevious(bars)  # noqa: SLF001


def _add_labels(shown: BarSeries | LineSeries, series: PlotSeries, plot: Plot) -> None:
    """Labels that follow the numbers; one that says more than its number (a small base) is written out."""
    if not any(series.labels):
        return
    labels = shown.data_labels
    labels.show_value = True
    labels.number_format, labels.number_format_is_linked = plot.number_format, False
    labels.font.size = TEXT
    labels.position = _label_place(plot, series)
    inside = plot.stacked or (plot.kind == "bars" and bool(series.above))
    if inside:
        labels.font.color.theme_color = _ink_on(series.colour)
    for i, (value, label) in enumerate(zip(series.values, series.labels, strict=True)):
        if value is None:
            continue
        if not label:
            _delete_label(shown, i)
        elif label != plot.written(value):
            one = shown.points[i].data_label
            one.position = _label_place(plot, series)
            one.text_frame.text = label
            font = one.text_frame.paragraphs[0].runs[0].font
            font.size = TEXT
            if inside:
                font.color.theme_color = _ink_on(series.colour)


def _delete_label(shown: BarSeries | LineSeries, i: int) -> None:
    label = shown.points[i].data_label._get_or_add_dLbl()  # noqa: SLF001
    for child in list(label)[1:]:
        label.remove(child)
    etree.SubElement(label, f"{{{_C}}}delete", val="1")


def _label_place(plot: Plot, series: PlotSeries) -> XL_LABEL_POSITION:
    """Where a label meets no other: with an interval, at the foot of the bar, clear of the whisker."""
    if plot.kind == "lines":
        return XL_LABEL_POSITION.RIGHT if series.above else XL_LABEL_POSITION.ABOVE
    if series.above and not plot.stacked:
        return XL_LABEL_POSITION.INSIDE_BASE
    return XL_LABEL_POSITION.CENTER if plot.stacked else XL_LABEL_POSITION.OUTSIDE_END


def _ink_on(colour: str) -> MSO_THEME_COLOR:
    dark = luminance(colour) <= LIGHT
    return MSO_THEME_COLOR.BACKGROUND_1 if dark else MSO_THEME_COLOR.TEXT_1


def _embed(chart: Chart, plot: Plot, exhibit: Exhibit) -> None:
    """Puts our workbook in the place of python-pptx's: the same cells, and the exhibit's table on a second sheet."""
    book = write_chart_book(plot, columns_of(exhibit.content.twin))
    chart.part.chart_workbook.update_from_xlsx_blob(book)
    for reference in chart._chartSpace.iter(f"{{{_C}}}f"):  # noqa: SLF001
        reference.text = reference.text.replace("Sheet1!", f"{CHART_SHEET}!")
