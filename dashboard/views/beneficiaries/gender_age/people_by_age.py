"""How many people of each gender and age are in each cohort, and how old are they on average?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dashboard.content.click_filter import ClickFilter
from dashboard.content.data_table import TOTAL
from dashboard.content.view import Scene
from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.statistics.rates import mean
from dashboard.domain.tables import ReleasedTable
from dashboard.text.numbers import decimal
from dashboard.views.kit.cohorts.breakdown import CohortBreakdown
from dashboard.views.kit.cohorts.parts import parts_along
from dashboard.views.kit.notes import COHORT, click_of

GENDER, AGE = Dimension("gender"), Dimension("age_at_enrolment")


@dataclass(frozen=True)
class People:
    """The people by cohort, gender and age. Wherever a cohort or a gender is asked for, `TOTAL` stands for all."""

    scene: Scene
    table: ReleasedTable

    @cached_property
    def genders(self) -> tuple[Category, ...]:
        """The genders in the order of the codebook."""
        return self.scene.vocabulary.categories(GENDER)

    @cached_property
    def by_gender(self) -> CohortBreakdown:
        """The cohorts divided into genders."""
        parts = parts_along(self.scene.vocabulary, GENDER)
        return CohortBreakdown(self.scene, self.table, (GENDER,), parts)

    def number(self, *, cohort: str = TOTAL, gender: str = TOTAL, ages: Sequence[int] = ()) -> int:
        """How many there are; of all ages, where none is given."""
        wanted: dict[str, str | list[str]] = _conditions(cohort, gender)
        if ages:
            wanted[str(AGE)] = [str(age) for age in ages]
        return self.table.count(wanted)

    def ages(self, cohort: str = TOTAL, gender: str = TOTAL) -> dict[int, int]:
        """Age in years -> how many people, without the ages that nobody has."""
        return self._ages.get((cohort, gender), {})

    def click(self, cohort: str = TOTAL, gender: str = TOTAL) -> ClickFilter:
        """The filter that keeps the cohort and the gender."""
        return click_of(self.scene, cohort, GENDER, gender)

    @cached_property
    def _ages(self) -> dict[tuple[str, str], dict[int, int]]:
        """The distribution of ages of each cohort and gender, from a margin of the table for each kind of total."""
        distributions: dict[tuple[str, str], dict[int, int]] = {}
        for axes in ((), (COHORT,), (GENDER,), (COHORT, GENDER)):
            margin = self.table.margin(*map(str, axes), str(AGE))
            by_cohort, by_gender = COHORT in axes, GENDER in axes
            for codes, people in margin.cells():
                if people:
                    cohort = codes[0] if by_cohort else TOTAL
                    gender = codes[-2] if by_gender else TOTAL
                    distributions.setdefault((cohort, gender), {})[int(codes[-1])] = people
        return distributions


def mean_age(ages: Mapping[int, int]) -> str:
    """`34,6 ans`, which no line breaks."""
    return f"{decimal(mean(ages))}\u00a0ans"


def _conditions(cohort: str, gender: str) -> dict[str, str | list[str]]:
    wanted = {str(COHORT): cohort, str(GENDER): gender}
    return {name: code for name, code in wanted.items() if code != TOTAL}
