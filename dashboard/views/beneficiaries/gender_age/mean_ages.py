"""How old is each cohort on average, and how sure may one be of it?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.content.charts.datum import Datum
from dashboard.content.charts.dots import DotRow, Dots
from dashboard.content.charts.rich_text import bold, rich
from dashboard.content.click_filter import NO_CLICK, ClickFilter, keeping
from dashboard.content.content import Content
from dashboard.content.data_table import TOTAL, DataTable, Row
from dashboard.content.theme import DOT
from dashboard.content.view import Scene
from dashboard.domain.counts import Count, is_told
from dashboard.domain.statistics.inference import mean_interval
from dashboard.domain.statistics.rates import Share, mean
from dashboard.domain.tables import ReleasedTable
from dashboard.text.numbers import base_in_brackets, decimal
from dashboard.text.words import NONE_TOLD, counted, inside
from dashboard.views.beneficiaries.gender_age.people_by_age import AGE, has_absences, mean_age
from dashboard.views.kit.benchmarks import benchmark_line, benchmarks_of, beside_benchmarks
from dashboard.views.kit.cohorts.breakdown import cohort_key, cohort_label
from dashboard.views.kit.notes import COHORT, marks_of, small_bases_note

LEAST = 2
"""People of whom an interval can be found."""


@dataclass(frozen=True)
class MeanAges:
    """The people by cohort and age; wherever a cohort is asked for, `TOTAL` stands for all."""

    scene: Scene
    table: ReleasedTable

    @cached_property
    def cohorts(self) -> list[str]:
        """The cohorts in which somebody's age is known and told, then all of them together where there are several."""
        known = [cohort for cohort in self.scene.vocabulary.cohorts if self._tells(cohort)]
        return [*known, TOTAL] if len(known) > 1 else known

    def ages(self, cohort: str = TOTAL) -> Mapping[int, int]:
        """Age in years -> how many people."""
        of_cohort = {} if cohort == TOTAL else {str(COHORT): cohort}
        real = self.scene.vocabulary.real_codes(AGE)
        ages = {int(code): self.table.count({**of_cohort, str(AGE): code}) for code in real}
        return {age: people for age, people in ages.items() if people and is_told(people)}

    def people(self, cohort: str = TOTAL) -> Count:
        """Of how many the age is known."""
        of_cohort = {} if cohort == TOTAL else {str(COHORT): cohort}
        real = self.scene.vocabulary.real_codes(AGE)
        return self.table.count({**of_cohort, str(AGE): real})

    def mean(self, cohort: str = TOTAL) -> float | None:
        """The mean age in years; None where it is not told."""
        return mean(self.ages(cohort), self.people(cohort))

    def interval(self, cohort: str) -> tuple[float, float] | None:
        """The 95 % interval of the mean; None of one person, and where there is no mean."""
        enough = self.people(cohort) >= LEAST and self.mean(cohort) is not None
        return mean_interval(self.ages(cohort)) if enough else None

    def _tells(self, cohort: str) -> bool:
        people = self.people(cohort)
        return is_told(people) and people > 0


def mean_ages(scene: Scene, table: ReleasedTable) -> Content:
    """A dot a cohort, its mean age, with its interval."""
    ages, vocabulary = MeanAges(scene, table), scene.vocabulary
    benchmarks = benchmarks_of(scene, AGE)
    partly = " dont l'âge est connu" if has_absences(AGE, vocabulary) else ""
    when = inside(vocabulary.variable(AGE.variable).label)
    content = Content(
        title="Âge moyen, selon la promotion",
        base=ages.people(),
        population=f"bénéficiaires{partly}, {when}",
        chart=Dots(
            tuple(_dot(ages, cohort) for cohort in ages.cohorts),
            DOT,
            verdicts=None,
            unit="number",
            axis_title="Âge moyen, avec son intervalle à 95 %",
            benchmarks=tuple(benchmark_line(one, vocabulary) for one in benchmarks),
        ),
        data_table=DataTable(
            ("promotion",),
            "effectif",
            tuple(_row(ages, cohort) for cohort in ages.cohorts),
            ("âge moyen", "borne basse", "borne haute"),
        ),
        reading=_reading(ages),
        alternative=_alternative(ages),
        source=vocabulary.codebook.study.source_enrolment,
        notes=small_bases_note(
            [cohort_label(c) for c in ages.cohorts if Share(0, ages.people(c)).fragile]
        ),
        nothing="L'âge n'est connu d'aucun bénéficiaire de cette sélection."
        if table.total()
        else "Aucun bénéficiaire dans cette sélection.",
    )
    return beside_benchmarks(content, benchmarks, vocabulary)


def _dot(ages: MeanAges, cohort: str) -> DotRow:
    mean, people = ages.mean(cohort), ages.people(cohort)
    text = mean_age(mean)
    return DotRow(
        f"{cohort_label(cohort)} {base_in_brackets(people)}",
        Datum(
            mean,
            text,
            rich(
                bold(cohort_label(cohort)),
                f"Âge moyen : {text} ({counted(people, 'bénéficiaire')})",
                *_interval_in_words(ages, cohort),
            ),
            _click(cohort),
            ages.interval(cohort),
            marks_of(Share(0, people)),
        ),
    )


def _interval_in_words(ages: MeanAges, cohort: str) -> list[str]:
    interval = ages.interval(cohort)
    if interval is None:
        return []
    low, high = (decimal(end) for end in interval)
    return [f"Intervalle à 95 % : {low} à {high} ans"]


def _click(cohort: str) -> ClickFilter:
    return NO_CLICK if cohort == TOTAL else keeping((COHORT, cohort))


def _row(ages: MeanAges, cohort: str) -> Row:
    bounds = ages.interval(cohort) or (None, None)
    return Row(
        (cohort_key(cohort),),
        ages.people(cohort),
        None,
        (ages.mean(cohort), *bounds),
        _click(cohort),
    )


def _reading(ages: MeanAges) -> str:
    """The last cohort of which an age is known."""
    cohorts = [c for c in ages.cohorts if c != TOTAL and ages.mean(c) is not None]
    if not cohorts:
        return ""
    people = counted(ages.people(cohorts[-1]), "bénéficiaire")
    return (
        f"Les bénéficiaires de la promotion {cohorts[-1]} ont en moyenne "
        f"{mean_age(ages.mean(cohorts[-1]))} ({people})."
    )


def _alternative(ages: MeanAges) -> str:
    means = [f"{cohort_label(cohort)} {mean_age(ages.mean(cohort))}" for cohort in ages.cohorts]
    return (
        f"Un point par promotion, âge moyen avec son intervalle : {' ; '.join(means) or NONE_TOLD}."
    )
