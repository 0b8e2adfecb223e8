"""What do categories of one variable tell beside those of another, which they hold by what they mean?

Two numbers of such a pair that differ tell that one of the few who part them is there; `nested.py` does it along one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from dashboard.domain.counts import Suppressed
from dashboard.domain.dimension import Dimension, dimension
from dashboard.domain.query import Counted, Query
from dashboard.domain.selection import Condition, selection_of
from dashboard.publication import Publication
from tests.disclosure.attacks.nested import ROLLED, Cells, Certain, likelihood, shown
from tests.disclosure.attacks.released import FILTERS, truth

JOB = ("contract", "csp", "sector", "working_time")

AFTER = ("T1", "T2", "T3")


@dataclass(frozen=True)
class Asked:
    """People by one condition, or enrolments."""

    condition: Condition
    counted: Counted = "beneficiary"


Pair = tuple[Asked, Asked]
"""The smaller set, then the larger."""


def blanks() -> Iterator[Pair]:
    """Who says nothing of their situation, and who says nothing of their job: a few of the employed more."""
    for wave in AFTER:
        status = Asked(_kept(f"status@{wave}", "no_information"))
        for name in JOB:
            yield status, Asked(_kept(f"{name}@{wave}", "no_information"))


def jobless() -> Iterator[Pair]:
    """Who is searching, and who is without a job: students and inactive people more."""
    for wave in AFTER:
        yield (
            Asked(_kept(f"status@{wave}", "searching")),
            Asked(_kept(f"contract@{wave}", "not_employed")),
        )


def years() -> Iterator[Pair]:
    """Who is of a cohort, and who enrolled in its year: those who went on more."""
    for year in truth().publication.vocabulary.cohorts:
        yield (
            Asked(_kept("cohort", year)),
            Asked(_kept("academic_year", year), "enrolment"),
        )


def certain(rules: str, seeds: Iterable[int], tried: Iterable[Pair]) -> Certain:
    """What an attacker who knows the method may state of the few who part each pair."""
    cells = 0
    people: list[int] = []
    for smaller, larger in tried:
        # The larger set has a key of its own where it stands for several categories, or is a year.
        rolled = larger.condition.codes != ("no_information",) and rules in ROLLED
        impossible = likelihood(0, rolled=rolled)[0] == 0
        far = len(impossible) // 2
        for seed in seeds:
            of = shown(rules, seed)
            for by in combinations(map(dimension, FILTERS), 2):
                if smaller.condition.dimension in by:
                    continue
                steps = (_cells(of, larger, by) - _cells(of, smaller, by)) / 5
                told = ~np.isnan(steps)
                at = np.clip(np.nan_to_num(steps), -far, far).astype(int) + far
                more = _cells(truth().publication, larger, by)
                more -= _cells(truth().publication, smaller, by)
                cells += int(told.sum())
                people += more[told & impossible[at]].astype(int).tolist()
    return Certain(len(people), sum(n > 0 for n in people), people.count(1), cells)


def _kept(name: str, code: str) -> Condition:
    return Condition(dimension(name), (code,))


def _cells(of: Publication, asked: Asked, by: tuple[Dimension, ...]) -> Cells:
    table = of.tabulate(Query(by, selection_of([asked.condition]), asked.counted))
    told = [np.nan if isinstance(n, Suppressed) else int(n) for _, n in table.cells()]
    return np.array(told, dtype=np.float64)
