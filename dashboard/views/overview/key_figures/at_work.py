"""Which share is employed at each wave: of those who told, of all respondents, and between which bounds?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dashboard.content.charts.tiles import Tile
from dashboard.content.notes import ONE_LINE, Caution, Concern
from dashboard.content.view import Scene
from dashboard.domain.counts import Rounded, Suppressed, are_rounded, is_told
from dashboard.domain.dimension import Dimension
from dashboard.domain.statistics.rates import Share
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.numbers import NO_BREAK, SILENT, count, decimal, percent, share
from dashboard.text.typography import unbroken
from dashboard.text.words import UNTOLD_NUMBER, counted, inside, listed, number_in_words
from dashboard.views.kit.coverage import is_covered
from dashboard.views.kit.employment import (
    AT_WORK,
    Employed,
    employed,
    reached_codes,
)
from dashboard.views.kit.item_nonresponse import is_mostly_unanswered, warning
from dashboard.views.kit.notes import COHORT
from dashboard.views.kit.settled import is_foregone_at
from dashboard.views.kit.survey_bases import ANSWERED, RESPONSE
from dashboard.views.overview.following_cohorts import asked
from dashboard.views.overview.key_figures.figure import (
    Figure,
    nobody,
    of_base,
    settled_figure,
    share_figure,
)

TWO_READINGS = (
    "En grand : part en emploi de ceux qui ont renseigné la vague. Dessous : de tous les répondants ; puis ses bornes, "
    "si aucun des « sans information » n'est en emploi, ou s'ils le sont tous."
)


@dataclass(frozen=True)
class AtWork:
    """The respondents whom one wave has reached: how many are employed, and of which cohorts they are.

    `respondents` crosses cohorts with the status at `wave`, of respondents; `everybody` counts that status of all.
    """

    scene: Scene
    wave: str
    respondents: ReleasedTable
    everybody: ReleasedTable

    @cached_property
    def part(self) -> Employed:
        """Those employed, with those who said nothing."""
        return employed(self.scene, {self.wave: self.respondents}, self.wave, self.wave)

    @cached_property
    def cohorts(self) -> tuple[str, ...]:
        """The cohorts that have respondents whom the wave has reached; where that may not be told, those asked at it.

        The calendar is public, as is since when a region is covered; no rounded number is nobody for sure.
        """
        reached = reached_codes(self.scene.vocabulary, self.wave)
        status = str(Dimension("status", self.wave))
        people = {
            cohort: self.respondents.count({str(COHORT): cohort, status: reached})
            for cohort in self.scene.vocabulary.cohorts
        }
        if not are_rounded(people.values()):
            return tuple(cohort for cohort, number in people.items() if number)
        kept, calendar = self.scene.selection.codes(COHORT), self.scene.vocabulary.calendar
        return tuple(
            cohort
            for cohort in asked(self.scene)
            if (cohort, self.wave) in calendar
            and (not kept or cohort in kept)
            and is_covered(self.scene, cohort)
        )

    @property
    def figure(self) -> Figure:
        """The key figure: large, the share of those who told; beside it, both others; or why there is none."""
        code, label, told = f"{AT_WORK}{self.wave}", f"En emploi à {self.wave}", self.part.answered
        if told.base and is_foregone_at(self.scene, self.wave):
            return settled_figure(code, label)
        if not told.base:
            return share_figure(code, Tile(label, share(told, 0), self._why_nobody()), told)
        base = f"{of_base(told, 'ayant', 'ayant')} renseigné {self.wave}"
        if not is_told(told.base):
            base = UNTOLD_NUMBER
        tile = Tile(label, share(told, 0), base, told, self._other_readings())
        return Figure(
            code,
            tile,
            told.count,
            told.base,
            at_work=self._numbers(),
            silent_outside=self.part.item_nonresponse.count,
        )

    def _other_readings(self) -> tuple[str, ...]:
        """`22 % des 288 répondants, 2 promotions`, then `185 sans information ◇ : entre 22 et 86 %`."""
        lowest, highest = self.part.bounds_of_silence
        silent = self.part.item_nonresponse
        if lowest.hidden:
            return ()
        people = "du seul répondant" if silent.base == 1 else f"des {count(silent.base)} répondants"
        cohorts = len(self.cohorts)
        whose = f", {cohorts}{NO_BREAK}promotions" if cohorts > 1 else ""
        first = f"{share(lowest, 0)} {people}{whose}"
        if not silent.count or highest.hidden:
            return (first,)
        mark = f"{NO_BREAK}{SILENT}" if is_mostly_unanswered(silent) else ""
        ends = NO_BREAK.join(
            ["entre", decimal(lowest.percent, 0), "et", percent(highest.percent, 0)]
        )
        return (first, unbroken(f"{count(silent.count)} sans information{mark} : {ends}"))

    def _numbers(self) -> tuple[float | int | None, ...]:
        """The cells under `AT_WORK_COLUMNS`."""
        lowest, highest = self.part.bounds_of_silence
        silent = self.part.item_nonresponse
        return (
            silent.base,
            silent.count,
            lowest.percent,
            highest.percent,
            len(self.cohorts),
        )

    def _why_nobody(self) -> str:
        """Why nobody told: each absence by itself, with its people where there are two."""
        vocabulary, status = self.scene.vocabulary, Dimension("status", self.wave)
        if self.part.reached and isinstance(self.part.reached, (Rounded, Suppressed)):
            return f"trop peu de répondants ont renseigné {self.wave}"
        if self.part.reached:
            return _nobody_told(self.part.reached, self.wave)
        numbers = self.everybody.by_code(str(status)).items()
        absences = {code: number for code, number in numbers if number and is_told(number)}
        if not absences:
            untold = are_rounded(number for _, number in numbers)
            return UNTOLD_NUMBER if untold else "aucun bénéficiaire"
        if len(absences) > 1:
            return ", ".join(_absent(code, n, status, vocabulary) for code, n in absences.items())
        (code,) = absences
        if code == "non_respondent":
            return nobody("répondant", self.part.reached)
        return inside(vocabulary.category(RESPONSE, code).label)


def at_work(scene: Scene, tables: Mapping[str, ReleasedTable]) -> tuple[AtWork, ...]:
    """Each wave after enrolment; `tables` holds its counts by its name, and by `everybody(wave)`."""
    return tuple(
        AtWork(scene, wave, tables[wave], tables[everybody(wave)])
        for wave in scene.vocabulary.after
    )


def everybody(wave: str) -> str:
    """The name of the counts that tell the absences of a wave."""
    return f"everybody {wave}"


def notes(waves: Sequence[AtWork]) -> tuple[str, ...]:
    """Where many said nothing; that waves are of different cohorts; what both readings are."""
    told = [
        each
        for each in waves
        if each.part.answered.base and not is_foregone_at(each.scene, each.wave)
    ]
    if not told:
        return ()
    # Their share is the large figure: a warning does not say it again.
    silent = [(each.wave, each.part.item_nonresponse, Share(0, 0)) for each in waves]
    return (*warning(ANSWERED, silent), *_different_cohorts(told), TWO_READINGS)


def employed_among_those_who_told(scene: Scene, waves: Sequence[AtWork]) -> str:
    """`Sur 686 répondants ayant renseigné T1, 247 (36,0 %) sont en emploi.`

    Of the first wave that no filter settles; nothing where it is of few people, whom no headline should speak of.
    """
    for each in waves:
        told = each.part.answered
        if is_foregone_at(scene, each.wave) or not told.base or told.fragile or told.hidden:
            continue
        people = f"Sur {counted(told.base, 'répondant')} ayant renseigné {each.wave}"
        if not told.count and isinstance(told.count, Rounded):
            return f"{people}, {number_in_words(told.count)} sont en emploi."
        if not told.count:
            return f"{people}, aucun n'est en emploi."
        verb = "est" if told.count == 1 else "sont"
        return f"{people}, {count(told.count)} ({share(told)}) {verb} en emploi."
    return ""


def _different_cohorts(told: Sequence[AtWork]) -> tuple[Caution, ...]:
    """That the waves are of other cohorts; in one line without their names, where they are many.

    A wave of which no number is told is not read beside another.
    """
    told = [wave for wave in told if is_told(wave.part.answered.base)]
    if len({wave.cohorts for wave in told}) <= 1:
        return ()
    names = listed([wave.wave for wave in told])
    numbers = listed([count(len(wave.cohorts)) for wave in told])
    other, read = "ne portent pas sur les mêmes promotions", "ni hausse ni baisse ne s'y lit"
    text = f"{names} {other} ({numbers}) : {read}."
    brief = text if len(text) <= ONE_LINE else f"Les vagues {other} : {read}."
    return (Caution(text, Concern.OTHER_PEOPLE, brief),)


def _absent(code: str, people: int, status: Dimension, vocabulary: Vocabulary) -> str:
    named = vocabulary.category(status if people == 1 else RESPONSE, code)
    return f"{count(people)} {inside(named.label)}"


def _nobody_told(people: int, wave: str) -> str:
    """`aucun des 12 répondants n'a renseigné T1`, `le seul répondant n'a pas renseigné T1`."""
    if people == 1:
        return f"le seul répondant n'a pas renseigné {wave}"
    return f"aucun des {count(people)} répondants n'a renseigné {wave}"
