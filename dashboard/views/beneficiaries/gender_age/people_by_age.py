"""How many people of each gender and age are in each cohort, and how old are they on average?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.content.click_filter import ClickFilter
from dashboard.content.view import Scene
from dashboard.domain.address import parameter_of, value_of
from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.rates import Share, mean
from dashboard.domain.tables import ReleasedTable
from dashboard.text.numbers import decimal
from dashboard.views.kit.cohort_bars import ALL, COHORT, cohorts_of

GENDER, AGE = Dimension("gender"), Dimension("age_at_enrolment")


@dataclass(frozen=True)
class People:
    """The people by cohort, gender and age."""

    scene: Scene
    table: ReleasedTable

    @cached_property
    def genders(self) -> tuple[Category, ...]:
        return self.scene.vocabulary.categories(GENDER)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The cohorts, then all of them together."""
        cohorts = cohorts_of(self.table)
        return (*cohorts, ALL) if len(cohorts) > 1 else cohorts

    @cached_property
    def distributions(self) -> dict[tuple[str, str], dict[int, int]]:
        """Age -> how many people, of each cohort and gender."""
        found: dict[tuple[str, str], dict[int, int]] = {}
        for (cohort, gender, age), people in self.table.cells():
            if people:
                found.setdefault((cohort, gender), {})[int(age)] = people
        return found

    def ages(self, line: str, gender: str = "") -> dict[int, int]:
        """Age -> how many people; of all genders, where none is given."""
        cohorts = cohorts_of(self.table) if line == ALL else (line,)
        genders = (gender,) if gender else tuple(one.code for one in self.genders)
        summed: dict[int, int] = {}
        for cohort in cohorts:
            for code in genders:
                for age, people in self.distributions.get((cohort, code), {}).items():
                    summed[age] = summed.get(age, 0) + people
        return summed

    def part(self, line: str, gender: str) -> Share:
        return Share(sum(self.ages(line, gender).values()), sum(self.ages(line).values()))

    def click(self, gender: str = "", cohort: str = "") -> ClickFilter:
        vocabulary = self.scene.vocabulary
        kept = ((GENDER, gender), (COHORT, "" if cohort == ALL else cohort))
        return {
            parameter_of(key, vocabulary): value_of(key, code, vocabulary)
            for key, code in kept
            if code
        }


def mean_age(ages: Mapping[int, int]) -> str:
    """`34,6 ans`, which no line breaks."""
    return f"{decimal(mean(ages))}\u00a0ans"
