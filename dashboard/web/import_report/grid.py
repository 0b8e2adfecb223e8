"""How is a table of the report written, with headers that a screen reader finds?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.text.numbers import FRAGILE, count
from dashboard.web.markup import Content, tag

_SIGNS = f"% {FRAGILE}"
"""The end of a share, of a small base too."""

SHORT = 24
"""Letters up to which a cell is not broken: names of files, sheets and columns, most often."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its header, then its cells; whole numbers stand on the right. `kind` is its class."""

    head: Content
    cells: Sequence[Content | int]
    kind: str = ""


def grid(caption: str, columns: Sequence[str], rows: Iterable[Row]) -> Markup:
    """A table of `rows`; a column is on the right where its first row has a number there."""
    rows = list(rows)
    numbers = [_is_number(cell) for cell in rows[0].cells] if rows else []
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


def _is_number(cell: Content | int) -> bool:
    """Whether a cell is a whole number, or a share."""
    return isinstance(cell, int) or (isinstance(cell, str) and "%" in cell[-len(_SIGNS) :])


def _cell(cell: Content | int) -> Markup:
    if isinstance(cell, int) or _is_number(cell):
        return tag("td", count(cell) if isinstance(cell, int) else cell, class_="number")
    short = isinstance(cell, str) and len(cell) <= SHORT
    return tag("td", cell, class_="short" if short else None)
