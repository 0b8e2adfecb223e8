"""Where was the partnership offered, and what is said of a region where nobody enrolled?

That nobody enrolled does not tell that a region was not covered: only the study does, region by region.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.domain.dimension import Dimension
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import Noun
from dashboard.text.words import capital
from dashboard.views.kit.notes import COHORT

NO_ENROLMENT = "aucune inscription"


@dataclass(frozen=True)
class Coverage:
    """Which regions of the division `where` are covered, and since when, as far as the study tells.

    `noun` is what a region is called.
    """

    where: Dimension
    noun: Noun
    vocabulary: Vocabulary

    @property
    def told(self) -> bool:
        """Whether the study tells it: then a region of which it does not is not covered."""
        return bool(self._since)

    def covers(self, region: str, year: str) -> bool:
        """Whether the study says that a region was covered in an academic year."""
        return region in self._since and self._since[region] <= year

    def was_open(self, region: str, cohort: str, everybody: ReleasedTable) -> bool:
        """Whether a cohort could come: the region is known to be covered, or somebody had come by then.

        `everybody` crosses the regions with the cohorts, whatever is selected.
        """
        if self.covers(region, cohort):
            return True
        until = [known for known in everybody.codes[everybody.axis(str(COHORT))] if known <= cohort]
        return bool(everybody.count({str(self.where): region, str(COHORT): until}))

    @property
    def without(self) -> str:
        """What a region is called where nobody enrolled, unless it is known to be covered."""
        return f"non {self.noun.agreeing('couvert')}" if self.told else NO_ENROLMENT

    @property
    def covered_without(self) -> str:
        """What a region is called that is covered, and where nobody enrolled."""
        return f"{self.noun.agreeing('couvert')}, {NO_ENROLMENT}"

    def of_region(self, said: str) -> str:
        """`Région non couverte`; that there is no enrolment needs no noun."""
        return capital(said if said == NO_ENROLMENT else f"{self.noun.singular} {said}")

    @cached_property
    def _since(self) -> Mapping[str, str]:
        """By region, the first academic year in which it is covered, or in which one that it gathers is."""
        variable = self.vocabulary.variable(self.where.variable)
        gathered = self.vocabulary.variable(variable.of).categories if variable.of else ()
        since: dict[str, str] = {}
        for region in gathered or variable.categories:
            code = region.group if gathered else region.code
            if region.covered_since:
                since[code] = min(region.covered_since, since.get(code, region.covered_since))
        return since
