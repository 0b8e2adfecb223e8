"""How many beneficiaries of each cohort live in each region? (study, annexe I)"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property

from dashboard.content.charts.matrix import Matrix, MatrixCell
from dashboard.content.charts.rich_text import Piece, RichText, bold, rich
from dashboard.content.click_filter import NO_CLICK, ClickFilter, keeping
from dashboard.content.content import Content
from dashboard.content.data_table import TOTAL_LABEL, DataTable, Key, Row, total_along
from dashboard.content.page import TERRITORIES
from dashboard.content.view import Scene, View, tall
from dashboard.domain import needs
from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.selection import Selection
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.numbers import ABSENT, NO_BREAK, count, signed_count
from dashboard.text.words import capital, counted, listed
from dashboard.views.kit.regional_counts import RegionalCounts
from dashboard.views.kit.regions import (
    in_region,
    main_noun,
    of_regions,
    region_of,
    unknown_notes,
)
from dashboard.views.territories.regions import opened, region_key, region_named

_COHORT = Dimension("cohort")

CHANGE = "écart avec la promotion précédente"
"""The head of the column that tells how many more there are than in the cohort before."""

_TWO_LINES = 16
"""The most rows, their total among them, that leave each the height of a name in two lines."""

_MANY_COLUMNS = 8
"""More cohorts than that leave no width for a longer word over their totals."""


class _Grid(RegionalCounts):
    """Regions down, cohorts across: those that the selection looks at."""

    @cached_property
    def cohorts(self) -> tuple[str, ...]:
        kept = self.scene.selection.codes(_COHORT)
        return tuple(c for c in self.scene.vocabulary.cohorts if not kept or c in kept)

    @cached_property
    def since(self) -> dict[str, str]:
        return opened(self.tables["everybody"], self.where, _COHORT)

    @cached_property
    def regions(self) -> tuple[str, ...]:
        """Those open by the last cohort shown; a region without anybody in the selection keeps its row, at zero."""
        inside = self.tables["inside"].by_code(str(self.where))
        return tuple(
            code for code in self.codes if inside[code] and self.since[code] <= self.cohorts[-1]
        )

    def is_open(self, region: str, cohort: str) -> bool:
        """Whether a cohort could come: the region is known to be covered, or some had come by then."""
        return self.since[region] <= cohort or self.coverage.covers(region, cohort)

    def people(self, region: str = "", cohort: str = "") -> int:
        """The people of one cell; of a whole row or column where one of the two is left out."""
        where: dict[str, str | Collection[str]] = {str(self.where): region or self.codes}
        return self.tables["people"].count(where | ({str(_COHORT): cohort} if cohort else {}))

    def change(self, region: str, cohort: str) -> int | None:
        """How many more than in the cohort before, of one region or of all; None where that one is not shown.

        Nor is there a change where nobody could come in the cohort before.
        """
        before = [c for c in self.scene.vocabulary.cohorts if c < cohort]
        if not before or before[-1] not in self.cohorts:
            return None
        if region and not self.is_open(region, before[-1]):
            return None
        return self.people(region, cohort) - self.people(region, before[-1])

    def number(self, region: str, cohort: str) -> str:
        """What stands in a cell: its people; in the last cohort, where there is room, also how they have changed."""
        people = count(self.people(region, cohort))
        change = self.change(region, cohort) if cohort == self.cohorts[-1] else None
        narrow = self.scene.medium == "phone" or len(self.cohorts) > _MANY_COLUMNS
        return people if change is None or narrow else f"{people} ({signed_count(change)})"

    def region(self, code: str) -> Category:
        """The region as the codebook names it."""
        return region_named(self.scene, self.where, code)

    def name(self, region: str) -> str:
        """The name of a row, which no line breaks."""
        return self.region(region).label.replace(" ", NO_BREAK)

    @property
    def name_letters(self) -> int:
        """How long a line of a name is: there is no height for a second one where there are many regions."""
        low = len(self.regions) + 1 > _TWO_LINES
        return 30 if low or self.scene.medium == "room" else 15

    def column(self, cohort: str) -> RichText:
        """The name of a column: a cohort, in two lines on a phone."""
        if self.scene.medium != "phone":
            return rich(cohort)
        first, hyphen, second = cohort.partition("-")
        return rich(f"{first}{hyphen}", second)

    @property
    def total_name(self) -> RichText:
        narrow = self.scene.medium == "phone" or len(self.cohorts) > _MANY_COLUMNS
        return rich(bold("Total" if narrow else TOTAL_LABEL))


def ask(scene: Scene) -> Mapping[str, Query]:
    """Regions by cohorts: of the selection, and of everybody, which tells since when a region is open."""
    where = region_of(scene.vocabulary)
    return {
        "people": Query((where, _COHORT), scene.selection),
        "everybody": Query((where, _COHORT), Selection()),
        "inside": Query((where,), of_regions(scene.selection, scene.vocabulary)),
    }


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """The table of regions and cohorts, filled by number, with its totals."""
    grid = _Grid(scene, tables)
    return Content(
        title=f"Bénéficiaires selon {grid.noun.definite} et la promotion",
        base=grid.people(),
        population="bénéficiaires, à leur première inscription",
        chart=Matrix(
            rows=(*(rich(grid.name(region)) for region in grid.regions), grid.total_name),
            columns=(*(grid.column(cohort) for cohort in grid.cohorts), grid.total_name),
            cells=_cells(grid),
            name_letters=grid.name_letters,
        ),
        data_table=DataTable((grid.noun.singular, "promotion"), "effectif", _rows(grid), (CHANGE,)),
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
    head: list[Piece] = [bold(grid.region(region).label), f", promotion {cohort}"]
    if not grid.is_open(region, cohort):
        closed = grid.coverage.of_region(grid.coverage.without)
        return MatrixCell(None, rich(ABSENT), rich(head, closed))
    people = grid.people(region, cohort)
    hover = rich(head, capital(counted(people, "bénéficiaire")), *_changed(grid, region, cohort))
    return MatrixCell(
        people, rich(grid.number(region, cohort)), hover, _click(grid, region, cohort)
    )


def _changed(grid: _Grid, region: str, cohort: str) -> tuple[str, ...]:
    change = grid.change(region, cohort)
    return () if change is None else (f"{capital(CHANGE)} : {signed_count(change)}",)


def _total(grid: _Grid, region: str = "", cohort: str = "") -> MatrixCell:
    """A margin has no fill, which would compare it with single cells."""
    people = grid.people(region, cohort)
    where = grid.region(region).label if region else capital(grid.noun.every)
    when = f"promotion {cohort}" if cohort else "toutes les promotions"
    changed = _changed(grid, region, cohort) if cohort else ()
    hover = rich([bold(where), f", {when}"], capital(counted(people, "bénéficiaire")), *changed)
    number = grid.number(region, cohort) if cohort else count(people)
    return MatrixCell(0, rich(bold(number)), hover, _click(grid, region, cohort))


def _rows(grid: _Grid) -> tuple[Row, ...]:
    return tuple(
        Row(
            (
                region_key(grid.scene, grid.where, region) if region else total_along(grid.where),
                Key(_COHORT, cohort, cohort) if cohort else total_along(_COHORT),
            ),
            grid.people(region, cohort),
            None,
            (grid.change(region, cohort) if cohort else None,),
            click=_click(grid, region, cohort),
        )
        for region in (*grid.regions, "")
        for cohort in (*grid.cohorts, "")
        if not region or not cohort or grid.is_open(region, cohort)
    )


def _click(grid: _Grid, region: str, cohort: str) -> ClickFilter:
    """The people of a region, of a cohort or of both, if there are any; everybody for the total of all."""
    if not grid.people(region, cohort):
        return NO_CLICK
    kept = ((grid.where, region), (_COHORT, cohort))
    return keeping(*((along, code) for along, code in kept if code))


def _reading(grid: _Grid) -> str:
    if not grid.people():
        return ""
    cells = [(grid.people(r, c), r, c) for r in grid.regions for c in grid.cohorts]
    people, region, cohort = max(cells, key=lambda cell: cell[0])
    lives = grid.scene.vocabulary.layers[0].lives[people > 1]
    return (
        f"{capital(counted(people, 'bénéficiaire'))} de la promotion {cohort} {lives} "
        f"{in_region(grid.region(region), grid.noun)}, "
        f"sur {count(grid.people(cohort=cohort))} au total."
    )


def _alternative(grid: _Grid) -> str:
    leading = sorted(grid.regions, key=lambda region: -grid.people(region))[:3]
    named = [f"{grid.region(r).label} ({count(grid.people(r))})" for r in leading]
    return (
        f"Tableau des bénéficiaires : {grid.noun.counted(len(grid.regions))} en lignes, "
        f"{counted(len(grid.cohorts), 'promotion')} en colonnes, avec les totaux. "
        f"{capital(grid.noun.plural)} qui comptent le plus de bénéficiaires : {listed(named)}."
    )


def _notes(grid: _Grid) -> tuple[str, ...]:
    closed = any(not grid.is_open(r, c) for r in grid.regions for c in grid.cohorts)
    people, vocabulary = grid.tables["people"].by_code(str(grid.where)), grid.scene.vocabulary
    last = grid.cohorts[-1]
    changed = grid.number("", last) != count(grid.people(cohort=last))
    return (
        *([f"Hachures ({ABSENT}) : {_why_closed(grid)}."] if closed else []),
        *([f"Entre parenthèses, promotion {last} : {CHANGE}."] if changed else []),
        *unknown_notes(grid.where, people, vocabulary),
    )


def _why_closed(grid: _Grid) -> str:
    if grid.coverage.told:
        return f"le partenariat ne couvrait pas encore {grid.noun.definite}"
    return "personne ne s'y était encore inscrit"


def _title(vocabulary: Vocabulary) -> str:
    return f"{capital(main_noun(vocabulary).plural)} et promotions"


VIEW = View(
    name="regions-promotions",
    page=TERRITORIES,
    place=2,
    title=_title,
    ask=ask,
    tell=tell,
    canvas=tall(560),
    height=620,
    needs=(needs.regions,),
)
