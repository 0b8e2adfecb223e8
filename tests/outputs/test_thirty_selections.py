"""Do reopened files hold the page's values, to the unit, for every view in thirty selections?

CSV, XLSX and PPTX; the pictures are in `tests/browser/test_thirty_pictures.py`. Measured: 45 s of one core in all, half
of it for slides.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import BytesIO, StringIO
from itertools import chain

import pptx
import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.shapes.base import BaseShape
from pptx.slide import Slide

from dashboard.exhibits.exhibit import Exhibit
from dashboard.outputs.csv import write_csv
from dashboard.outputs.deck.presentation import write_pptx
from dashboard.outputs.deck.template import own_template
from dashboard.outputs.native_plot import native_plot
from dashboard.outputs.xlsx.workbook import write_xlsx
from dashboard.publication import Publication
from dashboard.views.registry import views
from tests.outputs.chart_words import bared, words_of
from tests.outputs.taken import composed, opened, rows_in
from tests.outputs.thirty import check, on_page, searches
from tests.outputs.written import strangers


@pytest.mark.parametrize("name", views())
def test_files_hold_the_values_of_the_page(name: str, publication: Publication) -> None:
    for search in searches(name, publication):
        exhibit = composed(name, search, publication)
        page = list(on_page(exhibit))
        if exhibit.empty:
            ((why, *numbers),) = in_csv(exhibit)
            assert (why, any(numbers)) == (exhibit.content.nothing, False), search
        else:
            check(exhibit, page, list(in_csv(exhibit)), search)
        check(exhibit, page, rows_in(opened(write_xlsx(exhibit)))[1:][: len(page)], search)


@pytest.mark.parametrize("name", views())
def test_slides_hold_the_values_of_the_page(name: str, publication: Publication) -> None:
    for search in searches(name, publication):
        page = list(on_page(composed(name, search, publication)))
        exhibit = composed(name, search, publication, medium="room")
        slide = on_slide(exhibit)
        if not exhibit.view.filtered:
            # A view that explains has other words for a room.
            page = list(on_page(exhibit))
        check(exhibit, page, in_notes(slide), search)
        if exhibit.empty:
            assert not any(shape.has_chart or shape.has_table for shape in slide.shapes), search
            continue
        assert strangers(exhibit) == [], search
        chart = exhibit.content.chart
        plot = None if chart is None else native_plot(chart, "room")
        if plot is not None:
            wanted = [pytest.approx(list(series.values)) for series in plot.series]
            assert charted(slide) == wanted, search
        elif chart is not None:
            texts = bared(written(slide.shapes))
            assert not words_of(chart).missing(texts), search
            assert words_of(chart).invented(texts) == [], search


def in_csv(exhibit: Exhibit) -> Iterator[list[object]]:
    """The cells of the file that the page has as well."""
    data_table = exhibit.content.data_table
    text = write_csv(exhibit).decode("utf-8-sig")
    _, *rows = csv.reader(StringIO(text, newline=""), delimiter=";", strict=True)
    counts = ["effectif"] if data_table.count_name else []
    shares = (4 if data_table.with_intervals else 2) if counts else 0
    start = len(data_table.key_names) + len(counts)
    # The page says in notes what its marked lines are.
    context = 2 + len(exhibit.switch_words) + bool(exhibit.content.benchmarks)
    for row in rows:
        cells = row[:-context]
        if not data_table.has_shares:
            assert not any(cells[start : start + shares])
            del cells[start : start + shares]
        # The mark of a text that a spreadsheet might run.
        yield [cell.removeprefix("'") for cell in cells]


def on_slide(exhibit: Exhibit) -> Slide:
    (slide,) = pptx.Presentation(BytesIO(write_pptx(exhibit, own_template()))).slides
    return slide


def in_notes(slide: Slide) -> list[list[str]]:
    """The table in the speaker's notes."""
    lines = slide.notes_slide.notes_text_frame.text.split("\n")
    return [line.split("\t") for line in lines[lines.index("Tableau") + 2 :]]


def charted(slide: Slide) -> list[list[float | None]]:
    """The values of the chart's series."""
    charts = [shape.chart for shape in slide.shapes if shape.has_chart]
    series = chain.from_iterable(chart.plots[0].series for chart in charts)
    return [list(shown.values) for shown in series]


def written(shapes: Iterable[BaseShape]) -> Iterator[str]:
    """The words of a map, a diagram or a matrix."""
    for shape in shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from written(shape.shapes)
        elif getattr(shape, "has_table", False):
            yield from (cell.text for row in shape.table.rows for cell in row.cells)
        elif shape.name.startswith("Texte : "):
            yield shape.text_frame.text
