"""How many beneficiaries of each cohort live in each region? (study, annexe I)"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.charts.matrix import Matrix, MatrixCell
from dashboard.content.charts.rich_text import Piece, bold, rich
from dashboard.content.click_filter import NO_CLICK, ClickFilter, keeping
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Key, Row, total_along
from dashboard.content.page import TERRITORIES
from dashboard.content.view import Scene, View, tall
from dashboard.domain import needs
from dashboard.domain.counts import is_told
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.numbers import ABSENT, count, signed_count
from dashboard.text.words import NONE_TOLD, UNTOLD_NUMBER, capital, counted, listed
from dashboard.views.kit.notes import COHORT
from dashboard.views.kit.regions import in_region, main_noun, unknown_notes
from dashboard.views.territories.regions import region_key
from dashboard.views.territories.regions_by_cohort.grid import Grid, ask

CHANGE = "écart avec la promotion précédente"
"""The head of the column that tells how many more there are than in the cohort before."""


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """The table of regions and cohorts, filled by number, with its totals."""
    grid = Grid(scene, tables)
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


def _cells(grid: Grid) -> tuple[tuple[MatrixCell, ...], ...]:
    lines = [
        (*(_cell(grid, region, cohort) for cohort in grid.cohorts), _total(grid, region=region))
        for region in grid.regions
    ]
    last = (*(_total(grid, cohort=cohort) for cohort in grid.cohorts), _total(grid))
    return (*lines, last)


def _cell(grid: Grid, region: str, cohort: str) -> MatrixCell:
    head: list[Piece] = [bold(grid.region(region).label), f", promotion {cohort}"]
    if not grid.is_open(region, cohort):
        closed = grid.coverage.of_region(grid.coverage.without)
        return MatrixCell(None, rich(ABSENT), rich(head, closed))
    people = grid.people(region, cohort)
    hover = rich(head, _in_words(people), *_changed(grid, region, cohort))
    return MatrixCell(
        people if is_told(people) else 0,
        rich(grid.number(region, cohort)),
        hover,
        _click(grid, region, cohort),
    )


def _changed(grid: Grid, region: str, cohort: str) -> tuple[str, ...]:
    change = grid.change(region, cohort)
    return (
        ()
        if change is None or not is_told(change)
        else (f"{capital(CHANGE)} : {signed_count(change)}",)
    )


def _in_words(people: int) -> str:
    return capital(counted(people, "bénéficiaire") if is_told(people) else UNTOLD_NUMBER)


def _total(grid: Grid, region: str = "", cohort: str = "") -> MatrixCell:
    """A margin has no fill, which would compare it with single cells."""
    people = grid.people(region, cohort)
    where = grid.region(region).label if region else capital(grid.noun.every)
    when = f"promotion {cohort}" if cohort else "toutes les promotions"
    changed = _changed(grid, region, cohort) if cohort else ()
    hover = rich([bold(where), f", {when}"], _in_words(people), *changed)
    number = grid.number(region, cohort) if cohort else count(people)
    return MatrixCell(0, rich(bold(number)), hover, _click(grid, region, cohort))


def _rows(grid: Grid) -> tuple[Row, ...]:
    return tuple(
        Row(
            (
                region_key(grid.scene, grid.where, region) if region else total_along(grid.where),
                Key(COHORT, cohort, cohort) if cohort else total_along(COHORT),
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


def _click(grid: Grid, region: str, cohort: str) -> ClickFilter:
    """The people of a region, of a cohort or of both, if there are any; everybody for the total of all."""
    if not grid.people(region, cohort):
        return NO_CLICK
    kept = ((grid.where, region), (COHORT, cohort))
    return keeping(*((along, code) for along, code in kept if code))


def _reading(grid: Grid) -> str:
    """The largest cell, of its cohort; of its region, where the cohort has nobody elsewhere."""
    if not grid.people():
        return ""
    cells = [(grid.people(r, c), r, c) for r in grid.regions for c in grid.cohorts]
    cells = [cell for cell in cells if is_told(cell[0]) and cell[0]]
    if not cells:
        return ""
    people, region, cohort = max(cells, key=lambda cell: cell[0])
    lives = grid.scene.vocabulary.layers[0].lives[people > 1]
    where = (
        f"{capital(counted(people, 'bénéficiaire'))} de la promotion {cohort} {lives} "
        f"{in_region(grid.region(region), grid.noun)}"
    )
    if people < grid.people(cohort=cohort):
        return f"{where}, sur {count(grid.people(cohort=cohort))} au total."
    if people < grid.people(region):
        return f"{where}, sur {count(grid.people(region))} dans les {len(grid.cohorts)} promotions."
    return f"{where}."


def _alternative(grid: Grid) -> str:
    told = [region for region in grid.regions if is_told(grid.people(region))]
    leading = sorted(told, key=lambda region: -grid.people(region))[:3]
    named = [f"{grid.region(r).label} ({count(grid.people(r))})" for r in leading]
    return (
        f"Tableau des bénéficiaires : {grid.noun.counted(len(grid.regions))} en lignes, "
        f"{counted(len(grid.cohorts), 'promotion')} en colonnes, avec les totaux. "
        f"{capital(grid.noun.plural)} qui comptent le plus de bénéficiaires : {listed(named) or NONE_TOLD}."
    )


def _notes(grid: Grid) -> tuple[str, ...]:
    closed = any(not grid.is_open(r, c) for r in grid.regions for c in grid.cohorts)
    people, vocabulary = grid.tables["people"].by_code(str(grid.where)), grid.scene.vocabulary
    last = grid.cohorts[-1]
    changed = grid.number("", last) != count(grid.people(cohort=last))
    return (
        *([f"Hachures ({ABSENT}) : {_why_closed(grid)}."] if closed else []),
        *([f"Entre parenthèses, promotion {last} : {CHANGE}."] if changed else []),
        *unknown_notes(grid.where, people, vocabulary),
    )


def _why_closed(grid: Grid) -> str:
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
