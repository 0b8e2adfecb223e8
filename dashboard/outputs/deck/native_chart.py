"""How do bars and lines become a chart of PowerPoint's own, with its workbook inside?"""

from __future__ import annotations

from lxml import etree
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.chart.marker import Marker
from pptx.chart.series import BarSeries, LineSeries
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.slide import Slide
from pptx.util import Pt

from dashboard.content.theme import MUTED, PAPER
from dashboard.exhibit import Exhibit
from dashboard.outputs.columns import columns_of
from dashboard.outputs.deck.colours import hatched, solid
from dashboard.outputs.deck.drawing import EMU, NAMESPACES, POINTS, Box, stroke
from dashboard.outputs.deck.line_labels import Place, places_of
from dashboard.outputs.plotly.fills import LIGHT, luminance
from dashboard.outputs.plots import Plot, PlotSeries
from dashboard.outputs.xlsx.chart import CHART_SHEET, DOWN, UP, cells_of
from dashboard.outputs.xlsx.workbook import write_chart_book
from dashboard.outputs.xml_safe import xml_safe

TEXT = Pt(12)

USUAL_GAP, WIDE_GAP, FEW_BARS = 60, 160, 2
"""Room between bars in percent of their thickness: one or two bars alone would else be as thick as slabs."""

PLOT_HEIGHT, PLOT_WIDTH = 0.8, 0.7
"""About how much of a chart's height is its plot's; and of its width where the longest stack is drawn."""

_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def add_native_chart(slide: Slide, exhibit: Exhibit, plot: Plot, area: Box) -> None:
    """Draws `plot` on `slide`; double click opens its numbers, with the exhibit's whole table beside them."""
    data = CategoryChartData(number_format=plot.number_format)
    data.categories = plot.categories
    for series in plot.series:
        data.add_series(series.name, series.values)
    place = (round(EMU * value) for value in area)
    frame = slide.shapes.add_chart(_kind(plot), *place, data)
    frame.name = f"Graphique : {xml_safe(exhibit.content.title)}"
    frame._element.nvGraphicFramePr.cNvPr.set("descr", xml_safe(exhibit.content.alternative))  # noqa: SLF001
    chart = frame.chart
    chart.font.size = TEXT
    chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    chart.has_title = False
    _set_legend(chart, plot)
    _set_axes(chart, plot)
    drawn = chart.plots[0]
    if plot.kind == "bars":
        drawn.gap_width = USUAL_GAP if len(plot.categories) > FEW_BARS else WIDE_GAP
        drawn.overlap = 100 if plot.stacked or plot.mirrored else -5
    for series, shown in zip(plot.series, drawn.series, strict=True):
        _style(shown, series, plot)
        _add_whiskers(shown, series, plot)
        _add_labels(shown, series, plot, POINTS * PLOT_WIDTH * area.width)
    if plot.kind == "lines":
        for (s, i), beside in places_of(plot).items():
            _move_label(drawn.series[s], i, beside)
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


MARKERS = (
    XL_MARKER_STYLE.CIRCLE,
    XL_MARKER_STYLE.SQUARE,
    XL_MARKER_STYLE.TRIANGLE,
    XL_MARKER_STYLE.DIAMOND,
)
"""What tells lines apart where an institution's theme draws two of them in the same colour, and on a grey printer."""


def _style(shown: BarSeries | LineSeries, series: PlotSeries, plot: Plot) -> None:
    if plot.kind == "lines":
        shown.smooth = False
        place = plot.series.index(series)
        shown.marker.style, shown.marker.size = MARKERS[place % len(MARKERS)], 8
        _dress(shown, stroke(series.colour, 3))
        _dress(shown.marker, solid(series.colour) + stroke(series.colour, 1))
        return
    shown.invert_if_negative = False
    if series.hatched:
        fill = hatched({"fgcolor": MUTED, "bgcolor": series.colour})
        _dress(shown, fill + stroke(MUTED, 1))
    else:
        _dress(shown, solid(series.colour) + stroke(PAPER, 1))


def _dress(shown: BarSeries | LineSeries | Marker, look: str) -> None:
    """Gives a series or its markers a fill and a line, written as DrawingML."""
    properties = shown.format.fill._xPr  # noqa: SLF001 - python-pptx has no words for shades of the theme.
    for child in list(properties):
        properties.remove(child)
    properties.extend(parse_xml(f'<c:spPr {NAMESPACES} xmlns:c="{_C}">{look}</c:spPr>'))


