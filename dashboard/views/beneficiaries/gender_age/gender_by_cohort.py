"""How many of each gender has each cohort, and how old are they on average?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dashboard.content.charts.datum import Datum
from dashboard.content.charts.rich_text import RichText, bold, rich
from dashboard.content.content import Content
from dashboard.content.data_table import TOTAL, DataTable, Row, total_along
from dashboard.domain.codebook import Category
from dashboard.domain.counts import is_nobody, is_told
from dashboard.text.nouns import PEOPLE, variable_noun
from dashboard.text.numbers import ABSENT, count, share
from dashboard.text.variables import known, known_of_nobody, short_name
from dashboard.text.words import NONE_TOLD, counted, inside, of, part_of_base
from dashboard.views.beneficiaries.gender_age.people_by_age import (
    AGE,
    GENDER,
    NOT_TOLD,
    People,
    has_absences,
    mean_age,
)
from dashboard.views.kit.benchmarks import benchmarks_of, beside_benchmarks
from dashboard.views.kit.cohorts.breakdown import cohort_key, cohort_label
from dashboard.views.kit.cohorts.chart import cohort_bars, datum_of, name_with_base
from dashboard.views.kit.cohorts.parts import Part
from dashboard.views.kit.notes import absence_notes, absent_rows, small_bases_note, untold_note
from dashboard.views.kit.settled import is_decided

TWO = 2
"""Of two genders the share of the one tells that of the other."""


def gender_by_cohort(people: People) -> Content:
    """A bar a cohort, divided into genders, with the mean age beside its name."""
    breakdown, vocabulary = people.by_gender, people.scene.vocabulary
    gender = vocabulary.variable(GENDER.variable)
    content = Content(
        title=f"{gender.label}{' et âge moyen' if people.has_ages else ''}, selon la promotion",
        base=breakdown.base(TOTAL),
        population=_population(people),
        chart=cohort_bars(
            breakdown,
            lambda part, cohort: _datum(people, part, cohort),
            lambda cohort: _name(people, cohort),
        ),
        data_table=DataTable(
            ("promotion", short_name(gender)),
            "effectif",
            (*_rows(people), *_unknown_rows(people)),
            ("âge moyen",) if people.has_ages else (),
            with_intervals=True,
            partition_by=1,
        ),
        reading=_reading(people),
        alternative=_alternative(people),
        source=vocabulary.codebook.study.source_enrolment,
        notes=(
            *absence_notes(people.scene, people.table, GENDER, PEOPLE),
            *people.unknown_ages(),
            *_whose_ages(people),
            *untold_note(breakdown.untold),
            *small_bases_note(breakdown.small),
        ),
        nothing=known_of_nobody(variable_noun(gender))
        if people.number()
        else "Aucun bénéficiaire dans cette sélection.",
    )
    mean_ages = benchmarks_of(people.scene, AGE) if people.has_ages else ()
    return beside_benchmarks(content, [*breakdown.benchmarks, *mean_ages], vocabulary)


def of_them(gender: Category) -> str:
    """Its people, after a share: `de femmes`; where words for them are no noun, `de bénéficiaires d'un autre genre`."""
    name = inside(gender.label)
    if gender.phrase in ("", name):
        return of(name)
    return f"de bénéficiaires {gender.phrase}"


def _population(people: People) -> str:
    vocabulary = people.scene.vocabulary
    noun = variable_noun(vocabulary.variable(GENDER.variable))
    whose = f" {known(noun)}" if has_absences(GENDER, vocabulary) else ""
    when = f", {inside(vocabulary.variable(AGE.variable).label)}" if people.has_ages else ""
    return f"bénéficiaires{whose}{when}"


def _whose_ages(people: People) -> tuple[str, ...]:
    """That a cohort's mean age is also that of those whose gender is not known, where there are any."""
    if not people.has_ages or people.number() == people.by_gender.base(TOTAL):
        return ()
    return (
        "L'âge moyen d'une promotion est celui de tous ses bénéficiaires dont l'âge est connu.",
    )


def _name(people: People, cohort: str) -> RichText:
    """`2015-2016`, and below it the mean age; where ages are not known, how many its bar stands for."""
    if not people.has_ages:
        return name_with_base(people.by_gender, cohort)
    if is_nobody(people.of_known_age(cohort)):
        return rich(cohort_label(cohort), "âge inconnu")
    mean = people.mean(cohort)
    return rich(cohort_label(cohort), f"âge moyen {NOT_TOLD}" if mean is None else mean_age(mean))


