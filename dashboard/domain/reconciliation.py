"""Does each figure that the study prints come out of the loaded tables?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from dashboard.domain.dimension import Dimension, dimension
from dashboard.domain.published import PublishedFigure, Where
from dashboard.domain.query import Counted, Query
from dashboard.domain.rates import Share, mean
from dashboard.domain.selection import Condition, Selection, selection_of
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary

Status = Literal["identical", "rounded", "explained", "unexplained", "outside"]
"""Identical; agrees once rounded as printed; disagrees where the study disagrees with itself; disagrees; not in the
tables."""

_STEP = {"percent": 1.0, "whole": 1.0, "tenth": 0.1}
"""To what each precision rounds."""

_TOLERANCE = 1e-9
"""What floating point may add to a difference that is none."""

Tables = Mapping[str, ReleasedTable]


@dataclass(frozen=True, slots=True)
class Recomputed:
    """What the tables give: a number, of how many (`part` of `base` for a share), or the `codes` found, in order."""

    value: float | int | None
    part: int | None = None
    base: int | None = None
    codes: tuple[str, ...] = ()
    holds: bool | None = None


@dataclass(frozen=True, slots=True)
class Reconciled:
    """A published figure beside the recomputed one. `difference` is recomputed minus published, 0 within bounds."""

    figure: PublishedFigure
    found: Recomputed
    difference: float | int | None
    status: Status


def is_in_tables(figure: PublishedFigure, vocabulary: Vocabulary) -> bool:
    """Whether the loaded tables have what the figure is about: its waves, its survey."""
    if figure.statistic == "context":
        return False
    if figure.statistic == "participation":
        return bool(_asked_on(figure, vocabulary))
    return all(vocabulary.has(dimension(name)) for name in _names(figure))


def queries_of(figure: PublishedFigure, vocabulary: Vocabulary) -> dict[str, Query]:
    """What has to be counted for `figure`: its base under "where", and what it is compared with."""
    if not is_in_tables(figure, vocabulary):
        return {}
    if figure.statistic == "participation":
        return {
            wave: Query((Dimension("status", wave),), _selection({"cohort": cohorts}))
            for wave, cohorts in _asked_on(figure, vocabulary).items()
        }
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
    """`figure` beside what `tables`, the answers to its queries, give."""
    if not tables:
        return Reconciled(figure, Recomputed(None), None, "outside")
    found = _recomputed(figure, tables, vocabulary)
    difference = _difference(figure, found)
    return Reconciled(figure, found, difference, _status(figure, found, difference))


def _status(figure: PublishedFigure, found: Recomputed, difference: float | None) -> Status:
    if found.holds is not False and _agrees(figure, found, difference):
        exact = difference in (0, None) and figure.precision != "bounds"
        return "identical" if exact else "rounded"
    return "explained" if figure.contradiction else "unexplained"


def _agrees(figure: PublishedFigure, found: Recomputed, difference: float | None) -> bool:
    if figure.precision == "bounds":
        return found.value is not None and _within(figure, found.value)
    if figure.value is None:
        return bool(found.holds)
    if difference is None:
        return False
    return abs(difference) <= _STEP.get(figure.precision, 0) / 2 + _TOLERANCE


def _within(figure: PublishedFigure, value: float) -> bool:
    low, high = figure.low, figure.high
    above = low is None or value > low or (figure.low_included and value == low)
    below = high is None or value < high or (figure.high_included and value == high)
    return above and below


def _difference(figure: PublishedFigure, found: Recomputed) -> float | int | None:
    if found.value is None:
        return None
    if figure.precision != "bounds":
        return None if figure.value is None else found.value - figure.value
    if _within(figure, found.value):
        return 0
    if figure.low is not None and found.value <= figure.low:
        return found.value - figure.low
    return None if figure.high is None else found.value - figure.high


def _recomputed(figure: PublishedFigure, tables: Tables, vocabulary: Vocabulary) -> Recomputed:
    match figure.statistic:
        case "participation":
            return _participation(tables, vocabulary)
        case "agreement":
            return _agreement(figure, tables["where"], vocabulary)
        case "order" | "categories":
            return _ranked(figure, tables["where"], vocabulary)
        case "difference":
            here = _level(figure, tables, "where")
            there = _level(figure, tables, "reference")
            if here.value is None or there.value is None:
                return Recomputed(None)
            return Recomputed(here.value - there.value, base=here.base)
        case _:
            return _level(figure, tables, "where")


def _level(figure: PublishedFigure, tables: Tables, name: str) -> Recomputed:
    """A count, a share, or a number that sums up a distribution."""
    table, statistic = tables[name], figure.of or figure.statistic
    if statistic == "count":
        return Recomputed(table.total())
    if statistic == "share":
        part = tables.get("named", table).count(figure.numerator)
        share = Share(part, table.total())
        return Recomputed(share.percent, part, share.base)
    values = {
        int(code): n for code, n in table.by_code(figure.dimension).items() if n and code.isdigit()
    }
    if not values:
        return Recomputed(None, base=0)
    found = {"mean": mean(values), "minimum": min(values), "maximum": max(values)}[statistic]
    return Recomputed(found, base=sum(values.values()))


def _agreement(figure: PublishedFigure, table: ReleasedTable, vocabulary: Vocabulary) -> Recomputed:
    before, after = (
        {
            category.code: category.group if figure.grouped else category.code
            for category in vocabulary.categories(dimension(name))
            if category.absence is None
        }
        for name in figure.dimensions
    )
    same = known = 0
    for (first, then), people in table.cells():
        if first in before and then in after:
            known += people
            same += people if before[first] == after[then] else 0
    return Recomputed(Share(same, known).percent, same, known)


def _ranked(figure: PublishedFigure, table: ReleasedTable, vocabulary: Vocabulary) -> Recomputed:
    """The real categories that anybody has, most numerous first, and whether they are as the study says."""
    counts = table.by_code(figure.dimension)
    real = [c for c in vocabulary.real_codes(dimension(figure.dimension)) if counts[c]]
    if figure.statistic == "categories":
        holds = set(figure.codes) == set(real) if figure.codes else None
        return Recomputed(len(real), codes=tuple(real), holds=holds)
    ranked = sorted(real, key=lambda code: -counts[code])
    first = [counts.get(code, 0) for code in figure.codes]
    most_of_others = max((counts[c] for c in real if c not in figure.codes), default=0)
    falling = [*first, most_of_others]
    holds = all(more > less for more, less in pairwise(falling))
    return Recomputed(None, base=table.total(), codes=tuple(ranked), holds=holds)


def _participation(tables: Tables, vocabulary: Vocabulary) -> Recomputed:
    answered = asked = 0
    for wave, table in tables.items():
        asked += table.total()
        known = vocabulary.real_codes(Dimension("status", wave))
        answered += table.count({f"status@{wave}": known})
    return Recomputed(Share(answered, asked).percent, answered, asked)


def _asked_on(figure: PublishedFigure, vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    """The cohorts asked at the figure's date, by wave; T0 is asked together with the wave after it."""
    asked = {
        wave: tuple(
            cohort
            for cohort in vocabulary.cohorts
            if vocabulary.calendar.get((cohort, wave)) == figure.date
        )
        for wave in vocabulary.waves[1:]
    }
    return {wave: cohorts for wave, cohorts in asked.items() if cohorts}


def _query(figure: PublishedFigure, where: Where, counted: Counted) -> Query:
    named = [figure.dimension] if figure.dimension else []
    along = dict.fromkeys((*figure.numerator, *named, *figure.dimensions))
    return Query(_keys(along), _selection(where), counted)


def _keys(names: Mapping[str, object]) -> tuple[Dimension, ...]:
    return tuple(dimension(name) for name in names)


def _selection(where: Where) -> Selection:
    return selection_of(Condition(dimension(name), codes) for name, codes in where.items())


def _names(figure: PublishedFigure) -> Iterator[str]:
    yield from (*figure.where, *figure.numerator, *(figure.reference or ()), *figure.dimensions)
    if figure.dimension:
        yield figure.dimension
