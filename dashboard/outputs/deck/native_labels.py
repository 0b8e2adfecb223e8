"""What stands beside the bars and points of a chart of PowerPoint's own, and where?"""

from __future__ import annotations

from lxml import etree
from pptx.enum.chart import XL_LABEL_POSITION
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.util import Pt

from dashboard.outputs.deck.line_labels import Place
from dashboard.outputs.deck.native_series import CHARTS, Shown
from dashboard.outputs.layout.contrast import LIGHT, luminance
from dashboard.outputs.native_plot import NativePlot, NativeSeries

TEXT = Pt(12)

PLOT_HEIGHT = 0.8
"""About how much of a chart's height is its plot's."""


def add_labels(
    shown: Shown, series: NativeSeries, plot: NativePlot, length: float, across: float
) -> None:
    """Labels that follow the numbers; one that says more than its number (a small base) is written out.

    One that the line of a benchmark would run through stands at the foot of its part.

    `length` is that of the longest stack, in points, and `across` that of the axis along which bars stand: so many of
    them that labels would meet have none.
    """
    if not any(series.labels) or not plot.is_labelled(across, TEXT.pt):
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
            continue
        crossed = plot.is_crossed(series, i, length, TEXT.pt)
        if crossed or label != plot.written(value):
            written = shown.points[i].data_label
            place = XL_LABEL_POSITION.INSIDE_BASE if crossed else _label_place(plot, series)
            written.position = place
            written.text_frame.text = label
            font = written.text_frame.paragraphs[0].runs[0].font
            font.size = TEXT
            if inside:
                font.color.theme_color = _ink_on(series.colour)


def _delete_label(shown: Shown, i: int) -> None:
    label = shown.points[i].data_label._get_or_add_dLbl()  # noqa: SLF001 - python-pptx has no word for it.
    for child in list(label)[1:]:
        label.remove(child)
    etree.SubElement(label, f"{{{CHARTS}}}delete", val="1")


def move_label(shown: Shown, i: int, place: Place) -> None:
    """Puts a label beside its point, above or under the line; python-pptx has no words for the distance."""
    moving = shown.points[i].data_label
    moving.position = XL_LABEL_POSITION.LEFT if place.left else XL_LABEL_POSITION.RIGHT
    label = moving._get_or_add_dLbl()  # noqa: SLF001 - python-pptx has no word for it.
    for stale in label.findall(f"{{{CHARTS}}}layout"):
        label.remove(stale)
    moved = etree.Element(f"{{{CHARTS}}}layout")
    by = etree.SubElement(moved, f"{{{CHARTS}}}manualLayout")
    etree.SubElement(by, f"{{{CHARTS}}}x", val="0")
    etree.SubElement(by, f"{{{CHARTS}}}y", val=f"{-PLOT_HEIGHT * place.up:.4f}")
    label.find(f"{{{CHARTS}}}idx").addnext(moved)


def _label_place(plot: NativePlot, series: NativeSeries) -> XL_LABEL_POSITION:
    """Where a label of a bar meets no other: with an interval, at its foot, clear of the whisker."""
    if plot.kind == "lines":
        return XL_LABEL_POSITION.RIGHT
    if series.above and not plot.stacked:
        return XL_LABEL_POSITION.INSIDE_BASE
    return XL_LABEL_POSITION.CENTER if plot.stacked else XL_LABEL_POSITION.OUTSIDE_END


def _ink_on(colour: str) -> MSO_THEME_COLOR:
    dark = luminance(colour) <= LIGHT
    return MSO_THEME_COLOR.BACKGROUND_1 if dark else MSO_THEME_COLOR.TEXT_1
