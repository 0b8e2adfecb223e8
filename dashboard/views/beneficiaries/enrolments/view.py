"""Who comes back after the first year, and when?

A beneficiary counts once in each academic year: the diagonal is the cohort, what stands to its right are continuations.
"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.charts.datum import marked
from dashboard.content.charts.matrix import Matrix, MatrixCell
from dashboard.content.charts.rich_text import RichText, Run, bold, rich
from dashboard.content.click_filter import NO_CLICK
from dashboard.content.content import Content
from dashboard.content.data_table import TOTAL_LABEL, DataTable, Key, Row, total_along
from dashboard.content.page import BENEFICIARIES
from dashboard.content.view import Scene, View
from dashboard.domain.counts import is_told
from dashboard.domain.query import Query
from dashboard.domain.tables import ReleasedTable
from dashboard.text.numbers import ABSENT, count, share, share_in_words
from dashboard.text.words import capital, counted
from dashboard.views.beneficiaries.enrolments.counts import CONTINUATION, RANK, YEAR, Enrolments
from dashboard.views.beneficiaries.enrolments.words import alternative, notes, reading
from dashboard.views.kit.enrolments import EACH_YEAR
from dashboard.views.kit.notes import COHORT, click_of, marks_of


def ask(scene: Scene) -> Mapping[str, Query]:
    """People by cohort and academic year, and how many of them come back at all."""
    return {
        "enrolled": Query((COHORT, YEAR), scene.selection, "enrolment"),
        "continuation": Query((COHORT, CONTINUATION), scene.selection),
    }


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """A triangle, filled by the share of the cohort that is enrolled."""
    enrolments = Enrolments(scene, tables)
    return Content(
        title="Première inscription et années suivantes",
        base=tables["enrolled"].total(),
        population=EACH_YEAR,
        chart=_chart(enrolments),
        data_table=DataTable(
            ("promotion", "année universitaire", "inscription"),
            "inscrits",
            _rows(enrolments),
        ),
        reading=reading(enrolments),
        alternative=alternative(enrolments),
        source=scene.vocabulary.codebook.study.source_enrolment,
        notes=notes(enrolments),
        nothing="Aucun bénéficiaire dans cette sélection.",
    )


def _chart(enrolments: Enrolments) -> Matrix:
    phone = enrolments.scene.medium == "phone"
    cohorts = [
        tuple(_cell(enrolments, cohort, year) for year in enrolments.years)
        for cohort in enrolments.cohorts
    ]
    return Matrix(
        rows=(
            *(rich(cohort) for cohort in enrolments.cohorts),
            rich(bold("Total" if phone else TOTAL_LABEL)),
        ),
        columns=tuple(_in_two_lines(y) if phone else rich(y) for y in enrolments.years),
        cells=(*cohorts, tuple(_total(enrolments, year) for year in enrolments.years)),
        row_title="Promotion",
        column_title="" if phone else "Année universitaire",
    )


def _in_two_lines(year: str) -> RichText:
    """`2015-`, and below it `2016`."""
    first, last = year.split("-")
    return rich(f"{first}-", last)


def _cell(enrolments: Enrolments, cohort: str, year: str) -> MatrixCell:
    name = (bold(f"Promotion {cohort}"), f", {year}")
    if year < cohort:
        return MatrixCell(None, rich(ABSENT), rich(name, "Avant la première inscription"))
    of_cohort = enrolments.share(cohort, year)
    hover = rich(
        name, enrolments.rank(cohort, year).label, capital(counted(of_cohort.count, "inscrit"))
    )
    click = click_of(enrolments.scene, cohort, YEAR, "") if of_cohort.base else NO_CLICK
    fill = of_cohort.percent or 0
    people = count(of_cohort.count)
    if year == cohort or not of_cohort.base:
        return MatrixCell(fill, rich(Run(people, bold=year == cohort)), hover, click)
    marks = marks_of(of_cohort)
    if not is_told(of_cohort.count) or not is_told(of_cohort.base):
        return MatrixCell(fill, rich(people), hover, click)
    among = f"{share_in_words(of_cohort)} des {count(of_cohort.base)} bénéficiaires de la promotion"
    digits = 0 if enrolments.scene.medium == "phone" else 1
    return MatrixCell(
        fill,
        rich(people, marked(share(of_cohort, digits), marks)),
        hover + rich(marked(capital(among), marks)),
        click,
    )


def _total(enrolments: Enrolments, year: str) -> MatrixCell:
    """The margin has no fill: it is the share of nothing."""
    people = enrolments.people(year)
    hover = rich([bold(year), ", toutes promotions"], capital(counted(people, "inscrit")))
    return MatrixCell(0, rich(bold(count(people))), hover)


def _rows(enrolments: Enrolments) -> tuple[Row, ...]:
    cells = [
        _row(enrolments, cohort, year)
        for cohort in enrolments.cohorts
        for year in enrolments.years
        if year >= cohort
    ]
    totals = [
        Row(
            (total_along(COHORT), Key(YEAR, year, year), total_along(RANK)),
            enrolments.people(year),
            None,
        )
        for year in enrolments.years
    ]
    return (*cells, *totals)


def _row(enrolments: Enrolments, cohort: str, year: str) -> Row:
    of_cohort, rank = enrolments.share(cohort, year), enrolments.rank(cohort, year)
    return Row(
        (Key(COHORT, cohort, cohort), Key(YEAR, year, year), rank),
        of_cohort.count,
        of_cohort.base,
        click=click_of(enrolments.scene, cohort, YEAR, ""),
        match_key=(enrolments.year_of(cohort, year), rank),
    )


VIEW = View(
    name="inscriptions",
    page=BENEFICIARIES,
    place=1,
    title="Première inscription et années suivantes",
    ask=ask,
    tell=tell,
    height=460,
)
