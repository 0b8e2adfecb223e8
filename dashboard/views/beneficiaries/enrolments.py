"""Who comes back after the first year, and when? (study, figure 1)

A beneficiary counts once in each academic year: the diagonal is the cohort, what stands to its right are continuations.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.content.charts.matrix import Cell, matrix
from dashboard.content.click_filter import ClickFilter
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Row
from dashboard.content.page import BENEFICIARIES
from dashboard.content.view import Scene, View
from dashboard.domain.address import parameter_of, value_of
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.rates import SMALL_BASE, Share
from dashboard.domain.tables import ReleasedTable
from dashboard.text.numbers import ABSENT, FRAGILE, count, share
from dashboard.text.words import capital, counted

ALL = "Ensemble"
_COHORT, _YEAR = Dimension("cohort"), Dimension("academic_year")
_CONTINUATION = Dimension("continuation")


@dataclass(frozen=True)
class _Enrolments:
    """Cohorts down, academic years across."""

    scene: Scene
    tables: Mapping[str, ReleasedTable]

    @cached_property
    def cohorts(self) -> tuple[str, ...]:
        """Those that anybody selected belongs to: in the years of the others a region may not have been covered."""
        found = self.tables["continuation"].by_code(str(_COHORT))
        return tuple(cohort for cohort in self.scene.vocabulary.cohorts if found[cohort])

    @cached_property
    def years(self) -> tuple[str, ...]:
        """From the first cohort shown on: before it there is nobody to count."""
        first = self.cohorts[0] if self.cohorts else ""
        return tuple(y for y in self.scene.vocabulary.academic_years if y >= first)

    @cached_property
    def followed(self) -> tuple[str, ...]:
        """The cohorts that the tables follow beyond their first year: of the others nobody can have come back yet."""
        last = self.scene.vocabulary.academic_years[-1]
        return tuple(cohort for cohort in self.cohorts if cohort < last)

    def continuing(self, *ways: str) -> int:
        """Those of the followed cohorts who came back in one of the `ways`; all of them where none is given."""
        along = {str(_CONTINUATION): ways} if ways else {}
        return self.tables["continuation"].count({str(_COHORT): self.followed, **along})

    def people(self, year: str, cohort: str = "") -> int:
        where = {str(_YEAR): year, str(_COHORT): cohort}
        return self.tables["enrolled"].count({name: code for name, code in where.items() if code})

    def part(self, cohort: str, year: str) -> Share:
        """Those of `cohort` enrolled in `year`, of all who first enrolled with it."""
        return Share(self.people(year, cohort), self.people(cohort, cohort))

    def rank(self, cohort: str, year: str) -> str:
        rank = Dimension("enrolment_rank")
        return self.scene.vocabulary.category(rank, "first" if year == cohort else "later").label

    def year_of(self, cohort: str, year: str) -> str:
        """Which year it is for the cohort: `1re année`, `2e année`."""
        years = [y for y in self.scene.vocabulary.academic_years if cohort <= y <= year]
        return f"{len(years)}{'re' if len(years) == 1 else 'e'} année"

    def click(self, cohort: str) -> ClickFilter:
        vocabulary = self.scene.vocabulary
        return {parameter_of(_COHORT, vocabulary): value_of(_COHORT, cohort, vocabulary)}

    @property
    def total_name(self) -> str:
        return f"<b>{'Total' if self.scene.narrow else ALL}</b>"


def ask(scene: Scene) -> Mapping[str, Query]:
    """People by cohort and academic year, and how many of them come back at all."""
    return {
        "enrolled": Query((_COHORT, _YEAR), scene.selection, "enrolment"),
        "continuation": Query((_COHORT, _CONTINUATION), scene.selection),
    }


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """The triangle of figure 1, filled by the share of the cohort that is enrolled."""
    found = _Enrolments(scene, tables)
    return Content(
        title="Première inscription et années suivantes",
        base=tables["continuation"].total(),
        population="bénéficiaires, comptés une fois dans chaque année universitaire où ils sont inscrits",
        figure=matrix(
            [*found.cohorts, found.total_name],
            [y.replace("-", "-<br>") if scene.narrow else y for y in found.years],
            _cells(found),
            row_title="Promotion",
            column_title="" if scene.narrow else "Année universitaire",
        ),
        data_table=DataTable(
            ("promotion", "année universitaire", "inscription"),
            "inscrits",
            _rows(found),
        ),
        reading=_reading(found),
        alternative=_alternative(found),
        source=scene.vocabulary.codebook.study.source_enrolment,
        notes=_notes(found),
        nothing="Aucun bénéficiaire dans cette sélection.",
    )


def _cells(found: _Enrolments) -> list[list[Cell]]:
    lines = [[_cell(found, cohort, year) for year in found.years] for cohort in found.cohorts]
    return [*lines, [_total(found, year) for year in found.years]]


def _cell(found: _Enrolments, cohort: str, year: str) -> Cell:
    name = f"<b>Promotion {cohort}</b>, {year}"
    if year < cohort:
        return Cell(None, ABSENT, f"{name}<br>Avant la première inscription")
    part = found.part(cohort, year)
    people = f"<b>{count(part.count)}</b>" if year == cohort else count(part.count)
    lines = [name, found.rank(cohort, year), capital(counted(part.count, "inscrit"))]
    if year == cohort or not part.base:
        return Cell(part.percent or 0, people, "<br>".join(lines))
    mark = f" {FRAGILE}" if part.fragile else ""
    lines.append(f"{share(part)} des {count(part.base)} bénéficiaires de la promotion{mark}")
    digits = 0 if found.scene.narrow else 1
    text = f"{people}<br>{share(part, digits)}{mark}"
    return Cell(part.percent or 0, text, "<br>".join(lines))


def _total(found: _Enrolments, year: str) -> Cell:
    """The margin has no fill: it is the share of nothing."""
    people = found.people(year)
    tell = f"<b>{year}</b>, toutes promotions<br>{capital(counted(people, 'inscrit'))}"
    return Cell(0, f"<b>{count(people)}</b>", tell)


def _rows(found: _Enrolments) -> tuple[Row, ...]:
    cells = [
        Row(
            (cohort, year, found.rank(cohort, year)),
            found.people(year, cohort),
            found.part(cohort, year).base,
            target=found.click(cohort),
            match_key=(found.year_of(cohort, year), found.rank(cohort, year)),
        )
        for cohort in found.cohorts
        for year in found.years
        if year >= cohort
    ]
    totals = [Row((ALL, year, ALL), found.people(year), None) for year in found.years]
    return (*cells, *totals)


def _reading(found: _Enrolments) -> str:
    """The largest continuation; where nobody comes back, the largest cohort."""
    pairs = [(c, y) for c in found.cohorts for y in found.years if y > c]
    cohort, year = max(pairs, key=lambda pair: found.people(pair[1], pair[0]), default=("", ""))
    if cohort and found.people(year, cohort):
        part = found.part(cohort, year)
        verb = "est de nouveau inscrit" if part.count == 1 else "sont de nouveau inscrits"
        return (
            f"Sur {counted(part.base, 'bénéficiaire')} de la promotion {cohort}, "
            f"{count(part.count)} ({share(part)}) {verb} en {year}."
        )
    cohort = max(found.cohorts, key=lambda code: found.people(code, code), default="")
    if not cohort:
        return ""
    people = found.people(cohort, cohort)
    verb = "s'est inscrit" if people == 1 else "se sont inscrits"
    after = (
        "personne ne s'est réinscrit ensuite"
        if cohort in found.followed
        else "l'année suivante est à venir"
    )
    return (
        f"{capital(counted(people, 'bénéficiaire'))} {verb} pour la première fois en {cohort} ; "
        f"{after}."
    )


def _alternative(found: _Enrolments) -> str:
    years = ", ".join(f"{year} {count(found.people(year))}" for year in found.years)
    return (
        "Tableau triangulaire : promotions en lignes, années universitaires en colonnes. "
        f"Inscrits par année : {years}."
    )


def _notes(found: _Enrolments) -> tuple[str, ...]:
    small = any(found.people(c, c) < SMALL_BASE for c in found.cohorts)
    return (
        "La diagonale est la promotion ; à sa droite, ceux qui poursuivent, en part de la promotion.",
        *_continuation_notes(found),
        *([f"{FRAGILE} promotion de moins de {SMALL_BASE} bénéficiaires."] if small else []),
    )


def _continuation_notes(found: _Enrolments) -> list[str]:
    """How many come back, of those who could: the last cohort has had no later year to do so."""
    back = Share(found.continuing("continuous", "interrupted"), found.continuing())
    if not back.count:
        return []
    at_once = Share(found.continuing("continuous"), back.count)
    goes_on = "poursuit" if back.count == 1 else "poursuivent"
    told = (
        f"{capital(counted(back.count, 'bénéficiaire'))} sur {count(back.base)} ({share(back)}) "
        f"{goes_on} au-delà de la première année, dont {count(at_once.count)} ({share(at_once)}) "
        "dès l'année suivante."
    )
    waiting = [
        f"Promotion {cohort} hors de cette part : l'année suivante est à venir."
        for cohort in found.cohorts
        if cohort not in found.followed
    ]
    return [told, *waiting]


VIEW = View(
    name="inscriptions",
    page=BENEFICIARIES,
    place=1,
    title="Première inscription et années suivantes",
    ask=ask,
    tell=tell,
    height=460,
)
