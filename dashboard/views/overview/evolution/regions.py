"""How many more, or fewer, beneficiaries has each region than the cohort before?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from dashboard.content.click_filter import NO_CLICK, ClickFilter, keeping
from dashboard.content.data_table import Key
from dashboard.domain.tables import ReleasedTable
from dashboard.views.kit.coverage import Coverage
from dashboard.views.kit.notes import COHORT
from dashboard.views.kit.regional_counts import RegionalCounts
from dashboard.views.overview.evolution.cohorts import (
    Following,
)


@dataclass(frozen=True)
class RegionalChange:
    """One region: its people in the later cohort and in the earlier one; None where nobody could have enrolled yet."""

    key: Key
    last: int
    previous: int | None
    click: ClickFilter

    @property
    def gap(self) -> int | None:
        """The later number less the earlier one."""
        return None if self.previous is None else self.last - self.previous


@dataclass(frozen=True)
class RegionalChanges(RegionalCounts):
    """The regions where somebody of the two cohorts could enrol; `tables` hold them by region and cohort."""

    pair: Following

    @cached_property
    def changes(self) -> tuple[RegionalChange, ...]:
        """The regions of which somebody is in one of the cohorts, most people of the later one first."""
        changes = [
            RegionalChange(
                Key(self.where, code, self.scene.vocabulary.category(self.where, code).label),
                self._people(code, self.pair.last),
                self._people(code, self.pair.previous) if self._was_open(code) else None,
                keeping((self.where, code)) if self._people(code, self.pair.last) else NO_CLICK,
            )
            for code in self.codes
            if self._people(code, self.pair.last) or self._people(code, self.pair.previous)
        ]
        return tuple(sorted(changes, key=lambda change: -change.last))

    def _people(self, region: str, cohort: str) -> int:
        return self.tables["regions"].count({str(self.where): region, str(COHORT): cohort})

    def _was_open(self, region: str) -> bool:
        return was_open(region, self.pair.previous, self.coverage, self.tables["regions of all"])


def was_open(region: str, cohort: str, coverage: Coverage, everybody: ReleasedTable) -> bool:
    """Whether a cohort could come: the region is known to be covered, or somebody had come by then.

    `everybody` crosses the regions with the cohorts, whatever is selected.
    """
    if coverage.covers(region, cohort):
        return True
    until = [known for known in everybody.codes[everybody.axis(str(COHORT))] if known <= cohort]
    return bool(everybody.count({str(coverage.where): region, str(COHORT): until}))
