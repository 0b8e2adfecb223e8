"""Do conditions that change nobody make the rounding average out?

After Gadotti, Houssiau, Rocher, Livshits and de Montjoye (2019), "When the signal is in the noise": an attacker who
knows that a group shares a category asks for it with that category as well. If each question had noise of its own, the
same people would be counted with many noises; the key of a group is that of its people, whatever they are asked by.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import combinations
from math import nan

import numpy as np

from dashboard.disclosure.policy import Policy
from dashboard.disclosure.rules.diffusion import Diffusion
from dashboard.domain.counts import Count, Rounded, Suppressed
from dashboard.domain.frequency_table import Where
from dashboard.domain.query import crossing
from dashboard.domain.tables import RawTable, ReleasedTable, Rules
from dashboard.publication import Publication
from tests.disclosure.attacks.lattice import FEW
from tests.disclosure.attacks.released import FILTERS, POLICIES, SECRET, truth, world
from tests.disclosure.attacks.success import Success, Trial, success_of

BY = ("region", "gender", SECRET)

CLONES = tuple(name for name in FILTERS if name not in BY)


class _NoiseByQuestion(Rules):
    """Rounded at random by the words of the question: the same question has the same answer, and no other has."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._rules = Diffusion()

    def count(self, table: RawTable, where: Where) -> Count:
        words = f"{self._seed} {sorted((n, str(c)) for n, c in where.items())}"
        digest = hashlib.sha256(words.encode()).digest()
        key = np.array([int.from_bytes(digest[:4], "big")])
        people = np.array([table.counts.people(where)])
        return Rounded(self._rules.rounded(people, key).item())

    def weight(self, table: RawTable, where: Where) -> float:
        return nan if table.counts.weights is None else table.counts.weight(where)


def cloned(policy: str, seeds: Iterable[int]) -> Success:
    """How many people are in each cell of 1 to 4, by the mean over all pairs of conditions that change nobody?"""
    return success_of(_trial(_publication(policy, seed)) for seed in seeds)


def _publication(policy: str, seed: int) -> Publication:
    if policy in POLICIES:
        return world(policy, seed).publication
    rules = Policy("bruit", "Un bruit par question.", _NoiseByQuestion(seed))
    return Publication(truth().publication._source, rules)


def _shared(
    table: ReleasedTable, cell: dict[str, str], pair: tuple[str, str]
) -> Iterator[dict[str, str]]:
    """None, one or both of the categories along a pair of variables that all people of a cell have."""
    common: dict[str, str] = {}
    for name in pair:
        codes = [c for c in table.codes[table.axis(name)] if table.count(cell | {name: c})]
        common |= {name: codes[0]} if len(codes) == 1 else {}
    for size in range(len(common) + 1):
        yield from (dict(some) for some in combinations(common.items(), size))


def _trial(seen: Publication) -> Trial:
    pairs = [(a, b) for i, a in enumerate(CLONES) for b in CLONES[i + 1 :]]
    told = {pair: seen.tabulate(crossing(*BY, *pair)) for pair in pairs}
    true = {pair: truth().publication.tabulate(crossing(*BY, *pair)) for pair in pairs}
    guessed, secret = [], []
    for codes, people in truth().publication.tabulate(crossing(*BY)).cells():
        if people not in FEW:
            continue
        cell = dict(zip(BY, codes, strict=True))
        found: dict[frozenset[str], int] = {}
        for pair in pairs:
            for extra in _shared(true[pair], cell, pair):
                number = told[pair].count(cell | extra)
                if not isinstance(number, Suppressed):
                    found[frozenset(extra)] = int(number)
        mean = float(np.mean([*found.values()])) if found else 1.0
        guessed.append(int(np.clip(round(mean), 1, 4)))
        secret.append(int(people))
    return guessed, secret
