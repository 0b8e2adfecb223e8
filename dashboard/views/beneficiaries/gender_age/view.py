"""How many women and men, and how old are they? (study, figure 2)"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.charts.bars import Series, stacked_bars
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Row
from dashboard.content.page import BENEFICIARIES
from dashboard.content.view import Scene, View
from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.rates import SMALL_BASE, Share, mean
from dashboard.domain.switches import Choice, Switch, fixed
from dashboard.domain.tables import ReleasedTable
from dashboard.text.nouns import PEOPLE, agreed
from dashboard.text.numbers import FRAGILE, count, share
from dashboard.text.words import counted, inside, listed, of
from dashboard.views.beneficiaries.gender_age.age_pyramid import pyramid_of
from dashboard.views.beneficiaries.gender_age.people_by_age import AGE, GENDER, People, mean_age
from dashboard.views.kit.cohort_bars import ALL, COHORT, cohorts_of
from dashboard.views.kit.cohort_shares import CohortShares

COHORTS, BANDS, PYRAMID = "promotions", "tranches", "pyramide"
FIGURE = Switch(
    "genre-age.figure",
    "Figure",
    COHORTS,
    fixed(
        Choice(COHORTS, "Genre et âge moyen par promotion"),
        Choice(BANDS, "Tranches d'âge par promotion"),
        Choice(PYRAMID, "Pyramide des âges"),
    ),
)
_BAND = Dimension("age_band")


def ask(scene: Scene) -> Mapping[str, Query]:
    """Everybody, by cohort, gender and age; or by cohort and age band."""
    if scene.position(FIGURE) == BANDS:
        return {"bands": Query((COHORT, _BAND), scene.selection)}
    return {"people": Query((COHORT, GENDER, AGE), scene.selection)}


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """Women and men of each cohort with their mean age, the age bands of each cohort, or the pyramid of all."""
    if scene.position(FIGURE) == BANDS:
        return _age_bands(scene, tables["bands"])
    people = People(scene, tables["people"])
    return pyramid_of(people) if scene.position(FIGURE) == PYRAMID else _cohorts(people)


def _cohorts(people: People) -> Content:
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
        data_table=DataTable(
            ("promotion", "genre"),
            "effectif",
            tuple(row for line in people.lines for row in _rows(people, line)),
            ("âge moyen",),
            compared=True,
            partition_by=1,
        ),
        reading=_reading(people),
        alternative=_alternative(people),
        source=people.scene.vocabulary.codebook.study.source_enrolment,
        notes=(f"{FRAGILE} base inférieure à {SMALL_BASE} : {listed(small)}.",) if small else (),
        nothing="Aucun bénéficiaire dans cette sélection.",
    )


def _age_bands(scene: Scene, table: ReleasedTable) -> Content:
    found = CohortShares(scene, table, _BAND, PEOPLE)
    return Content(
        title="Tranches d'âge, selon la promotion",
        base=found.base,
        population="bénéficiaires, âge à la première inscription",
        figure=found.figure(),
        data_table=DataTable(
            ("promotion", "tranche d'âge"), "effectif", found.rows(), compared=True, partition_by=1
        ),
        reading=found.reading(_band_sentence),
        alternative=found.alternative("tranches d'âge"),
        source=scene.vocabulary.codebook.study.source_enrolment,
        notes=found.notes(),
        nothing="Aucun bénéficiaire dans cette sélection.",
    )


def _band_sentence(part: Share, band: Category) -> str:
    return f"{PEOPLE.of_base(part)} {agreed(part, 'a', 'ont')} {inside(band.label)}"


def _name(people: People, line: str) -> str:
    return f"{line}<br>{mean_age(people.ages(line))}"


def _series(people: People, gender: Category) -> Series:
    parts = [people.part(line, gender.code) for line in people.lines]
    return Series(
        name=gender.label,
        colour=gender.colour,
        values=tuple(part.percent for part in parts),
        labels=tuple(_label(people, part) for part in parts),
        hovers=tuple(
            f"<b>{line}</b><br>{gender.label} : {share(part)} ({count(part.count)} sur "
            f"{count(part.base)})<br>Âge moyen : {mean_age(people.ages(line, gender.code))}"
            for line, part in zip(people.lines, parts, strict=True)
        ),
        clicks=tuple(people.click(gender.code, line) for line in people.lines),
    )


def _label(people: People, part: Share) -> str:
    mark = f" {FRAGILE}" if part.fragile else ""
    told = share(part, 0) + mark
    return told if people.scene.narrow else f"{told} ({count(part.count)})"


def _rows(people: People, line: str) -> list[Row]:
    rows = []
    for gender in people.genders:
        part, ages = people.part(line, gender.code), people.ages(line, gender.code)
        target = people.click(gender.code, line)
        rows.append(Row((line, gender.label), part.count, part.base, (mean(ages),), target))
    ages = people.ages(line)
    total = Row((line, ALL), sum(ages.values()), None, (mean(ages),), people.click("", line))
    return [*rows, total]


def _reading(people: People) -> str:
    cohorts = cohorts_of(people.table)
    if not cohorts:
        return ""
    cohort = cohorts[-1]
    gender = max(people.genders, key=lambda one: people.part(cohort, one.code).count)
    part = people.part(cohort, gender.code)
    return (
        f"La promotion {cohort} compte {share(part)} {of(gender.phrase)} "
        f"({count(part.count)} sur {counted(part.base, 'bénéficiaire')}) ; "
        f"l'âge moyen y est de {mean_age(people.ages(cohort))}."
    )


def _alternative(people: People) -> str:
    first = people.genders[0]
    told = [
        f"{line}, {share(people.part(line, first.code))} {of(first.phrase)}, "
        f"{mean_age(people.ages(line))} en moyenne"
        for line in people.lines
    ]
    return f"Diagramme en barres du genre : {' ; '.join(told)}."


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
