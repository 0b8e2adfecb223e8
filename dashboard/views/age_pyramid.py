"""How are ages spread, women on one side and men on the other?"""

from __future__ import annotations

from dashboard.charts.pyramid import Side, pyramid
from dashboard.domain.codebook import Category
from dashboard.domain.rates import Share
from dashboard.text.numbers import count, share
from dashboard.text.words import counted
from dashboard.views.by_cohort import ALL
from dashboard.views.people_by_age import AGE, People, mean_age
from dashboard.views.view import Content, Row, Twin

YEARS = 5
"""Years of age in a bar of the pyramid."""


def pyramid_of(people: People) -> Content:
    """The pyramid of everybody selected."""
    left, right = people.genders[:2]
    total = people.table.total()
    names = [_band(band) for band in _bands(people)]
    return Content(
        title="Pyramide des âges",
        base=total,
        population="bénéficiaires, âge à la première inscription",
        figure=pyramid(
            names, _side(people, left), _side(people, right), axis_title="bénéficiaires"
        ),
        twin=Twin(
            ("genre", "âge"),
            "effectif",
            tuple(
                Row(
                    (gender.label, _band(band)),
                    _in_band(people, band, gender.code),
                    total,
                    target=people.target(gender.code),
                )
                for gender in (left, right)
                for band in _bands(people)
            ),
            parted=0,
        ),
        reading=_pyramid_reading(people),
        alternative=f"Pyramide des âges de {counted(total, 'bénéficiaire')}, par tranches de {YEARS} ans.",
        source=people.scene.vocabulary.codebook.study.source_enrolment,
        notes=(_means(people),) if total else (),
        nothing="Aucun bénéficiaire dans cette sélection.",
    )


def _band(band: int) -> str:
    return f"{band} à {band + YEARS - 1}\u00a0ans"


def _side(people: People, gender: Category) -> Side:
    values = [_in_band(people, band, gender.code) for band in _bands(people)]
    return Side(
        name=gender.label,
        colour=gender.colour,
        values=tuple(values),
        labels=tuple(count(value) if value else "" for value in values),
        tells=tuple(
            f"<b>{gender.label}, {_band(band)}</b><br>{count(value)} sur {count(people.table.total())}"
            for band, value in zip(_bands(people), values, strict=True)
        ),
        targets=tuple(people.target(gender.code) for _ in values),
    )


def _means(people: People) -> str:
    told = [
        f"{gender.label.lower()}, {mean_age(ages)}"
        for gender in people.genders
        if (ages := people.ages(ALL, gender.code))
    ]
    return f"Âge moyen : {mean_age(people.ages(ALL))} ({' ; '.join(told)})."


def _pyramid_reading(people: People) -> str:
    bars = [(_in_band(people, b, g.code), b, g) for b in _bands(people) for g in people.genders]
    most, band, gender = max(bars, key=lambda bar: bar[0])
    if not most:
        return ""
    part = Share(most, people.table.total())
    return (
        f"{gender.label} de {_band(band)} : {counted(most, 'bénéficiaire')} "
        f"sur {count(part.base)} ({share(part)})."
    )


def _bands(people: People) -> tuple[int, ...]:
    """The first age of each bar, from the youngest to the oldest of the tables: a filter moves no axis."""
    ages = people.scene.vocabulary.integers[AGE]
    return tuple(range(ages[0] // YEARS * YEARS, ages[-1] + 1, YEARS))


def _in_band(people: People, band: int, gender: str) -> int:
    ages = people.ages(ALL, gender)
    return sum(found for age, found in ages.items() if band <= age < band + YEARS)
