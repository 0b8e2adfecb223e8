"""Does each of several groups stand apart from all the others together, and do the numbers support saying so?

A group is compared with the others, never with the whole that contains it: the two share nobody, which is what the
intervals and the test suppose.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from dashboard.domain.statistics.comparisons import (
    Difference,
    judged,
    mean_difference,
    share_difference,
)
from dashboard.domain.statistics.rates import SMALL_BASE, Share, mean


@dataclass(frozen=True)
class Group:
    """Some people: a share of them; or, where it is None, a distribution (value -> how many people)."""

    share: Share | None = None
    distribution: Mapping[int, int] = field(default_factory=dict)

    @property
    def people(self) -> int:
        """Those of whom the trait is known."""
        return self.share.base if self.share else sum(self.distribution.values())

    @property
    def value(self) -> float | None:
        """The share in percent, or the mean; None where there is nobody."""
        return self.share.percent if self.share else mean(self.distribution)

    def less(self, other: Group) -> Difference | None:
        """How far this group stands from another that shares nobody with it; None where one is too small to tell."""
        if self.share and other.share:
            return share_difference(self.share, other.share)
        return mean_difference(self.distribution, other.distribution)


def together(groups: Iterable[Group]) -> Group:
    """The people of several groups as one."""
    every = list(groups)
    shares = [group.share for group in every if group.share]
    if shares:
        return Group(Share(sum(s.count for s in shares), sum(s.base for s in shares)))
    summed: dict[int, int] = {}
    for group in every:
        for value, people in group.distribution.items():
            summed[value] = summed.get(value, 0) + people
    return Group(distribution=summed)


@dataclass(frozen=True)
class OneVsRest:
    """Groups by code, of people who are in one of them only; a group of nobody is left out."""

    given: Mapping[str, Group]

    @cached_property
    def groups(self) -> dict[str, Group]:
        """The groups that hold somebody."""
        return {code: group for code, group in self.given.items() if group.people}

    @cached_property
    def others(self) -> dict[str, Group]:
        """For each group, everybody who is in another one."""
        return {
            code: together(group for other, group in self.groups.items() if other != code)
            for code in self.groups
        }

    @cached_property
    def differences(self) -> dict[str, Difference]:
        """How far each group stands from the others, if that can be computed; judged together (Holm)."""
        computed = {code: group.less(self.others[code]) for code, group in self.groups.items()}
        return judged({code: gap for code, gap in computed.items() if gap is not None})

    def is_tested(self, code: str) -> bool:
        """Whether the group and the others are large enough for a conclusion."""
        return min(self.groups[code].people, self.others[code].people) >= SMALL_BASE
