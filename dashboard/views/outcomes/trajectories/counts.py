"""How many respondents of each cohort are on each path over the waves that it has reached?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dashboard.content.click_filter import NO_CLICK, ClickFilter
from dashboard.content.data_table import TOTAL
from dashboard.content.view import Scene
from dashboard.domain.counts import Count, is_told, left_of
from dashboard.domain.dimension import Dimension
from dashboard.domain.employment_paths import (
    E,
    N,
    Path,
    Pattern,
    complete,
    employed_at_first,
    patterns_of,
)
from dashboard.domain.query import Query
from dashboard.domain.selection import Condition, Selection, selection_of
from dashboard.domain.statistics.rates import Share
from dashboard.domain.switches import Choice, Switch, fixed
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.views.kit.employment import answered_codes
from dashboard.views.kit.notes import COHORT
from dashboard.views.kit.settled import is_foregone_at
from dashboard.views.kit.survey_bases import ANSWERED, RESPONDENTS, employed_codes, survey_base
from dashboard.views.outcomes.trajectories.spans import Waves, waves_by_cohort

ASKED: tuple[Path, ...] = ("kept", "found", "lost", "never")
"""The paths whose people are asked for; those of the others are the rest."""

BASE = Switch(
    "trajectoires.base",
    "Base",
    RESPONDENTS,
    fixed(
        Choice(RESPONDENTS, "Répondants"),
        Choice(ANSWERED, "Ayant renseigné toutes les vagues"),
    ),
    expert=True,
)


def questions(scene: Scene) -> Mapping[str, Query]:
    """The respondents by cohort; of them, for each span of waves, those who meet each pattern; and who stays employed.

    To cross the status at all waves would take a cell for each way through them.
    """
    kept, vocabulary = survey_base(scene.selection, RESPONDENTS), scene.vocabulary
    asked = {"respondents": Query((COHORT,), kept)}
    for waves in dict.fromkeys(waves_by_cohort(scene).values()):
        for pattern in _patterns(len(waves)):
            narrowed = _meeting(kept, waves, pattern, vocabulary)
            asked[_name(waves, pattern)] = Query((COHORT,), narrowed)
    first, *later = vocabulary.after
    for wave in later:
        keys = (COHORT, Dimension("status", first), Dimension("status", wave))
        asked[after_first(wave)] = Query(keys, kept)
    return asked


def after_first(wave: str) -> str:
    """The name of the counts of those who told of the first wave, by what they told of `wave`."""
    return f"first, then {wave}"


@dataclass(frozen=True)
class Trajectories:
    """The people on each path, by cohort. Wherever a cohort is asked for, `TOTAL` stands for all that are drawn."""

    scene: Scene
    tables: Mapping[str, ReleasedTable]

    @cached_property
    def waves(self) -> Mapping[str, Waves]:
        """The waves of each cohort that has anybody to tell of in the base, and whose path no filter has settled."""
        return {
            cohort: waves
            for cohort, waves in waves_by_cohort(self.scene).items()
            if cohort not in self.settled and self._has_somebody(waves, cohort)
        }

    @cached_property
    def settled(self) -> tuple[str, ...]:
        """The cohorts at all of whose waves filters decide who is employed, and so of their path."""
        return tuple(
            cohort
            for cohort, waves in waves_by_cohort(self.scene).items()
            if all(is_foregone_at(self.scene, wave) for wave in waves)
            and self._has_somebody(waves, cohort)
        )

    @property
    def settled_people(self) -> int:
        """The people of the base whose path is so decided."""
        waves = waves_by_cohort(self.scene)
        return sum(self._base_over(waves[cohort], (cohort,)) for cohort in self.settled)

    @property
    def people(self) -> Count:
        """The people of the base of all bars; where there is none, those whose path is settled."""
        return self._people_of_bars() or self.settled_people

    def _people_of_bars(self) -> Count:
        """Counted together, as the bar of all is: rounded bars do not add up to it. Over other waves, one by one."""
        if not self.waves:
            return 0
        if self.of_complete and len(set(self.waves.values())) > 1:
            return sum(map(self.base, self.waves))
        return self.base(TOTAL)

    @cached_property
    def bars(self) -> tuple[str, ...]:
        """The cohorts; then all of them together, where there are several and their paths are over the same waves."""
        cohorts = tuple(self.waves)
        same = len(set(self.waves.values())) == 1
        return (*cohorts, TOTAL) if same and len(cohorts) > 1 else cohorts

    @property
    def of_complete(self) -> bool:
        """Whether the base is of those alone who told of all their waves."""
        return self.scene.position(BASE) == ANSWERED

    def cohorts(self, cohort: str) -> tuple[str, ...]:
        """The cohorts that a bar is of."""
        return tuple(self.waves) if cohort == TOTAL else (cohort,)

    def span(self, cohort: str) -> Waves:
        """The waves of a bar."""
        return self.waves[self.cohorts(cohort)[0]]

    def respondents(self, cohort: str) -> int:
        """Those who answered at least once."""
        return self.tables["respondents"].count({str(COHORT): self.cohorts(cohort)})

    def told_all(self, cohort: str) -> int:
        """Those who told of all the waves."""
        return self._told_all(self.span(cohort), self.cohorts(cohort))

    def told_all_from_a_job(self, cohort: str) -> int:
        """Those of them who were employed at the first."""
        waves = self.span(cohort)
        return self._meeting(waves, employed_at_first(len(waves)), self.cohorts(cohort))

    def incomplete(self, cohort: str) -> Share:
        """The respondents who did not tell of all the waves."""
        people = self.respondents(cohort)
        return Share(left_of(people, self.told_all(cohort)), people)

    def base(self, cohort: str) -> int:
        """The people whose paths are shares of one bar."""
        return self.told_all(cohort) if self.of_complete else self.respondents(cohort)

    def share(self, path: Path, cohort: str) -> Share:
        """Those on `path`, of the base."""
        return Share(self._people(path, cohort), self.base(cohort))

    def click(self, path: Path, cohort: str) -> ClickFilter:
        """What keeps the people on `path`; nothing where no conditions, one a wave, hold them and nobody else."""
        waves = self.span(cohort)
        patterns = patterns_of(path, len(waves)) if path in ASKED else ()
        if len(patterns) != 1:
            return NO_CLICK
        people = _meeting(Selection(), waves, patterns[0], self.scene.vocabulary)
        if cohort == TOTAL:
            return ClickFilter(people)
        return ClickFilter(people.keeping(COHORT, (cohort,)))

    def _people(self, path: Path, cohort: str) -> int:
        waves, cohorts = self.span(cohort), self.cohorts(cohort)
        if path == "incomplete":
            return self.incomplete(cohort).count
        if path == "back_and_forth":
            others = sum(self._people(other, cohort) for other in ASKED)
            return left_of(self._told_all(waves, cohorts), others)
        patterns = patterns_of(path, len(waves))
        return sum(self._meeting(waves, pattern, cohorts) for pattern in patterns)

    def _has_somebody(self, waves: Waves, cohort: str) -> bool:
        people = self._base_over(waves, (cohort,))
        return is_told(people) and people > 0

    def _base_over(self, waves: Waves, cohorts: Sequence[str]) -> Count:
        if self.of_complete:
            return self._told_all(waves, cohorts)
        return self.tables["respondents"].count({str(COHORT): cohorts})

    def _told_all(self, waves: Waves, cohorts: Sequence[str]) -> Count:
        return self._meeting(waves, complete(len(waves)), cohorts)

    def _meeting(self, waves: Waves, pattern: Pattern, cohorts: Sequence[str]) -> Count:
        return self.tables[_name(waves, pattern)].count({str(COHORT): cohorts})


def _patterns(waves: int) -> tuple[Pattern, ...]:
    """What is asked of so many waves: who told of all, who of them began with a job, and each pattern of each path."""
    paths = (pattern for path in ASKED for pattern in patterns_of(path, waves))
    return tuple(dict.fromkeys((complete(waves), employed_at_first(waves), *paths)))


def _name(waves: Waves, pattern: Pattern) -> str:
    letters = {E: "E", N: "N"}
    return " ".join(
        f"{wave}:{letters.get(states, 'told')}" for wave, states in zip(waves, pattern, strict=True)
    )


def _meeting(
    selection: Selection, waves: Waves, pattern: Pattern, vocabulary: Vocabulary
) -> Selection:
    """`selection` narrowed to those who meet `pattern` over `waves`."""
    employed = set(employed_codes(vocabulary))
    conditions = []
    for wave, states in zip(waves, pattern, strict=True):
        codes = tuple(
            code
            for code in answered_codes(vocabulary, wave)
            if ("employed" if code in employed else "not_employed") in states
        )
        conditions.append(Condition(Dimension("status", wave), codes))
    for condition in selection_of(conditions):
        selection = selection.keeping(condition.dimension, condition.codes)
    return selection
