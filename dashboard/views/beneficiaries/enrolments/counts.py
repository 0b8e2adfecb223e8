"""How many of each cohort are enrolled in each academic year?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.content.data_table import TOTAL, Key
from dashboard.content.view import Scene
from dashboard.domain.dimension import Dimension
from dashboard.domain.statistics.rates import Share
from dashboard.domain.tables import ReleasedTable
from dashboard.views.kit.notes import COHORT

YEAR, CONTINUATION = Dimension("academic_year"), Dimension("continuation")
RANK = Dimension("enrolment_rank")
YEAR_OF_COHORT = "year of cohort"
"""What the key of a row is along that names a cohort's first, second ... year, whichever academic year that is."""


@dataclass(frozen=True)
class Enrolments:
    """Cohorts down, academic years across."""

    scene: Scene
    tables: Mapping[str, ReleasedTable]

    @cached_property
    def cohorts(self) -> tuple[str, ...]:
        """Those that anybody selected belongs to: in the years of the others a region may not have been covered."""
        people = self.tables["continuation"].by_code(str(COHORT))
        # Of a cohort that a filter leaves out it may not be told that it has nobody.
        kept = self.scene.selection.codes(COHORT) or self.scene.vocabulary.cohorts
        return tuple(c for c in self.scene.vocabulary.cohorts if c in kept and people[c])

    @cached_property
    def years(self) -> tuple[str, ...]:
        """From the first cohort shown on: before it there is nobody to count."""
        first = self.cohorts[0] if self.cohorts else ""
        return tuple(y for y in self.scene.vocabulary.academic_years if y >= first)

    @cached_property
    def followed(self) -> tuple[str, ...]:
        """The cohorts that the tables follow beyond their first year: of the others nobody can have come back yet."""
        last = self.scene.vocabulary.academic_years[-1]
        return tuple(cohort for cohort in self.cohorts if cohort < last)

    def continuing(self, *ways: str) -> int:
        """Those of the followed cohorts who came back in one of the `ways`; all of them where none is given."""
        along = {str(CONTINUATION): ways} if ways else {}
        return self.tables["continuation"].count({str(COHORT): self.followed, **along})

    def people(self, year: str, cohort: str = TOTAL) -> int:
        """How many of `cohort` are enrolled in `year`."""
        conditions = {str(YEAR): year} | ({} if cohort == TOTAL else {str(COHORT): cohort})
        return self.tables["enrolled"].count(conditions)

    def share(self, cohort: str, year: str) -> Share:
        """Those of `cohort` enrolled in `year`, of all who first enrolled with it."""
        return Share(self.people(year, cohort), self.people(cohort, cohort))

    def rank(self, cohort: str, year: str) -> Key:
        """Whether the year is the cohort's first one or a later one."""
        code = "first" if year == cohort else "later"
        return Key(RANK, code, self.scene.vocabulary.category(RANK, code).label)

    def year_of(self, cohort: str, year: str) -> Key:
        """Which year it is for the cohort: `1re année`, `2e année`."""
        years = [y for y in self.scene.vocabulary.academic_years if cohort <= y <= year]
        ordinal = f"{len(years)}{'re' if len(years) == 1 else 'e'}"
        return Key(YEAR_OF_COHORT, str(len(years)), f"{ordinal} année")
