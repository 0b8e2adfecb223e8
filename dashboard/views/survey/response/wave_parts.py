"""Of each cohort, how many stand in which way at a wave: answered, silent, not asked yet?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.content.view import Scene
from dashboard.domain.dimension import Dimension
from dashboard.domain.statistics.rates import Share
from dashboard.domain.tables import ReleasedTable
from dashboard.views.kit.notes import COHORT
from dashboard.views.kit.survey_bases import NEVER_ASKED

ANSWERED = "answered"
"""Any status but an absence: the questionnaire of the wave was filled in."""


@dataclass(frozen=True)
class Part:
    """The people of one cohort who stand in one way at one wave."""

    cohort: str
    wave: str
    code: str
    people: int
    of: int

    @property
    def asked(self) -> bool:
        """Whether the survey has reached them: otherwise there is no share to take."""
        return self.code not in NEVER_ASKED

    @property
    def share(self) -> Share:
        """Of the cohort, those who stand so."""
        return Share(self.people, self.of)

    @property
    def status(self) -> Dimension:
        """The status at the wave, which divides the parts."""
        return Dimension("status", self.wave)


def parts_at(scene: Scene, table: ReleasedTable, wave: str) -> Iterator[Part]:
    """The parts of each cohort that has anybody, empty ones included; `table` crosses cohorts with the status."""
    status = Dimension("status", wave)
    absences = [c.code for c in scene.vocabulary.categories(status) if c.absence is not None]
    members = {
        ANSWERED: scene.vocabulary.real_codes(status),
        **{code: (code,) for code in absences},
    }
    for cohort, people in table.by_code(str(COHORT)).items():
        if not people:
            continue
        for code, statuses in members.items():
            here = table.count({str(COHORT): cohort, str(status): statuses})
            yield Part(cohort, wave, code, here, people)


def label_of(scene: Scene, part: Part) -> str:
    """How a part is named: `Vague renseignée`, or the absence."""
    if part.code == ANSWERED:
        return "Vague renseignée"
    return scene.vocabulary.category(part.status, part.code).label
