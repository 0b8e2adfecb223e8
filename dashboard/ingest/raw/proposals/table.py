"""What does a mapping say of tables that have one header?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.ingest.checks.cells import PERSON
from dashboard.ingest.checks.finding import Finding, Place
from dashboard.ingest.raw.grid import Grid
from dashboard.ingest.raw.mapping.model import ColumnMapping, GridMapping, Makes
from dashboard.ingest.raw.personal.found import PersonalColumn, found
from dashboard.ingest.raw.proposals.answers import Listed, listed_answers
from dashboard.ingest.raw.proposals.choices import Asked, choices
from dashboard.ingest.raw.proposals.columns import given, weighed_columns
from dashboard.ingest.raw.proposals.constants import constants_of
from dashboard.ingest.raw.proposals.described import described, told
from dashboard.ingest.raw.proposals.evidence import Evidence, Weighing
from dashboard.ingest.raw.proposals.heading import heading_of
from dashboard.ingest.raw.proposals.identifiers import supposed_identifier
from dashboard.ingest.raw.proposals.kind import Kind, kind_of_rows
from dashboard.ingest.raw.proposals.limesurvey import system_column
from dashboard.ingest.raw.proposals.misunderstood import misunderstood
from dashboard.ingest.raw.proposals.others import other_column
from dashboard.ingest.raw.proposals.profile import profiles_of, spread
from dashboard.text.folded import folded


@dataclass(frozen=True)
class Proposed:
    """The columns of tables that have one header, what a row of them is, and what there is to say of them."""

    kind: Kind
    columns: tuple[ColumnMapping, ...]
    asked: tuple[Asked, ...]
    findings: tuple[Finding, ...]

    @property
    def variables(self) -> frozenset[str]:
        """The variables that a column gives."""
        return frozenset(column.variable for column in self.columns if column.variable)


def proposed(grids: Sequence[Grid], weighing: Weighing) -> Proposed:
    """What the columns of `grids`, which have one header, are for."""
    together = Grid(
        grids[0].file,
        grids[0].sheet,
        grids[0].header,
        tuple(row for grid in grids for row in grid.rows),
        groups=grids[0].groups,
    )
    return _Table(together, weighing).proposed()


class _Table:
    """One table while it is looked at."""

    def __init__(self, grid: Grid, weighing: Weighing) -> None:
        self.grid, self.weighing = grid, weighing
        self.asked = _asked(grid, weighing)
        self.personal: Mapping[int, PersonalColumn] = {
            column.rank: column for column in found(grid)
        }
        weighed = weighed_columns(self.asked, self.personal, weighing)
        self.kind = kind_of_rows(grid, weighed)
        self.choices = choices(self.asked, weighing.codebook) if self.kind.makes == "survey" else {}
        free = [pair for pair in weighed if self._is_free(pair[1])]
        self.given = given(free, self.kind.makes, weighing.codebook)
        self._suppose_an_identifier()
        self.person = next(
            (rank for rank, e in self.given.evidence.items() if e.variable.name == PERSON), None
        )

    def _is_free(self, asked: Asked) -> bool:
        """Whether a column may hold a variable of its own: what LimeSurvey counts, such as its answers, holds none."""
        counts = self.kind.limesurvey and system_column(asked.profile.header) not in ("", "token")
        return asked.profile.rank not in self.choices and not counts

    def _suppose_an_identifier(self) -> None:
        """Where no header names what identifies persons, the values of a column may."""
        evidence = self.given.evidence
        if any(one.variable.name == PERSON for one in evidence.values()):
            return
        taken = {*evidence, *self.choices}
        found = supposed_identifier(self.asked, taken, self.personal, self.weighing)
        if found is not None:
            evidence[found[0]] = found[1]

    def proposed(self) -> Proposed:
        """What the columns are for, in the order of the file."""
        columns: list[ColumnMapping] = []
        findings: list[Finding] = []
        for asked in self.asked:
            rank = asked.profile.rank
            evidence = self.given.evidence.get(rank)
            place = Place(self.grid.file, self.grid.sheet)
            findings += self._misunderstood(asked, evidence, place)
            if rank in self.choices:
                columns.append(self.choices[rank])
            elif evidence is not None:
                listed = self._listed(asked, evidence)
                personal = self.personal.get(rank)
                columns.append(described(asked, evidence, listed, personal))
                findings += told(asked, evidence, listed, personal, place)
            else:
                columns.append(
                    other_column(
                        asked,
                        self.personal.get(rank),
                        self.given,
                        self.kind,
                        self.weighing.codebook,
                    )
                )
        return Proposed(self.kind, tuple(columns), tuple(self.asked), tuple(findings))

    def _misunderstood(
        self, asked: Asked, evidence: Evidence | None, place: Place
    ) -> Iterator[Finding]:
        rank = asked.profile.rank
        if self._is_free(asked) and not (rank in self.personal and self.personal[rank].whole):
            variable = evidence.variable if evidence is not None else None
            yield from misunderstood(asked, variable, self.kind.makes, self.weighing, place)

    def _listed(self, asked: Asked, evidence: Evidence) -> Listed | None:
        if evidence.variable.kind != "category":
            return None
        persons = spread([self.grid], asked.profile.rank, self.person)
        return listed_answers(asked.profile, self.weighing.answers[evidence.variable.name], persons)


def _asked(grid: Grid, weighing: Weighing) -> list[Asked]:
    """The columns that have a name; of two with the same name, the first."""
    asked: dict[str, Asked] = {}
    for profile in profiles_of([grid]):
        group = grid.groups[profile.rank] if grid.groups else ""
        one = Asked(profile, heading_of(profile.header, weighing.codebook, group))
        asked.setdefault(folded(profile.header), one)
    return list(asked.values())


def with_constants(
    what: Proposed, grid: Grid, weighing: Weighing, files: str, sheet: str
) -> GridMapping:
    """The table of a mapping, with the constants that the name of its file tells; they are to be confirmed."""
    makes: Makes = what.kind.makes
    constants = constants_of(grid, what.variables, makes, weighing.codebook)
    return GridMapping(
        files=files,
        sheet=sheet,
        makes=makes,
        confirmed=what.kind.sure and not constants,
        constants=constants,
        columns=list(what.columns),
    )


def missing(table: GridMapping, weighing: Weighing) -> Iterator[str]:
    """The labels of the variables of such a table that neither a column nor a constant gives."""
    book = weighing.codebook
    tables = ("beneficiaries", "units") if table.makes == "enrolments" else ("survey", "benefits")
    fed = {column.variable for column in table.columns} | table.constants.keys()
    computed = {"cohort"} if table.makes == "enrolments" else {"wave"}
    for name in dict.fromkeys(
        n for t in tables if t in book.tables for n in book.tables[t].columns
    ):
        if name not in fed | computed:
            yield book.variable(name).label
