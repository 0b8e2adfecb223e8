"""What do nested and overlapping selections tell, with margins, details, groupings, and what is suppressed?

One attack for differencing, partitions, margins and what is suppressed: all that is released is combined at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

import numpy as np

from tests.disclosure.attacks.posterior import Posterior, read_exact, read_rounded
from tests.disclosure.attacks.released import (
    FILTERS,
    SECRET,
    Floats,
    World,
    groupings,
    truth,
    world,
)
from tests.disclosure.attacks.success import Success, Trial, success_of

FEW = range(1, 5)
"""Cells of so many people are the targets, along two filters or three and the secret."""

OUT_OF_SCOPE = "out_of_scope"
"""What the calendar of the survey, which is public, tells of a whole cohort: no secret of anybody's."""

SMALL_GROUP = range(2, 5)

Names = tuple[str, ...]


@lru_cache(maxsize=4)
def posterior(policy: str, seed: int, filters: Names = FILTERS, again: Names = ()) -> Posterior:
    """All that an attacker can know under a policy and a secret; `again`: an answer that is crossed with the secret."""
    exact = policy in ("interne", "seuil")
    seen = world(policy, seed, filters, again)
    return Posterior(seen, read_exact if exact else read_rounded)


def cells_of_few(believed: Iterable[Posterior], but: str = "") -> Success:
    """How many people are in each cell of 1 to 4? The attacker is told that there are no more and no fewer.

    Where the secret is crossed with another answer, in each cell of both: in the flow from one status to another.
    `but`: a region whose cells are not asked for, since the attacker is told them.
    """
    return success_of(_cells(posterior, but) for posterior in believed)


def people_alone(believed: Iterable[Posterior]) -> Success:
    """Which status has the one person whom two filters or three single out? The attacker knows that they do."""
    return _of_groups(believed, range(1, 2))


def groups_alike(believed: Iterable[Posterior]) -> Success:
    """Which status do all of a group of 2 to 4 share? The attacker is told that they share one."""
    return _of_groups(believed, SMALL_GROUP)


def suppressed_pattern(policy: str, seeds: Iterable[int]) -> Success:
    """How many people are in each cell of 1 to 4, by nothing but whether it is suppressed?"""
    trials: list[Trial] = []
    for seed in seeds:
        hidden: list[int] = []
        secret: list[int] = []
        for names in _targets(truth()):
            numbers, true = world(policy, seed).numbers(*names), truth().numbers(*names)
            few = np.isin(true, FEW)
            hidden += np.isnan(numbers[few]).astype(int).tolist()
            secret += true[few].astype(int).tolist()
        guess = {told: _most_frequent(hidden, secret, told) for told in set(hidden)}
        trials.append(([guess[told] for told in hidden], secret))
    return success_of(trials)


def _most_frequent(hidden: list[int], secret: list[int], told: int) -> int:
    """As if the attacker knew the frequencies of what is secret: the best that any guess by the pattern can do."""
    return int(np.bincount([s for h, s in zip(hidden, secret, strict=True) if h == told]).argmax())


def _targets(seen: World, answers: Names = (SECRET,)) -> Iterator[Names]:
    """Two filters or three, and what is not known of those whom they keep."""
    for names in seen.crossings():
        filters = names[: -len(answers)]
        asked = names[-len(answers) :] == answers and len(filters) in (2, 3)
        if asked and not set(answers) & set(filters) and not set(names) & groupings().keys():
            yield names


def _cells(believed: Posterior, but: str) -> Trial:
    guessed: list[int] = []
    secret: list[int] = []
    seen = believed.seen
    exact = truth(seen.filters, seen.again)
    for names in _targets(exact, (SECRET, *seen.again)):
        true = exact.lattice[names]
        few = np.isin(true, FEW)
        if but and "region" in names:
            axis = names.index("region")
            np.moveaxis(few, axis, 0)[exact.codes("region").index(but)] = False
        elif but:
            continue
        guessed += (believed.belief(names)[few][:, 1:].argmax(-1) + 1).tolist()
        secret += true[few].astype(int).tolist()
    return guessed, secret


def _of_groups(believed: Iterable[Posterior], size: range) -> Success:
    several = list(believed)
    return success_of(
        (_groups(posterior, size) for posterior in several),
        (_groups(posterior, size, by_margins=True) for posterior in several),
    )


def _groups(believed: Posterior, size: range, *, by_margins: bool = False) -> Trial:
    guessed: list[int] = []
    secret: list[int] = []
    told = truth().codes(SECRET).index(OUT_OF_SCOPE)
    exact = truth(believed.seen.filters, believed.seen.again)
    for names in _targets(exact):
        group, by_status = exact.lattice[names[:-1]], exact.lattice[names]
        alike = np.isin(group, size) & (by_status.max(-1) == group) & (by_status[..., told] == 0)
        likely = _by_margins(believed.seen, names) if by_margins else _somebody(believed, names)
        guessed += likely[alike].argmax(-1).tolist()
        secret += by_status[alike].argmax(-1).tolist()
    return guessed, secret


def _somebody(believed: Posterior, names: Names) -> Floats:
    """How much more probable it is that somebody of each cell has each status than that nobody has, as a logarithm."""
    people = believed.belief(names)
    odds: Floats = np.log(people[..., 1:].sum(-1) + 1e-12) - np.log(people[..., 0] + 1e-12)
    return odds


def _by_margins(seen: World, names: Names) -> Floats:
    """How probable each status is by those of each filter alone, as if filters had nothing to do with one another."""
    everybody = np.maximum(np.nan_to_num(seen.lattice[(SECRET,)]), 1)
    likely = np.log(everybody)
    for name in names[:-1]:
        crossed = np.nan_to_num(seen.lattice[name, SECRET]) + 1
        share = np.log(crossed / crossed.sum(-1, keepdims=True)) - np.log(
            everybody / everybody.sum()
        )
        likely = likely[..., None, :] + share
    return likely
