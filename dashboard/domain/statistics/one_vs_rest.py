"""Does each of several groups stand apart from all the others together?

A group is compared with the others, never with the whole that contains it: the two share nobody, which is what the
intervals suppose.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.domain.counts import is_nobody, left_of
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


def without(whole: Group, part: Group) -> Group:
    """The people of `whole` who are not in `part`, which is one of its groups.

    Rounded numbers, each by itself, may leave less than nobody, or more in the share than in its base.
    """
    silent = left_of(whole.silent, part.silent)
    outside = left_of(whole.silent_outside, part.silent_outside)
    if whole.share and part.share:
        count = left_of(whole.share.count, part.share.count)
        base = left_of(whole.share.base, part.share.base)
        return Group(Share(count, base), silent=silent, silent_outside=outside)
    left = {
        value: left_of(people, part.distribution.get(value, 0))
        for value, people in whole.distribution.items()
    }
    held = {value: people for value, people in left.items() if not is_nobody(people)}
    return Group(distribution=held, silent=silent, silent_outside=outside)


@dataclass(frozen=True)
class OneVsRest:
    """Groups by code, of people who are in one of them only.

    A group of nobody is left out, and one whose numbers may not be released. `whole` is all of them together, counted
    by itself: what is left of it can be told where some of the groups may not. Without it the others are added up.
    """

    given: Mapping[str, Group]
    whole: Group | None = None

    @cached_property
    def groups(self) -> dict[str, Group]:
        """The groups that hold somebody, and may be told of."""
        return {
            code: group for code, group in self.given.items() if group.is_released and group.people
        }

    @cached_property
    def untold(self) -> tuple[str, ...]:
        """The codes of the groups whose numbers may not be released."""
        return tuple(code for code, group in self.given.items() if not group.is_released)

    @cached_property
    def others(self) -> dict[str, Group]:
        """For each group, everybody who is in another one."""
        if self.whole is not None:
            return {code: without(self.whole, group) for code, group in self.groups.items()}
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
