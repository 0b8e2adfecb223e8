"""What does each row of a table say, by its mapping and by the rules?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from dashboard.domain.codebook import Codebook
from dashboard.ingest.checks.cells import PERSON
from dashboard.ingest.raw.cleaning.absent_cells import ABSENT, absence_of
from dashboard.ingest.raw.cleaning.ages import COMPUTED
from dashboard.ingest.raw.cleaning.cell import Cell
from dashboard.ingest.raw.cleaning.coded_answers import says_what_empty_is
from dashboard.ingest.raw.cleaning.columns import Reader, reader_of
from dashboard.ingest.raw.cleaning.dates import (
    BIRTH_UNREADABLE,
    NO_BIRTH,
    TO_COME,
    UNREADABLE,
    read_day,
)
from dashboard.ingest.raw.cleaning.identifiers import MISSING, read_identifier
from dashboard.ingest.raw.cleaning.personal_values import IN_UNIT, is_no_code
from dashboard.ingest.raw.cleaning.spaces import tidy
from dashboard.ingest.raw.grid import RawRow
from dashboard.ingest.raw.ledger import Ledger, Origin
from dashboard.ingest.raw.mapping.answers import is_tick
from dashboard.ingest.raw.mapping.model import ColumnMapping
from dashboard.ingest.raw.matching import Matched
from dashboard.ingest.raw.people.lost_zeros import Column
from dashboard.ingest.raw.personal.known import Names
from dashboard.ingest.raw.pseudonyms import Pseudonyms
from dashboard.ingest.raw.record import ROW, Record
from dashboard.ingest.raw.rule import Rule

DAY = "surveyed_on"


@dataclass(frozen=True)
class Reading:
    """What holds for every row that is read: `latest` is the day after which nothing can have happened.

    `absent` are the texts, folded, that are an absence of any variable. `identifiers` are those that were read, each
    with the column that it was first in. `names` are those of the people of all rows that were read, refused ones too,
    and `personal` all that columns of personal data hold. None of these is ever written.
    """

    book: Codebook
    pseudonyms: Pseudonyms
    ledger: Ledger
    latest: date
    absent: frozenset[str]
    identifiers: dict[str, Column] = field(default_factory=dict, repr=False)
    names: Names = field(default_factory=Names, repr=False)
    personal: set[str] = field(default_factory=set, repr=False)


@dataclass
class _Draft:
    """A record while its cells are read; `met` are the rules that its cells met, told if the row is not refused."""

    origin: Origin
    said: dict[str, dict[str, str]] = field(default_factory=lambda: {ROW: {}})
    births: dict[str, date] = field(default_factory=dict)
    met: list[tuple[Rule, str]] = field(default_factory=list)
    identifier: str = ""
    answered_on: date | None = None
    ticked: set[str] = field(default_factory=set)
    personal: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    unreadable: dict[str, Rule] = field(default_factory=dict)


class _RefusedError(Exception):
    """A rule leaves the row out."""

    def __init__(self, rule: Rule, column: str = "") -> None:
        super().__init__(rule.name)
        self.rule, self.column = rule, column


def read_rows(table: Matched, reading: Reading) -> Iterator[Record]:
    """The records of `table`; the ledger tells of those that are refused, and of what rules changed."""
    grid, ledger = table.grid, reading.ledger
    ledger.open(grid.file, grid.sheet)
    readers = {
        i: reader_of(column, reading.book, reading.latest)
        for i, column in table.columns
        if column.variable
    }
    headers = {c.variable: c.column for _, c in table.columns if c.variable and not c.wave}
    named = [(i, column.column) for i, column in table.columns if column.personal == "name"]
    personal = [i for i, column in table.columns if column.personal]
    by = next((c for _, c in table.columns if c.variable == PERSON), None)
    held = Column(grid.file, by.column if by else "", by.width if by else None)
    for row in grid.rows:
        origin = Origin(table.rank, row.line, grid.file, grid.sheet, row.rank)
        ledger.read(origin)
        reading.personal.update(row.cells[i] for i in personal if i < len(row.cells))
        reading.names.add({name: row.cells[i] for i, name in named if i < len(row.cells)})
        try:
            draft = _drafted(row, origin, table, readers, reading)
        except _RefusedError as refused:
            ledger.close(refused.rule, origin, refused.column)
            continue
        reading.identifiers.setdefault(draft.identifier, held)
        for rule, column in draft.met:
            ledger.tell(rule, origin, column)
        yield Record(
            origin,
            reading.pseudonyms.of(draft.identifier),
            draft.said,
            draft.births,
            draft.answered_on,
            DAY in table.mapping.constants,
            frozenset(draft.ticked),
            draft.texts,
            tuple(filter(None, [*draft.personal, draft.identifier])),
            draft.unreadable,
            headers,
            draft.typed,
        )


def _drafted(
    row: RawRow,
    origin: Origin,
    table: Matched,
    readers: Mapping[int, Reader | None],
    reading: Reading,
) -> _Draft:
    draft = _Draft(origin)
    _take_constants(draft, table, reading.book)
    for i, column in table.columns:
        raw = row.cells[i] if i < len(row.cells) else ""
        text, rules = tidy(raw)
        if column.personal:
            draft.personal.append(text)
        elif column.kept:
            draft.texts |= {column.column: text} if text else {}
        elif column.variable:
            draft.met += [(rule, column.column) for rule in rules]
            _take(draft, column, readers[i], text, reading)
    if not draft.identifier:
        raise _RefusedError(MISSING, _column_of(PERSON, table))
    _refuse_absent(draft, table, reading.book)
    return draft


def _take_constants(draft: _Draft, table: Matched, book: Codebook) -> None:
    for name, value in table.mapping.constants.items():
        if name == DAY:
            draft.answered_on = read_day(value, "")
        else:
            if book.variables[name].kind == "identifier":
                _take_typed(draft, name, value, name)
            draft.said[ROW][name] = value


def _take(
    draft: _Draft, column: ColumnMapping, reader: Reader | None, text: str, reading: Reading
) -> None:
    """Adds what one cell says."""
    name = column.variable
    if name == PERSON:
        _take_person(draft, column, text, reading.absent)
    elif column.option:
        if is_tick(column, text):
            draft.ticked.add(column.option)
    elif name == DAY:
        draft.answered_on = _day(text, column, reading.latest)
    elif column.date_format:
        _take_birth(draft, column, text)
    elif text or says_what_empty_is(column):
        if text and reading.book.variables[name].kind == "identifier":
            _take_typed(draft, name, text, column.column)
        cell = Cell(text) if reader is None else reader(text)
        _tell(draft, cell, column)
        _take_value(draft, column, cell.value, reading.book)


def _take_person(draft: _Draft, column: ColumnMapping, text: str, absent: frozenset[str]) -> None:
    # Personal as it is: nothing but the pseudonym leaves this process.
    draft.personal.append(text)
    cell = read_identifier(text, column.width, absent)
    _tell(draft, cell, column)
    draft.identifier = cell.value


def _take_typed(draft: _Draft, variable: str, text: str, column: str) -> None:
    """Remembers how a code was typed, since it is written as it stands: once rewritten, it has the form of nothing."""
    if is_no_code(text):
        raise _RefusedError(IN_UNIT, column)
    draft.typed[variable] = text


def _take_value(draft: _Draft, column: ColumnMapping, value: str, book: Codebook) -> None:
    if value and book.variables[column.variable].table == "benefits":
        draft.ticked.add(value)
    elif value:
        draft.said.setdefault(column.wave, {})[column.variable] = value


def _tell(draft: _Draft, cell: Cell, column: ColumnMapping) -> None:
    if cell.refused is not None:
        raise _RefusedError(cell.refused, column.column)
    draft.met += [(rule, column.column) for rule in cell.rules]


def _day(text: str, column: ColumnMapping, latest: date) -> date:
    day = read_day(text, column.date_format)
    if day is None:
        raise _RefusedError(UNREADABLE, column.column)
    if day > latest:
        raise _RefusedError(TO_COME, column.column)
    return day


def _take_birth(draft: _Draft, column: ColumnMapping, text: str) -> None:
    # Personal as it is: nothing but the age leaves this process.
    draft.personal.append(text)
    birth = read_day(text, column.date_format)
    if birth is not None:
        draft.births[column.variable] = birth
        draft.met.append((COMPUTED, column.column))
    elif text:
        draft.met.append((BIRTH_UNREADABLE, column.column))
        draft.unreadable[column.variable] = NO_BIRTH


def _refuse_absent(draft: _Draft, table: Matched, book: Codebook) -> None:
    """Refuses a row without what the codebook has no absence for; attributes of a person may stand in another row."""
    wanted = book.tables["units" if table.mapping.makes == "enrolments" else "survey"].columns
    for name in wanted:
        variable = book.variables[name]
        if name in (PERSON, DAY) or variable.kind == "wave" or draft.said[ROW].get(name):
            continue
        if absence_of(variable) is None:
            raise _RefusedError(ABSENT, _column_of(name, table))


def _column_of(variable: str, table: Matched) -> str:
    """The column that feeds `variable`; the variable's own name where a constant or nothing does."""
    columns = (c.column for _, c in table.columns if c.variable == variable)
    return next(columns, variable)
