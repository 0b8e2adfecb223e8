"""What does an attacker get to see, under which policy, and what is the truth behind it?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations, product
from math import nan
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dashboard.disclosure.policy import DIFFUSION, INTERNAL, Policy
from dashboard.domain.counts import Count, Suppressed
from dashboard.domain.dimension import Dimension
from dashboard.domain.frequency_table import Where
from dashboard.domain.query import crossing
from dashboard.domain.tables import RawTable, Rules
from dashboard.opening import open_publication
from dashboard.publication import Publication
from tests.support.publications import DATA

FILTERS = (
    "cohort",
    "region",
    "gender",
    "age_band",
    "executive",
    "long_term_jobseeker",
    "interim",
)
"""By which an attacker knows a person, and which every page filters by."""

SECRET = "status@T1"
"""What an attacker wants to know of them."""

ON_EVERY_PAGE = FILTERS[:5]
"""Those of them that are in sight, where an attack by all would take too long."""

AGAIN = ("status@T2",)
"""What they answered later: pages show who went from which status to which."""

MOST_FILTERS = 3
"""Conditions of one selection."""

THRESHOLD = 5
"""Under which counts are suppressed by the policy that stands for a threshold alone."""

Floats = NDArray[np.float64]

Numbers = NDArray[np.float64]
"""Released counts along some dimensions, one axis each; `nan` is a suppressed one."""


class _Threshold(Rules):
    """Counts under a threshold are suppressed, all others exact: what is often taken for protection."""

    def count(self, table: RawTable, where: Where) -> Count:
        people = table.counts.people(where)
        return Suppressed() if 0 < people < THRESHOLD else people

    def weight(self, table: RawTable, where: Where) -> float:
        return table.counts.weight(where) if self.count(table, where) else nan


SUPPRESSION = Policy("seuil", "Effectifs de moins de 5 secrets.", _Threshold())

POLICIES = {"interne": INTERNAL, "seuil": SUPPRESSION, "diffusion": DIFFUSION}


@dataclass(frozen=True)
class World:
    """Tables as one policy shows them under one secret, to who asks by some filters, with groupings or not.

    `again`: an answer that is crossed with the secret, as flows between two waves do.
    """

    publication: Publication
    filters: tuple[str, ...] = FILTERS
    groupings: bool = True
    again: tuple[str, ...] = ()

    def numbers(self, *names: str) -> Numbers:
        """The released crossing of `names`, of the codes that somebody has."""
        table = self.publication.tabulate(crossing(*(variable_of(name) for name in names)))
        choices = [[(variable_of(name), choice) for choice in self.choices(name)] for name in names]
        cells = [table.count(dict(where)) for where in product(*choices)]
        released = [nan if isinstance(n, Suppressed) else int(n) for n in cells]
        return np.array(released, dtype=np.float64).reshape([len(along) for along in choices])

    def choices(self, name: str) -> tuple[str, ...] | tuple[tuple[str, ...], ...]:
        """What one condition along `name` may keep: a code that people have, or what a grouping gathers."""
        return (groupings()[name],) if name in groupings() else _occupied(name)

    def codes(self, name: str) -> tuple[str, ...]:
        """The codes along `name` that people have: a region without anybody is no secret."""
        return _occupied(name)

    @cached_property
    def lattice(self) -> dict[tuple[str, ...], Numbers]:
        """All that pages answer of at most three conditions, values and groupings, without the secret and with it."""
        return {names: self.numbers(*names) for names in self.crossings()}

    def crossings(self) -> Iterator[tuple[str, ...]]:
        """Every set of at most three conditions, alone and crossed with the secret, the other answer, and both."""
        answers = ((), (SECRET,), *((self.again, (SECRET, *self.again)) if self.again else ()))
        for size in range(MOST_FILTERS + 1):
            for names in combinations(self.filters, size):
                choices = ((n, *groupings_of(n)) if self.groupings else (n,) for n in names)
                for asked in product(*choices):
                    yield from ((*asked, *crossed) for crossed in answers)


def variable_of(name: str) -> str:
    """The variable that a grouping is of; a variable is its own."""
    return name.partition(":")[0]


@lru_cache(maxsize=1)
def groupings() -> dict[str, tuple[str, ...]]:
    """The groupings of the codebook that an attacker asks for beside each value, of the codes that people have."""
    vocabulary = truth().publication.vocabulary
    published = {
        f"{name}:{grouping.code}": tuple(c for c in grouping.gathers if c in _occupied(name))
        for name in FILTERS
        for grouping in vocabulary.groupings(Dimension(name))
    }
    # One of a single category that anybody has asks for the same people as that category.
    return {name: codes for name, codes in published.items() if len(codes) > 1}


def groupings_of(variable: str) -> tuple[str, ...]:
    """The groupings that are published of a variable."""
    return tuple(name for name in groupings() if variable_of(name) == variable)


@lru_cache(maxsize=16)
def world(
    policy: str,
    seed: int = 0,
    filters: tuple[str, ...] = FILTERS,
    again: tuple[str, ...] = (),
) -> World:
    """The demonstration under a policy, and under a secret drawn by `seed`."""
    return World(opened(DATA / "demonstration", POLICIES[policy], seed), filters, again=again)


def opened(folder: Path, policy: Policy, seed: int) -> Publication:
    """Tables under a policy, and under a secret drawn by `seed`."""
    return open_publication(folder, DATA, policy, secret=f"{seed:032d}")


def truth(filters: tuple[str, ...] = FILTERS, again: tuple[str, ...] = ()) -> World:
    """What nobody but the partners may know."""
    return world("interne", filters=filters, again=again)


@lru_cache(maxsize=32)
def _occupied(name: str) -> tuple[str, ...]:
    table = truth().publication.tabulate(crossing(name))
    return tuple(code for code, people in table.by_code(name).items() if people)
