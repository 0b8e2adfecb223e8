"""What do the views of employment share: who counts as employed, among whom, and in which words?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from babel.dates import format_date

from dashboard.content.charts.datum import Datum, Mark, marked
from dashboard.content.charts.rich_text import RichText, bold, rich
from dashboard.content.click_filter import ClickFilter
from dashboard.content.notes import Caution, Concern, in_one_line
from dashboard.content.view import Scene
from dashboard.domain.counts import Rounded, is_told
from dashboard.domain.dimension import Dimension
from dashboard.domain.selection import Selection
from dashboard.domain.statistics.comparisons import Group
from dashboard.domain.statistics.rates import Share
from dashboard.domain.survey_calendar import waves_to_come
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.numbers import bounds, count, percent, points, share, share_in_words
from dashboard.text.words import counted, listed, number_in_words, part_of_base
from dashboard.views.kit.item_nonresponse import is_mostly_unanswered, unanswered_name
from dashboard.views.kit.nonresponse_weighting import (
    CORRECTED_COLUMNS,
    CorrectedShare,
    weighed,
    weighted_name,
)
from dashboard.views.kit.notes import COHORT, small_bases_note
from dashboard.views.kit.survey_bases import ANSWERED, RESPONDENTS, SURVEYED, employed_codes

AT_WORK = "employed@"
"""With what the code of a key figure begins that is a share employed; the wave follows."""

Where = Mapping[str, str | Collection[str]]


@dataclass(frozen=True)
class Employed(CorrectedShare):
    """A share of employed people.

    `answered` is the share among those alone who answered about the wave; `item_nonresponse` how many of all whom the
    survey asked did not answer about it, employed or not; `of_told`, whether the base leaves these out.
    """

    answered: Share = field(default=Share(0, 0), kw_only=True)
    item_nonresponse: Share = field(default=Share(0, 0), kw_only=True)
    of_told: bool = field(default=False, kw_only=True)

    @property
    def reached(self) -> int:
        """How many the survey asked about the wave."""
        return self.item_nonresponse.base

    @property
    def bounds_of_silence(self) -> tuple[Share, Share]:
        """Between which shares of all whom the survey asked the true one lies: no silent person employed, or all."""
        employed_people, silent = self.answered.count, self.item_nonresponse.count
        return Share(employed_people, self.reached), Share(employed_people + silent, self.reached)

    @property
    def silent(self) -> int:
        """Those in the base who did not answer about the wave."""
        return 0 if self.of_told else self.item_nonresponse.count

    @property
    def silent_outside(self) -> int:
        """Those asked who did not answer about the wave and whom the base leaves out."""
        return self.item_nonresponse.count if self.of_told else 0

    @property
    def group(self) -> Group:
        """The people as a comparison takes them: their share, uncorrected, and how many were silent."""
        return Group(self.counted, silent=self.silent, silent_outside=self.silent_outside)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Whether few people stand behind it, and whether many did not answer."""
        silent: tuple[Mark, ...] = ("item_nonresponse",)
        return (*super().marks, *(silent if is_mostly_unanswered(self.item_nonresponse) else ()))

    @property
    def text(self) -> str:
        """The share without decimals, with its marks: `41 % △`."""
        return marked(self.label, self.marks)

    @property
    def measures(self) -> tuple[float | int | None, ...]:
        """Further cells of the table: see `measure_names`."""
        return (self.item_nonresponse.count, *self.correction)

    def datum(self, hover: RichText, click: ClickFilter) -> Datum:
        """The share as a chart draws it."""
        return Datum(self.percent, self.label, hover, click, self.interval, self.marks)


def measure_names(base: str, *, corrected: bool) -> tuple[str, ...]:
    """How many did not answer about the wave; then what the correction makes of the share."""
    return (unanswered_name(base), *(CORRECTED_COLUMNS if corrected else ()))


BOUNDS_COLUMNS = (
    "borne basse, silencieux sans emploi (%)",
    "borne haute, silencieux en emploi (%)",
)
"""The cells of the table that tell between which shares of all whom the survey asked the true one lies."""


def employed(
    scene: Scene,
    tables: Mapping[str, ReleasedTable],
    name: str,
    wave: str,
    where: Where | None = None,
    base: str = RESPONDENTS,
) -> Employed:
    """Those employed at `wave` in the table called `name`; corrected where its weighted counterpart was asked for."""
    vocabulary, table, narrowed = scene.vocabulary, tables[name], dict(where or {})
    status = str(Dimension("status", wave))
    known, reached = answered_codes(vocabulary, wave), reached_codes(vocabulary, wave)
    at_work = {**narrowed, status: employed_codes(vocabulary)}
    whole = {**narrowed, status: known if base == ANSWERED else reached}
    silent = {**narrowed, status: tuple(code for code in reached if code not in known)}
    people = table.count(at_work)
    part = Employed(
        Share(people, table.count(whole)),
        answered=Share(people, table.count({**narrowed, status: known})),
        item_nonresponse=Share(table.count(silent), table.count({**narrowed, status: reached})),
        of_told=base == ANSWERED,
    )
    weights = tables.get(weighted_name(name))
    if weights is None:
        return part
    corrected = weighed(scene, weights.weight(at_work), weights.weight(whole), part.counted.base)
    return replace(part, corrected=corrected)


