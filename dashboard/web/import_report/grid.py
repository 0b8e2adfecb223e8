"""How is a table of the report written, with headers that a screen reader finds?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.text.numbers import count
from dashboard.web.markup import Content, tag


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its header, then its cells; whole numbers stand on the right. `kind` is its class."""

    head: Content
    cells: Sequence[Content | int]
    kind: str = ""


def grid(caption: str, columns: Sequence[str], rows: Iterable[Row]) -> Markup:
    """A table of `rows`; a column is on the right where its first row has a number there."""
    rows = list(rows)
    numbers = [isinstance(cell, int) for cell in rows[0].cells] if rows else []
    heads = [
        tag("th", name, scope="col", class_="number" if right else None)
        for name, right in zip(columns, [False, *numbers], strict=False)
    ]
    body = [
        tag("tr", [tag("th", r.head, scope="row"), *map(_cell, r.cells)], class_=r.kind or None)
        for r in rows
    ]
    table = tag(
        "table",
        [tag("caption", caption), tag("thead", tag("tr", heads)), tag("tbody", body)],
    )
    return tag("div", table, class_="scroll")


def _cell(cell: Content | int) -> Markup:
    if isinstance(cell, int):
        return tag("td", count(cell), class_="number")
    return tag("td", cell)
