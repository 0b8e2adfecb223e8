"""Of the respondents of each cohort, and of all of them, how many name each benefit?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.content.data_table import TOTAL_LABEL
from dashboard.content.view import Scene
from dashboard.domain.codebook import Category
from dashboard.domain.counts import is_told
from dashboard.domain.dimension import Dimension
from dashboard.domain.statistics.rates import Share
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import Noun, noun_of
from dashboard.views.kit.nonresponse_weighting import (
    CorrectedShare,
    correction_switch,
    wanted,
    weighed,
    weighted_name,
)
from dashboard.views.kit.notes import COHORT

CORRECTION = correction_switch("apports")
BENEFIT, RESPONSE = Dimension("benefit"), Dimension("response")

EVERY_COHORT = ""
"""How all cohorts together are called among the groups."""


@dataclass(frozen=True)
class Benefits:
    """How many name each benefit; cohorts without a respondent are left out.

    An absence among the answers is no benefit: who gave it is in the base, as all respondents are, and in no share.
    """

    scene: Scene
    tables: Mapping[str, ReleasedTable]

    @cached_property
    def bases(self) -> dict[str, int]:
        """The respondents of each cohort that has any, if they are told; of `EVERY_COHORT`, where there are several."""
        respondents = {
            cohort: self.tables["people"].count(self._respondents(cohort))
            for cohort in self.scene.vocabulary.cohorts
        }
        bases = {c: people for c, people in respondents.items() if is_told(people) and people > 0}
        return bases | {EVERY_COHORT: self.base} if len(bases) > 1 else bases

    @cached_property
    def base(self) -> int:
        return self.tables["people"].count(self._respondents(EVERY_COHORT))

    @cached_property
    def benefits(self) -> tuple[Category, ...]:
        vocabulary = self.scene.vocabulary
        codes = vocabulary.real_codes(BENEFIT)
        return tuple(vocabulary.category(BENEFIT, code) for code in codes)

    def part(self, cohort: str, benefit: Category) -> Share:
        """Of the respondents of a cohort, how many name a benefit."""
        named = self.tables["answers"].count({**_of(cohort), str(BENEFIT): benefit.code})
        return Share(named, self.bases[cohort])

    def shown(self, cohort: str, benefit: Category) -> CorrectedShare:
        """The share as it is drawn: corrected where the reader asked for it."""
        part = self.part(cohort, benefit)
        if not wanted(self.scene, CORRECTION):
            return CorrectedShare(part)
        people, answers = (self.tables[weighted_name(name)] for name in ("people", "answers"))
        named = answers.weight({**_of(cohort), str(BENEFIT): benefit.code})
        whole = people.weight(self._respondents(cohort))
        return CorrectedShare(part, weighed(self.scene, named, whole, part.base))

    def _respondents(self, cohort: str) -> Mapping[str, str | tuple[str, ...]]:
        return {**_of(cohort), str(RESPONSE): self.scene.vocabulary.real_codes(RESPONSE)}


def benefit_noun(vocabulary: Vocabulary) -> Noun:
    """What a benefit is called in a sentence: the study's own word, or the one that heads the page."""
    word = vocabulary.variable(BENEFIT.variable).noun
    return Noun("apport", "apports") if word is None else noun_of(word)


def name_of(cohort: str) -> str:
    """A cohort's name on the axis and in the table."""
    return cohort or TOTAL_LABEL


def _of(cohort: str) -> dict[str, str]:
    """What a table is asked for: the people of a cohort, or everybody."""
    return {str(COHORT): cohort} if cohort else {}
