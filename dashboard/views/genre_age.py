"""How many women and men, and how old are they? (study, figure 2)"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.charts.bars import Series, stacked_bars
from dashboard.charts.pyramid import Side, pyramid
from dashboard.domain.address import parameter_of, value_of
from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.options import Choice, Option, fixed
from dashboard.domain.query import Query
from dashboard.domain.rates import SMALL_BASE, Share, mean
from dashboard.domain.tables import ReleasedTable
from dashboard.text.numbers import FRAGILE, count, decimal, share
from dashboard.text.words import counted, listed
from dashboard.views.by_cohort import ALL, COHORT, cohorts_of
from dashboard.views.pages import BENEFICIARIES
from dashboard.views.view import Content, Row, Scene, Target, Twin, View

COHORTS, PYRAMID = "promotions", "pyramide"
FIGURE = Option(
    "genre-age.figure",
    "Figure",
    COHORTS,
    fixed(
        Choice(COHORTS, "Genre et âge moyen par promotion"), Choice(PYRAMID, "Pyramide des âges")
    ),
)
YEARS = 5
"""Years of age in a bar of the pyramid."""

_GENDER, _AGE = Dimension("gender"), Dimension("age_at_enrolment")


@dataclass(frozen=True)
class _People:
    """The people by cohort, gender and age."""

    scene: Scene
    table: ReleasedTable

    @cached_property
    def genders(self) -> tuple[Category, ...]:
        return self.scene.vocabulary.categories(_GENDER)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The cohorts, then all of them together."""
        cohorts = cohorts_of(self.scene)
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
        cohorts = cohorts_of(self.scene) if line == ALL else (line,)
        genders = (gender,) if gender else tuple(one.code for one in self.genders)
        summed: dict[int, int] = {}
        for cohort in cohorts:
            for code in genders:
                for age, people in self.distributions.get((cohort, code), {}).items():
                    summed[age] = summed.get(age, 0) + people
        return summed

    def part(self, line: str, gender: str) -> Share:
        return Share(sum(self.ages(line, gender).values()), sum(self.ages(line).values()))

    @cached_property
    def bands(self) -> tuple[int, ...]:
        """The first age of each bar, from the youngest to the oldest of the tables: a filter moves no axis."""
        ages = self.scene.vocabulary.integers[_AGE]
        return tuple(range(ages[0] // YEARS * YEARS, ages[-1] + 1, YEARS))

    def in_band(self, band: int, gender: str) -> int:
        ages = self.ages(ALL, gender)
        return sum(people for age, people in ages.items() if band <= age < band + YEARS)

    def target(self, gender: str = "", cohort: str = "") -> Target:
        vocabulary = self.scene.vocabulary
        kept = ((_GENDER, gender), (COHORT, "" if cohort == ALL else cohort))
        return {
            parameter_of(key, vocabulary): value_of(key, code, vocabulary)
            for key, code in kept
            if code
        }


def ask(scene: Scene) -> Mapping[str, Query]:
    """Everybody, by cohort, gender and age."""
    return {"people": Query((COHORT, _GENDER, _AGE), scene.selection)}


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """Women and men of each cohort with their mean age, or the pyramid of all."""
    people = _People(scene, tables["people"])
    return _pyramid(people) if scene.setting(FIGURE) == PYRAMID else _cohorts(people)


def _cohorts(people: _People) -> Content:
    small = [line for line in people.lines if 0 < sum(people.ages(line).values()) < SMALL_BASE]
    return Content(
        title="Genre et âge moyen, selon la promotion",
        base=people.table.total(),
        population="bénéficiaires, âge à la première inscription",
        figure=stacked_bars(
            [_name(people, line) for line in people.lines],
            [_series(people, gender) for gender in people.genders],
            percent=True,
            narrow=people.scene.narrow,
        ),
        twin=Twin(
            ("promotion", "genre"),
            "effectif",
            tuple(row for line in people.lines for row in _rows(people, line)),
            ("âge moyen",),
            compared=True,
        ),
        reading=_reading(people),
        alternative=_alternative(people),
        source=people.scene.vocabulary.codebook.study.source_enrolment,
        notes=(f"{FRAGILE} base inférieure à {SMALL_BASE} : {listed(small)}.",) if small else (),
        nothing="Aucun bénéficiaire dans cette sélection.",
    )


def _age(ages: Mapping[int, int]) -> str:
    return f"{decimal(mean(ages))}\u00a0ans"


def _name(people: _People, line: str) -> str:
    ages = people.ages(line)
    return f"{line}<br>{_age(ages)}" if ages else line


def _series(people: _People, gender: Category) -> Series:
    parts = [people.part(line, gender.code) for line in people.lines]
    return Series(
        name=gender.label,
        colour=gender.colour,
        values=tuple(part.percent for part in parts),
        labels=tuple(_label(people, part) for part in parts),
        tells=tuple(
            f"<b>{line}</b><br>{gender.label} : {share(part)} ({count(part.count)} sur "
            f"{count(part.base)})<br>Âge moyen : {_age(people.ages(line, gender.code))}"
            for line, part in zip(people.lines, parts, strict=True)
        ),
        targets=tuple(people.target(gender.code, line) for line in people.lines),
    )


def _label(people: _People, part: Share) -> str:
    mark = f" {FRAGILE}" if part.fragile else ""
    told = share(part, 0) + mark
    return told if people.scene.narrow else f"{told} ({count(part.count)})"


def _rows(people: _People, line: str) -> list[Row]:
    rows = []
    for gender in people.genders:
        part, ages = people.part(line, gender.code), people.ages(line, gender.code)
        target = people.target(gender.code, line)
        rows.append(Row((line, gender.label), part.count, part.base, (mean(ages),), target))
    ages = people.ages(line)
    total = Row((line, ALL), sum(ages.values()), None, (mean(ages),), people.target("", line))
    return [*rows, total]


def _reading(people: _People) -> str:
    cohorts = [line for line in cohorts_of(people.scene) if people.ages(line)]
    if not cohorts:
        return ""
    cohort = cohorts[-1]
    gender = max(people.genders, key=lambda one: people.part(cohort, one.code).count)
    part = people.part(cohort, gender.code)
    return (
        f"La promotion {cohort} compte {share(part)} de {gender.phrase} "
        f"({count(part.count)} sur {counted(part.base, 'bénéficiaire')}) ; "
        f"l'âge moyen y est de {_age(people.ages(cohort))}."
    )


def _alternative(people: _People) -> str:
    first = people.genders[0]
    told = [
        f"{line}, {share(people.part(line, first.code))} de {first.phrase}, "
        f"{_age(people.ages(line))} en moyenne"
        for line in people.lines
        if people.ages(line)
    ]
    return f"Diagramme en barres du genre : {' ; '.join(told)}."


def _pyramid(people: _People) -> Content:
    left, right = people.genders[:2]
    total = people.table.total()
    names = [_band(band) for band in people.bands]
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
                    people.in_band(band, gender.code),
                    total,
                    target=people.target(gender.code),
                )
                for gender in (left, right)
                for band in people.bands
            ),
        ),
        reading=_pyramid_reading(people),
        alternative=f"Pyramide des âges de {counted(total, 'bénéficiaire')}, par tranches de {YEARS} ans.",
        source=people.scene.vocabulary.codebook.study.source_enrolment,
        notes=(_means(people),) if total else (),
        nothing="Aucun bénéficiaire dans cette sélection.",
    )