def _add_whiskers(shown: BarSeries | LineSeries, series: PlotSeries, plot: Plot) -> None:
    """Intervals as error bars, which follow their cells; python-pptx has no words for them."""
    if not series.above:
        return
    bars = etree.Element(f"{{{_C}}}errBars", nsmap={"c": _C})
    if plot.kind == "lines":
        etree.SubElement(bars, f"{{{_C}}}errDir", val="y")
    etree.SubElement(bars, f"{{{_C}}}errBarType", val="both")
    etree.SubElement(bars, f"{{{_C}}}errValType", val="cust")
    etree.SubElement(bars, f"{{{_C}}}noEndCap", val="0")
    for tag, words, lengths in (("plus", UP, series.above), ("minus", DOWN, series.below)):
        side = etree.SubElement(etree.SubElement(bars, f"{{{_C}}}{tag}"), f"{{{_C}}}numRef")
        etree.SubElement(side, f"{{{_C}}}f").text = cells_of(plot, series, words).removeprefix("=")
        kept = etree.SubElement(side, f"{{{_C}}}numCache")
        etree.SubElement(kept, f"{{{_C}}}formatCode").text = "General"
        etree.SubElement(kept, f"{{{_C}}}ptCount", val=str(len(lengths)))
        for i, length in enumerate(lengths):
            if length is None:
                continue
            point = etree.SubElement(kept, f"{{{_C}}}pt", idx=str(i))
            etree.SubElement(point, f"{{{_C}}}v").text = repr(float(length))
    line = stroke(series.colour if plot.kind == "lines" else MUTED, 4 / 3)
    bars.append(parse_xml(f'<c:spPr {NAMESPACES} xmlns:c="{_C}">{line}</c:spPr>'))
    shown._element.find(f"{{{_C}}}cat").addprevious(bars)  # noqa: SLF001


def _add_labels(
    shown: BarSeries | LineSeries, series: PlotSeries, plot: Plot, length: float
) -> None:
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
        if not label or not plot.has_room(value, label, length, TEXT.pt):
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


def _move_label(shown: LineSeries, i: int, place: Place) -> None:
    """Puts a label beside its point, above or under the line; python-pptx has no words for the distance."""
    one = shown.points[i].data_label
    one.position = XL_LABEL_POSITION.LEFT if place.left else XL_LABEL_POSITION.RIGHT
    label = one._get_or_add_dLbl()  # noqa: SLF001
    for stale in label.findall(f"{{{_C}}}layout"):
        label.remove(stale)
    moved = etree.Element(f"{{{_C}}}layout")
    by = etree.SubElement(moved, f"{{{_C}}}manualLayout")
    etree.SubElement(by, f"{{{_C}}}x", val="0")
    etree.SubElement(by, f"{{{_C}}}y", val=f"{-PLOT_HEIGHT * place.up:.4f}")
    label.find(f"{{{_C}}}idx").addnext(moved)


def _label_place(plot: Plot, series: PlotSeries) -> XL_LABEL_POSITION:
    """Where a label of a bar meets no other: with an interval, at its foot, clear of the whisker."""
    if plot.kind == "lines":
        return XL_LABEL_POSITION.RIGHT
    if series.above and not plot.stacked:
        return XL_LABEL_POSITION.INSIDE_BASE
    return XL_LABEL_POSITION.CENTER if plot.stacked else XL_LABEL_POSITION.OUTSIDE_END


def _ink_on(colour: str) -> MSO_THEME_COLOR:
    dark = luminance(colour) <= LIGHT
    return MSO_THEME_COLOR.BACKGROUND_1 if dark else MSO_THEME_COLOR.TEXT_1


def _embed(chart: Chart, plot: Plot, exhibit: Exhibit) -> None:
    """Puts our workbook in the place of python-pptx's: the same cells, and the exhibit's table on a second sheet."""
    book = write_chart_book(plot, columns_of(exhibit.content.data_table))
    chart.part.chart_workbook.update_from_xlsx_blob(book)
    for reference in chart._chartSpace.iter(f"{{{_C}}}f"):  # noqa: SLF001
        reference.text = reference.text.replace("Sheet1!", f"{CHART_SHEET}!")
