"""What do two sets of categories tell of the few people by whom one is larger than the other?

Where the same people are always rounded the same way, two numbers that differ tell that one of those few is among them:
a test without doubt, which an attacker repeats with every other condition. All pairs of sets that the codebook offers
are tried, and what they tell is put together by Gibbs sampling over the categories of each of the few.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product

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
from tests.disclosure.attacks.success import Success, Trial, success_of
from tests.support.publications import DATA

FARTHEST = 6
"""Steps of the base of rounding between two numbers that are looked at: the few are at most 29."""

UNTOLD = FARTHEST + 1
"""Stands for the step between two numbers of which one is suppressed."""

SWEEPS, BURNT = 150, 50
"""Rounds of sampling, and how many of the first are not looked at."""

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


def _cells(of: Publication, condition: Condition, by: tuple[Dimension, ...]) -> Cells:
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
        np.arange(-4, 5),
        np.arange(most + 1),
        BASE * np.arange(-FARTHEST, FARTHEST + 1),
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
        more = (_cells(of, pair.larger, by) - _cells(of, pair.smaller, by)) / BASE
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
                people += _cells(truth().publication, pair.rest, by)[stated].astype(int).tolist()
    return Certain(len(people), sum(n > 0 for n in people), people.count(1), cells)


def attributes_of_few(
    rules: str, seeds: Iterable[int], tried: Iterable[Pair] | None = None
) -> Success:
    """Which categories do the few of each difference have, attribute by attribute?"""
    several, of = list(seeds), pairs() if tried is None else tuple(tried)
    return success_of(
        (_trial(rules, seed, of) for seed in several), (_trial("", seed, of) for seed in several)
    )


def _trial(rules: str, seed: int, tried: tuple[Pair, ...]) -> Trial:
    """The categories guessed of the few, and theirs; without `rules`, by the margins of everybody alone."""
    guessed: list[str] = []
    secret: list[str] = []
    for rest in dict.fromkeys(pair.rest for pair in tried):
        of_them = [pair for pair in tried if pair.rest == rest]
        keys = attributes(of_them[0])
        believed = _sampled(of_them, rules, seed)
        for number, key in enumerate(keys):
            codes = _codes(key)
            true = _cells(truth().publication, rest, (key,)).astype(int)
            guess = _whole(believed[number], of_them[0].people)
            same = np.minimum(true, guess)
            left = (np.repeat(codes, guess - same), np.repeat(codes, true - same))
            right = np.repeat(codes, same).tolist()
            guessed += [f"{key} {code}" for code in (*right, *left[0])]
            secret += [f"{key} {code}" for code in (*right, *left[1])]
    return guessed, secret


def _whole(expected: Cells, people: int) -> NDArray[np.int64]:
    """Whole people, as near to what is expected as can be."""
    whole = np.floor(expected).astype(np.int64)
    most = np.argsort(whole - expected, kind="stable")[: people - int(whole.sum())]
    whole[most] += 1
    return whole


def _sampled(of_them: list[Pair], rules: str, seed: int) -> list[Cells]:
    """How many of the few have each category of each attribute, on average over what could be."""
    people = of_them[0].people
    prior = [_margin(key) for key in attributes(of_them[0])]
    if not rules:
        return [people * margin for margin in prior]
    tables = list(_evidence(of_them, rules, seed))
    draw = np.random.default_rng(seed)
    state = np.array([draw.choice(len(margin), people, p=margin) for margin in prior])
    held = [np.zeros(likely.shape[1:], dtype=np.int64) for _, likely in tables]
    for (along, _), count in zip(tables, held, strict=True):
        np.add.at(count, tuple(state[[*along]]), 1)
    mean = [np.zeros(len(margin)) for margin in prior]
    for sweep in range(SWEEPS):
        for person, number in product(range(people), range(len(prior))):
            odds = np.log(prior[number])
            about = [
                (along, likely, count)
                for (along, likely), count in zip(tables, held, strict=True)
                if number in along
            ]
            for along, likely, count in about:
                count[tuple(state[[*along], person])] -= 1
                beside = state[along[along[0] == number], person]
                # Views: along the attribute that is drawn, beside what else is known of the person.
                axis = 1 if along[0] == number else 0
                line, chance = count.take(beside, axis), likely.take(beside, axis + 1)
                at = np.arange(len(line))
                odds = odds + chance[line + 1, at] - chance[line, at]
            state[number, person] = draw.choice(len(odds), p=_shares(odds))
            for along, _, count in about:
                count[tuple(state[[*along], person])] += 1
            mean[number][state[number, person]] += sweep >= BURNT
    return [number / (SWEEPS - BURNT) for number in mean]


def _margin(key: Dimension) -> Cells:
    """What share of everybody has each category; of nobody a little."""
    people = _cells(truth().publication, Condition(key, _codes(key)), (key,)) + 0.1
    return people / people.sum()


def _codes(key: Dimension) -> tuple[str, ...]:
    return truth().publication.vocabulary.codes(key)


def _evidence(
    of_them: Iterable[Pair], rules: str, seed: int
) -> Iterator[tuple[tuple[int, int], Cells]]:
    """For each two attributes, how probable what is told of each cell is, by how many of the few are in it."""
    for pair in of_them:
        likely = np.log(likelihood(pair.people, rolled=rules in ROLLED) + 1e-9)
        # What is not told is as probable whoever is there.
        with_untold = np.concatenate([likely, np.zeros((pair.people + 1, 1))], axis=1)
        for step in steps(pair, rules, seed):
            yield step.along, with_untold[:, step.steps + FARTHEST]


def _shares(odds: Cells) -> Cells:
    shares: Cells = np.exp(odds - odds.max())
    return shares / shares.sum()
