"""How many are employed at each wave, cohort by cohort? (study, figure 5)"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from dashboard.content.charts.lines import LineSeries, lines
from dashboard.content.click_filter import ClickFilter
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Row
from dashboard.content.page import OUTCOMES
from dashboard.content.view import Canvas, Scene, View
from dashboard.domain.address import parameter_of
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.survey_calendar import waves_to_come
from dashboard.domain.tables import ReleasedTable
from dashboard.text.numbers import base_in_brackets, percent
from dashboard.text.words import listed
from dashboard.views.kit.cohort_colours import cohort_colours
from dashboard.views.kit.employment import (
    COHORT,
    Employed,
    absent_cohorts_notes,
    employed,
    employed_click,
    employed_reading,
    employed_tell,
    fragile_note,
    further_columns,
)
from dashboard.views.kit.item_nonresponse import base_note, tally, warning
from dashboard.views.kit.nonresponse_weighting import (
    applied,
    corrected_title,
    correction_notes,
    correction_option,
    with_weighted,
)
from dashboard.views.kit.survey_bases import (
    ANSWERED,
    RESPONDENTS_IN_WORDS,
    SURVEYED,
    SURVEYED_IN_WORDS,
    base_option,
    nobody_because,
    survey_base,
)

BASE = base_option("emploi", answered=True)
CORRECTION = correction_option("emploi")

POPULATION = {
    SURVEYED: SURVEYED_IN_WORDS,
    ANSWERED: "répondants des promotions interrogées, à chaque vague ceux qui l'ont renseignée",
}


@dataclass(frozen=True)
class _Point:
    """One cohort at one wave that it has reached."""

    cohort: str
    wave: str
    found: Employed
    target: ClickFilter


def ask(scene: Scene) -> Mapping[str, Query]:
    """Status at each wave after the first, by cohort."""
    kept = survey_base(scene.selection, scene.position(BASE))
    queries = {
        wave: Query((COHORT, Dimension("status", wave)), kept)
        for wave in scene.vocabulary.waves[1:]
    }
    return with_weighted(queries, wanted=_corrected(scene))


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """A line a cohort over the waves that it has reached."""
    waves = scene.vocabulary.waves[1:]
    points = [point for wave in waves for point in _points(scene, tables, wave)]
    base = scene.position(BASE)
    return Content(
        title=corrected_title(
            "Part en emploi, par promotion et par vague", corrected=_corrected(scene)
        ),
        base=tables[waves[0]].total() if points else 0,
        population=POPULATION.get(base, RESPONDENTS_IN_WORDS),
        figure=lines(
            [_wave_label(scene, wave) for wave in waves],
            _series(scene, points),
            axis_title="Part en emploi, avec son intervalle à 95 %",
            narrow=scene.narrow,
            projected=scene.projected,
        ),
        data_table=DataTable(
            ("promotion", "temps d'observation"),
            "en emploi",
            tuple(_row(scene, point) for point in points),
            further_columns(base, corrected=_corrected(scene)),
            compared=True,
        ),
        reading=_reading(scene, points),
        alternative=_alternative(scene, points),
        source=scene.vocabulary.codebook.study.source_survey,
        notes=(
            *_silence_notes(scene, points),
            *fragile_note((f"promotion {p.cohort} à {p.wave}", p.found.counted) for p in points),
            *absent_cohorts_notes(scene.selection, scene.vocabulary, waves),
            base_note(base),
            *correction_notes(scene, CORRECTION, base, (point.found.effect for point in points)),
        ),
        nothing=_nothing(scene, tables[waves[0]].total()),
    )


def _nothing(scene: Scene, people: int) -> str:
    """Why there is no point: nobody was asked, or those who answered told of no wave."""
    if people and scene.position(BASE) == ANSWERED:
        return "Aucun répondant de cette sélection n'a renseigné une vague qui suit l'inscription."
    return nobody_because(scene.selection, scene.vocabulary)


def _silence_notes(scene: Scene, points: list[_Point]) -> tuple[str, ...]:
    """Where many said nothing, then how many everywhere."""
    by_cohort = [
        (f"promotion {cohort}", [(p.wave, p.found.silence) for p in points if p.cohort == cohort])
        for cohort in scene.vocabulary.cohorts
    ]
    return (
        *warning(
            scene.position(BASE),
            [
                (f"promotion {p.cohort} à {p.wave}", p.found.silence, p.found.answered)
                for p in points
            ],
        ),
        *tally(scene.position(BASE), by_cohort),
    )


def _corrected(scene: Scene) -> bool:
    return applied(scene, CORRECTION, scene.position(BASE))


def _points(scene: Scene, tables: Mapping[str, ReleasedTable], wave: str) -> list[_Point]:
    """Each cohort at `wave`; one that has not reached it, or of which nobody is selected, has no point."""
    vocabulary, found = scene.vocabulary, []
    for cohort in vocabulary.cohorts:
        part = employed(scene, tables, wave, wave, {"cohort": cohort}, scene.position(BASE))
        if part.counted.base:
            of_cohort = {parameter_of(COHORT, vocabulary): cohort}
            target = employed_click(vocabulary, wave, of_cohort)
            found.append(_Point(cohort, wave, part, target))
    return found


def _series(scene: Scene, points: list[_Point]) -> list[LineSeries]:
    colours, waves = cohort_colours(scene.vocabulary), scene.vocabulary.waves[1:]
    waits = waves_to_come(scene.vocabulary, scene.vocabulary.cohorts, waves)
    series = []
    for cohort in scene.vocabulary.cohorts:
        mine = {point.wave: point for point in points if point.cohort == cohort}
        if not mine:
            continue
        at = [mine.get(wave) for wave in waves]
        bases = {point.found.counted.base for point in mine.values()}
        series.append(
            LineSeries(
                name=f"{cohort} {base_in_brackets(*sorted(bases))}",
                colour=colours[cohort],
                values=tuple(p.found.percent if p else None for p in at),
                labels=tuple(p.found.text if p else "" for p in at),
                last=_last([p for p in at if p][-1], waves[-1]),
                hovers=tuple(_tell(scene, p) if p else "" for p in at),
                intervals=tuple(p.found.interval if p else None for p in at),
                clicks=tuple(p.target if p else {} for p in at),
                coming=tuple(_coming(wave, day) for wave, day in waits.get(cohort, {}).items()),
            )
        )
    return series


def _last(point: _Point, last: str) -> str:
    """The value, and its wave where the line ends before the last one: its label stands beside that one."""
    return f"{point.found.text}{'' if point.wave == last else f' à {point.wave}'}"


def _coming(wave: str, day: date | None) -> str:
    """`T3 : sept. 2018`, which no line may break; a wave whose day is not known is to come."""
    when = "à venir" if day is None else format_date(day, format="MMM y", locale="fr_FR")
    return f"{wave} : {when}".replace(" ", "\u00a0")


def _tell(scene: Scene, point: _Point) -> str:
    label = scene.vocabulary.codebook.waves[point.wave].label
    return employed_tell(f"Promotion {point.cohort}, {point.wave} ({label.lower()})", point.found)


def _wave_label(scene: Scene, wave: str) -> str:
    """The wave and its months, which no line may break."""
    months = scene.vocabulary.codebook.waves[wave].short.replace(" ", "\u00a0")
    return f"{wave} {months}"


def _row(scene: Scene, point: _Point) -> Row:
    labels = (point.cohort, _wave_label(scene, point.wave))
    found = point.found
    return Row(labels, found.counted.count, found.counted.base, found.measures, point.target)


def _reading(scene: Scene, points: list[_Point]) -> str:
    """The first wave that has a share, of the cohort with most people: the share that the fewest readers may doubt."""
    known = [point for point in points if point.found.counted.base]
    if not known:
        return ""
    wave = min((point.wave for point in known), key=scene.vocabulary.waves.index)
    first = [point for point in known if point.wave == wave]
    read = max(first, key=lambda point: point.found.counted.base)
    who = f" de la promotion {read.cohort}"
    return employed_reading(read.found, who, scene, read.wave, scene.position(BASE))


def _alternative(scene: Scene, points: list[_Point]) -> str:
    told = []
    for wave in scene.vocabulary.waves[1:]:
        parts = [f"{p.cohort} {percent(p.found.percent, 0)}" for p in points if p.wave == wave]
        if parts:
            told.append(f"à {wave}, {listed(parts)}")
    return f"Une ligne par promotion, part en emploi à chaque vague : {' ; '.join(told)}."


VIEW = View(
    name="emploi",
    page=OUTCOMES,
    place=1,
    title="Part en emploi",
    ask=ask,
    tell=tell,
    options=(BASE, CORRECTION),
    canvas=Canvas(veiled=True),
)
