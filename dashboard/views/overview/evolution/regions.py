"""How many more, or fewer, beneficiaries has each region than the cohort before, and is its part of them another?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from dashboard.content.click_filter import NO_CLICK, ClickFilter, keeping
from dashboard.content.data_table import Key
from dashboard.domain.counts import is_told
from dashboard.domain.statistics.comparisons import Difference, Group, difference_between
from dashboard.domain.statistics.rates import Share
from dashboard.views.kit.notes import COHORT
from dashboard.views.kit.regional_counts import RegionalCounts
from dashboard.views.overview.following_cohorts import Following


@dataclass(frozen=True)
class RegionalChange:
    """One region: its people in the later cohort and in the earlier one; None where nobody could have enrolled yet.

    `bases` are the people of either cohort in all regions of the selection, of which those of the region are a share.
    None where it is the only region: its share would be the whole of both.
    """

    key: Key
    last: int
    previous: int | None
    click: ClickFilter
    bases: tuple[int, int] | None = None

    @property
    def gap(self) -> int | None:
        """The later number less the earlier one."""
        return None if self.previous is None else self.last - self.previous

    @property
    def told(self) -> bool:
        """Whether both numbers may be told."""
        return is_told(self.last) and is_told(self.previous or 0)

    @property
    def is_new(self) -> bool:
        """Whether nobody could have enrolled there in the earlier cohort."""
        return self.previous is None

    @property
    def shares(self) -> tuple[Share | None, Share | None]:
        """Which part of the later cohort is in the region, and of the earlier one; None where that says nothing."""
        if self.bases is None:
            return None, None
        last, previous = self.bases
        return (
            Share(self.last, last),
            None if self.previous is None else Share(self.previous, previous),
        )

    @cached_property
    def difference(self) -> Difference | None:
        """How far the shares are apart, in points; None where there are not two."""
        last, previous = self.shares
        return difference_between(Group(last), Group(previous)) if last and previous else None

    @property
    def moved(self) -> float:
        """How far its share has gone up, or its people where it has none; a new region comes from nobody."""
        last, previous = ((share.percent or 0) if share else 0 for share in self.shares)
        if self.bases is not None:
            return last - previous
        gap = self.last - (self.previous or 0)
        return float(gap) if is_told(gap) else 0.0


@dataclass(frozen=True)
class RegionalChanges(RegionalCounts):
    """The regions where somebody of the two cohorts could enrol; `tables` hold them by region and cohort."""

    pair: Following

    @cached_property
    def changes(self) -> tuple[RegionalChange, ...]:
        """The regions of which somebody is in one of the cohorts, those that have grown most first."""
        there = self._there
        last, previous = (self._people(there, cohort) for cohort in self.pair.both)
        changes = [
            RegionalChange(
                Key(self.where, code, self.scene.vocabulary.category(self.where, code).label),
                self._people(code, self.pair.last),
                self._people(code, self.pair.previous) if self._was_open(code) else None,
                keeping((self.where, code)) if self._people(code, self.pair.last) else NO_CLICK,
                (last, previous) if len(there) > 1 else None,
            )
            for code in there
        ]
        return tuple(sorted(changes, key=lambda change: -change.moved))

    @cached_property
    def base(self) -> int:
        """The people of both cohorts in those regions; of a cohort in which nobody could come to one, without it."""
        return sum(change.last + (change.previous or 0) for change in self.changes if change.told)

    @cached_property
    def _there(self) -> tuple[str, ...]:
        """The regions of which somebody is in one of the cohorts, as far as that is told."""
        return tuple(
            code
            for code in self.codes
            if any(n and is_told(n) for n in (self._people(code, c) for c in self.pair.both))
        )

    def _people(self, region: str | Collection[str], cohort: str) -> int:
        return self.tables["regions"].count({str(self.where): region, str(COHORT): cohort})

    def _was_open(self, region: str) -> bool:
        return self.coverage.was_open(region, self.pair.previous, self.tables["regions of all"])
