"""Do two groups that share nobody differ on an indicator, and do the numbers support saying so?

`difference_between` decides, wherever it is asked: the same two groups and the same indicator have the same verdict on
every page, whatever stands beside them. A difference is conclusive if and only if its 99 % interval, which is the one
that charts draw, leaves out 0. Nothing is concluded where so many are silent that their answers may decide, whether
they stand in the base or outside it; nor from a small base.

What is concluded of rounded counts is concluded of the exact ones: the interval holds theirs, and nothing is concluded
where too many may be silent, or too few may be there, of what rounding leaves possible. That so many *are* silent is
said only where the numbers told say so.

For intervals, see `inference`; for the level, docs/adr/statistics/0045; for rounded counts, `rounding` and 0066.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dashboard.domain.counts import Count, Suppressed, at_least, at_most, is_told
from dashboard.domain.statistics.inference import newcombe_interval, welch_interval
from dashboard.domain.statistics.rates import SMALL_BASE, Share, mean, noise_of_mean
from dashboard.domain.statistics.rounding import is_rounded, newcombe_hull

MOST_SILENT = 1 / 3
"""From this part of item non-response on, a share tells as much of who answered as of what they answered."""

Untested = Literal["", "small_base", "silence", "not_known"]
"""Why nothing is concluded from a difference; empty where its interval decides.

