"""How many beneficiaries of each cohort live in each region? (study, annexe I)"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.content.charts.matrix import Matrix, MatrixCell
from dashboard.content.charts.rich_text import Piece, RichText, bold, rich
from dashboard.content.click_filter import ClickFilter, keeping
from dashboard.content.content import Content
from dashboard.content.data_table import TOTAL_LABEL, DataTable, Key, Row, total_along
from dashboard.content.page import TERRITORIES
from dashboard.content.view import Scene, View, tall
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.selection import Selection
from dashboard.domain.tables import ReleasedTable
from dashboard.text.numbers import ABSENT, NO_BREAK, count
from dashboard.text.words import capital, counted, listed
from dashboard.views.territories.regions import (
    REGION,
    of_regions,
    opened,
    region_key,
    region_named,
)

_COHORT = Dimension("cohort")


@dataclass(frozen=True)
class _Grid:
    """Regions down, cohorts across: those that the selection looks at."""

    scene: Scene
    tables: Mapping[str, ReleasedTable]

    @cached_property
    def cohorts(self) -> tuple[str, ...]:
        kept = self.scene.selection.codes(_COHORT)
        return tuple(c for c in self.scene.vocabulary.cohorts if not kept or c in kept)

    @cached_property
    def since(self) -> dict[str, str]:
        return opened(self.tables["everybody"], _COHORT)

    @cached_property
    def regions(self) -> tuple[str, ...]:
        """Those open by the last cohort shown; a region without anybody in the selection keeps its row, at zero."""
        inside = self.tables["inside"].by_code(str(REGION))
        return tuple(
            code
            for code in self.scene.vocabulary.codes(REGION)
            if inside[code] and self.since[code] <= self.cohorts[-1]
        )

    def is_open(self, region: str, cohort: str) -> bool:
        return self.since[region] <= cohort

    def people(self, region: str = "", cohort: str = "") -> int:
        """The people of one cell; of a whole row or column where one of the two is left out."""
        where = {str(REGION): region, str(_COHORT): cohort}
        return self.tables["people"].count({name: code for name, code in where.items() if code})

    def name(self, region: str) -> str:
        """The name of a row, which no line breaks."""
        return region_named(self.scene, region).label.replace(" ", NO_BREAK)

    def column(self, cohort: str) -> RichText:
        """The name of a column: a cohort, in two lines on a phone."""
        if self.scene.medium != "phone":
            return rich(cohort)
        first, hyphen, second = cohort.partition("-")
        return rich(f"{first}{hyphen}", second)

    @property
    def total_name(self) -> RichText:
        return rich(bold("Total" if self.scene.medium == "phone" else TOTAL_LABEL))


def ask(scene: Scene) -> Mapping[str, Query]:
    """Regions by cohorts: of the selection, and of everybody, which tells since when a region is open."""
    return {
        "people": Query((REGION, _COHORT), scene.selection),
        "everybody": Query((REGION, _COHORT), Selection()),
        "inside": Query((REGION,), of_regions(scene.selection)),
    }


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """The table of regions and cohorts, filled by number, with its totals."""
    grid = _Grid(scene, tables)
    return Content(
        title="Bénéficiaires selon la région et la promotion",
        base=grid.people(),
        population="bénéficiaires, à leur première inscription",
        chart=Matrix(
            rows=(*(rich(grid.name(region)) for region in grid.regions), grid.total_name),
            columns=(*(grid.column(cohort) for cohort in grid.cohorts), grid.total_name),
            cells=_cells(grid),
            name_letters=30 if scene.medium == "room" else 15,
        ),
        data_table=DataTable(("région", "promotion"), "effectif", _rows(grid)),
        reading=_reading(grid),
        alternative=_alternative(grid),
        source=scene.vocabulary.codebook.study.source_enrolment,
        notes=_notes(grid),
        nothing="Aucun bénéficiaire dans cette sélection.",
    )


def _cells(grid: _Grid) -> tuple[tuple[MatrixCell, ...], ...]:
    lines = [
        (*(_cell(grid, region, cohort) for cohort in grid.cohorts), _total(grid, region=region))
        for region in grid.regions
    ]
    last = (*(_total(grid, cohort=cohort) for cohort in grid.cohorts), _total(grid))
    return (*lines, last)


def _cell(grid: _Grid, region: str, cohort: str) -> MatrixCell:
    head: list[Piece] = [bold(region_named(grid.scene, region).label), f", promotion {cohort}"]
    if not grid.is_open(region, cohort):
        return MatrixCell(None, rich(ABSENT), rich(head, "Région non couverte"))
    people = grid.people(region, cohort)
    hover = rich(head, capital(counted(people, "bénéficiaire")))
    return MatrixCell(people, rich(count(people)), hover)


def _total(grid: _Grid, region: str = "", cohort: str = "") -> MatrixCell:
    """A margin has no fill, which would compare it with single cells."""
    people = grid.people(region, cohort)
    where = region_named(grid.scene, region).label if region else "Toutes les régions"
    when = f"promotion {cohort}" if cohort else "toutes les promotions"
    hover = rich([bold(where), f", {when}"], capital(counted(people, "bénéficiaire")))
    return MatrixCell(0, rich(bold(count(people))), hover)


def _rows(grid: _Grid) -> tuple[Row, ...]:
    return tuple(
        Row(
            (
                region_key(grid.scene, region) if region else total_along(REGION),
                Key(_COHORT, cohort, cohort) if cohort else total_along(_COHORT),
            ),
            grid.people(region, cohort),
            None,
            click=_click(region, cohort),
        )
        for region in (*grid.regions, "")
        for cohort in (*grid.cohorts, "")
        if not region or not cohort or grid.is_open(region, cohort)
    )


def _click(region: str, cohort: str) -> ClickFilter:
    """The people of a region, of a cohort or of both; everybody for the total of all."""
    kept = ((REGION, region), (_COHORT, cohort))
    return keeping(*((along, code) for along, code in kept if code))


def _reading(grid: _Grid) -> str:
    if not grid.people():
        return ""
    cells = [(grid.people(r, c), r, c) for r in grid.regions for c in grid.cohorts]
    people, region, cohort = max(cells, key=lambda cell: cell[0])
    lives = "réside" if people == 1 else "résident"
    return (
        f"{capital(counted(people, 'bénéficiaire'))} de la promotion {cohort} {lives} "
        f"{region_named(grid.scene, region).locative}, "
        f"sur {count(grid.people(cohort=cohort))} au total."
    )


def _alternative(grid: _Grid) -> str:
    leading = sorted(grid.regions, key=lambda region: -grid.people(region))[:3]
    named = [f"{region_named(grid.scene, r).label} ({count(grid.people(r))})" for r in leading]
    return (
        f"Tableau des bénéficiaires : {counted(len(grid.regions), 'région')} en lignes, "
        f"{counted(len(grid.cohorts), 'promotion')} en colonnes, avec les totaux. "
        f"Régions qui comptent le plus de bénéficiaires : {listed(named)}."
    )


def _notes(grid: _Grid) -> tuple[str, ...]:
    closed = any(not grid.is_open(r, c) for r in grid.regions for c in grid.cohorts)
    return (
        (f"Hachures ({ABSENT}) : le partenariat ne couvrait pas encore la région.",)
        if closed
        else ()
    )


VIEW = View(
    name="regions-promotions",
    page=TERRITORIES,
    place=2,
    title="Régions et promotions",
    ask=ask,
    tell=tell,
    canvas=tall(560),
    height=620,
)
