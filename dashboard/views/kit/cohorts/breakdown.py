"""How many of each cohort are in each part of it?"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.content.charts.benchmark_line import BenchmarkLine
from dashboard.content.charts.datum import Unit
from dashboard.content.click_filter import ClickFilter, keeping
from dashboard.content.data_table import TOTAL, TOTAL_LABEL, Key, Row, total_along
from dashboard.content.view import Scene
from dashboard.domain.benchmarks import Benchmark
from dashboard.domain.counts import is_told
from dashboard.domain.dimension import Dimension
from dashboard.domain.statistics.rates import Share
from dashboard.domain.tables import ReleasedTable
from dashboard.text.words import inside
from dashboard.views.kit.benchmarks import benchmarks_along, boundary_line
from dashboard.views.kit.cohorts.parts import Part
from dashboard.views.kit.notes import COHORT, low_coverage


@dataclass(frozen=True)
class CohortBreakdown:
    """Cohorts divided into `parts`, which hold everybody of `table` once: the known parts, then the absences.

    `table` counts people, or their units, by cohort and along each of `dimensions`. In numbers each bar is a cohort,
    absences included; in percent the known parts add up to 100, and a bar of all cohorts together follows where there
    are several.

    A cohort without any known member has rows only where it `keeps_unknown` ones, and a bar only in numbers: there is
    nothing to draw of it in percent. Too little is known of the cohorts in `also_low_coverage` for another reason than
    the table's own.

    Wherever a cohort is asked for, `TOTAL` stands for all of them together.
    """

    scene: Scene
    table: ReleasedTable
    dimensions: tuple[Dimension, ...]
    parts: tuple[Part, ...]
    unit: Unit = "percent"
    keeps_unknown: bool = False
    also_low_coverage: Collection[str] = ()

    @cached_property
    def cohorts(self) -> tuple[str, ...]:
        """Those that are shown: in the years of the others a region may not have been covered."""
        number = self.members if self.keeps_unknown else self.base
        # Of a cohort that a filter leaves out it may not be told that it has nobody.
        kept = self.scene.selection.codes(COHORT) or self.scene.vocabulary.cohorts
        return tuple(c for c in self.scene.vocabulary.cohorts if c in kept and number(c))

    @cached_property
    def bars(self) -> tuple[str, ...]:
        """The cohorts that have one, then all of them together where bars are of equal length and there are several."""
        told = tuple(cohort for cohort in self.cohorts if cohort not in self.untold)
        if self.unit == "number" or len(self.cohorts) == 1:
            return told
        drawn = tuple(cohort for cohort in told if self.base(cohort))
        return (*drawn, TOTAL) if drawn else ()

    @cached_property
    def without_bar(self) -> tuple[str, ...]:
        """The cohorts that have people and no bar, since nothing is known of them."""
        drawn = {*self.bars, *self.untold}
        return tuple(cohort for cohort in self.cohorts if cohort not in drawn)

    @cached_property
    def untold(self) -> tuple[str, ...]:
        """The cohorts of which too few people are counted for their number to be told: they have no bar either."""
        number = self.members if self.unit == "number" else self.base
        return tuple(cohort for cohort in self.cohorts if not is_told(number(cohort)))

    @property
    def _told(self) -> tuple[str, ...]:
        """The cohorts, and all together, that have rows."""
        return (*self.cohorts, *(bar for bar in self.bars if bar == TOTAL))

    @cached_property
    def known(self) -> tuple[Part, ...]:
        """The parts that are no absences."""
        return tuple(part for part in self.parts if not part.absent)

    @cached_property
    def absences(self) -> tuple[Part, ...]:
        """The absences that hold anybody."""
        return tuple(part for part in self.parts if part.absent and self.count(part, TOTAL))

    @cached_property
    def drawn(self) -> tuple[Part, ...]:
        """The parts that have a colour in the chart: absences only beside numbers."""
        return (*self.known, *self.absences) if self.unit == "number" else self.known

    def listed(self, cohort: str) -> tuple[Part, ...]:
        """The parts that a cohort's rows tell: the known ones, where any is known of it; then the absences that it has.

        Beside shares, these stand where a cohort of which nothing is known has a bar too.
        """
        if self.unit == "number":
            return tuple(part for part in self.drawn if self.shows(part, cohort))
        absences = (
            part for part in self.absences if self.keeps_unknown and self.count(part, cohort)
        )
        return (*(self.known if self.base(cohort) else ()), *absences)

    def shows(self, part: Part, cohort: str) -> bool:
        """Whether `part` has a number in `cohort`: of a cohort that nothing is known of, unknown is not zero."""
        return bool(self.base(cohort)) or (part.absent and bool(self.count(part, cohort)))

    def count(self, part: Part, cohort: str) -> int:
        """How many of `cohort` are in `part`."""
        return self._counts[part.category.code, cohort]

    def base(self, cohort: str) -> int:
        """How many of `cohort` are in a known part: what shares are taken of."""
        return self._bases[cohort]

    def members(self, cohort: str) -> int:
        """How many `cohort` has in all, known or not."""
        return self.table.count(_of(cohort))

    def share(self, part: Part, cohort: str) -> Share:
        """The share of `part` among the known members of `cohort`."""
        return Share(self.count(part, cohort), self.base(cohort))

    @cached_property
    def benchmarks(self) -> Mapping[Benchmark, BenchmarkLine]:
        """The outside figures that bars of shares are read against, with their lines."""
        if self.unit == "number":
            return {}
        lines = {
            benchmark: boundary_line(benchmark, self.drawn, self.scene.vocabulary)
            for along in self.dimensions
            for benchmark in benchmarks_along(self.scene, along)
        }
        return {benchmark: line for benchmark, line in lines.items() if line is not None}

    @property
    def small(self) -> list[str]:
        """The names of the bars whose base is small."""
        return [inside(cohort_label(c)) for c in self.bars if Share(0, self.base(c)).fragile]

    @cached_property
    def low_coverage(self) -> dict[str, Share]:
        """The cohorts of which too little is known to compare them, with how much is."""
        return low_coverage(self.scene, self.table, *self.dimensions)

    def rows(self) -> tuple[Row, ...]:
        """A row for each bar and each part that it lists; absences have no base."""
        not_comparable = {*self.low_coverage, *self.also_low_coverage}
        return tuple(
            Row(
                (cohort_key(cohort), part.key),
                self.count(part, cohort),
                None if part.absent else self.base(cohort),
                click=self.click(part, cohort),
                comparable=cohort not in not_comparable,
            )
            for cohort in self._told
            for part in self.listed(cohort)
        )

    def click(self, part: Part, cohort: str) -> ClickFilter:
        """What a click keeps: the cohort, and the part where it describes people and not units."""
        conditions = [(COHORT, cohort)] if cohort != TOTAL else []
        selects = self.scene.vocabulary.selects_people
        of_people = [(along, code) for along, code in part.conditions if selects(along)]
        return keeping(*conditions, *of_people)

    @cached_property
    def _counts(self) -> Mapping[tuple[str, str], int]:
        """Each number by the part's code and the cohort: charts, rows and words ask for most of them several times."""
        cohorts = [(cohort, _of(cohort)) for cohort in (*self.scene.vocabulary.cohorts, TOTAL)]
        conditions = {
            part.category.code: {str(along): code for along, code in part.conditions}
            for part in self.parts
        }
        return {
            (part, cohort): self.table.count(of_part | of_cohort)
            for part, of_part in conditions.items()
            for cohort, of_cohort in cohorts
        }

    @cached_property
    def _bases(self) -> Mapping[str, int]:
        real = {str(along): self.scene.vocabulary.real_codes(along) for along in self.dimensions}
        cohorts = (*self.scene.vocabulary.cohorts, TOTAL)
        return {cohort: self.table.count({**real, **_of(cohort)}) for cohort in cohorts}


def cohort_key(cohort: str) -> Key:
    """The key of a cohort, or of all of them together."""
    return total_along(COHORT) if cohort == TOTAL else Key(COHORT, cohort, cohort)


def cohort_label(cohort: str) -> str:
    """How a cohort, or all of them together, is written."""
    return TOTAL_LABEL if cohort == TOTAL else cohort


def _of(cohort: str) -> dict[str, str]:
    return {} if cohort == TOTAL else {str(COHORT): cohort}
