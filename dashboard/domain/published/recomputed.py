"""What do the loaded tables give for a figure of the report?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension, dimension
from dashboard.domain.published.figures import PublishedFigure
from dashboard.domain.statistics.comparisons import Difference, Group
from dashboard.domain.statistics.one_vs_rest import OneVsRest
from dashboard.domain.statistics.rates import Share, mean
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary

Tables = Mapping[str, ReleasedTable]


@dataclass(frozen=True, slots=True)
class Recomputed:
    """What the tables give: a number, of how many (`part` of `base` for a share), or `codes`, in order.

    `one_vs_rest` is the difference from the other groups.
    """

    value: float | int | None
    part: int | None = None
    base: int | None = None
    codes: tuple[str, ...] = ()
    holds: bool | None = None
    one_vs_rest: Difference | None = None


def budget_of(figure: PublishedFigure, vocabulary: Vocabulary) -> int | None:
    """The budget declared for the calendar year that `figure` is about; None where there is none."""
    amounts = [
        budget.amount
        for budget in vocabulary.codebook.budgets
        if str(budget.calendar_year) == figure.date
    ]
    return sum(amounts) if amounts else None


def _level(figure: PublishedFigure, tables: Tables, _: Vocabulary) -> Recomputed:
    """A count, a share, or a number that sums up a distribution."""
    table, statistic = tables["where"], figure.statistic
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
    summary = {"mean": mean(values), "minimum": min(values), "maximum": max(values)}[statistic]
    return Recomputed(summary, base=sum(values.values()))


def _agreement(figure: PublishedFigure, tables: Tables, vocabulary: Vocabulary) -> Recomputed:
    before, after = (
        {
            category.code: _kind(category, grouped=figure.grouped)
            for category in vocabulary.categories(dimension(name))
            if category.absence is None
        }
        for name in figure.dimensions
    )
    same = known = 0
    for (first, then), people in tables["where"].occupied():
        if first in before and then in after:
            known += people
            same += people if before[first] == after[then] else 0
    return Recomputed(Share(same, known).percent, same, known)


def _kind(category: Category, *, grouped: bool) -> tuple[str, str]:
    """What has to be the same for two answers to agree: the group, where there is one and it is enough."""
    return (category.group, "") if grouped and category.group else ("", category.code)


def _ranked(figure: PublishedFigure, tables: Tables, vocabulary: Vocabulary) -> Recomputed:
    """The real categories that anybody has, most numerous first, and whether they are as the study says."""
    table = tables["where"]
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


def _participation(_: PublishedFigure, tables: Tables, vocabulary: Vocabulary) -> Recomputed:
    answered = asked = 0
    for wave, table in tables.items():
        asked += table.total()
        known = vocabulary.real_codes(Dimension("status", wave))
        answered += table.count({f"status@{wave}": known})
    return Recomputed(Share(answered, asked).percent, answered, asked)


def _added(figure: PublishedFigure, tables: Tables, vocabulary: Vocabulary) -> Recomputed:
    """The categories that somebody has in `where` and nobody has in the reference."""
    here, before = (tables[name].by_code(figure.dimension) for name in ("where", "reference"))
    real = vocabulary.real_codes(dimension(figure.dimension))
    new = tuple(code for code in real if here[code] and not before[code])
    return Recomputed(len(new), codes=new, holds=set(figure.codes) == set(new))


def _difference(figure: PublishedFigure, tables: Tables, vocabulary: Vocabulary) -> Recomputed:
    """How far the group of `where` stands from the others together, as the view of regional profiles says it."""
    (name,) = figure.apart
    (code,) = figure.where[name]
    groups = _one_vs_rest(
        tables["groups"],
        name,
        vocabulary.real_codes(dimension(name)),
        figure.dimension,
        tuple(figure.numerator.items()),
    )
    group, difference = groups.groups.get(code), groups.differences.get(code)
    if group is None or difference is None:
        return Recomputed(None, holds=False)
    return Recomputed(
        difference.value,
        group.share.count if group.share else None,
        group.people,
        one_vs_rest=difference,
    )


@lru_cache(maxsize=16)
def _one_vs_rest(
    table: ReleasedTable,
    name: str,
    codes: tuple[str, ...],
    valued: str,
    numerator: tuple[tuple[str, tuple[str, ...]], ...],
) -> OneVsRest:
    """How each group along `name` stands: by a share, or by the mean of `valued`. Remembered: figures share them."""
    if not valued:
        part = dict(numerator)
        return OneVsRest(
            {c: Group(Share(table.count({name: c, **part}), table.count({name: c}))) for c in codes}
        )
    values: dict[str, dict[int, int]] = {code: {} for code in codes}
    for (code, value), people in table.margin(name, valued).occupied():
        if value.isdigit():
            values[code][int(value)] = people
    return OneVsRest({code: Group(distribution=people) for code, people in values.items()})


def _budget(figure: PublishedFigure, _: Tables, vocabulary: Vocabulary) -> Recomputed:
    return Recomputed(budget_of(figure, vocabulary))


def _surveys(figure: PublishedFigure, _: Tables, vocabulary: Vocabulary) -> Recomputed:
    cohorts = figure.where.get("cohort", vocabulary.cohorts)
    days = {day for (cohort, _), day in vocabulary.calendar.items() if cohort in cohorts}
    return Recomputed(len(days))


_WAYS: Mapping[str, Callable[[PublishedFigure, Tables, Vocabulary], Recomputed]] = {
    "agreement": _agreement,
    "order": _ranked,
    "categories": _ranked,
    "added": _added,
    "difference": _difference,
    "participation": _participation,
    "budget": _budget,
    "surveys": _surveys,
}


def recompute(figure: PublishedFigure, tables: Tables, vocabulary: Vocabulary) -> Recomputed:
    """What `tables`, the answers to the queries of `figure`, give for it."""
    return _WAYS.get(figure.statistic, _level)(figure, tables, vocabulary)
