"""How much has one key figure changed from one cohort to the next, and what is said of it?"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, cast

from dashboard.domain.counts import SUPPRESSED_TEXT, is_told
from dashboard.domain.statistics.comparisons import Difference, Group, difference_between
from dashboard.text.nouns import PEOPLE
from dashboard.text.numbers import (
    ABSENT,
    NO_BREAK,
    count,
    decimal,
    difference_in_words,
    percent,
    points,
    signed_count,
    to_hundredths,
)
from dashboard.text.words import UNTOLD_NUMBER

Kind = Literal["count", "mean", "share"]


@dataclass(frozen=True)
class Change:
    """One key figure in the later cohort and in the earlier one: two groups, or two counts, which nothing judges.

    `unit` is what a mean is counted in, in the plural. `poorly_known`: too little is known of one of the cohorts.
    """

    code: str
    label: str
    kind: Kind
    counts: tuple[int, int] = (0, 0)
    groups: tuple[Group, Group] = field(default=(Group(), Group()))
    unit: str = ""
    poorly_known: bool = False

    @cached_property
    def difference(self) -> Difference | None:
        """How far the groups are apart; None for counts, and where nothing is to be judged."""
        if self.kind == "count" or self.poorly_known:
            return None
        return difference_between(*self.groups)

    @property
    def values(self) -> tuple[float | None, float | None]:
        """Later, then earlier: counts, means, or shares in percent."""
        if self.kind == "count":
            return self.counts
        first, second = (group.value for group in self.groups)
        return first, second

    @property
    def hidden(self) -> tuple[bool, bool]:
        """Whether each value is there and may not be told."""
        if self.kind == "count":
            last, previous = self.counts
            return not is_told(last), not is_told(previous)
        first, second = (_is_hidden(group) for group in self.groups)
        return first, second

    @property
    def bases(self) -> tuple[int | None, int | None]:
        """Of how many people each value is; None for counts."""
        if self.kind == "count":
            return None, None
        first, second = (group.people for group in self.groups)
        return first, second

    @property
    def gap(self) -> float | None:
        """The later value less the earlier one; None where one is missing, or not known of enough people."""
        last, previous = self.values
        if last is None or previous is None or self.poorly_known or any(self.hidden):
            return None
        return last - previous

    @property
    def written(self) -> tuple[str, str]:
        """Both values as a reader sees them."""
        first, second = (
            SUPPRESSED_TEXT if hidden else self._write(value)
            for value, hidden in zip(self.values, self.hidden, strict=True)
        )
        return first, second

    @property
    def of_whom(self) -> tuple[str, str]:
        """What each value is of: `73 sur 230`, `330 bénéficiaires`; nothing for a count."""
        if self.kind == "count":
            return "", ""
        first, second = map(_of, self.groups)
        return first, second

    @property
    def gap_unit(self) -> str:
        """In what the gap is counted, in the plural; nothing for a mean without a unit."""
        return "points" if self.kind == "share" else self.unit

    @property
    def with_bases(self) -> tuple[str, str]:
        """The same with what each is of: `31,7 % (73 sur 230)`, `34,4 ans (330 bénéficiaires)`."""
        if self.kind == "count":
            return self.written
        first, second = (
            f"{'non diffusé' if hidden else value} ({of})"
            for value, of, hidden in zip(self.written, self.of_whom, self.hidden, strict=True)
        )
        return first, second

    @property
    def gap_written(self) -> str:
        """`−22`, `+1,4 point`, `−0,9 an`."""
        if self.gap is None:
            return SUPPRESSED_TEXT if any(self.hidden) else ABSENT
        if self.kind == "count":
            return signed_count(int(self.gap))
        return (
            points(self.gap) if self.kind == "share" else difference_in_words(self.gap, self.unit)
        )

    def numbers(self, one: int) -> tuple[float | None, float | None, int | None]:
        """As tables have it: the count or the mean, the share and the base of the later (0) or of the earlier (1)."""
        value, base = to_hundredths(self.values[one]), self.bases[one]
        share = self.groups[one].share
        if share is None:
            return value, None, base
        return (share.count if base else None), value, base

    def _write(self, value: float | None) -> str:
        if value is None:
            return ABSENT
        if self.kind == "count":
            return count(cast("int", value))
        if self.kind == "share":
            return percent(value)
        return decimal(value) + (f"{NO_BREAK}{self.unit}" if self.unit else "")


def _is_hidden(group: Group) -> bool:
    return group.share.hidden if group.share else not is_told(group.people)


def _of(group: Group) -> str:
    if not is_told(group.people):
        return UNTOLD_NUMBER
    if group.share is None:
        return PEOPLE.counted(group.people)
    if not is_told(group.share.count):
        return f"{UNTOLD_NUMBER} sur {count(group.share.base)}"
    return f"{count(group.share.count)} sur {count(group.share.base)}"
