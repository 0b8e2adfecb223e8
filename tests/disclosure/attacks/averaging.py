"""Does the mean of many sums around the same few people tell how many they are?

n(G with S) - n(S) is the number of people in G whatever S is, and each is rounded by another key: with a free choice of
several values there are as many as the attacker likes. Of groupings that are published there are a few.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from dashboard.domain.counts import Suppressed
from dashboard.domain.query import crossing
from dashboard.domain.tables import ReleasedTable
from tests.disclosure.attacks.lattice import FEW
from tests.disclosure.attacks.released import SECRET, groupings, truth, world
from tests.disclosure.attacks.success import Success, Trial, success_of

SETS = 200
"""Sets of regions that an attacker adds to the region of a cell."""

BY = ("region", "gender", SECRET)

Cell = tuple[str, str, str]


def free_unions(policy: str, seeds: Iterable[int], sets: int = SETS) -> Success:
    """With any set of regions in one condition, as the rule of one value a filter forbids."""
    return success_of(_mean_of_unions(policy, seed, sets) for seed in seeds)


def published_groupings(policy: str, seeds: Iterable[int]) -> Success:
    """With the groupings alone: what a grouping has more than the other regions in it."""
    return success_of(_grouping_less_others(policy, seed) for seed in seeds)


def _mean_of_unions(policy: str, seed: int, sets: int) -> Trial:
    table, draw = (
        world(policy, seed).publication.tabulate(crossing(*BY)),
        np.random.default_rng(seed),
    )
    regions = truth().codes("region")
    guessed, secret = [], []
    for cell, people in _few():
        others = [code for code in regions if code != cell[0]]
        found: list[float] = []
        for _ in range(sets):
            some = tuple(code for code in others if draw.random() < 1 / 2)
            found += _difference(table, cell, some)
        guessed.append(_whole(found))
        secret.append(people)
    return guessed, secret


def _grouping_less_others(policy: str, seed: int) -> Trial:
    table = world(policy, seed).publication.tabulate(crossing(*BY))
    guessed, secret = [], []
    for cell, people in _few():
        region, *rest = cell
        found = _told(table, (region,), rest)
        for grouping, members in groupings().items():
            if not (grouping.startswith("region:") and region in members):
                continue
            others = [_told(table, (code,), rest) for code in members if code != region]
            whole = _told(table, members, rest)
            if whole and all(others):
                found.append(whole[0] - sum(other[0] for other in others))
        guessed.append(_whole(found))
        secret.append(people)
    return guessed, secret


def _few() -> Iterator[tuple[Cell, int]]:
    true = truth().publication.tabulate(crossing(*BY))
    for codes, people in true.cells():
        if people in FEW:
            region, gender, status = codes
            yield (region, gender, status), int(people)


def _difference(table: ReleasedTable, cell: Cell, some: tuple[str, ...]) -> list[float]:
    region, *rest = cell
    wider, narrower = _told(table, (region, *some), rest), _told(table, some, rest)
    return [wider[0] - narrower[0]] if wider and narrower else []


def _told(table: ReleasedTable, regions: tuple[str, ...], rest: Iterable[str]) -> list[float]:
    gender, status = rest
    people = table.count({"region": regions, "gender": gender, SECRET: status})
    return [] if isinstance(people, Suppressed) else [float(people)]


def _whole(found: list[float]) -> int:
    """The number from 1 to 4 that is nearest to the mean; 1, the most frequent, where nothing is told."""
    return int(np.clip(round(float(np.mean(found))), 1, 4)) if found else 1
