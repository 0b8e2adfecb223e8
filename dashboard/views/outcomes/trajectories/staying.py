"""Of those employed at the first wave, how many still are at a later one?"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from dashboard.content.click_filter import ClickFilter, keeping
from dashboard.content.view import Scene
from dashboard.domain.counts import is_told
from dashboard.domain.dimension import Dimension
from dashboard.domain.statistics.rates import Share
from dashboard.domain.tables import ReleasedTable
from dashboard.views.kit.employment import answered_codes, reached_codes
from dashboard.views.kit.notes import COHORT
from dashboard.views.kit.survey_bases import employed_codes
from dashboard.views.outcomes.trajectories.counts import after_first


@dataclass(frozen=True, slots=True)
class Still:
    """Those employed at the first wave who are at a later one, and how many of them said nothing of it."""

    share: Share
    silent: int


@dataclass(frozen=True)
class Staying:
    """The respondents employed at the first wave, wave after wave."""

    scene: Scene
    tables: Mapping[str, ReleasedTable]

    @property
    def first(self) -> str:
        """The first wave after enrolment."""
        return self.scene.vocabulary.after[0]

    def at(self, wave: str, cohorts: Collection[str]) -> Still | None:
        """Those of `cohorts` still employed at `wave`; None where nobody was who was asked there, or too few."""
        vocabulary, table = self.scene.vocabulary, self.tables[after_first(wave)]
        employed, asked = employed_codes(vocabulary), reached_codes(vocabulary, wave)
        told = answered_codes(vocabulary, wave)
        then = str(Dimension("status", wave))
        at_first = {str(COHORT): tuple(cohorts), str(Dimension("status", self.first)): employed}
        base = table.count({**at_first, then: asked})
        if not base or not is_told(base):
            return None
        silent = [code for code in asked if code not in told]
        part = Share(table.count({**at_first, then: employed}), base)
        return Still(part, table.count({**at_first, then: silent}))

    def click(self, wave: str, cohort: str) -> ClickFilter:
        """What keeps those who are employed at the first wave and at `wave`, of one cohort if one is given."""
        employed = employed_codes(self.scene.vocabulary)
        waves = [(Dimension("status", at), employed) for at in (self.first, wave)]
        of_cohort = [(COHORT, (cohort,))] if cohort else []
        return keeping(*of_cohort, *waves)