def _datum(people: People, part: Part, cohort: str) -> Datum:
    of_cohort = people.by_gender.share(part, cohort)
    hover = rich(
        bold(cohort_label(cohort)),
        f"{part.label} : {part_of_base(of_cohort)}"
        if of_cohort.hidden
        else f"{part.label} : {share(of_cohort)} ({count(of_cohort.count)} sur {count(of_cohort.base)})",
    )
    if people.has_ages:
        ages = people.ages(cohort, part.category.code)
        old = mean_age(people.mean(cohort, part.category.code)) if ages else ABSENT
        hover += rich(f"Âge moyen : {old}")
    datum = datum_of(people.by_gender, part, cohort, hover)
    if people.scene.medium == "phone":
        return datum
    return replace(datum, suffix=f"({count(of_cohort.count)})")


def _rows(people: People) -> Iterator[Row]:
    """The genders of each cohort with their mean ages, then the mean age of the cohort."""
    rows = {row.keys: row for row in people.by_gender.rows()}
    for cohort in people.by_gender.bars:
        for part in people.by_gender.listed(cohort):
            row = rows[cohort_key(cohort), part.key]
            yield replace(row, measures=_mean(people, cohort, part.category.code))
        yield Row(
            (cohort_key(cohort), total_along(GENDER)),
            people.number(cohort=cohort),
            None,
            _mean(people, cohort),
            people.click(cohort),
        )


def _unknown_rows(people: People) -> Iterator[Row]:
    """Those of each cohort whose gender is not known, with their mean ages."""
    for row in absent_rows(people.scene, people.table, GENDER):
        cohort, gender = (key.code for key in row.keys)
        yield replace(row, measures=_mean(people, cohort, gender))


def _mean(people: People, cohort: str, gender: str = TOTAL) -> tuple[float | None, ...]:
    return (people.mean(cohort, gender),) if people.has_ages else ()


def _reading(people: People) -> str:
    """The largest gender of the last cohort that is told, unless a filter settles it; and the cohort's mean age."""
    breakdown = people.by_gender
    told = [cohort for cohort in breakdown.cohorts if cohort not in breakdown.untold]
    if not told:
        return ""
    cohort = told[-1]
    largest = max(breakdown.known, key=lambda part: breakdown.count(part, cohort))
    of_cohort = breakdown.share(largest, cohort)
    mean = people.mean(cohort) if people.has_ages else None
    if not is_told(of_cohort.count):
        return ""
    if is_decided(people.scene, GENDER, (largest.category.code,)):
        whose = f"« {largest.category.label} »"
        return _reading_of_numbers(people, cohort, of_cohort.count, whose)
    old = "" if mean is None else f" ; l'âge moyen y est de {mean_age(mean)}"
    if of_cohort.hidden:
        numbers = f"{counted(of_cohort.count, 'bénéficiaire')} sur {count(of_cohort.base)}"
        return f"Le groupe « {largest.category.label} » compte {numbers} dans la promotion {cohort}{old}."
    return (
        f"La promotion {cohort} compte {share(of_cohort)} {of_them(largest.category)} "
        f"({count(of_cohort.count)} sur {counted(of_cohort.base, 'bénéficiaire')}){old}."
    )


def _reading_of_numbers(people: People, cohort: str, number: int, name: str) -> str:
    """The mean age, where a filter has chosen the gender; where none is told, how many they are."""
    mean = people.mean(cohort) if people.has_ages else None
    if mean is None:
        return f"La promotion {cohort} compte {counted(number, 'bénéficiaire')} du groupe {name}."
    of_whom = counted(people.of_known_age(cohort), "bénéficiaire")
    return f"L'âge moyen de la promotion {cohort} est de {mean_age(mean)} ({of_whom})."


def _alternative(people: People) -> str:
    bars = [
        f"{cohort_label(cohort)}, {told}"
        for cohort in people.by_gender.bars
        if (told := _told(people, cohort))
    ]
    return f"Diagramme en barres du genre : {' ; '.join(bars) or NONE_TOLD}."


def _told(people: People, cohort: str) -> str:
    """`51,8 % de femmes, 34,4 ans en moyenne`."""
    genders = people.by_gender.known
    shares = [
        f"{share(part_of_cohort)} {of_them(part.category)}"
        for part in (genders[:1] if len(genders) == TWO else genders)
        if not (part_of_cohort := people.by_gender.share(part, cohort)).hidden
    ]
    mean = people.mean(cohort) if people.has_ages else None
    return ", ".join([*shares, *([] if mean is None else [f"{mean_age(mean)} en moyenne"])])
