"""How many women and men has each cohort, and how old are they on average?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dashboard.content.charts.datum import Datum
from dashboard.content.charts.rich_text import RichText, bold, rich
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Row, total_along
from dashboard.domain.statistics.rates import mean
from dashboard.text.numbers import count, share
from dashboard.text.words import counted, of
from dashboard.views.beneficiaries.gender_age.people_by_age import GENDER, People, mean_age
from dashboard.views.kit.cohorts.breakdown import cohort_key, cohort_label
from dashboard.views.kit.cohorts.chart import cohort_bars, datum_of
from dashboard.views.kit.cohorts.parts import Part
from dashboard.views.kit.notes import small_bases_note


def gender_by_cohort(people: People) -> Content:
    """A bar a cohort, women and men, with the mean age beside its name."""
    breakdown = people.by_gender
    return Content(
        title="Genre et âge moyen, selon la promotion",
        base=people.table.total(),
        population="bénéficiaires, âge à la première inscription",
        chart=cohort_bars(
            breakdown,
            lambda part, cohort: _datum(people, part, cohort),
            lambda cohort: _name(people, cohort),
        ),
        data_table=DataTable(
            ("promotion", "genre"),
            "effectif",
            tuple(_rows(people)),
            ("âge moyen",),
            with_intervals=True,
            partition_by=1,
        ),
        reading=_reading(people),
        alternative=_alternative(people),
        source=people.scene.vocabulary.codebook.study.source_enrolment,
        notes=small_bases_note(breakdown.small),
        nothing="Aucun bénéficiaire dans cette sélection.",
    )


def _name(people: People, cohort: str) -> RichText:
    return rich(cohort_label(cohort), mean_age(people.ages(cohort)))


def _datum(people: People, part: Part, cohort: str) -> Datum:
    of_cohort = people.by_gender.share(part, cohort)
    ages = people.ages(cohort, part.category.code)
    hover = rich(
        bold(cohort_label(cohort)),
        f"{part.label} : {share(of_cohort)} ({count(of_cohort.count)} sur {count(of_cohort.base)})",
        f"Âge moyen : {mean_age(ages)}",
    )
    datum = datum_of(people.by_gender, part, cohort, hover)
    if people.scene.medium == "phone":
        return datum
    return replace(datum, suffix=f"({count(of_cohort.count)})")


def _rows(people: People) -> Iterator[Row]:
    """The genders of each cohort with their mean ages, then the mean age of the cohort."""
    rows = {row.keys: row for row in people.by_gender.rows()}
    for cohort in people.by_gender.bars:
        for part in people.by_gender.listed(cohort):
            ages = people.ages(cohort, part.category.code)
            yield replace(rows[cohort_key(cohort), part.key], measures=(mean(ages),))
        yield Row(
            (cohort_key(cohort), total_along(GENDER)),
            people.number(cohort=cohort),
            None,
            (mean(people.ages(cohort)),),
            people.click(cohort),
        )


def _reading(people: People) -> str:
    """The larger gender of the last cohort, and the cohort's mean age."""
    breakdown = people.by_gender
    if not breakdown.cohorts:
        return ""
    cohort = breakdown.cohorts[-1]
    largest = max(breakdown.known, key=lambda part: breakdown.count(part, cohort))
    of_cohort = breakdown.share(largest, cohort)
    return (
        f"La promotion {cohort} compte {share(of_cohort)} {of(largest.category.phrase)} "
        f"({count(of_cohort.count)} sur {counted(of_cohort.base, 'bénéficiaire')}) ; "
        f"l'âge moyen y est de {mean_age(people.ages(cohort))}."
    )


def _alternative(people: People) -> str:
    first = people.by_gender.known[0]
    bars = [
        f"{cohort_label(cohort)}, {share(people.by_gender.share(first, cohort))} "
        f"{of(first.category.phrase)}, {mean_age(people.ages(cohort))} en moyenne"
        for cohort in people.by_gender.bars
    ]
    return f"Diagramme en barres du genre : {' ; '.join(bars)}."
