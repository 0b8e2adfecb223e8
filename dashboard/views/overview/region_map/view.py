"""Where do the beneficiaries live, and how many units were funded there? (study, carte 1)"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.charts.classes import count_labels, even_labels, round_symbols
from dashboard.content.charts.region_map import MapLegend, RegionMap
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable
from dashboard.content.page import OVERVIEW
from dashboard.content.view import SCREENFUL, Canvas, Scene, View
from dashboard.domain.tables import ReleasedTable
from dashboard.text.numbers import count
from dashboard.views.overview.region_map.counts import (
    DIVISION,
    MEASURE,
    REGION,
    YEAR,
    RegionCounts,
    ask,
)
from dashboard.views.overview.region_map.words import (
    alternative,
    notes,
    nothing,
    place,
    reading,
    row,
    uncovered_row,
)


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """The map of the chosen measure, with a circle for funded units."""
    drawn = RegionCounts(scene, tables)
    measure, study = drawn.measure, scene.vocabulary.codebook.study
    return Content(
        title=f"{measure.title} par région" + (f", {drawn.year}" if drawn.year else ""),
        base=drawn.base,
        population=measure.population(drawn.year),
        chart=RegionMap(
            "study" if drawn.where == REGION else "current",
            tuple(place(drawn, code) for code in drawn.states),
            drawn.classes,
            _legend(drawn),
        ),
        data_table=DataTable(
            (scene.vocabulary.variable(drawn.where.variable).label,),
            measure.counted,
            (
                *(row(drawn, code) for code in drawn.selected),
                *(uncovered_row(drawn, code) for code in drawn.uncovered),
            ),
            ("bénéficiaires", "UE financées", "UE par bénéficiaire"),
            with_intervals=measure.is_share,
            remark_names=("couverture",),
            partition_by=0 if measure.is_count else None,
            independent=measure.counts_people,
        ),
        reading=reading(drawn),
        alternative=alternative(drawn),
        source=study.source if measure.of_respondents else study.source_enrolment,
        notes=notes(drawn),
        nothing=nothing(drawn),
    )


def _legend(drawn: RegionCounts) -> MapLegend:
    measure = drawn.measure
    top = max(drawn.by_region("all_units").values(), default=0)
    return MapLegend(
        title=measure.legend,
        class_labels=count_labels(drawn.classes, count)
        if measure.is_count
        else even_labels(drawn.classes, measure.write_bound, measure.ceiling),
        symbol_title="UE financées (surface du cercle)",
        short_symbol_title="UE financées",
        symbol_top=top,
        symbols=tuple((value, count(value)) for value in round_symbols(top)),
    )


VIEW = View(
    name="carte",
    page=OVERVIEW,
    place=2,
    title="Carte des régions",
    ask=ask,
    tell=tell,
    switches=(MEASURE, DIVISION, YEAR),
    height=600,
    canvas=Canvas(SCREENFUL, mapped=True),
)
