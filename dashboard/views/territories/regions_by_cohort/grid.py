"""How many people of each cohort live in each region, and how many more than of the cohort before?"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property

from dashboard.content.charts.rich_text import RichText, bold, rich
from dashboard.content.data_table import TOTAL_LABEL
from dashboard.content.view import Scene
from dashboard.domain.codebook import Category
from dashboard.domain.counts import is_told
from dashboard.domain.query import Query
from dashboard.domain.selection import Selection
from dashboard.text.numbers import NO_BREAK, count, signed_count
from dashboard.views.kit.notes import COHORT
from dashboard.views.kit.regional_counts import RegionalCounts
from dashboard.views.kit.regions import of_regions, region_of
from dashboard.views.territories.regions import NEVER, opened, region_named

_TWO_LINES = 16
"""The most rows, their total among them, that leave each the height of a name in two lines."""

_MANY_COLUMNS = 8
"""More cohorts than that leave no width for a longer word over their totals."""


class Grid(RegionalCounts):
    """Regions down, cohorts across: those that the selection looks at."""

    @cached_property
    def cohorts(self) -> tuple[str, ...]:
        kept = self.scene.selection.codes(COHORT)
        return tuple(c for c in self.scene.vocabulary.cohorts if not kept or c in kept)

    @cached_property
    def since(self) -> dict[str, str]:
        inside = self.tables["inside"].by_code(str(self.where))
        inhabited = [code for code in self.codes if inside[code]]
        return opened(self.tables["everybody"], self.coverage, COHORT, inhabited)

    @cached_property
    def regions(self) -> tuple[str, ...]:
        """Those open by the last cohort shown; a region without anybody in the selection keeps its row, at zero."""
        inside = self.tables["inside"].by_code(str(self.where))
        return tuple(
            code
            for code in self.codes
            if inside[code] and self.since.get(code, NEVER) <= self.cohorts[-1]
        )

    def is_open(self, region: str, cohort: str) -> bool:
        """Whether a cohort could come: the region is known to be covered, or some had come by then."""
        return self.since[region] <= cohort or self.coverage.covers(region, cohort)

    def people(self, region: str = "", cohort: str = "") -> int:
        """The people of one cell; of a whole row or column where one of the two is left out."""
        where: dict[str, str | Collection[str]] = {str(self.where): region or self.codes}
        return self.tables["people"].count(where | ({str(COHORT): cohort} if cohort else {}))

    def change(self, region: str, cohort: str) -> int | None:
        """How many more than in the cohort before, of one region or of all; None where that one is not shown.

        Nor is there a change where nobody could come in the cohort before.
        """
        before = [c for c in self.scene.vocabulary.cohorts if c < cohort]
        if not before or before[-1] not in self.cohorts:
            return None
        if region and not self.is_open(region, before[-1]):
            return None
        return self.people(region, cohort) - self.people(region, before[-1])

    def number(self, region: str, cohort: str) -> str:
        """What stands in a cell: its people; in the last cohort, where there is room, also how they have changed."""
        people = count(self.people(region, cohort))
        change = self.change(region, cohort) if cohort == self.cohorts[-1] else None
        narrow = self.scene.medium == "phone" or len(self.cohorts) > _MANY_COLUMNS
        return (
            people
            if change is None or not is_told(change) or narrow
            else f"{people} ({signed_count(change)})"
        )

    def region(self, code: str) -> Category:
        """The region as the codebook names it."""
        return region_named(self.scene, self.where, code)

    def name(self, region: str) -> str:
        """The name of a row, which no line breaks."""
        return self.region(region).label.replace(" ", NO_BREAK)

    @property
    def name_letters(self) -> int:
        """How long a line of a name is: there is no height for a second one where there are many regions."""
        low = len(self.regions) + 1 > _TWO_LINES
        return 30 if low or self.scene.medium == "room" else 15

    def column(self, cohort: str) -> RichText:
        """The name of a column: a cohort, in two lines on a phone."""
        if self.scene.medium != "phone":
            return rich(cohort)
        first, hyphen, second = cohort.partition("-")
        return rich(f"{first}{hyphen}", second)

    @property
    def total_name(self) -> RichText:
        narrow = self.scene.medium == "phone" or len(self.cohorts) > _MANY_COLUMNS
        return rich(bold("Total" if narrow else TOTAL_LABEL))


def ask(scene: Scene) -> Mapping[str, Query]:
    """Regions by cohorts: of the selection, and of everybody, which tells since when a region is open."""
    where = region_of(scene.vocabulary)
    return {
        "people": Query((where, COHORT), scene.selection),
        "everybody": Query((where, COHORT), Selection()),
        "inside": Query((where,), of_regions(scene.selection, scene.vocabulary)),
    }
