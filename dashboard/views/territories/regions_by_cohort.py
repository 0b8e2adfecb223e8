"""How many beneficiaries of each cohort live in each region? (study, annexe I)"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.content.charts.matrix import Cell, matrix
from dashboard.content.click_filter import ClickFilter
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Row
from dashboard.content.page import TERRITORIES
from dashboard.content.view import Scene, View, tall
from dashboard.domain.address import parameter_of, value_of
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.selection import Selection
from dashboard.domain.tables import ReleasedTable
from dashboard.text.numbers import ABSENT, count
from dashboard.text.words import capital, counted, listed
from dashboard.views.territories.regions import (
    REGION,
    of_regions,
    opened,
    region_click,
    region_named,
)

ALL = "Ensemble"
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
        return opened(self.tables["everybody"], str(_COHORT))

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
        label = region_named(self.scene, region).label
        return label.replace(" ", "\u00a0")

    def column(self, cohort: str) -> str:
        return cohort.replace("-", "-<br>") if self.scene.narrow else cohort

    @property
    def total_name(self) -> str:
        return f"<b>{'Total' if self.scene.narrow else ALL}</b>"

    def click(self, region: str, cohort: str) -> ClickFilter:
        vocabulary = self.scene.vocabulary
        found = dict(region_click(self.scene, region)) if region else {}
        if cohort:
            name = parameter_of(_COHORT, vocabulary)
            found[name] = value_of(_COHORT, cohort, vocabulary)
        return found


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
        figure=matrix(
            [*(grid.name(region) for region in grid.regions), grid.total_name],
            [*(grid.column(cohort) for cohort in grid.cohorts), grid.total_name],
            _cells(grid),
            letters=30 if scene.projected else 15,
        ),
        data_table=DataTable(("région", "promotion"), "effectif", _rows(grid)),
        reading=_reading(grid),
        alternative=_alternative(grid),
        source=scene.vocabulary.codebook.study.source_enrolment,
        notes=_notes(grid),
        nothing="Aucun bénéficiaire dans cette sélection.",
    )


def _cells(grid: _Grid) -> list[list[Cell]]:
    lines = [
        [*(_cell(grid, region, cohort) for cohort in grid.cohorts), _total(grid, region=region)]
        for region in grid.regions
    ]
    return [*lines, [*(_total(grid, cohort=cohort) for cohort in grid.cohorts), _total(grid)]]


def _cell(grid: _Grid, region: str, cohort: str) -> Cell:
    category = region_named(grid.scene, region)
    if not grid.is_open(region, cohort):
        return Cell(
            None, ABSENT, f"<b>{category.label}</b>, promotion {cohort}<br>Région non couverte"
        )
    people = grid.people(region, cohort)
    return Cell(
        people,
        count(people),
        f"<b>{category.label}</b>, promotion {cohort}<br>{capital(counted(people, 'bénéficiaire'))}",
    )


def _total(grid: _Grid, region: str = "", cohort: str = "") -> Cell:
    """A margin has no fill, which would compare it with single cells."""
    people = grid.people(region, cohort)
    where = region_named(grid.scene, region).label if region else "Toutes les régions"
    when = f"promotion {cohort}" if cohort else "toutes les promotions"
    tell = f"<b>{where}</b>, {when}<br>{capital(counted(people, 'bénéficiaire'))}"
    return Cell(0, f"<b>{count(people)}</b>", tell)


def _rows(grid: _Grid) -> tuple[Row, ...]:
    cells = [
        Row(
            (region_named(grid.scene, region).label if region else ALL, cohort or ALL),
            grid.people(region, cohort),
            None,
            target=grid.click(region, cohort),
        )
        for region in (*grid.regions, "")
        for cohort in (*grid.cohorts, "")
        if not region or not cohort or grid.is_open(region, cohort)
    ]
    return tuple(cells)


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
    told = [f"{region_named(grid.scene, r).label} ({count(grid.people(r))})" for r in leading]
    return (
        f"Tableau des bénéficiaires : {counted(len(grid.regions), 'région')} en lignes, "
        f"{counted(len(grid.cohorts), 'promotion')} en colonnes, avec les totaux. "
        f"Régions qui comptent le plus de bénéficiaires : {listed(told)}."
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
