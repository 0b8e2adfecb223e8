"""Where was the partnership offered, and what is said of a region where nobody enrolled?

That nobody enrolled does not tell that a region was not covered: only the study does, region by region.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dashboard.content.view import Scene
from dashboard.domain.counts import Rounded
from dashboard.domain.dimension import Dimension
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import Noun
from dashboard.text.words import capital
from dashboard.views.kit.notes import COHORT
from dashboard.views.kit.regions import region_noun

NO_ENROLMENT = "aucune inscription"
FEW_ENROLMENTS = "aucune inscription, ou trop peu"
"""The same where nobody and too few are not told apart."""


@dataclass(frozen=True)
class Coverage:
    """Which regions of the division `where` are covered, and since when, as far as the study tells.

    `noun` is what a region is called. `rounded`: that nobody enrolled is not known for sure.
    """

    where: Dimension
    noun: Noun
    vocabulary: Vocabulary
    rounded: bool = False

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
        people = everybody.count({str(self.where): region, str(COHORT): until})
        if people == 0 and isinstance(people, Rounded):
            return not self.told
        return bool(people)

    @property
    def without(self) -> str:
        """What a region is called where nobody enrolled, unless it is known to be covered."""
        return f"non {self.noun.agreeing('couvert')}" if self.told else self._no_enrolment

    @property
    def covered_without(self) -> str:
        """What a region is called that is covered, and where nobody enrolled."""
        return f"{self.noun.agreeing('couvert')}, {self._no_enrolment}"

    def of_region(self, said: str) -> str:
        """`Région non couverte`; that there is no enrolment needs no noun."""
        return capital(said if said == self._no_enrolment else f"{self.noun.singular} {said}")

    @property
    def _no_enrolment(self) -> str:
        return FEW_ENROLMENTS if self.rounded else NO_ENROLMENT

    def first_year(self, region: str, years: Sequence[str]) -> str:
        """From which of `years` on a region is covered; the first where the study does not tell; empty for none."""
        covered = (year for year in years if self.covers(region, year))
        return next(covered, "") if self.told else years[0]

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


def is_covered(scene: Scene, cohort: str) -> bool:
    """Whether the study says of no region that a cohort could not come: those of the selection were covered by then."""
    vocabulary = scene.vocabulary
    for layer in vocabulary.layers:
        coverage = Coverage(layer.dimension, region_noun(vocabulary, layer.dimension), vocabulary)
        regions = scene.selection.codes(layer.dimension)
        if regions and coverage.told and not any(coverage.covers(r, cohort) for r in regions):
            return False
    return True
