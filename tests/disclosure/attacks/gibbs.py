"""Which categories do the few have by whom one set of categories is larger than another one?

Gibbs sampling: each of the few is given one category of each attribute after the other, by how probable what is told of
every pair of sets is then, and by the margins of everybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

import numpy as np
from numpy.typing import NDArray

from dashboard.domain.dimension import Dimension
from dashboard.domain.selection import Condition
from tests.disclosure.attacks.nested import (
    FARTHEST,
    ROLLED,
    Cells,
    Pair,
    attributes,
    cells_of,
    likelihood,
    pairs,
    steps,
)
from tests.disclosure.attacks.released import truth
from tests.disclosure.attacks.success import Success, Trial, success_of

SWEEPS, BURNT = 150, 50
"""Rounds of sampling, and how many of the first are not looked at."""


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
            true = cells_of(truth().publication, rest, (key,)).astype(int)
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
    people = cells_of(truth().publication, Condition(key, _codes(key)), (key,)) + 0.1
    share: Cells = people / people.sum()
    return share


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
            told: Cells = with_untold[:, step.steps + FARTHEST]
            yield step.along, told


def _shares(odds: Cells) -> Cells:
    chances = np.exp(odds - odds.max())
    shares: Cells = chances / chances.sum()
    return shares
