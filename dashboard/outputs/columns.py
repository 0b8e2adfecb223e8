"""Which columns does an exhibit's table have in a file, and of which kind is each?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dashboard.content.data_table import PERCENT, DataTable
from dashboard.outputs.xml_safe import flat, xml_safe
from dashboard.text.numbers import ABSENT, count, decimal, percent, without_minus_zero
from dashboard.text.words import capital

Kind = Literal["text", "count", "share", "number"]
Value = str | float | int | None

SHOWN_DIGITS = 2
"""How many decimals a further measure is shown with."""

LONGEST_HEADER = 240
"""A spreadsheet's table takes 255 characters; the rest is for a number."""


@dataclass(frozen=True)
class Column:
    """One column: its header, what its values are, and the values; a share is a part of 1, None is no number.

    Of numbers, the whole ones are shown without decimals, as on the page.
    """

    header: str
    kind: Kind
    values: tuple[Value, ...]

    def words(self) -> list[str]:
        """The values as a reader sees them."""
        return [_word(value, self.kind) for value in self.values]


def columns_of(data_table: DataTable) -> tuple[Column, ...]:
    """The columns of `data_table` in the page's order; no two headers are alike, as a spreadsheet's table wants it."""
    rows = data_table.rows
    columns = [
        Column(capital(name), "text", tuple(xml_safe(row.labels[i]) for row in rows))
        for i, name in enumerate(data_table.key_names)
    ]
    if data_table.count_name:
        header = capital(data_table.count_name)
        columns.append(Column(header, "count", tuple(row.count for row in rows)))
    columns += _shares(data_table)
    columns += [
        _measures(name, [row.measures[i] for row in rows])
        for i, name in enumerate(data_table.measure_names)
    ]
    columns += [
        Column(capital(name), "text", tuple(xml_safe(row.remarks[i]) for row in rows))
        for i, name in enumerate(data_table.remark_names)
    ]
    return _distinct(columns)


def _shares(data_table: DataTable) -> list[Column]:
    if not data_table.has_shares:
        return []
    shares = [row.share for row in data_table.rows]
    parts = [None if share is None else share.percent for share in shares]
    bounds = [None if share is None else share.interval for share in shares]
    columns = [
        Column("Base", "count", tuple(row.base for row in data_table.rows)),
        Column("Part", "share", tuple(map(_part, parts))),
    ]
    if data_table.with_intervals:
        columns += [
            Column(f"IC 95 %, borne {name}", "share", tuple(_part(b and b[i]) for b in bounds))
            for i, name in enumerate(("basse", "haute"))
        ]
    return columns


def _measures(name: str, numbers: Sequence[float | int | None]) -> Column:
    """A column of further measures; those in percent are parts of 1, as the shares beside them."""
    if name.endswith(PERCENT):
        bare = name.removesuffix(PERCENT).strip()
        return Column(capital(bare), "share", tuple(map(_part, numbers)))
    return Column(capital(name), "number", tuple(map(_measure, numbers)))


def _measure(number: float | None) -> float | int | None:
    """`number` as it is, for a spreadsheet to count with; but none is shown as minus zero."""
    return without_minus_zero(number, SHOWN_DIGITS) if isinstance(number, float) else number


def _part(percentage: float | None) -> float | None:
    return None if percentage is None else percentage / 100


def _distinct(columns: Sequence[Column]) -> tuple[Column, ...]:
    taken: set[str] = set()
    distinct = []
    for column in columns:
        named = flat(column.header)[:LONGEST_HEADER] or "Colonne"
        header, i = named, 1
        while header.casefold() in taken:
            i += 1
            header = f"{named} ({i})"
        taken.add(header.casefold())
        distinct.append(Column(header, column.kind, column.values))
    return tuple(distinct)


def _word(value: Value, kind: Kind) -> str:
    if value is None:
        return ABSENT
    if isinstance(value, str):
        return value
    if kind == "share":
        # Divided and multiplied again, 28.75 would fall below the half that the page rounds.
        return percent(round(100 * value, 9))
    return count(value) if isinstance(value, int) else decimal(value, SHOWN_DIGITS)
