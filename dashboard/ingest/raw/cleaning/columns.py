"""How is each column of a table read: which rule is asked of its cells?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from dashboard.domain.codebook import Codebook, Variable
from dashboard.ingest.raw.cleaning.academic_years import read_year
from dashboard.ingest.raw.cleaning.cell import Cell
from dashboard.ingest.raw.cleaning.coded_answers import codes_of, read_answer
from dashboard.ingest.raw.cleaning.identifiers import read_identifier
from dashboard.ingest.raw.cleaning.numbers import read_number
from dashboard.ingest.raw.cleaning.placeholders import absent_texts
from dashboard.ingest.raw.mapping.model import ColumnMapping
from dashboard.text.folded import folded
from dashboard.text.inert import inert

Reader = Callable[[str], Cell]
"""What is made of the tidy text of a cell that is not empty."""


def reader_of(column: ColumnMapping, book: Codebook, latest: date) -> Reader | None:
    """How the cells of `column` are read; None where the rules of dates and ticks do."""
    variable = book.variables[column.variable]
    if column.option or column.date_format or variable.kind == "date":
        return None
    if column.answers:
        return partial(read_answer, codes=codes_of(column, variable))
    return _reader(column, variable, book, latest)


def _read_code(text: str, width: int | None, absent: frozenset[str]) -> Cell:
    """A code that is written as it is: the same to every file, and nothing that a spreadsheet runs."""
    cell = read_identifier(text, width, absent)
    return replace(cell, value=inert(cell.value))


def _reader(column: ColumnMapping, variable: Variable, book: Codebook, latest: date) -> Reader:
    match variable.kind:
        case "academic_year":
            return partial(read_year, latest=latest)
        case "integer":
            return partial(read_number, variable=variable)
        case "wave":
            return partial(read_answer, codes={folded(wave): wave for wave in book.waves})
        case "identifier":
            return partial(_read_code, width=column.width, absent=absent_texts(book))
        case _:
            return partial(read_answer, codes=codes_of(column, variable))
