"""What do nested and overlapping selections tell, with margins, details, groupings, and what is suppressed?

One attack for differencing, partitions, margins and the pattern of suppression: all that is released is combined at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from tests.disclosure.attacks.posterior import Posterior, Reading, read_exact, read_rounded
from tests.disclosure.attacks.released import (
    GROUPINGS,
    SECRET,
    Floats,
    Numbers,
    World,
    crossings,
    truth,
    world,
)
from tests.disclosure.attacks.success import Success, success_of

FEW = range(1, 5)
"""Cells of so many people are the targets, along two filters or three and the secret."""

OUT_OF_SCOPE = "out_of_scope"
"""What the calendar of the survey, which is public, tells of a whole cohort: no secret of anybody's."""

SMALL_GROUP = range(2, 5)

Names = tuple[str, ...]
Trial = tuple[list[int], list[int]]


def read(policy: str, numbers: Numbers, expected: Floats) -> Reading:
    """What the numbers of a policy tell of the people behind them."""
    exact = policy in ("interne", "seuil")
    return read_exact(numbers, expected) if exact else read_rounded(numbers, expected)


def posterior(policy: str, seed: int) -> Posterior:
    """All that an attacker can know under a policy and a secret."""
    return of(policy, world(policy, seed))


def of(policy: str, seen: World) -> Posterior:
    """All that an attacker can know of what they see."""
    return Posterior(seen.lattice, lambda numbers, expected: read(policy, numbers, expected))


def cells_of_few(believed: Iterable[Posterior]) -> Success:
    """How many people are in each cell of 1 to 4? The attacker is told that there are no more and no fewer."""
    return success_of(_cells(posterior) for posterior in believed)


def people_alone(believed: Iterable[Posterior]) -> Success:
    """Which status has the one person whom two filters or three single out? The attacker knows that they do."""
    return success_of(_groups(posterior, range(1, 2)) for posterior in believed)


def groups_alike(believed: Iterable[Posterior]) -> Success:
    """Which status do all of a group of 2 to 4 share? The attacker is told that they share one."""
    return success_of(_groups(posterior, SMALL_GROUP) for posterior in believed)


def suppressed_pattern(policy: str, seeds: Iterable[int]) -> Success:
    """How many people are in each cell of 1 to 4, by nothing but whether it is suppressed?"""
    trials: list[Trial] = []
    for seed in seeds:
        hidden: list[int] = []
        secret: list[int] = []
        for names in _targets():
            numbers, true = world(policy, seed).numbers(*names), truth().lattice[names]
            few = np.isin(true, FEW)
            hidden += np.isnan(numbers[few]).astype(int).tolist()
            secret += true[few].astype(int).tolist()
        guess = {told: _most_frequent(hidden, secret, told) for told in set(hidden)}
        trials.append(([guess[told] for told in hidden], secret))
    return success_of(trials)


def _most_frequent(hidden: list[int], secret: list[int], told: int) -> int:
    """As if the attacker knew the frequencies of what is secret: the best that any guess by the pattern can do."""
    return int(np.bincount([s for h, s in zip(hidden, secret, strict=True) if h == told]).argmax())


def _targets() -> Iterator[Names]:
    for names in crossings():
        if names[-1:] == (SECRET,) and len(names) in (3, 4) and not set(names) & GROUPINGS.keys():
            yield names


def _cells(believed: Posterior) -> Trial:
    guessed: list[int] = []
    secret: list[int] = []
    for names in _targets():
        true = truth().lattice[names]
        few = np.isin(true, FEW)
        guessed += (believed.belief(names)[few][:, 1:].argmax(-1) + 1).tolist()
        secret += true[few].astype(int).tolist()
    return guessed, secret


def _groups(believed: Posterior, size: range) -> Trial:
    guessed: list[int] = []
    secret: list[int] = []
    told = truth().codes(SECRET).index(OUT_OF_SCOPE)
    for names in _targets():
        group, by_status = truth().lattice[names[:-1]], truth().lattice[names]
        alike = np.isin(group, size) & (by_status.max(-1) == group) & (by_status[..., told] == 0)
        people = believed.belief(names)[alike]
        somebody = np.log(people[..., 1:].sum(-1) + 1e-12) - np.log(people[..., 0] + 1e-12)
        guessed += somebody.argmax(-1).tolist()
        secret += by_status[alike].argmax(-1).tolist()
    return guessed, secret
