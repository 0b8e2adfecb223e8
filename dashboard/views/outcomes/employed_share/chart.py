"""How is each cohort's share drawn over the waves, or at the only one, and what is said of those to come?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from babel.dates import format_date

from dashboard.content.charts.datum import Datum
from dashboard.content.charts.dots import DotRow, Dots
from dashboard.content.charts.lines import Lines, LineSeries
from dashboard.content.charts.rich_text import rich
from dashboard.content.medium import Medium
from dashboard.content.theme import DOT
from dashboard.content.view import Scene
from dashboard.domain.benchmarks import Benchmark
from dashboard.domain.survey_calendar import waves_to_come
from dashboard.text.numbers import base_in_brackets, bounds
from dashboard.text.words import inside
from dashboard.views.kit.benchmarks import benchmark_line, employed_benchmarks
from dashboard.views.kit.cohort_colours import cohort_colours
from dashboard.views.kit.employment import employed_hover
from dashboard.views.kit.item_nonresponse import unanswered_name
from dashboard.views.kit.survey_bases import ANSWERED, RESPONDENTS, SURVEYED
from dashboard.views.outcomes.employed_share.points import BASE, Point, is_bounded, wave_label

OF_WHOM = {
    RESPONDENTS: "Part des répondants",
    SURVEYED: "Part des interrogés",
    ANSWERED: "Part de ceux qui ont renseigné la vague",
}
"""Of whom a share is, by base: it stands at the axis, so that no share is taken for one on another base."""

MOST_ROWS: dict[Medium, int] = {"page": 24, "phone": 15, "room": 18}
"""How many rows of cohorts and waves stand below each other and are still read."""

NAME_LETTERS: dict[Medium, int] = {"page": 34, "phone": 16, "room": 40}
"""How many letters of a row's name stand on a line."""


def chart(scene: Scene, points: Sequence[Point]) -> Lines | Dots:
    """A line for each cohort that has a point, over all waves; a dot for each, where there is one wave.

    With the bounds of silence, a dot for each cohort and wave, on its band.
    """
    if is_bounded(scene):
        return _banded(scene, bounded_points(scene, points))
    return _lines(scene, points) if len(scene.vocabulary.after) > 1 else _dots(scene, points)


def read_against(scene: Scene) -> list[Benchmark]:
    """The outside figures of who is employed that the chart marks; bands, which are rows of all waves, have none."""
    if is_bounded(scene):
        return []
    return [one for wave in scene.vocabulary.after for one in employed_benchmarks(scene, wave)]


def bounded_points(scene: Scene, points: Sequence[Point]) -> tuple[Point, ...]:
    """The points that are drawn on bands, cohort by cohort: of the last cohorts, where there is no room for all."""
    drawn: list[Point] = []
    for cohort in reversed(scene.vocabulary.cohorts):
        own = [point for point in points if point.cohort == cohort]
        if len(own) + len(drawn) > MOST_ROWS[scene.medium]:
            break
        drawn = [*own, *drawn]
    return tuple(drawn)


def _axis(scene: Scene) -> str:
    base = scene.position(BASE)
    # A phone has no room for more.
    narrow = scene.medium == "phone" and base == ANSWERED
    return f"{OF_WHOM[base]}, {'' if narrow else 'avec son intervalle '}à 95 %"


def _banded(scene: Scene, points: Sequence[Point]) -> Dots:
    return Dots(
        tuple(_on_band(scene, point) for point in points),
        DOT,
        verdicts=None,
        axis_title=_axis(scene),
        name_letters=NAME_LETTERS[scene.medium],
        band_name=f"d'aucun à tous les « {unanswered_name(scene.position(BASE))} » en emploi",
    )


def _on_band(scene: Scene, point: Point) -> DotRow:
    name = f"{point.cohort} à {point.wave} {base_in_brackets(point.part.counted.base)}"
    datum, (low, high) = _datum(scene, point), point.bounds
    band = None if low is None or high is None else (low, high)
    within = rich(f"Bornes du silence : {bounds(band)}")
    return DotRow(name, replace(datum, hover=datum.hover + within), band=band)


def _dots(scene: Scene, points: Sequence[Point]) -> Dots:
    return Dots(
        tuple(_dot(scene, point) for point in points),
        DOT,
        verdicts=None,
        axis_title=_axis(scene),
        benchmarks=tuple(benchmark_line(one, scene.vocabulary) for one in read_against(scene)),
    )


def _dot(scene: Scene, point: Point) -> DotRow:
    name = f"{point.cohort} {base_in_brackets(point.part.counted.base)}"
    return DotRow(name, _datum(scene, point))


def _lines(scene: Scene, points: Sequence[Point]) -> Lines:
    waves = scene.vocabulary.after
    by_cohort = {
        cohort: {point.wave: point for point in points if point.cohort == cohort}
        for cohort in scene.vocabulary.cohorts
    }
    return Lines(
        tuple(rich(wave_label(scene, wave)) for wave in waves),
        tuple(_series(scene, cohort, own) for cohort, own in by_cohort.items() if own),
        axis_title=_axis(scene),
        benchmarks=tuple(
            benchmark_line(one, scene.vocabulary, place)
            for place, wave in enumerate(waves)
            for one in employed_benchmarks(scene, wave)
        ),
    )


def _series(scene: Scene, cohort: str, points: dict[str, Point]) -> LineSeries:
    """The line of a cohort; `points` are its own, by wave."""
    waves = scene.vocabulary.after
    bases = sorted({point.part.counted.base for point in points.values()})
    to_come = waves_to_come(scene.vocabulary, (cohort,), waves).get(cohort, {})
    return LineSeries(
        f"{cohort} {base_in_brackets(*bases)}",
        cohort_colours(scene.vocabulary)[cohort],
        tuple(_datum(scene, points.get(wave)) for wave in waves),
        last_label=_last_label([points[wave] for wave in waves if wave in points][-1], waves[-1]),
        to_come=tuple(_to_come(wave, day) for wave, day in to_come.items()),
    )


def _datum(scene: Scene, point: Point | None) -> Datum:
    if point is None:
        return Datum(None)
    label = scene.vocabulary.codebook.waves[point.wave].label
    head = f"Promotion {point.cohort}, {point.wave} ({inside(label)})"
    return point.part.datum(employed_hover(head, point.part), point.click)


def _last_label(point: Point, last_wave: str) -> str:
    """The value and its wave, where the line ends before the last wave: its label stands beside that one.

    Nothing of a value that is not told.
    """
    drawn = point.part.percent is not None
    return f"{point.part.text} à {point.wave}" if drawn and point.wave != last_wave else ""


def _to_come(wave: str, day: date | None) -> str:
    """`T3 : sept. 2018`, which no line may break; a wave whose day is not known is to come."""
    when = "à venir" if day is None else format_date(day, format="MMM y", locale="fr_FR")
    return f"{wave} : {when}".replace(" ", "\u00a0")
