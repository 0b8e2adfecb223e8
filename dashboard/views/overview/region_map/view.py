"""Where do the beneficiaries live, and how many units were funded there? (study, carte 1)"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.charts.classes import count_labels, even_labels, round_symbols
from dashboard.content.charts.region_map import MapLegend, RegionMap
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable
from dashboard.content.page import OVERVIEW
from dashboard.content.view import SCREENFUL, Canvas, Scene, View
from dashboard.domain.counts import is_told, step_of
from dashboard.domain.needs import region_map
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.numbers import count
from dashboard.text.words import capital
from dashboard.views.kit.regions import boxed_words, main_noun
from dashboard.views.overview.region_map.counts import RegionCounts
from dashboard.views.overview.region_map.queries import DIVISION, MEASURE, YEAR, ask
from dashboard.views.overview.region_map.standing_apart import gaps_with_others
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
    """The map of the chosen measure, with a circle for what is funded."""
    drawn = RegionCounts(scene, tables)
    gaps = gaps_with_others(drawn)
    measure, study, unit = drawn.measure, scene.vocabulary.codebook.study, drawn.unit
    title = f"{measure.title} par {drawn.noun.singular}"
    return Content(
        title=title + (f", {drawn.year}" if drawn.year else ""),
        base=drawn.base,
        population=measure.population(drawn.year),
        chart=RegionMap(
            drawn.layer.map,
            tuple(
                place(drawn, code, gaps.get(code))
                for code in drawn.states
                if code in drawn.layer.on_map
            ),
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
            ("bénéficiaires", unit.several("financé"), f"{unit.plural} par bénéficiaire"),
            with_intervals=measure.is_share,
            remark_names=("couverture",),
            partition_by=0 if measure.is_count else None,
            independent=measure.counts_people,
        ),
        reading=reading(drawn, gaps),
        alternative=alternative(drawn),
        source=study.source if measure.of_respondents else study.source_enrolment,
        notes=notes(drawn),
        nothing=nothing(drawn),
    )


def _legend(drawn: RegionCounts) -> MapLegend:
    measure, units = drawn.measure, capital(drawn.unit.several("financé"))
    on_the_map = [
        number
        for code, number in drawn.by_region("all_units").items()
        if code in drawn.layer.on_map and is_told(number)
    ]
    top = max(on_the_map, default=0)
    return MapLegend(
        title=measure.legend,
        class_labels=count_labels(drawn.classes, count)
        if measure.is_count
        else even_labels(drawn.classes, measure.write_bound, measure.ceiling),
        symbol_title=f"{units} (surface du cercle)",
        short_symbol_title=units,
        symbol_top=top,
        symbols=tuple((value, count(value)) for value in round_symbols(top, step_of(on_the_map))),
        uncovered=drawn.coverage.without,
        boxed=boxed_words(drawn.layer),
        empty="aucun, ou trop peu" if drawn.rounded else "aucun bénéficiaire",
    )


def _title(vocabulary: Vocabulary) -> str:
    return f"Carte des {main_noun(vocabulary).plural}"


VIEW = View(
    name="carte",
    page=OVERVIEW,
    place=2,
    title=_title,
    ask=ask,
    tell=tell,
    switches=(MEASURE, DIVISION, YEAR),
    height=600,
    canvas=Canvas(SCREENFUL),
    needs=(region_map,),
)
