"""How are ages spread, women on one side and men on the other?"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.content.charts.pyramid import Side, pyramid
from dashboard.content.click_filter import ClickFilter
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Row
from dashboard.domain.address import parameter_of, value_of
from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.rates import Share
from dashboard.text.numbers import count, share
from dashboard.text.words import counted, inside, listed
from dashboard.views.beneficiaries.gender_age.people_by_age import AGE, People, mean_age
from dashboard.views.kit.cohort_bars import ALL

YEARS = 5
"""Years of age in a bar of the pyramid."""

_BAND = Dimension("age_band")


@dataclass(frozen=True)
class _Bar:
    """The ages of a bar, both included, and the age band that they all lie in, if there is one."""

    first: int
    last: int
    band: Category | None

    @property
    def label(self) -> str:
        """`25 à 29 ans`, which no line breaks."""
        return f"{self.first} à {self.last}\u00a0ans".replace(" ", "\u00a0")


def pyramid_of(people: People) -> Content:
    """The pyramid of everybody selected."""
    left, right = people.genders[:2]
    total = people.table.total()
    bars, kept = _bars(people), _filtered_ages(people)
    return Content(
        title="Pyramide des âges",
        base=total,
        population="bénéficiaires, âge à la première inscription",
        figure=pyramid(
            [bar.label for bar in bars],
            _side(people, left, bars),
            _side(people, right, bars),
            axis_title="bénéficiaires",
        ),
        data_table=DataTable(
            ("genre", "âge"),
            "effectif",
            tuple(
                Row(
                    (gender.label, bar.label),
                    _within(people, bar, gender.code),
                    total,
                    target=_click(people, bar, gender.code),
                )
                for gender in (left, right)
                for bar in bars
            ),
            partition_by=0,
        ),
        reading=_pyramid_reading(people, bars),
        alternative=f"Pyramide des âges de {counted(total, 'bénéficiaire')}"
        f"{f' ({kept})' if kept else ''}, par tranches de {YEARS} ans.",
        source=people.scene.vocabulary.codebook.study.source_enrolment,
        notes=(
            _means(people),
            *(
                [f"Âges du filtre seulement ({kept}) : la pyramide ne montre pas les autres."]
                if kept
                else []
            ),
        )
        if total
        else (),
        nothing="Aucun bénéficiaire dans cette sélection.",
    )


def _bars(people: People) -> list[_Bar]:
    """From the youngest to the oldest of the tables, without the ages that a filter leaves out: they are no zeros."""
    ages = people.scene.vocabulary.integers[AGE]
    kept = _bands_kept(people)
    bars = []
    for start in range(ages[0] // YEARS * YEARS, ages[-1] + 1, YEARS):
        years = [age for age in range(start, start + YEARS) if _band_of(age, kept)]
        if years:
            bands = [_band_of(age, kept) for age in (years[0], years[-1])]
            bars.append(_Bar(years[0], years[-1], bands[0] if bands[0] == bands[1] else None))
    return bars


def _bands_kept(people: People) -> list[Category]:
    """The age bands that the filter leaves, in order; all of them where there is none."""
    vocabulary = people.scene.vocabulary
    kept = people.scene.selection.codes(_BAND)
    bands = [vocabulary.category(_BAND, code) for code in vocabulary.real_codes(_BAND)]
    return [band for band in bands if not kept or band.code in kept]


def _band_of(age: int, bands: list[Category]) -> Category | None:
    for band in bands:
        above = band.lower is None or band.lower <= age
        if above and (band.upper is None or age <= band.upper):
            return band
    return None


def _filtered_ages(people: People) -> str:
    """The ages that a filter leaves, in words; nothing where there is none."""
    if not people.scene.selection.codes(_BAND):
        return ""
    return listed([inside(band.label) for band in _bands_kept(people)])


def _click(people: People, bar: _Bar, gender: str) -> ClickFilter:
    """What a click keeps: the gender, and the age band that the bar is part of."""
    if bar.band is None:
        return people.click(gender)
    vocabulary = people.scene.vocabulary
    value = value_of(_BAND, bar.band.code, vocabulary)
    return {**people.click(gender), parameter_of(_BAND, vocabulary): value}


def _side(people: People, gender: Category, bars: list[_Bar]) -> Side:
    values = [_within(people, bar, gender.code) for bar in bars]
    return Side(
        name=gender.label,
        colour=gender.colour,
        values=tuple(values),
        labels=tuple(count(value) if value else "" for value in values),
        hovers=tuple(
            f"<b>{gender.label}, {bar.label}</b><br>{count(value)} sur {count(people.table.total())}"
            for bar, value in zip(bars, values, strict=True)
        ),
        clicks=tuple(_click(people, bar, gender.code) for bar in bars),
    )


def _means(people: People) -> str:
    told = [
        f"{gender.label.lower()}, {mean_age(ages)}"
        for gender in people.genders
        if (ages := people.ages(ALL, gender.code))
    ]
    return f"Âge moyen : {mean_age(people.ages(ALL))} ({' ; '.join(told)})."


def _pyramid_reading(people: People, bars: list[_Bar]) -> str:
    found = [(_within(people, bar, g.code), bar, g) for bar in bars for g in people.genders]
    most, bar, gender = max(found, key=lambda one: one[0])
    if not most:
        return ""
    part = Share(most, people.table.total())
    return (
        f"{gender.label} de {bar.label} : {counted(most, 'bénéficiaire')} "
        f"sur {count(part.base)} ({share(part)})."
    )


def _within(people: People, bar: _Bar, gender: str) -> int:
    ages = people.ages(ALL, gender)
    return sum(found for age, found in ages.items() if bar.first <= age <= bar.last)