def answered_codes(vocabulary: Vocabulary, wave: str) -> tuple[str, ...]:
    """The statuses of those who answered about `wave`."""
    return vocabulary.real_codes(Dimension("status", wave))


def reached_codes(vocabulary: Vocabulary, wave: str) -> tuple[str, ...]:
    """The statuses of those whom the survey has asked at `wave`, whether they answered or not."""
    return tuple(
        category.code
        for category in vocabulary.categories(Dimension("status", wave))
        if category.absence not in ("not_yet_surveyed", "out_of_scope")
    )


def employed_hover(head: str, part: Employed) -> RichText:
    """What stands under the mouse on a share of employed people; `head` names the group."""
    people, silent = part.counted, part.item_nonresponse
    lines = [f"En emploi : {part_of_base(people)}"]
    if silent.count and is_told(silent.count):
        lines.append(f"Sans information : {count(silent.count)} ({share_in_words(silent)})")
    if part.corrected is not None and not people.hidden:
        lines.append(f"Part redressée : {percent(part.percent)} ({points(part.effect)})")
    if not people.hidden:
        lines.append(f"Intervalle à 95 % : {bounds(part.interval)}")
    return rich(bold(head), *lines)


def employed_reading(
    part: Employed, who: str, scene: Scene, wave: str, base: str, more: str = ""
) -> str:
    """`Sur 208 répondants de la promotion 2015-2016, 86 (41,3 %) sont en emploi 6 à 12 mois après...`.

    `who` tells which of them, `more` ends the sentence; not one of a corrected share, which counts nobody.
    """
    plain = part.counted
    people = counted(plain.base, "interrogé" if base == SURVEYED else "répondant")
    who += f" ayant renseigné {wave}" if base == ANSWERED else ""
    months = scene.vocabulary.codebook.waves[wave].months
    if part.corrected is not None and not plain.hidden:
        return f"Sur {people}{who}, la part en emploi {months} est de {part.stamped()}."
    if not is_told(plain.count) or not is_told(plain.base):
        return ""
    if not plain.count and isinstance(plain.count, Rounded):
        verb = f"{number_in_words(plain.count)} sont"
    elif not plain.count:
        verb = "aucun n'est"
    else:
        value = "" if plain.hidden else f" ({share(plain)})"
        verb = f"{count(plain.count)}{value} {'est' if plain.count == 1 else 'sont'}"
    return f"Sur {people}{who}, {verb} en emploi {months}{_silent_in_brackets(part, base)}{more}."


def _silent_in_brackets(part: Employed, base: str) -> str:
    """` (43 sans information)` where they are too many for a share of all to be read without them."""
    if (
        not part.silent
        or not is_told(part.silent)
        or not is_mostly_unanswered(part.item_nonresponse)
    ):
        return ""
    return f" ({count(part.silent)} {unanswered_name(base)})"


def few_people_note(named: Iterable[tuple[str, Share]]) -> tuple[str, ...]:
    """Which of the shares stand on few people, each with its base; nothing where none does."""
    return small_bases_note(
        [f"{name} ({count(part.base)})" for name, part in named if part.fragile]
    )


def absent_cohorts_notes(
    selection: Selection, vocabulary: Vocabulary, waves: Iterable[str]
) -> tuple[str, ...]:
    """Which cohorts of the selection have no point at some of `waves`: not yet asked, and when; or never to be."""
    kept = selection.codes(COHORT) or vocabulary.cohorts
    surveyed = vocabulary.surveyed_cohorts()
    notes: list[str] = []
    to_come = waves_to_come(vocabulary, kept, waves)
    waits = [
        f"promotion {cohort} à "
        + listed([wave if day is None else f"{wave} ({_month(day)})" for wave, day in days.items()])
        for cohort, days in to_come.items()
    ]
    if waits:
        beginning = "Pas encore interrogés, donc sans point : "
        notes.append(
            Caution(
                f"{beginning}{' ; '.join(waits)}.",
                Concern.NOT_SHOWN,
                in_one_line(
                    beginning,
                    [f"{cohort} à {listed(list(days))}" for cohort, days in to_come.items()],
                ),
            )
        )
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
