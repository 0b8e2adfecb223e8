"""What do weighted counts, whole numbers such as ages, and exact counts of one's own region tell beside the rest?

Shares, means and medians are computed from released numbers, and so tell nothing that those do not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations, product

import numpy as np

from dashboard.disclosure.thresholds import BASE
from dashboard.domain.counts import Suppressed
from dashboard.domain.query import crossing, narrowed
from dashboard.domain.selection import Selection
from tests.disclosure.attacks.lattice import FEW, cells_of_few
from tests.disclosure.attacks.posterior import Posterior, read_rounded
from tests.disclosure.attacks.released import FILTERS, SECRET, Floats, truth, world
from tests.disclosure.attacks.success import Success, Trial, success_of
from tests.disclosure.attacks.versions import by_margins, people_with

RESPONDENTS = narrowed(Selection(), response=["respondent"])
ANSWERS = tuple(
    f"{name}@{wave}"
    for name in ("status", "contract", "salary_band")
    for wave in ("T1", "T2", "T3")
)
AGE = "age_at_enrolment"
AGES = ("region", "gender", AGE)

SOMEBODY, NOBODY = 10.0, 0.8
"""How much more probable 5, and 0, are of a cell with the person in it than of one without them.

One person is told as 5 once in five, and as 0 else; a cell without them is mostly empty.
"""


def by_weights(seeds: Iterable[int]) -> Success:
    """How many respondents are in each cell of 1 to 4, by their number and their weight, rounded by one key?"""
    return success_of(_weighted(seed) for seed in seeds)


def by_ages(seeds: Iterable[int]) -> Success:
    """How many people of an exact age are in each cell of 1 to 4? Ages are told of groups of 60 or more."""
    return success_of(_aged(seed) for seed in seeds)


def by_single_ages(seeds: Iterable[int]) -> Success:
    """Which status has the one person of their age in two filters? All that is told by single ages is combined."""
    trials = [_of_single_ages(seed) for seed in seeds]
    return success_of(
        ((guessed, true) for guessed, _, true in trials),
        ((margins, true) for _, margins, true in trials),
    )


def _of_single_ages(seed: int) -> tuple[list[str], list[str], list[str]]:
    seen, exact = world("diffusion", seed), truth().publication
    pairs = list(combinations(FILTERS, 2))
    told = {pair: seen.publication.tabulate(crossing(*pair, AGE, SECRET)) for pair in pairs}
    alone = {pair: exact.tabulate(crossing(*pair, AGE)) for pair in pairs}
    guessed, margins, true = [], [], []
    for person in people_with(AGE):
        mine = {pair: {name: person[name] for name in (*pair, AGE)} for pair in pairs}
        if not any(alone[pair].count(where) == 1 for pair, where in mine.items()):
            continue
        prior = by_margins(seen, person)
        evidence = prior.copy()
        for pair, where in mine.items():
            # Where nobody has the status, 0 is told: a number speaks for it, and the more so the fewer there are.
            for place, status in enumerate(seen.codes(SECRET)):
                number = told[pair].count({**where, SECRET: status})
                if not isinstance(number, Suppressed):
                    evidence[place] += np.log(SOMEBODY if number else NOBODY)
        codes = seen.codes(SECRET)
        guessed.append(codes[int(np.argmax(evidence))])
        margins.append(codes[int(np.argmax(prior))])
        true.append(person[SECRET])
    return guessed, margins, true


def by_own_region(region: str, seeds: Iterable[int], filters: tuple[str, ...] = FILTERS) -> Success:
    """How many people are in each cell of 1 to 4 of the other regions, to who sees one region exactly?"""
    return cells_of_few((_manager(region, seed, filters) for seed in seeds), but=region)


def _manager(region: str, seed: int, filters: tuple[str, ...]) -> Posterior:
    exact, seen = truth(filters), world("diffusion", seed, filters)
    at = exact.codes("region").index(region)
    known: dict[tuple[str, ...], Floats] = {}
    for names in seen.crossings():
        if "region" in names:
            axis = names.index("region")
            own = np.moveaxis(np.full(exact.lattice[names].shape, np.nan), axis, 0)
            own[at] = np.moveaxis(exact.lattice[names], axis, 0)[at]
            known[names] = np.moveaxis(own, 0, axis)
    return Posterior(seen, read_rounded, known=known)


def _weighted(seed: int) -> Trial:
    """Guesses are the most frequent number behind each pair, as if the attacker knew it: the best that one can do."""
    seen, true = world("diffusion", seed).publication, truth().publication
    told: list[tuple[str, str]] = []
    people: list[int] = []
    for by in product(FILTERS, ANSWERS):
        query = crossing(*by, of=RESPONDENTS)
        counted, weighed = seen.tabulate_all(
            {"n": query, "w": replace(query, weighted=True)}
        ).values()
        for codes, number in true.tabulate(query).cells():
            if number in FEW:
                where = dict(zip(by, codes, strict=True))
                told.append((str(counted.count(where)), str(weighed.weight(where))))
                people.append(int(number))
    if len(set(told)) == 1:
        raise ValueError(
            "no cell of few people is told with its weight: there is nothing to attack"
        )
    behind: dict[tuple[str, str], Counter[int]] = {}
    for pair, number in zip(told, people, strict=True):
        behind.setdefault(pair, Counter())[number] += 1
    return [behind[pair].most_common(1)[0][0] for pair in told], people


def _aged(seed: int) -> Trial:
    seen, true = world("diffusion", seed).publication, truth().publication
    told, exact = seen.tabulate(crossing(*AGES)), true.tabulate(crossing(*AGES))
    cells = [(codes, int(n)) for codes, n in exact.cells() if n in FEW]
    prior = np.bincount([n for _, n in cells], minlength=5)[1:]
    guessed = []
    for codes, _ in cells:
        number = told.count(dict(zip(AGES, codes, strict=True)))
        up = np.arange(1, 5) / BASE
        # Suppressed, it is 1: no number of people is more probable than before.
        chance = np.ones(4) if isinstance(number, Suppressed) else up if number else 1 - up
        guessed.append(int(np.argmax(prior * chance)) + 1)
    return guessed, [n for _, n in cells]