`not_known`: what is told does not say whether a side has enough people, or too many silent ones.
"""


def mostly_silent(silent: Count, people: Count) -> bool:
    """Whether the numbers told say that too many of `people` said nothing for their share to be read without warning.

    Not where one of them may not be released: nothing is then said of silence, as nobody is told of it.
    """
    if not is_told(people) or not is_told(silent):
        return False
    return silent > MOST_SILENT * people


def may_be_mostly_silent(silent: Count, people: Count) -> bool:
    """Whether too many of `people` may have said nothing, of all numbers that may stand behind those released.

    Of people whose number may not be released no share is told, and nothing is to be judged.
    """
    return is_told(people) and at_most(silent) > MOST_SILENT * at_least(people)


@dataclass(frozen=True)
class Group:
    """Some people: a share of them; or, where it is None, a distribution (value -> how many people).

    `silent` are the people of the base who were asked what it counts and did not tell: they can only lower a share.
    `silent_outside` did not tell either, and are not in the base, which is then of those who told. `counted`: how many
    a distribution is of, where they have been counted by themselves: rounded counts do not add up to it.
    """

    share: Share | None = None
    distribution: Mapping[int, Count] = field(default_factory=dict)
    silent: Count = 0
    silent_outside: Count = 0
    counted: Count | None = None

    @property
    def is_released(self) -> bool:
        """Whether all numbers that its share or its mean is made of may be told."""
        numbers = (self.share.count, self.share.base) if self.share else self.distribution.values()
        return not any(isinstance(number, Suppressed) for number in numbers)

    @property
    def is_hidden(self) -> bool:
        """Whether it has a share, or a mean, that is not told: of too few people."""
        return bool(self.people) and self.value is None

    @property
    def people(self) -> Count:
        """Those in the base of the share or of the mean."""
        if self.share:
            return self.share.base
        return sum(self.distribution.values()) if self.counted is None else self.counted

    @property
    def is_mostly_silent(self) -> bool:
        """Whether too many of all who were asked did not tell: the same whichever of them the base holds."""
        return mostly_silent(self.silent + self.silent_outside, self.asked)

    @property
    def may_be_mostly_silent(self) -> bool:
        """Whether they may be too many, of what is told."""
        silent, outside = map(_as_many_as_may_be, (self.silent, self.silent_outside))
        return may_be_mostly_silent(silent + outside, self.people + outside)

    @property
    def asked(self) -> Count:
        """Those in the base, and the silent outside it."""
        return self.people + self.silent_outside

    @property
    def share_of_asked(self) -> float | None:
        """The share, in percent, of all who were asked; None for a mean, or where nobody was."""
        if self.share is None:
            return None
        return Share(self.share.count, self.share.base + self.silent_outside).percent

    @property
    def share_of_told(self) -> float | None:
        """The share, in percent, of those alone who told; None for a mean, or where nobody did."""
        if self.share is None:
            return None
        return Share(self.share.count, self.share.base - self.silent).percent

    @property
    def value(self) -> float | None:
        """The share in percent, or the mean; None where there is nobody, or where it is not told."""
        return self.share.percent if self.share else mean(self.distribution, self.counted)


@dataclass(frozen=True, slots=True)
class Difference:
    """The first group less the second, with its 99 % interval: in points for shares, in the variable's unit for means.

    It is `untested`, and has no interval, where a side has too few people, or too many silent ones, for any conclusion.
    """

    value: float
    interval: tuple[float, float] | None
    untested: Untested = ""

    @property
    def tested(self) -> bool:
        """Whether an interval decides."""
        return self.interval is not None

    @property
    def conclusive(self) -> bool:
        """Whether the groups are said to differ: the interval leaves out 0."""
        if self.interval is None:
            return False
        low, high = self.interval
        return low > 0 or high < 0

    @property
    def numbers(self) -> tuple[float, float | None, float | None]:
        """The difference and the ends of its interval, as cells of a table."""
        return (self.value, *(self.interval or (None, None)))


def difference_between(first: Group, second: Group) -> Difference | None:
    """How far two groups are apart, and whether they are said to differ; None where that cannot be computed.

    Nobody may be in both: a part is compared with the rest, never with the whole that contains it. Newcombe's interval
    for shares, Welch's for means. None where a side is of nobody, or of fewer than two people for means; where a side's
    share or mean is not told; and where neither side varies, as where a filter or a definition has put all or none of
    both into the share: there is then nothing to judge by.
    """
    computed = (
        _of_shares(first, second) if first.share and second.share else _of_means(first, second)
    )
    if computed is None:
        return None
    value, interval = computed
    untested = untested_because(first, second)
    return Difference(value, None if untested else interval, untested)


def untested_because(first: Group, second: Group) -> Untested:
    """Why nothing may be concluded from two groups, however far apart they are.

    Silence is named before few people: a base of those who told may be small where one that holds the silent is not.
    What only may be so is named last, and by another name: it is no fact to be told.
    """
    groups = (first, second)
    if any(group.is_mostly_silent for group in groups):
        return "silence"
    if any(group.people < SMALL_BASE for group in groups):
        return "small_base"
    if any(group.may_be_mostly_silent or at_least(group.people) < SMALL_BASE for group in groups):
        return "not_known"
    return ""


def order_depends_on_silence(first: Group, second: Group) -> bool:
    """Whether one of two shares is higher among all who were asked, and the other among those who told."""
    readings = [(group.share_of_asked, group.share_of_told) for group in (first, second)]
    (asked, told), (other_asked, other_told) = readings
    if None in (asked, told, other_asked, other_told):
        return False
    return _rank(asked, other_asked) * _rank(told, other_told) < 0


def _as_many_as_may_be(people: Count) -> int:
    """A number that is not told, as large as it may be; a rounded one stays what it is, with its own bounds."""
    return people if is_told(people) else at_most(people)


def _rank(one: float | None, other: float | None) -> int:
    return ((one or 0) > (other or 0)) - ((one or 0) < (other or 0))


_Computed = tuple[float, tuple[float, float]]


def _of_shares(first: Group, second: Group) -> _Computed | None:
    one, other = first.share, second.share
    if one is None or other is None or one.percent is None or other.percent is None:
        return None
    if all(share.part in (0, share.base) for share in (one, other)):
        return None
    if is_rounded(one, other):
        low, high = newcombe_hull(one, other)
    else:
        low, high = newcombe_interval((one.part, one.base), (other.part, other.base))
    return one.percent - other.percent, (100 * low, 100 * high)


def _of_means(first: Group, second: Group) -> _Computed | None:
    if first.value is None or second.value is None:
        return None
    one, other = (_with_people(group.distribution) for group in (first, second))
    if min(sum(group.values()) for group in (one, other)) <= 1 or len(one) == len(other) == 1:
        return None
    noise = sum(noise_of_mean(group.distribution) for group in (first, second))
    return welch_interval(one, other, noise)


def _with_people(distribution: Mapping[int, int]) -> dict[int, int]:
    """The values that somebody has."""
    return {value: people for value, people in distribution.items() if people}
