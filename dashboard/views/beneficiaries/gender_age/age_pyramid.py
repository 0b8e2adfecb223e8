"""How are ages spread, women on one side and men on the other?"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.content.charts.datum import Datum, Series
from dashboard.content.charts.pyramid import Pyramid
from dashboard.content.charts.rich_text import bold, rich
from dashboard.content.click_filter import ClickFilter, keeping
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Key, Row
from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.statistics.rates import Share
from dashboard.text.numbers import count, share
from dashboard.text.words import counted, inside, listed
from dashboard.views.beneficiaries.gender_age.people_by_age import AGE, GENDER, People, mean_age

YEARS = 5
"""Years of age in a bar of the pyramid."""

AGES = "ages"
"""What keys of rows are along where they tell the ages of a bar, which is no category of the codebook."""

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

    @property
    def key(self) -> Key:
        """Its key in a row."""
        return Key(AGES, f"{self.first}-{self.last}", self.label)


def pyramid_of(people: People) -> Content:
    """The pyramid of everybody selected."""
    left, right = people.genders[:2]
    total = people.table.total()
    bars, kept = _bars(people), _filtered_ages(people)
    return Content(
        title="Pyramide des âges",
        base=total,
        population="bénéficiaires, âge à la première inscription",
        chart=Pyramid(
            bands=tuple(bar.label for bar in bars),
            left=_side(people, left, bars),
            right=_side(people, right, bars),
            axis_title="bénéficiaires",
        ),
        data_table=DataTable(
            ("genre", "âge"),
            "effectif",
            tuple(_row(people, bar, gender) for gender in (left, right) for bar in bars),
            partition_by=0,
        ),
        reading=_reading(people, bars),
        alternative=f"Pyramide des âges de {counted(total, 'bénéficiaire')}"
        f"{f' ({kept})' if kept else ''}, par tranches de {YEARS} ans.",
        source=people.scene.vocabulary.codebook.study.source_enrolment,
        notes=_notes(people, kept) if total else (),
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


def _click(bar: _Bar, gender: Category) -> ClickFilter:
    """What a click keeps: the gender, and the age band that the bar is part of."""
    kept = [(GENDER, gender.code)]
    return keeping(*kept) if bar.band is None else keeping(*kept, (_BAND, bar.band.code))


def _row(people: People, bar: _Bar, gender: Category) -> Row:
    return Row(
        (Key(GENDER, gender.code, gender.label), bar.key),
        _within(people, bar, gender),
        people.table.total(),
        click=_click(bar, gender),
    )


def _side(people: People, gender: Category, bars: list[_Bar]) -> Series:
    return Series(
        name=gender.label,
        colour=gender.colour,
        data=tuple(_datum(people, bar, gender) for bar in bars),
    )


def _datum(people: People, bar: _Bar, gender: Category) -> Datum:
    number = _within(people, bar, gender)
    return Datum(
        number,
        count(number) if number else "",
        rich(
            bold(f"{gender.label}, {bar.label}"),
            f"{count(number)} sur {count(people.table.total())}",
        ),
        _click(bar, gender),
    )


def _notes(people: People, kept: str) -> tuple[str, ...]:
    """The mean ages; where a filter leaves the ages `kept`, that the others are not shown."""
    if not kept:
        return (_means(people),)
    return (
        _means(people),
        f"Âges du filtre seulement ({kept}) : la pyramide ne montre pas les autres.",
    )


def _means(people: People) -> str:
    means = [
        f"{gender.label.lower()}, {mean_age(ages)}"
        for gender in people.genders
        if (ages := people.ages(gender=gender.code))
    ]
    return f"Âge moyen : {mean_age(people.ages())} ({' ; '.join(means)})."


def _reading(people: People, bars: list[_Bar]) -> str:
    """The longest bar."""
    numbers = [
        (_within(people, bar, gender), bar, gender) for bar in bars for gender in people.genders
    ]
    most, bar, gender = max(numbers, key=lambda number: number[0])
    if not most:
        return ""
    of_all = Share(most, people.table.total())
    return (
        f"{gender.label} de {bar.label} : {counted(most, 'bénéficiaire')} "
        f"sur {count(of_all.base)} ({share(of_all)})."
    )


def _within(people: People, bar: _Bar, gender: Category) -> int:
    return people.number(gender=gender.code, ages=range(bar.first, bar.last + 1))
