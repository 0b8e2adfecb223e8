"""How many people and units are counted in each region and academic year, and since when is each region open?"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property

from dashboard.content.charts.classes import Classes, count_classes
from dashboard.content.click_filter import NO_CLICK, ClickFilter
from dashboard.content.view import Scene
from dashboard.domain.codebook import Category, Layer
from dashboard.domain.counts import is_told, step_of
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.selection import Selection
from dashboard.domain.switches import Choice, Switch, fixed
from dashboard.text.words import counted
from dashboard.views.kit.regional_counts import RegionalCounts
from dashboard.views.kit.regions import mapped, of_regions
from dashboard.views.territories.regions import NEVER, opened, region_click, region_named

EVERY, FIRST = "inscrits", "premieres"
COUNTED = Switch(
    "deploiement.compte",
    "Compter",
    EVERY,
    fixed(Choice(EVERY, "Tous les inscrits de l'année"), Choice(FIRST, "Premières inscriptions")),
    expert=True,
)

YEAR, _RANK = Dimension("academic_year"), Dimension("enrolment_rank")


class Deployment(RegionalCounts):
    """The people enrolled in each region and academic year, and since when each region is open."""

    @cached_property
    def layer(self) -> Layer:
        """The main division into regions of which a map can be drawn."""
        return mapped(self.scene.vocabulary)[0]

    @cached_property
    def where(self) -> Dimension:
        return self.layer.dimension

    @cached_property
    def years(self) -> tuple[str, ...]:
        return self.scene.vocabulary.academic_years

    @cached_property
    def drawn(self) -> tuple[str, ...]:
        """The years in which somebody of the selection is counted: a map of nobody would tell nothing."""
        return tuple(year for year in self.years if self.people(year))

    @cached_property
    def since(self) -> dict[str, str]:
        return opened(self.tables["everybody"], self.coverage, YEAR, self.inside)

    @cached_property
    def inside(self) -> frozenset[str]:
        """The regions that the selection looks at."""
        people = self.tables["inside"].by_code(str(self.where))
        return frozenset(code for code in self.codes if people[code])

    def open_in(self, year: str) -> list[str]:
        """The regions looked at that are open in `year`."""
        return [r for r in self.codes if r in self.inside and self.since.get(r, NEVER) <= year]

    def covered_in(self, year: str) -> list[str]:
        """The regions looked at that are covered in `year`, and where nobody has enrolled yet."""
        some = of_regions(self.scene.selection, self.scene.vocabulary)
        return [
            region
            for region in self.codes
            if self.coverage.covers(region, year)
            and self.since.get(region, NEVER) > year
            and (region in self.inside or not some)
        ]

    def is_new(self, year: str, region: str) -> bool:
        """Whether `year` is the first one of the region."""
        return self.since.get(region) == year

    def new_in(self, year: str) -> list[str]:
        return [region for region in self.open_in(year) if self.is_new(year, region)]

    def people(self, year: str, region: str = "", *, rank: str = "") -> int:
        """Those enrolled in `year`; with `region` or `rank`, those of that region or rank alone."""
        where = self._where(region, rank) | {str(YEAR): year}
        return self.tables["enrolled"].count(where)

    def units(self, year: str, region: str = "") -> int:
        """The units of the enrolments that `people` counts."""
        return self.tables["units"].count(self._where(region) | {str(YEAR): year})

    def _where(self, region: str = "", rank: str = "") -> dict[str, str | Collection[str]]:
        only = rank or ("first" if self.first_only else "")
        where: dict[str, str | Collection[str]] = {str(self.where): region or self.codes}
        return where | ({str(_RANK): only} if only else {})

    @cached_property
    def beneficiaries(self) -> dict[str, int]:
        """The people of each region, and those of no known one, each once."""
        return self.tables["beneficiaries"].by_code(str(self.where))

    @cached_property
    def base(self) -> int:
        """The enrolments of all regions and years."""
        return self.tables["enrolled"].count(self._where())

    @cached_property
    def classes(self) -> Classes:
        numbers = [self.people(y, r) for y in self.years for r in self.open_in(y)]
        told = [number for number in numbers if is_told(number)]
        return count_classes([int(number) for number in told], step_of(told))

    @cached_property
    def first_only(self) -> bool:
        """Whether people are counted in the year of their first enrolment alone."""
        return self.scene.position(COUNTED) == FIRST

    def in_words(self, people: int) -> str:
        """`12 inscrits`, `1 première inscription`."""
        if self.first_only:
            return counted(people, "première inscription", "premières inscriptions", feminine=True)
        return counted(people, "inscrit")

    def region(self, code: str) -> Category:
        """The region as the codebook names it."""
        return region_named(self.scene, self.where, code)

    def click(self, code: str) -> ClickFilter:
        """Keeps the people of the region; none where this would leave nobody to be shown."""
        nobody = code in self.inside and not self.beneficiaries.get(code)
        return NO_CLICK if nobody or code not in self.since else region_click(self.where, code)


def ask(scene: Scene) -> Mapping[str, Query]:
    """Enrolments and units by region and year; and everybody's, which tell since when a region is open."""
    where, selection = mapped(scene.vocabulary)[0].dimension, scene.selection
    return {
        "beneficiaries": Query((where,), selection),
        "enrolled": Query((where, YEAR, _RANK), selection, "enrolment"),
        "units": Query((where, YEAR, _RANK), selection, "unit"),
        "everybody": Query((where, YEAR), Selection(), "enrolment"),
        "inside": Query((where,), of_regions(selection, scene.vocabulary)),
    }
