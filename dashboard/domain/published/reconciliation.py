"""Does each figure that the report prints come out of the loaded tables?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from dashboard.domain.dimension import Dimension, dimension
from dashboard.domain.published.figures import PublishedFigure, Where
from dashboard.domain.published.recomputed import Recomputed, Tables, budget_of, recompute
from dashboard.domain.published.rounded import are_rounded, range_of
from dashboard.domain.query import Counted, Query
from dashboard.domain.selection import Condition, Selection, selection_of
from dashboard.domain.vocabulary import Vocabulary

Status = Literal["identical", "rounded", "inconclusive", "explained", "unexplained", "outside"]
"""Identical; agrees once rounded as printed; a difference of the direction that the study gives, which the numbers do
not support; disagrees where the study disagrees with itself; disagrees; not in the tables."""

Missing = Literal["wave", "variable", "cohort", "academic_year"]
"""What tables may be without that a figure is about."""

_STEP = {"percent": 1.0, "whole": 1.0, "tenth": 0.1}
"""To what each precision rounds."""

_TOLERANCE = 1e-9
"""What floating point may add to a difference that is none."""


@dataclass(frozen=True, slots=True)
class Reconciled:
    """A published figure beside the recomputed one. `difference` is recomputed minus published, 0 within bounds.

    `untold`: it is in the tables, but what is released of them cannot tell it.
    """

    figure: PublishedFigure
    recomputed: Recomputed
    difference: float | int | None
    status: Status
    untold: bool = False


def is_in_tables(figure: PublishedFigure, vocabulary: Vocabulary) -> bool:
    """Whether the loaded tables have what the figure is about: its waves, its survey, its cohorts and years."""
    if figure.statistic in ("context", "untold"):
        return False
    if figure.statistic == "participation":
        return bool(_asked_on(figure, vocabulary))
    if figure.statistic == "budget":
        return budget_of(figure, vocabulary) is not None
    return not missing_from(figure, vocabulary)


def missing_from(figure: PublishedFigure, vocabulary: Vocabulary) -> dict[Missing, tuple[str, ...]]:
    """What `figure` is about and the tables do not have, each kind with its names or codes; only what lacks is told."""
    lacking = [dimension(name) for name in _names(figure) if not vocabulary.has(dimension(name))]
    waves = {key.wave: None for key in lacking if key.wave and key.wave not in vocabulary.waves}
    told: dict[Missing, tuple[str, ...]] = {
        "wave": tuple(wave for wave in waves if wave),
        "variable": tuple(dict.fromkeys(k.variable for k in lacking if k.wave not in waves)),
        "cohort": _unknown_codes(figure, "cohort", vocabulary),
        "academic_year": _unknown_codes(figure, "academic_year", vocabulary),
    }
    return {kind: names for kind, names in told.items() if names}


def _unknown_codes(figure: PublishedFigure, name: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    wheres = (figure.where, figure.numerator, figure.reference or {})
    named = dict.fromkeys(code for where in wheres for code in where.get(name, ()))
    return tuple(c for c in named if c not in vocabulary.codes(Dimension(name)))


def queries_of(figure: PublishedFigure, vocabulary: Vocabulary) -> dict[str, Query]:
    """What has to be counted for `figure`: its base under "where", and what it is compared with."""
    if not is_in_tables(figure, vocabulary):
        return {}
    if figure.statistic == "participation":
        return {
            wave: Query((Dimension("status", wave),), _selection({"cohort": cohorts}))
            for wave, cohorts in _asked_on(figure, vocabulary).items()
        }
    if figure.statistic in ("budget", "surveys"):
        return {}
    if figure.statistic == "difference" and figure.reference is not None:
        # Each group of the reference, so that the one asked about is judged among all of them.
        return {"groups": _query(figure, figure.reference, figure.counted, figure.apart)}
    counted = figure.counted
    if figure.statistic == "share" and counted == "answer":
        # Each person may name several benefits: the share is one of people.
        return {
            "named": Query(_keys(figure.numerator), _selection(figure.where), "answer"),
            "where": Query((), _selection(figure.where)),
        }
    asked = {"where": _query(figure, figure.where, counted)}
    if figure.reference is not None:
        asked["reference"] = _query(figure, figure.reference, counted)
    return asked


def reconcile(figure: PublishedFigure, tables: Tables, vocabulary: Vocabulary) -> Reconciled:
    """`figure` beside what `tables`, the answers to its queries, give.

    Of rounded counts it agrees where it may be what they are of: a gap of rounding is none.
    """
    if not is_in_tables(figure, vocabulary):
        return Reconciled(figure, Recomputed(None), None, "outside")
    result = recompute(figure, tables, vocabulary)
    if are_rounded(tables.values()):
        return _with_rounded(figure, result)
    difference = _difference(figure, result)
    return Reconciled(figure, result, difference, _status(figure, result, difference))


def _with_rounded(figure: PublishedFigure, result: Recomputed) -> Reconciled:
    possible = range_of(figure, result)
    if possible is None:
        return Reconciled(figure, Recomputed(None), None, "outside", untold=True)
    step = _STEP.get(figure.precision, 0) / 2 + _TOLERANCE
    low, high = possible[0] - step, possible[1] + step
    if _overlaps(figure, low, high):
        return Reconciled(figure, result, None, "rounded")
    status: Status = "explained" if figure.contradiction else "unexplained"
    return Reconciled(figure, result, _difference(figure, result), status)


def _overlaps(figure: PublishedFigure, low: float, high: float) -> bool:
    if figure.precision != "bounds":
        return figure.value is None or low <= figure.value <= high
    beneath = figure.low is None or high >= figure.low
    return beneath and (figure.high is None or low <= figure.high)


def _status(figure: PublishedFigure, result: Recomputed, difference: float | None) -> Status:
    if result.holds is not False and _agrees(figure, result, difference):
        if result.one_vs_rest is not None and not result.one_vs_rest.conclusive:
            return "inconclusive"
        exact = difference in (0, None) and figure.precision != "bounds"
        return "identical" if exact else "rounded"
    return "explained" if figure.contradiction else "unexplained"


def _agrees(figure: PublishedFigure, result: Recomputed, difference: float | None) -> bool:
    if figure.precision == "bounds":
        return result.value is not None and _within(figure, result.value)
    if figure.value is None:
        return bool(result.holds)
    if difference is None:
        return False
    return abs(difference) <= _STEP.get(figure.precision, 0) / 2 + _TOLERANCE


def _within(figure: PublishedFigure, value: float) -> bool:
    low, high = figure.low, figure.high
    above = low is None or value > low or (figure.low_included and value == low)
    below = high is None or value < high or (figure.high_included and value == high)
    return above and below


def _difference(figure: PublishedFigure, result: Recomputed) -> float | int | None:
    if result.value is None:
        return None
    if figure.precision != "bounds":
        return None if figure.value is None else result.value - figure.value
    if _within(figure, result.value):
        return 0
    if figure.low is not None and result.value <= figure.low:
        return result.value - figure.low
    return None if figure.high is None else result.value - figure.high


def _asked_on(figure: PublishedFigure, vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    """The cohorts asked at the figure's date, by wave; T0 is asked together with the wave after it."""
    asked = {
        wave: tuple(
            cohort
            for cohort in vocabulary.cohorts
            if vocabulary.calendar.get((cohort, wave)) == figure.date
        )
        for wave in vocabulary.after
    }
    return {wave: cohorts for wave, cohorts in asked.items() if cohorts}


def _query(
    figure: PublishedFigure, where: Where, counted: Counted, apart: tuple[str, ...] = ()
) -> Query:
    named = [figure.dimension] if figure.dimension else []
    along = dict.fromkeys((*apart, *figure.numerator, *named, *figure.dimensions))
    return Query(_keys(along), _selection(where), counted)


def _keys(names: Mapping[str, object]) -> tuple[Dimension, ...]:
    return tuple(dimension(name) for name in names)


def _selection(where: Where) -> Selection:
    return selection_of(Condition(dimension(name), codes) for name, codes in where.items())


def _names(figure: PublishedFigure) -> Iterator[str]:
    yield from (*figure.where, *figure.numerator, *(figure.reference or ()), *figure.dimensions)
    if figure.dimension:
        yield figure.dimension
