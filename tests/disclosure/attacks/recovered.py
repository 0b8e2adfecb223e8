"""What do weighted counts, whole numbers such as ages, and exact counts of one's own region tell beside the rest?

Shares, means and medians are computed from released numbers, and so tell nothing that those do not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from dashboard.disclosure.thresholds import BASE
from dashboard.domain.counts import Suppressed
from dashboard.domain.query import crossing, narrowed
from dashboard.domain.selection import Selection
from tests.disclosure.attacks.lattice import FEW, cells_of_few
from tests.disclosure.attacks.posterior import Posterior, read_rounded
from tests.disclosure.attacks.released import FILTERS, Floats, truth, world
from tests.disclosure.attacks.success import Success, Trial, success_of

RESPONDENTS = narrowed(Selection(), response=["respondent"])
BY = ("region", "gender", "status@T1")
AGES = ("region", "gender", "age_at_enrolment")


def by_weights(seeds: Iterable[int]) -> Success:
    """How many respondents are in each cell of 1 to 4, by their number and their weight, rounded by one key?"""
    return success_of(_weighted(seed) for seed in seeds)


def by_ages(seeds: Iterable[int]) -> Success:
    """How many people of an exact age are in each cell of 1 to 4? Ages are told of groups of 20 or more."""
    return success_of(_aged(seed) for seed in seeds)


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
    seen, true = world("diffusion", seed).publication, truth().publication
    query = crossing(*BY, of=RESPONDENTS)
    people, weighed = seen.tabulate_all({"n": query, "w": replace(query, weighted=True)}).values()
    mean = float(weighed.weight({})) / float(people.total())
    share = np.linspace(0, 1, 400, endpoint=False)
    cells = [(codes, int(n)) for codes, n in true.tabulate(query).cells() if n in FEW]
    guessed = []
    for codes, _ in cells:
        where = dict(zip(BY, codes, strict=True))
        number, weight = people.count(where), weighed.weight(where)
        if isinstance(number, Suppressed):
            guessed.append(1)
            continue
        likely = [
            np.mean((_rounded(n, share) == number) & (abs(_rounded(n * mean, share) - weight) < 2))
            for n in FEW
        ]
        prior = np.bincount([n for _, n in cells], minlength=5)[1:]
        guessed.append(int(np.argmax(prior * likely)) + 1)
    return guessed, [n for _, n in cells]


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


def _rounded(number: float, share: Floats) -> Floats:
    """The number rounded under each of several keys, as shares of their range."""
    over = number % BASE
    told: Floats = number - over + np.where(share * BASE < over, float(BASE), 0.0)
    return told
