"""What do the views of employment share: who counts as employed, among whom, and how it is told? (study, figure 5)"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from babel.dates import format_date

from dashboard.content.click_filter import ClickFilter
from dashboard.content.view import Scene
from dashboard.domain.address import parameter_of, value_of
from dashboard.domain.dimension import Dimension
from dashboard.domain.rates import SMALL_BASE, Share
from dashboard.domain.selection import Selection
from dashboard.domain.survey_calendar import waves_to_come
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.numbers import FRAGILE, SILENT, bounds, count, percent, points, share
from dashboard.text.words import counted, listed
from dashboard.views.kit.item_nonresponse import mostly_silent, silent_name
from dashboard.views.kit.nonresponse_weighting import (
    CORRECTED_COLUMNS,
    CorrectedShare,
    weighed,
    weighted_name,
)
from dashboard.views.kit.survey_bases import ANSWERED, RESPONDENTS, SURVEYED, employed_codes

COHORT = Dimension("cohort")

Where = Mapping[str, str | Collection[str]]


@dataclass(frozen=True)
class Employed(CorrectedShare):
    """A share of employed people.

    `answered` is the share among those alone who told of the wave, `reached` how many the survey asked about it.
    """

    answered: Share = field(default=Share(0, 0), kw_only=True)
    reached: int = field(default=0, kw_only=True)

    @property
    def silence(self) -> Share:
        """Those of whom the wave's questionnaire says nothing, employed or not."""
        return Share(self.reached - self.answered.base, self.reached)

    @property
    def text(self) -> str:
        """What is drawn, in words, marked where few people stand behind it, or where many said nothing."""
        marks = [FRAGILE] if self.counted.fragile else []
        marks += [SILENT] if mostly_silent(self.silence) else []
        return " ".join([percent(self.percent, 0), *marks])

    @property
    def more(self) -> tuple[float | int | None, ...]:
        """Further cells of the table: see `further_columns`."""
        return (self.silence.count, *self.correction)


def further_columns(base: str, *, corrected: bool) -> tuple[str, ...]:
    """How many said nothing of the wave; then what the correction makes of the share."""
    return (silent_name(base), *(CORRECTED_COLUMNS if corrected else ()))


def employed(
    scene: Scene,
    tables: Mapping[str, ReleasedTable],
    name: str,
    wave: str,
    where: Where | None = None,
    base: str = RESPONDENTS,
) -> Employed:
    """Those employed at `wave` in the table called `name`, corrected where its weighted twin was asked for."""
    vocabulary = scene.vocabulary
    key, narrowed, table = f"status@{wave}", dict(where or {}), tables[name]
    codes = employed_codes(vocabulary)
    people = table.count({**narrowed, key: codes})
    told = table.count({**narrowed, key: told_codes(vocabulary, wave)})
    reached = table.count({**narrowed, key: reached_codes(vocabulary, wave)})
    counted_share = Share(people, told if base == ANSWERED else reached)
    found = Employed(counted_share, answered=Share(people, told), reached=reached)
    weights = tables.get(weighted_name(name))
    if weights is None:
        return found
    whole = told_codes(vocabulary, wave) if base == ANSWERED else reached_codes(vocabulary, wave)
    part = weights.weight({**narrowed, key: codes})
    of = weights.weight({**narrowed, key: whole})
    return replace(found, corrected=weighed(scene, part, of, counted_share.base))


def told_codes(vocabulary: Vocabulary, wave: str) -> tuple[str, ...]:
    """The statuses of those who told of `wave`."""
    return vocabulary.real_codes(Dimension("status", wave))


def reached_codes(vocabulary: Vocabulary, wave: str) -> tuple[str, ...]:
    """The statuses of those whom the survey has asked at `wave`, whether they answered or not."""
    return tuple(
        category.code
        for category in vocabulary.categories(Dimension("status", wave))
        if category.absence not in ("not_yet_surveyed", "out_of_scope")
    )


def employed_click(vocabulary: Vocabulary, wave: str, more: ClickFilter) -> ClickFilter:
    """What a click on a share of employed people puts into the address: those of the group who are employed."""
    key = Dimension("status", wave)
    values = [value_of(key, code, vocabulary) for code in employed_codes(vocabulary)]
    return {**more, parameter_of(key, vocabulary): ",".join(values)}


def employed_tell(head: str, found: Employed) -> str:
    """What a share of employed people says under the mouse."""
    part = found.counted
    lines = [
        f"<b>{head}</b>",
        f"En emploi : {count(part.count)} sur {count(part.base)} ({share(part)})",
    ]
    if found.silence.count:
        lines.append(f"Sans information : {count(found.silence.count)} ({share(found.silence)})")
    if found.corrected is not None:
        lines.append(f"Part redressée : {percent(found.percent)} ({points(found.effect)})")
    lines.append(f"Intervalle à 95 % : {bounds(found.interval)}")
    return "<br>".join(lines)


def employed_reading(shown: Employed, who: str, scene: Scene, wave: str, base: str) -> str:
    """`Sur 208 répondants de la promotion 2015-2016, 86 (41,3 %) sont en emploi 6 à 12 mois après...`."""
    found = shown.counted
    people = counted(found.base, "interrogé" if base == SURVEYED else "répondant")
    who += f" ayant renseigné {wave}" if base == ANSWERED else ""
    months = scene.vocabulary.codebook.waves[wave].months
    if shown.corrected is not None:
        return f"Sur {people}{who}, la part en emploi {months} est de {shown.stamped()}."
    if not found.count:
        verb = "aucun n'est"
    else:
        verb = f"{count(found.count)} ({share(found)}) {'est' if found.count == 1 else 'sont'}"
    return f"Sur {people}{who}, {verb} en emploi {months}."


def fragile_note(named: Iterable[tuple[str, Share]]) -> tuple[str, ...]:
    """Which of the shares stand on few people."""
    few = [f"{name} ({count(found.base)})" for name, found in named if found.fragile]
    return (f"{FRAGILE} base inférieure à {SMALL_BASE} : {listed(few)}.",) if few else ()


def absent_cohorts_notes(
    selection: Selection, vocabulary: Vocabulary, waves: Iterable[str]
) -> tuple[str, ...]:
    """Which cohorts of the selection have no point at some of `waves`: not yet asked, and when; or never to be."""
    kept = selection.codes(COHORT) or vocabulary.cohorts
    surveyed = vocabulary.surveyed_cohorts()
    notes = []
    waits = [
        f"promotion {cohort} à "
        + listed([wave if day is None else f"{wave} ({_month(day)})" for wave, day in days.items()])
        for cohort, days in waves_to_come(vocabulary, kept, waves).items()
    ]
    if waits:
        notes.append(f"Pas encore interrogés, donc sans point : {' ; '.join(waits)}.")
    early = [cohort for cohort in kept if surveyed and cohort < surveyed[0]]
    if early:
        notes.append(
            f"Hors champ de l'enquête : promotion {listed(early)}, inscrite avant qu'elle n'existe."
            if len(early) == 1
            else f"Hors champ de l'enquête : promotions {listed(early)}, inscrites avant qu'elle n'existe."
        )
    return tuple(notes)


def _month(day: date) -> str:
    return format_date(day, format="MMMM y", locale="fr_FR")
