"""What is counted in each region of the map, of whom and in which year?"""

from __future__ import annotations

from functools import cached_property

from dashboard.content.charts.classes import Classes, count_classes, even_classes
from dashboard.content.charts.region_map import State
from dashboard.content.click_filter import NO_CLICK, ClickFilter, keeping
from dashboard.content.data_table import Key
from dashboard.domain.codebook import Category, Layer
from dashboard.domain.counts import step_of
from dashboard.domain.dimension import Dimension
from dashboard.domain.statistics.comparisons import Group
from dashboard.views.kit.measure import Measure, Part
from dashboard.views.kit.notes import COHORT
from dashboard.views.kit.region_measures import measure_named
from dashboard.views.kit.regional_counts import RegionalCounts
from dashboard.views.kit.regions import of_regions
from dashboard.views.overview.following_cohorts import Following, following
from dashboard.views.overview.region_map.queries import ALL_YEARS, MEASURE, YEAR, layer_of


class RegionCounts(RegionalCounts):
    """The counts behind one map, region by region."""

    @cached_property
    def measure(self) -> Measure:
        return measure_named(self.scene.position(MEASURE), self.scene.vocabulary)

    @cached_property
    def layer(self) -> Layer:
        return layer_of(self.scene)

    @cached_property
    def where(self) -> Dimension:
        return self.layer.dimension

    def by_region(self, table: str) -> dict[str, int]:
        counts = self.tables[table].by_code(str(self.where))
        return {code: counts[code] for code in self.codes}

    @cached_property
    def people(self) -> dict[str, int]:
        return self.by_region("people")

    @cached_property
    def units(self) -> dict[str, int]:
        return self.by_region("units")

    @cached_property
    def everybody(self) -> int:
        """The people of all regions together, known or not."""
        return self.tables["people"].total()

    @cached_property
    def parts(self) -> dict[str, Part]:
        return self._parts()

    @cached_property
    def classes(self) -> Classes:
        """Classes of all regions and years: neither a click on a region nor the player changes them."""
        around = self._parts("all_")
        values = [v for part in around.values() if (v := self.measure.value(part)) is not None]
        if self.measure.is_count:
            return count_classes([int(value) for value in values], step_of(values))
        return even_classes(values)

    @cached_property
    def states(self) -> dict[str, State]:
        return {code: self._state(code) for code in self.codes}

    @cached_property
    def enrolled(self) -> dict[str, int]:
        """Everybody who enrolled in the year that is looked at, selected or not."""
        return self.by_region("enrolled")

    @property
    def _last_year(self) -> str:
        return self.year or self.scene.vocabulary.academic_years[-1]

    @cached_property
    def _looks_at_some(self) -> bool:
        """Whether the reader looks at some regions alone."""
        return bool(of_regions(self.scene.selection, self.scene.vocabulary))

    @cached_property
    def _inside(self) -> dict[str, int]:
        return self.by_region("inside")

    def _state(self, code: str) -> State:
        if not self.enrolled[code] and not self.coverage.covers(code, self._last_year):
            return "uncovered"
        if not self._inside[code] and (self.enrolled[code] or self._looks_at_some):
            return "outside"
        if not self.people[code]:
            return "empty"
        if not self.measure.is_told(self.parts[code]):
            return "suppressed"
        return "baseless" if self.measure.value(self.parts[code]) is None else "shown"

    @cached_property
    def open(self) -> set[str]:
        """The regions where somebody had enrolled by the last of the cohorts that the selection looks at."""
        kept = self.scene.selection.codes(COHORT)
        last = max(kept or self.scene.vocabulary.cohorts)
        since = self.tables["since"].occupied()
        return {where for (where, cohort), _ in since if cohort <= last}

    @cached_property
    def rounded(self) -> bool:
        """Whether numbers of regions are rounded."""
        return self.scene.dataset_info.rounded

    @cached_property
    def selected(self) -> list[str]:
        """The regions of the selection, most beneficiaries first."""
        codes = [
            code for code, state in self.states.items() if state not in ("uncovered", "outside")
        ]
        return sorted(codes, key=lambda code: -self.people[code])

    @cached_property
    def uncovered(self) -> list[str]:
        """The regions that are not covered, or have no enrolment, unless the reader looks at some others."""
        closed = [code for code, state in self.states.items() if state == "uncovered"]
        return [code for code in closed if self._inside[code]] if self._looks_at_some else closed

    @cached_property
    def base(self) -> int:
        """Those the measure is about, all regions together: for a share, those it is taken of."""
        everywhere, vocabulary = {str(self.where): self.codes}, self.scene.vocabulary
        if self.measure.is_share:
            return self.measure.share_of(self.tables["measure"], everywhere, vocabulary).base
        return self.tables["units" if self.measure.of_units else "people"].count(everywhere)

    @cached_property
    def pair(self) -> Following | None:
        """The last cohort of the selection and the one before; None where one year is looked at, or there is none."""
        return None if self.year else following(self.scene)

    def change(self, code: str) -> tuple[int, int] | None:
        """The people of a region in both cohorts, the later one first; None where there was nobody to come before."""
        pair, everybody = self.pair, self.tables["since"]
        if pair is None or not self.coverage.was_open(code, pair.previous, everybody):
            return None
        table = self.tables["last cohorts"]
        last, previous = (
            table.count({str(self.where): code, str(COHORT): cohort}) for cohort in pair.both
        )
        return last, previous

    def group(self, code: str) -> Group:
        """The region's share with those who were asked and did not tell; of nobody where the measure is no share."""
        if not self.measure.is_share:
            return Group()
        here = {str(self.where): code}
        return self.measure.group_of(self.tables["measure"], here, self.scene.vocabulary)

    @property
    def year(self) -> str:
        """The academic year that is looked at; empty for all."""
        year = self.scene.position(YEAR)
        return "" if year == ALL_YEARS else year

    def category(self, code: str) -> Category:
        return self.scene.vocabulary.category(self.where, code)

    def key(self, code: str) -> Key:
        """The region as a row of the table is about it."""
        return Key(self.where, code, self.category(code).label)

    def click(self, code: str) -> ClickFilter:
        """Keeps the people of the region; none where this would leave nobody to be shown."""
        nobody = code in self.selected and not self.people[code]
        return NO_CLICK if nobody else keeping((self.where, code))

    def _parts(self, prefix: str = "") -> dict[str, Part]:
        """Numerator and base of each region, from the tables whose names begin with `prefix`."""
        measure, where = self.measure, str(self.where)
        people, units = self.by_region(f"{prefix}people"), self.by_region(f"{prefix}units")
        if measure.is_share:
            table, vocabulary = self.tables[f"{prefix}measure"], self.scene.vocabulary
            shares = {
                code: measure.share_of(table, {where: code}, vocabulary) for code in self.codes
            }
            return {code: (share.count, share.base) for code, share in shares.items()}
        if measure.kind == "ratio":
            return {code: (units[code], people[code]) for code in self.codes}
        counts = self.tables[f"{prefix}{'units' if measure.of_units else 'people'}"]
        everywhere = counts.count({where: self.codes})
        numbers = units if measure.of_units else people
        return {code: (numbers[code], everywhere) for code in self.codes}