def _band(band: int) -> str:
    return f"{band} à {band + YEARS - 1}\u00a0ans"


def _side(people: _People, gender: Category) -> Side:
    values = [people.in_band(band, gender.code) for band in people.bands]
    return Side(
        name=gender.label,
        colour=gender.colour,
        values=tuple(values),
        labels=tuple(count(value) if value else "" for value in values),
        tells=tuple(
            f"<b>{gender.label}, {_band(band)}</b><br>{count(value)} sur {count(people.table.total())}"
            for band, value in zip(people.bands, values, strict=True)
        ),
        targets=tuple(people.target(gender.code) for _ in values),
    )


def _means(people: _People) -> str:
    told = [
        f"{gender.label.lower()}, {_age(ages)}"
        for gender in people.genders
        if (ages := people.ages(ALL, gender.code))
    ]
    return f"Âge moyen : {_age(people.ages(ALL))} ({' ; '.join(told)})."


def _pyramid_reading(people: _People) -> str:
    bars = [(people.in_band(b, g.code), b, g) for b in people.bands for g in people.genders]
    most, band, gender = max(bars, key=lambda bar: bar[0])
    if not most:
        return ""
    part = Share(most, people.table.total())
    return (
        f"{gender.label} de {_band(band)} : {counted(most, 'bénéficiaire')} "
        f"sur {count(part.base)} ({share(part)})."
    )


VIEW = View(
    name="genre-age",
    page=BENEFICIARIES,
    place=2,
    title="Genre et âge",
    ask=ask,
    tell=tell,
    options=(FIGURE,),
    height=460,
)
