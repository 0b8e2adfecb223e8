"""Does a column hold dates of which the mapping does not say how they are written?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from dashboard.domain.codebook import Codebook
from dashboard.ingest.checks.finding import Finding, Place
from dashboard.ingest.raw.cleaning.ages import AGE
from dashboard.ingest.raw.grid import Grid
from dashboard.ingest.raw.mapping.model import ColumnMapping
from dashboard.ingest.raw.proposals.days import ISO, days_of
from dashboard.text.typography import unbroken


def undated(
    grid: Grid, columns: Sequence[tuple[int, ColumnMapping]], book: Codebook
) -> Iterator[Finding]:
    """The columns, with their places, of which every row would be refused for want of `date_format`.

    Of an age: dates are birth dates once their format is told, and no number. Days of a survey are read without, where
    they are ISO.
    """
    for rank, column in columns:
        variable = book.variables.get(column.variable)
        of_days = variable is not None and variable.kind == "date"
        if column.date_format or not (of_days or column.variable == AGE):
            continue
        days = days_of(Counter(text for row in grid.rows if (text := row.cells[rank].strip())))
        if days is None or (of_days and days.date_format == ISO):
            continue
        message = (
            "cette colonne contient des dates et la correspondance ne dit pas comment elles sont écrites : donnez "
            f'date_format = "{days.date_format}" à sa description.'
        )
        place = Place(grid.file, grid.sheet, column=column.column)
        yield Finding("shape", "date-format", "failure", unbroken(message), place)
