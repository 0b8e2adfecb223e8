"""How does a test write the tables of a source, and what is proposed for them?"""

from collections.abc import Mapping, Sequence

from dashboard.ingest.raw.grid import Grid, RawFile, RawRow
from dashboard.ingest.raw.mapping.model import ColumnMapping
from dashboard.ingest.raw.proposals.propose import Proposal, propose
from tests.ingest.raw.mapping.mappings import codebook

Columns = Mapping[str, Sequence[str]]
"""The values of each column, by its header; the shorter ones are repeated."""

ROWS = 24
ENROLMENTS: Columns = {
    "N° auditeur": [f"{n // 2:05}" for n in range(ROWS)],
    "Code UE": ["NFP101", "CCG105"],
    "Année universitaire": ["2015-2016"],
}
"""What every export of enrolments has: a test adds the column that it is about."""

SURVEY: Columns = {
    "id": [str(n) for n in range(1, ROWS + 1)],
    "submitdate": ["2016-09-12 10:00:00"],
    "lastpage": ["5"],
    "startlanguage": ["fr"],
    "token": [f"tk{n:04}" for n in range(ROWS)],
}
"""The columns that LimeSurvey writes by itself."""


def raw_file(columns: Columns, file: str = "source.csv", sheet: str = "") -> RawFile:
    """A file of one table, with as many rows as its longest column has values."""
    rows = max(map(len, columns.values()))
    cells = [tuple(values[n % len(values)] for values in columns.values()) for n in range(rows)]
    grid = Grid(file, sheet, tuple(columns), tuple(RawRow(n + 2, c) for n, c in enumerate(cells)))
    return RawFile(file, "0" * 64, (grid,), ())


def proposal(*files: RawFile) -> Proposal:
    return propose(files, codebook())


def column_of(columns: Columns, header: str, file: str = "source.csv") -> ColumnMapping:
    """What is proposed for the column called `header` of one table."""
    (table,) = proposal(raw_file(columns, file)).mapping.tables
    return next(column for column in table.columns if column.column == header)
