"""Which selections is every view taken away in, and is what a file holds the page's, to the unit?

Thirty seeded selections a view (in `make soak`; a sample of them in `make test`): filters, paths and absences of
information alike, with the view's switches turned at random.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from dashboard.domain.address import format_address
from dashboard.domain.counts import SUPPRESSED_TEXT
from dashboard.domain.selection import Condition, Selection, selection_of
from dashboard.exhibits.exhibit import Exhibit
from dashboard.outputs.columns import Kind, columns_of
from dashboard.publication import Publication
from dashboard.text.numbers import ABSENT, FRAGILE, MINUS, NARROW
from dashboard.text.typography import unbroken
from dashboard.views.registry import view_named
from dashboard.web.card.table import table_of
from tests.properties.addresses import selectable
from tests.support.examples import selections_of_each_view
from tests.support.exhibits import opened
from tests.support.pages import tree

SELECTIONS, MOST_CONDITIONS, MOST_CODES = selections_of_each_view(30), 3, 4

Cells = Sequence[object]


def searches(name: str, publication: Publication) -> Iterator[str]:
    """The query strings of the selections of one view."""
    draw, vocabulary, view = Random(f"{name} 2012-2017"), publication.vocabulary, view_named(name)

    def some() -> Selection:
        dimensions = draw.sample(selectable(vocabulary), draw.randint(1, MOST_CONDITIONS))
        listed = {along: vocabulary.codes(along) for along in dimensions}
        return selection_of(
            Condition(
                along, tuple(draw.sample(codes, draw.randint(1, min(MOST_CODES, len(codes)))))
            )
            for along, codes in listed.items()
        )

    for _ in range(SELECTIONS):
        turned = {
            switch.parameter: draw.choice(switch.choices(vocabulary)).value
            for switch in view.switches
        }
        other = some() if view.borrows else Selection()
        yield format_address(some(), turned, vocabulary, other)


def check(exhibit: Exhibit, page: list[list[str]], rows: Sequence[Cells], search: str) -> None:
    """Every cell of a file is what the page writes: counts and texts exactly, the rest to its last decimal."""
    kinds = [column.kind for column in columns_of(exhibit.content.data_table)]
    assert len(rows) == len(page), search
    for written, row in zip(page, rows, strict=True):
        for text, value, kind in zip(written, row, kinds, strict=True):
            assert agree(text, value, kind), (search, written, row)


def agree(text: str, value: object, kind: Kind) -> bool:
    if kind == "text":
        # The page alone says where French forbids a line to break.
        return text == unbroken(str(value or ""))
    if SUPPRESSED_TEXT in (text, value):
        return text == value
    shown = number(text)
    written = number(value) if isinstance(value, str) else value
    if shown is None or written is None:
        return shown is written
    assert isinstance(written, int | float)
    if kind == "share" and not isinstance(value, str):
        written *= 100
    # The page rounds what it shows: to the tenth of a percent, to the hundredth of a measure.
    slack = {"count": 0, "share": 0.05, "number": 0.005}[kind]
    return abs(shown - written) <= slack + 1e-9


def number(text: str) -> float | None:
    """The number that a page or a CSV file writes; None where there is none, or where it is not told."""
    bare = text.replace(NARROW, "").rstrip(f"% {FRAGILE}").strip()
    if bare in ("", ABSENT, SUPPRESSED_TEXT):
        return None
    return float(bare.replace(MINUS, "-").replace(",", "."))


def on_page(exhibit: Exhibit) -> Iterator[list[str]]:
    """The cells of the page's table, its intervals as two."""
    data_table = exhibit.content.data_table
    has_intervals = data_table.with_intervals and data_table.has_shares
    place = len(data_table.key_names) + 3
    for row in tree(table_of(exhibit, opened().vocabulary)).xpath(".//tbody/tr"):
        cells = [str(cell.text_content()) for cell in row]
        if has_intervals:
            bounds = cells[place].strip("[]").split(f"{NARROW}; ")
            cells[place : place + 1] = bounds if len(bounds) > 1 else 2 * bounds
        yield cells
