"""What do two sets of categories tell of the few people by whom one is larger than the other?

Where the same people are always rounded the same way, two numbers that differ tell that one of those few is among them:
a test without doubt, which an attacker repeats with every other condition. All pairs of sets that the codebook offers
are tried; `gibbs.py` puts together what they tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from dashboard.disclosure.policy import DIFFUSION, Policy
from dashboard.disclosure.rules.diffusion import Diffusion, Told
from dashboard.disclosure.thresholds import BASE, LEAST_DETAILED
from dashboard.disclosure.unions import coarser_of, finer_of, gathered
from dashboard.domain.combinations import Whole
from dashboard.domain.counts import Suppressed
from dashboard.domain.dimension import Dimension, dimension
from dashboard.domain.frequency_table import FrequencyTable
from dashboard.domain.margins import Along
from dashboard.domain.query import Query
from dashboard.domain.selection import Condition, Selection, selection_of
from dashboard.domain.tables import RawTable
from dashboard.publication import Publication
from tests.disclosure.attacks.released import FILTERS, SECRET, opened, truth
from tests.support.publications import DATA

FARTHEST = 6
"""Steps of the base of rounding between two numbers that are looked at: the few are at most 29."""

UNTOLD = FARTHEST + 1
"""Stands for the step between two numbers of which one is suppressed."""

Cells = NDArray[np.float64]
"""What is told along some attributes; `nan` where it is suppressed."""


class _Told(Diffusion):
    """No set of categories is withheld."""

    def unions_told(self, _table: RawTable, _along: Along) -> Told:
        return np.array(True)


class _SameKeys(Diffusion):
    """No set of categories has a key of its own."""

    def keys(
        self, _table: RawTable, counts: FrequencyTable, _selection: Selection, along: Along
    ) -> Whole:
        return counts.keys_over(along)


class _Before(_SameKeys, _Told):
    """As it was before this attack was known."""


RULES = {
    "before": Policy("before", "Sans ces règles.", _Before(), protects=True),
    "rolled": Policy("rolled", "Sans retenue.", _Told(), protects=True),
    "withheld": Policy("withheld", "Sans clés propres.", _SameKeys(), protects=True),
    "diffusion": DIFFUSION,
}
"""Each half of the rule alone, both, and neither."""

ROLLED = ("rolled", "diffusion")
"""Under which the larger set of each pair has a key of its own: it is always one of several categories."""


@dataclass(frozen=True)
class Pair:
    """A smaller and a larger set, each as a condition, and the condition of those few who make the difference."""

    smaller: Condition
    larger: Condition
    rest: Condition
    people: int


@lru_cache(maxsize=1)
def pairs() -> tuple[Pair, ...]:
    """All pairs of sets that anybody may ask for, one in the other, whose difference is few people of the tables."""
    return tuple(pair for finer in _along_sets() for pair in _pairs_along(finer))


def people_pairs() -> tuple[Pair, ...]:
    """Those whose few differ by who they are, as those of one region do."""
    return tuple(pair for pair in pairs() if pair.rest.dimension.wave is None)


def answer_pairs() -> tuple[Pair, ...]:
    """Those whose few differ by what they answered, as the self-employed do."""
    return tuple(pair for pair in pairs() if pair.rest.dimension.wave is not None)


def _along_sets() -> Iterator[Dimension]:
    vocabulary = truth().publication.vocabulary
    for name in vocabulary.codebook.variables:
        for wave in (None, *vocabulary.after):
            key = Dimension(name, wave)
            known = vocabulary.has(key) and vocabulary.selects_people(key)
            if known and key not in vocabulary.integers and finer_of(key, vocabulary) == key:
                yield key


def _pairs_along(finer: Dimension) -> Iterator[Pair]:
    publication = truth().publication
    vocabulary = publication.vocabulary
    people = publication.tabulate(Query((finer,))).by_code(str(finer))
    offered: dict[frozenset[str], Condition] = {}
    for key in (finer, *coarser_of(finer, vocabulary)):
        for codes in (
            *((code,) for code in vocabulary.real_codes(key)),
            *(g.gathers for g in vocabulary.groupings(key)),
        ):
            parts = gathered(key, codes, vocabulary)
            offered.setdefault(frozenset(c for c in parts if people[c]), Condition(key, codes))
    for one, other in combinations(sorted(offered, key=len), 2):
        rest = other - one
        few = sum(people[code] for code in rest)
        # A smaller set without details of its own tells nothing by them.
        large = sum(people[code] for code in one) > LEAST_DETAILED - BASE
        if one < other and large and 0 < few < LEAST_DETAILED:
            yield Pair(offered[one], offered[other], Condition(finer, tuple(sorted(rest))), few)


@lru_cache(maxsize=16)
def shown(rules: str, seed: int) -> Publication:
    """The demonstration under some rules and a secret drawn by `seed`."""
    return opened(DATA / "demonstration", RULES[rules], seed)


def attributes(pair: Pair) -> tuple[Dimension, ...]:
    """What an attacker wants to know of the few: all filters and a status, but what they are few of."""
    keys = (dimension(name) for name in (*FILTERS, SECRET))
    return tuple(key for key in keys if key != pair.rest.dimension)


def cells_of(of: Publication, condition: Condition, by: tuple[Dimension, ...]) -> Cells:
    table = of.tabulate(Query(by, selection_of([condition])))
    told = [np.nan if isinstance(n, Suppressed) else int(n) for _, n in table.cells()]
    return np.array(told, dtype=np.float64).reshape([len(codes) for codes in table.codes])


def _near(off: Cells) -> Cells:
    """How probable it is that a number is rounded to one that is so far from it."""
    return np.maximum(0.0, 1 - np.abs(off) / BASE)


def likelihood(most: int, *, rolled: bool) -> Cells:
    """How probable each step between two rounded numbers is, by how many more people the larger set has.

    The same people are the same number, unless the larger set is rounded by a key of its own.
    """
    off, more, step = (
        np.arange(-4.0, 5.0),
        np.arange(most + 1.0),
        BASE * np.arange(-FARTHEST, FARTHEST + 1.0),
    )
    reached = _near(off[:, None, None] + more[None, :, None] - step[None, None, :])
    likely: Cells = (_near(off)[:, None, None] * reached).sum(0) / BASE
    if not rolled:
        likely[0] = step == 0
    return likely


@dataclass(frozen=True)
class Step:
    """By how many bases the larger set is told as more than the smaller, along two attributes."""

    along: tuple[int, int]
    steps: NDArray[np.int64]


def steps(pair: Pair, rules: str, seed: int) -> list[Step]:
    """What both sets tell of the few, by each two attributes."""
    of, found = shown(rules, seed), []
    keys = attributes(pair)
    for one, other in combinations(range(len(keys)), 2):
        by = (keys[one], keys[other])
        more = (cells_of(of, pair.larger, by) - cells_of(of, pair.smaller, by)) / BASE
        found.append(Step((one, other), np.where(np.isnan(more), UNTOLD, more).astype(np.int64)))
    return found


@dataclass(frozen=True)
class Certain:
    """Statements « somebody of these few is in this cell » that leave no doubt.

    `made`: how many, `true` of which are true, and `alone` of which are about one person; of `cells` that are told.
    """

    made: int
    true: int
    alone: int
    cells: int

    @property
    def share(self) -> float:
        """In percent of the cells that are told."""
        return 100 * self.made / self.cells if self.cells else 0.0


def certain(rules: str, seeds: Iterable[int], tried: Iterable[Pair] | None = None) -> Certain:
    """What an attacker who knows the method may state of the few of each pair."""
    cells = 0
    people: list[int] = []
    for pair in pairs() if tried is None else tried:
        impossible = likelihood(0, rolled=rules in ROLLED)[0] == 0
        keys = attributes(pair)
        for seed in seeds:
            for step in steps(pair, rules, seed):
                told = step.steps != UNTOLD
                stated = told & impossible[np.where(told, step.steps, 0) + FARTHEST]
                by = (keys[step.along[0]], keys[step.along[1]])
                cells += int(told.sum())
                people += cells_of(truth().publication, pair.rest, by)[stated].astype(int).tolist()
    return Certain(len(people), sum(n > 0 for n in people), people.count(1), cells)
