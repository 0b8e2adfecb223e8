"""How are small raw tables written in a test as text, imported, and what comes of them?

A table's first line names its columns, `|` parts cells; `COLUMNS` says what each column feeds. What the tests are not
about is constant: every unit is taught in a classroom by another team.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from dashboard.disclosure.policy import INTERNAL
from dashboard.domain.codebook import Codebook
from dashboard.ingest.derive.analysis import analysis_tables
from dashboard.ingest.raw.grid import Grid, RawFile, RawRow
from dashboard.ingest.raw.imported import Imported, imported
from dashboard.ingest.raw.ledger import Account, Applied
from dashboard.ingest.raw.mapping.model import ColumnMapping, GridMapping, Makes, SourceMapping
from dashboard.ingest.raw.matching import match
from dashboard.ingest.raw.people.earlier import Earlier, earlier_of
from dashboard.ingest.raw.result.files import companion, table_files
from dashboard.ingest.raw.rules import RULES
from dashboard.ingest.reading.tables import Tables, read_tables
from dashboard.publication import Publication
from dashboard.sources.memory.source import MemorySource
from tests.spec.written import CODEBOOK

KEY = "une clé d'essai qui n'ouvre rien, mais assez longue"
LATEST = date(2017, 12, 31)

COLUMNS: Mapping[str, ColumnMapping] = {
    column.column: column
    for column in (
        ColumnMapping(column="id", variable="beneficiary_id"),
        ColumnMapping(column="wide id", variable="beneficiary_id", width=5),
        ColumnMapping(column="name", personal="name"),
        ColumnMapping(column="nom", personal="name"),
        ColumnMapping(column="prénom", personal="name"),
        ColumnMapping(column="submitdate", ignored="colonne technique"),
        ColumnMapping(column="year", variable="academic_year"),
        ColumnMapping(column="cohort", variable="cohort"),
        ColumnMapping(column="unit", variable="unit"),
        ColumnMapping(column="team", variable="teaching_team", answers={"Info": "computing"}),
        ColumnMapping(
            column="path",
            variable="pathway",
            answers={"Diplôme": "degree", "Carte": "single_units"},
        ),
        ColumnMapping(column="level", variable="target_level"),
        ColumnMapping(
            column="level or none",
            variable="target_level",
            answers={"": "not_applicable", "Niveau II": "II"},
        ),
        ColumnMapping(column="gender", variable="gender", answers={"Mme": "F", "M.": "M"}),
        ColumnMapping(column="region", variable="region"),
        ColumnMapping(column="age", variable="age_at_enrolment"),
        ColumnMapping(column="born", variable="age_at_enrolment", date_format="%d/%m/%Y"),
        ColumnMapping(column="cadre", variable="executive", answers={"Oui": "yes", "Non": "no"}),
        ColumnMapping(column="diploma", variable="entry_diploma"),
        ColumnMapping(column="on", variable="surveyed_on", date_format="%d/%m/%Y"),
        ColumnMapping(column="wave", variable="wave"),
        ColumnMapping(
            column="status",
            variable="status",
            answers={"CDI": "salaried", "Chômage": "searching", "DE": "jobseeker"},
        ),
        ColumnMapping(
            column="contract",
            variable="contract",
            answers={"CDI": "open_ended", "CDD": "fixed_term", "Aucun": "not_employed"},
        ),
        ColumnMapping(
            column="before",
            variable="contract",
            wave="T0",
            answers={"CDI": "open_ended", "CDD": "fixed_term"},
        ),
        ColumnMapping(column="salary", variable="gross_monthly_salary"),
        ColumnMapping(column="job", variable="benefit", option="find_a_job", ticks=["Oui"]),
        ColumnMapping(column="text", ignored="texte libre", kept=True),
    )
}

CONSTANTS: Mapping[str, str] = {
    "modality": "classroom",
    "teaching_team": "other",
    "region": "52",
    "gender": "F",
    "age_at_enrolment": "30",
}
"""What holds for every row of enrolments that have no such column."""


@dataclass(frozen=True)
class Came:
    """What came of an import: its tables as they load, and what became of each row."""

    made: Imported
    book: Codebook = CODEBOOK
    files: Sequence[RawFile] = field(default_factory=tuple)

    def table(self, name: str, *columns: str) -> list[tuple[str, ...]]:
        """The rows of a table, some of its columns."""
        return [tuple(row[column] for column in columns) for row in self.made.tables[name]]

    def waves(self, *columns: str) -> dict[str, tuple[str, ...]]:
        """The survey rows of the only person, by wave."""
        rows = self.made.tables["survey"]
        assert len({row["beneficiary_id"] for row in rows}) <= 1
        return {row["wave"]: tuple(row[column] for column in columns) for row in rows}

    def met(self) -> dict[str, int]:
        """How often each rule that met anything did, but for those that only rewrite."""
        counts = self.made.ledger.counts(RULES)
        return {rule.name: n for rule, n in counts.items() if n and rule.effect != "changed"}

    def changed(self) -> dict[str, int]:
        """How often each rule that rewrites did."""
        counts = self.made.ledger.counts(RULES)
        return {rule.name: n for rule, n in counts.items() if n and rule.effect == "changed"}

    def places(self) -> list[tuple[str, int, str, str]]:
        """What was left out: file, line, column, rule."""
        return [_place(applied) for applied in self.made.ledger.left_out]

    @property
    def accounts(self) -> tuple[Account, ...]:
        return self.made.ledger.accounts

    def loaded(self, dated: date = LATEST) -> Tables:
        """The tables as the dashboard reads them; raises TableError where it would not."""
        with TemporaryDirectory() as folder:
            for name, content in {
                **table_files(self.made, self.book),
                "data.toml": companion(dated),
            }.items():
                (Path(folder) / name).write_bytes(content)
            return read_tables(Path(folder), self.book)

    def published(self) -> Publication:
        return Publication(MemorySource(analysis_tables(self.loaded(), self.book)), INTERNAL)

    def earlier(self) -> Earlier:
        """The same as what a later import adds to."""
        return earlier_of(self.loaded(), self.book)


def _place(applied: Applied) -> tuple[str, int, str, str]:
    origin = applied.origin
    return (origin.file, origin.line, applied.column, applied.rule.name)


def came(
    *tables: tuple[Makes, str],
    surveyed_on: str = "2015-09-01",
    earlier: Earlier | None = None,
    latest: date = LATEST,
    key: str = KEY,
    book: Codebook = CODEBOOK,
) -> Came:
    """The import of some tables, each the only one of its file: `e0.csv`, `s1.csv`."""
    files, mapped = [], []
    for number, (makes, text) in enumerate(tables):
        name = f"{makes[0]}{number}.csv"
        grid = grid_of(name, text)
        files.append(RawFile(name, f"{number:064x}", (grid,), ()))
        mapped.append(mapping_of(name, makes, grid, surveyed_on))
    source = SourceMapping(name="Essai", version=1, tables=mapped)
    matches = match(files, [source], book)
    assert not [f for f in matches.findings if f.level == "failure"], matches.findings
    return Came(imported(matches.matched, key, book, latest, earlier or Earlier()), book, files)


def grid_of(name: str, text: str) -> Grid:
    """A table as text; its header is on line 1."""
    lines = list(csv.reader(StringIO(text.strip()), delimiter="|", quoting=csv.QUOTE_NONE))
    head, *rows = [[cell.strip(" ") for cell in line] for line in lines]
    return Grid(
        name, "", tuple(head), tuple(RawRow(i, tuple(row)) for i, row in enumerate(rows, 2))
    )


def mapping_of(name: str, makes: Makes, grid: Grid, surveyed_on: str) -> GridMapping:
    """What `COLUMNS` says of the columns of `grid`, with constants for what it has no column for."""
    columns = [COLUMNS[column] for column in grid.header]
    fed = {column.variable for column in columns if not column.wave}
    given = CONSTANTS if makes == "enrolments" else {"surveyed_on": surveyed_on}
    return GridMapping(
        files=name,
        makes=makes,
        constants={variable: code for variable, code in given.items() if variable not in fed},
        columns=columns,
    )


def enrolments(text: str) -> tuple[Makes, str]:
    return "enrolments", text


def survey(text: str) -> tuple[Makes, str]:
    return "survey", text


ONE = enrolments("id|year|unit\n1|2013-2014|A1")
"""One person of the cohort 2013-2014."""
