"""Do reopened files hold the page's values, to the unit, for every view in thirty selections?

Thirty seeded selections a view, filters and paths and absences of information alike, with the view's switches turned at
random: all in CSV and XLSX, every third one as a slide too. Measured: 30 s of one core in all; slides of all would take
15 s more. The two views that no filter changes, long ones, are made a slide of in `test_slides.py`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import BytesIO, StringIO
from itertools import chain
from random import Random

import pptx
import pytest
from dash import html
from dash.development.base_component import Component

from dashboard.domain.address import format_address
from dashboard.domain.selection import Condition, Selection, selection_of
from dashboard.exhibit import Exhibit
from dashboard.outputs.columns import Kind, columns_of
from dashboard.outputs.csv_file import write_csv
from dashboard.outputs.deck.presentation import write_pptx
from dashboard.outputs.deck.template import own_template
from dashboard.outputs.plots import plot_of
from dashboard.outputs.xlsx_file import write_xlsx
from dashboard.publication import Publication
from dashboard.text.numbers import ABSENT, FRAGILE, MINUS, NARROW
from dashboard.views.catalogue import view_named, views
from dashboard.web.table import table_of
from tests.outputs.taken import composed, opened, rows_in
from tests.property.addresses import selectable

SELECTIONS, MOST_CONDITIONS, MOST_CODES = 30, 3, 4
SLIDE_EVERY = 3

Cells = Sequence[object]


@pytest.mark.parametrize("name", views())
def test_files_hold_the_values_of_the_page(name: str, publication: Publication) -> None:
    for i, search in enumerate(searches(name, publication)):
        exhibit = composed(name, search, publication)
        page = list(on_page(exhibit))
        if exhibit.empty:
            ((why, *numbers),) = in_csv(exhibit)
            assert (why, any(numbers)) == (exhibit.content.nothing, False), search
        else:
            check(exhibit, page, list(in_csv(exhibit)), search)
        check(exhibit, page, rows_in(opened(write_xlsx(exhibit)))[1:][: len(page)], search)
        if i % SLIDE_EVERY == 0 and exhibit.view.filtered:
            notes, drawn = on_slide(exhibit)
            check(exhibit, page, notes, search)
            plot = None if exhibit.empty else plot_of(exhibit.content.figure)
            wanted = [list(series.values) for series in plot.series] if plot else []
            assert drawn == [pytest.approx(values) for values in wanted], search


def searches(name: str, publication: Publication) -> Iterator[str]:
    """The query strings of the thirty selections of one view."""
    draw, vocabulary, view = Random(f"{name} 2012-2017"), publication.vocabulary, view_named(name)

    def some() -> Selection:
        dimensions = draw.sample(selectable(vocabulary), draw.randint(1, MOST_CONDITIONS))
        listed = {one: vocabulary.codes(one) for one in dimensions}
        return selection_of(
            Condition(one, tuple(draw.sample(codes, draw.randint(1, min(MOST_CODES, len(codes))))))
            for one, codes in listed.items()
        )

    for _ in range(SELECTIONS):
        turned = {
            option.parameter: draw.choice(option.choices(vocabulary)).value
            for option in view.options
        }
        other = some() if view.borrows else Selection()
        yield format_address(some(), turned, vocabulary, other)


def check(exhibit: Exhibit, page: list[list[str]], rows: Sequence[Cells], search: str) -> None:
    """Every cell of a file is what the page writes: counts and texts exactly, the rest to its last decimal."""
    kinds = [column.kind for column in columns_of(exhibit.content.twin)]
    assert len(rows) == len(page), search
    for written, row in zip(page, rows, strict=True):
        for text, value, kind in zip(written, row, kinds, strict=True):
            assert agree(text, value, kind), (search, written, row)


def agree(text: str, value: object, kind: Kind) -> bool:
    if kind == "text":
        return text == (value or "")
    shown = number(text)
    found = number(value) if isinstance(value, str) else value
    if shown is None or found is None:
        return shown is found
    assert isinstance(found, int | float)
    if kind == "share" and not isinstance(value, str):
        found *= 100
    # The page rounds what it shows: to the tenth of a percent, to the hundredth of a measure.
    slack = {"count": 0, "share": 0.05, "number": 0.005}[kind]
    return abs(shown - found) <= slack + 1e-9


def number(text: str) -> float | None:
    """The number that a page or a CSV file writes; None where there is none."""
    bare = text.replace(NARROW, "").rstrip(f"% {FRAGILE}").strip()
    if bare in ("", ABSENT):
        return None
    return float(bare.replace(MINUS, "-").replace(",", "."))


def on_page(exhibit: Exhibit) -> Iterator[list[str]]:
    """The cells of the page's table, its intervals as two."""
    compared = exhibit.content.twin.compared and exhibit.content.twin.has_shares
    place = len(exhibit.content.twin.variables) + 3
    body = next(one for one in table_of(exhibit)._traverse() if isinstance(one, html.Tbody))
    for row in body.children:
        cells = [_text(cell) for cell in row.children]
        if compared:
            bounds = cells[place].strip("[]").split(" ; ")
            cells[place : place + 1] = bounds if len(bounds) > 1 else [ABSENT, ABSENT]
        yield cells


def _text(component: object) -> str:
    children = getattr(component, "children", component)
    if isinstance(children, list | tuple):
        return "".join(map(_text, children))
    return _text(children) if isinstance(children, Component) else str(children or "")


def in_csv(exhibit: Exhibit) -> Iterator[list[object]]:
    """The cells of the file that the page has as well."""
    twin = exhibit.content.twin
    text = write_csv(exhibit).decode("utf-8-sig")
    _, *rows = csv.reader(StringIO(text, newline=""), delimiter=";", strict=True)
    shares = (4 if twin.compared else 2) if twin.counted else 0
    start = len(twin.variables) + (1 if twin.counted else 0)
    for row in rows:
        cells = row[: -2 - len(exhibit.switches)]
        if not twin.has_shares:
            assert not any(cells[start : start + shares])
            del cells[start : start + shares]
        # The mark of a text that a spreadsheet might run.
        yield [cell.removeprefix("'") for cell in cells]


def on_slide(exhibit: Exhibit) -> tuple[list[list[str]], list[list[float | None]]]:
    """The table in the speaker's notes, and the values of the chart's series."""
    content = write_pptx(exhibit, own_template())
    (slide,) = pptx.Presentation(BytesIO(content)).slides
    lines = slide.notes_slide.notes_text_frame.text.split("\n")
    table = [line.split("\t") for line in lines[lines.index("Tableau") + 2 :]]
    charts = [shape.chart for shape in slide.shapes if shape.has_chart]
    series = chain.from_iterable(chart.plots[0].series for chart in charts)
    return table, [list(one.values) for one in series]
