"""How many people and units are counted in each region and academic year, and since when is each region open?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.content.charts.classes import Classes, count_classes
from dashboard.content.view import Scene
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.selection import Selection
from dashboard.domain.switches import Choice, Switch, fixed
from dashboard.domain.tables import ReleasedTable
from dashboard.text.words import counted
from dashboard.views.territories.regions import REGION, of_regions, opened

EVERY, FIRST = "inscrits", "premieres"
COUNTED = Switch(
    "deploiement.compte",
    "Compter",
    EVERY,
    fixed(Choice(EVERY, "Tous les inscrits de l'année"), Choice(FIRST, "Premières inscriptions")),
)

YEAR, _RANK = Dimension("academic_year"), Dimension("enrolment_rank")


@dataclass(frozen=True)
class Deployment:
    """The people enrolled in each region and academic year, and since when each region is open."""

    scene: Scene
    tables: Mapping[str, ReleasedTable]

    @cached_property
    def years(self) -> tuple[str, ...]:
        return self.scene.vocabulary.academic_years

    @cached_property
    def since(self) -> dict[str, str]:
        return opened(self.tables["everybody"], YEAR)

    @cached_property
    def inside(self) -> frozenset[str]:
        """The regions that the selection looks at."""
        return frozenset(r for r, n in self.tables["inside"].by_code(str(REGION)).items() if n)

    def open_in(self, year: str) -> list[str]:
        """The regions looked at that are open in `year`."""
        codes = self.scene.vocabulary.codes(REGION)
        return [r for r in codes if r in self.inside and self.since[r] <= year]

    def is_new(self, year: str, region: str) -> bool:
        """Whether `year` is the first one of the region."""
        return self.since.get(region) == year

    def new_in(self, year: str) -> list[str]:
        return [region for region in self.open_in(year) if self.is_new(year, region)]

    def people(self, year: str, region: str = "", *, rank: str = "") -> int:
        """Those enrolled in `year`; with `region` or `rank`, those of that region or rank alone."""
        only = rank or ("first" if self.first_only else "")
        where = {str(YEAR): year, str(REGION): region, str(_RANK): only}
        return self.tables["enrolled"].count({name: code for name, code in where.items() if code})

    def units(self, year: str, region: str = "") -> int:
        where = {str(YEAR): year, str(REGION): region}
        return self.tables["units"].count({name: code for name, code in where.items() if code})

    @cached_property
    def classes(self) -> Classes:
        return count_classes([self.people(y, r) for y in self.years for r in self.open_in(y)])

    @cached_property
    def first_only(self) -> bool:
        """Whether people are counted in the year of their first enrolment alone."""
        return self.scene.position(COUNTED) == FIRST

    def in_words(self, people: int) -> str:
        """`12 inscrits`, `1 première inscription`."""
        if self.first_only:
            return counted(people, "première inscription", "premières inscriptions", feminine=True)
        return counted(people, "inscrit")


def ask(scene: Scene) -> Mapping[str, Query]:
    """Enrolments and units by region and year; and everybody's, which tell since when a region is open."""
    return {
        "beneficiaries": Query((), scene.selection),
        "enrolled": Query((REGION, YEAR, _RANK), scene.selection, "enrolment"),
        "units": Query((REGION, YEAR), scene.selection, "unit"),
        "everybody": Query((REGION, YEAR), Selection(), "enrolment"),
        "inside": Query((REGION,), of_regions(scene.selection)),
    }
