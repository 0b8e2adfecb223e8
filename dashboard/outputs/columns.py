"""Which columns does an exhibit's table have in a file, and of which kind is each?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan
from typing import Literal

from dashboard.content.data_table import PERCENT, DataTable
from dashboard.domain.counts import SUPPRESSED_TEXT, Suppressed
from dashboard.domain.statistics.rates import Share
from dashboard.outputs.xml_safe import flat, xml_safe
from dashboard.text.numbers import ABSENT, count, decimal, percent, without_minus_zero
from dashboard.text.words import capital

Kind = Literal["text", "count", "share", "number"]
Value = str | float | int | None

Number = str | float | int | None
"""None where there is no number, `s` where it is not told."""

SHOWN_DIGITS = 2
"""How many decimals a further measure is shown with."""

LONGEST_HEADER = 240
"""A spreadsheet's table takes 255 characters; the rest is for a number."""


@dataclass(frozen=True)
class Column:
    """One column: its header, what its values are, and the values; a share is a part of 1, None is no number.

    Of numbers, the whole ones are shown without decimals, as on the page. What is not told is the text `s`.
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
        columns.append(Column(header, "count", tuple(told(row.count) for row in rows)))
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
    columns = [
        Column("Base", "count", tuple(told(row.base) for row in data_table.rows)),
        Column("Part", "share", tuple(_part(percent_of(share)) for share in shares)),
    ]
    if data_table.with_intervals:
        bounds = [bounds_of(share) for share in shares]
        columns += [
            Column(f"IC 95 %, borne {name}", "share", tuple(_part(b[i]) for b in bounds))
            for i, name in enumerate(("basse", "haute"))
        ]
    return columns


def told(number: Number) -> Number:
    """`number` as a file writes it: `s` where it may not be told, which is neither a zero nor an absent answer."""
    if isinstance(number, Suppressed) or (isinstance(number, float) and isnan(number)):
        return SUPPRESSED_TEXT
    return number


def percent_of(share: Share | None) -> Number:
    """The share in percent, `s` where it is not told."""
    if share is None:
        return None
    return SUPPRESSED_TEXT if share.hidden else share.percent


def bounds_of(share: Share | None) -> tuple[Number, Number]:
    """Both ends of its interval, each `s` where it is not told."""
    if share is None:
        return None, None
    if share.hidden:
        return SUPPRESSED_TEXT, SUPPRESSED_TEXT
    return share.interval or (None, None)


def has_untold(data_table: DataTable) -> bool:
    """Whether a cell of `data_table` is `s`."""
    return any(
        value == SUPPRESSED_TEXT
        for column in columns_of(data_table)
        if column.kind != "text"
        for value in column.values
    )


def _measures(name: str, numbers: Sequence[Number]) -> Column:
    """A column of further measures; those in percent are parts of 1, as the shares beside them."""
    if name.endswith(PERCENT):
        bare = name.removesuffix(PERCENT).strip()
        return Column(capital(bare), "share", tuple(map(_part, numbers)))
    return Column(capital(name), "number", tuple(map(_measure, numbers)))


def _measure(number: Number) -> Number:
    """`number` as it is, for a spreadsheet to count with; but none is shown as minus zero."""
    value = told(number)
    return without_minus_zero(value, SHOWN_DIGITS) if isinstance(value, float) else value


def _part(percentage: Number) -> Number:
    value = told(percentage)
    return value if value is None or isinstance(value, str) else value / 100


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
