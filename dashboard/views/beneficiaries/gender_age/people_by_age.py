"""How many people of each gender and age are in each cohort, and how old are they on average?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from dashboard.content.click_filter import ClickFilter
from dashboard.content.data_table import TOTAL
from dashboard.content.view import Scene
from dashboard.domain.codebook import Category
from dashboard.domain.counts import Count, is_told
from dashboard.domain.dimension import Dimension
from dashboard.domain.statistics.rates import mean
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.numbers import decimal
from dashboard.text.words import counted
from dashboard.views.kit.cohorts.breakdown import CohortBreakdown
from dashboard.views.kit.cohorts.parts import parts_along
from dashboard.views.kit.notes import COHORT, click_of

NOT_TOLD = "non diffusé"
"""What stands for the mean age of so few people that it is not told."""

GENDER, AGE = Dimension("gender"), Dimension("age_at_enrolment")


@dataclass(frozen=True)
class People:
    """The people by cohort, gender and, where it is known, age.

    Wherever a cohort or a gender is asked for, `TOTAL` stands for all, those whose gender is not known too.
    """

    scene: Scene
    table: ReleasedTable

    @property
    def has_ages(self) -> bool:
        """Whether the study knows the age of anybody."""
        return self.scene.vocabulary.has(AGE)

    @cached_property
    def genders(self) -> tuple[Category, ...]:
        """The genders in the order of the codebook, without those of whom it is not known."""
        categories = self.scene.vocabulary.categories(GENDER)
        return tuple(gender for gender in categories if gender.absence is None)

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

    @cached_property
    def of_known_gender_and_age(self) -> int:
        """How many there are of whom both are known."""
        real = self.scene.vocabulary.real_codes
        return self.table.count({str(along): real(along) for along in (GENDER, AGE)})

    def ages(self, cohort: str = TOTAL, gender: str = TOTAL) -> dict[int, int]:
        """Age in years -> how many people, without the ages that nobody has, and without unknown ones."""
        return self._ages.get((cohort, gender), {})

    def mean(self, cohort: str = TOTAL, gender: str = TOTAL) -> float | None:
        """The mean age in years; None where no age is known, or where so few are that it is not told."""
        return mean(self.ages(cohort, gender), self.of_known_age(cohort, gender))

    def mean_of_known_gender(self) -> float | None:
        """The same of all cohorts, without those whose gender is not known."""
        real = self.scene.vocabulary.real_codes
        of_known = {str(GENDER): real(GENDER)}
        ages = {int(code): self.table.count({**of_known, str(AGE): code}) for code in real(AGE)}
        told = {age: people for age, people in ages.items() if people and is_told(people)}
        return mean(told, self.of_known_gender_and_age)

    def of_known_age(self, cohort: str = TOTAL, gender: str = TOTAL) -> Count:
        """Of how many the age is known."""
        if not self.scene.dataset_info.rounded:
            return sum(self.ages(cohort, gender).values())
        real = self.scene.vocabulary.real_codes(AGE)
        return self.table.count({**_conditions(cohort, gender), str(AGE): real})

    def unknown_ages(self) -> Iterator[str]:
        """How many are in no mean, one sentence for each reason."""
        for category in self.scene.vocabulary.categories(AGE) if self.has_ages else ():
            people = self.table.count({str(AGE): category.code}) if category.absence else 0
            if people and is_told(people):
                stands = "n'entre" if people == 1 else "n'entrent"
                yield (
                    f"{category.label} : {counted(people, 'bénéficiaire')}, qui {stands} "
                    "dans aucun âge moyen."
                )

    def click(self, cohort: str = TOTAL, gender: str = TOTAL) -> ClickFilter:
        """The filter that keeps the cohort and the gender."""
        return click_of(self.scene, cohort, GENDER, gender)

    @cached_property
    def _ages(self) -> dict[tuple[str, str], dict[int, int]]:
        """The distribution of ages of each cohort and gender, from a margin of the table for each kind of total."""
        distributions: dict[tuple[str, str], dict[int, int]] = {}
        known = frozenset(self.scene.vocabulary.real_codes(AGE))
        for axes in ((), (COHORT,), (GENDER,), (COHORT, GENDER)):
            margin = self.table.margin(*map(str, axes), str(AGE))
            by_cohort, by_gender = COHORT in axes, GENDER in axes
            for codes, people in margin.occupied():
                if codes[-1] in known:
                    cohort = codes[0] if by_cohort else TOTAL
                    gender = codes[-2] if by_gender else TOTAL
                    distributions.setdefault((cohort, gender), {})[int(codes[-1])] = people
        return distributions


def has_absences(along: Dimension, vocabulary: Vocabulary) -> bool:
    """Whether there may be people of whom the category is not known."""
    return any(category.absence for category in vocabulary.categories(along))


def mean_age(mean: float | None) -> str:
    """`34,6 ans`, which no line breaks; `non diffusé` where it is not told."""
    return NOT_TOLD if mean is None else f"{decimal(mean)}\u00a0ans"


def _conditions(cohort: str, gender: str) -> dict[str, str | list[str]]:
    wanted = {str(COHORT): cohort, str(GENDER): gender}
    return {name: code for name, code in wanted.items() if code != TOTAL}
