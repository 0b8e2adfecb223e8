"""Does each of several groups stand apart from all the others together?

A group is compared with the others, never with the whole that contains it: the two share nobody, which is what the
intervals suppose.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.domain.statistics.comparisons import Difference, Group, difference_between
from dashboard.domain.statistics.rates import Share


def together(groups: Iterable[Group]) -> Group:
    """The people of several groups as one."""
    every = list(groups)
    silent = sum(group.silent for group in every)
    outside = sum(group.silent_outside for group in every)
    shares = [group.share for group in every if group.share]
    if shares:
        return Group(
            Share(sum(s.count for s in shares), sum(s.base for s in shares)),
            silent=silent,
            silent_outside=outside,
        )
    summed: dict[int, int] = {}
    for group in every:
        for value, people in group.distribution.items():
            summed[value] = summed.get(value, 0) + people
    return Group(distribution=summed, silent=silent, silent_outside=outside)


@dataclass(frozen=True)
class OneVsRest:
    """Groups by code, of people who are in one of them only.

    A group of nobody is left out, and one whose numbers may not be released: it is not among the others either.
    """

    given: Mapping[str, Group]

    @cached_property
    def groups(self) -> dict[str, Group]:
        """The groups that hold somebody, and may be told of."""
        return {
            code: group for code, group in self.given.items() if group.is_released and group.people
        }

    @cached_property
    def others(self) -> dict[str, Group]:
        """For each group, everybody who is in another one."""
        return {
            code: together(group for other, group in self.groups.items() if other != code)
            for code in self.groups
        }

    @cached_property
    def differences(self) -> dict[str, Difference]:
        """How far each group stands from the others, if that can be computed."""
        computed = {
            code: difference_between(group, self.others[code])
            for code, group in self.groups.items()
        }
        return {code: gap for code, gap in computed.items() if gap is not None}
