"""Which rows does the survey have: one for each member of an asked cohort, at each wave that it reached?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dashboard.domain.codebook import Codebook, Variable
from dashboard.domain.codebook.book import BEFORE
from dashboard.ingest.raw.answers.jobs import reconcile
from dashboard.ingest.raw.answers.questionnaires import (
    WAVE,
    Asked,
    codes_kept_for,
    informs,
)
from dashboard.ingest.raw.answers.waves import day_of
from dashboard.ingest.raw.cleaning.absent_cells import absence_of
from dashboard.ingest.raw.cleaning.rows import DAY
from dashboard.ingest.raw.ledger import Ledger
from dashboard.ingest.raw.matching import PERSON
from dashboard.ingest.raw.people.earlier import Earlier
from dashboard.ingest.raw.record import ROW, Record
from dashboard.ingest.raw.rule import Rule

REFERENCE_DAY = Rule(
    "jour de référence",
    "changed",
    "Une date de réponse devient le jour de référence de la vague, le 1er du mois où elle est ouverte, commun à toute la "
    "promotion.",
)
OTHER_DAY = Rule(
    "jours d'enquête différents",
    "decided",
    "Les fichiers donnent plusieurs jours pour une même vague d'une promotion : celui du jeu précédent, sinon le plus "
    "fréquent, décide.",
)
BENEFIT_ALONE = Rule(
    "apport sans autre réponse",
    "blanked",
    "Un apport coché par une personne qui n'a répondu à aucune autre question n'est pas compté.",
)
RULES = (REFERENCE_DAY, OTHER_DAY, BENEFIT_ALONE)

Day = tuple[str, str]
"""A cohort and a wave."""


@dataclass(frozen=True)
class Surveyed:
    """The rows of the survey and of the benefits, and the waves of cohorts that are filled without any answer."""

    survey: list[dict[str, str]]
    benefits: list[dict[str, str]]
    unanswered: tuple[Day, ...]


def surveyed(
    kept: Mapping[Asked, Record],
    cohorts: Mapping[str, str],
    earlier: Earlier,
    book: Codebook,
    ledger: Ledger,
) -> Surveyed:
    """The rows of everybody in `cohorts`, whoever answered: absences where nothing was said."""
    said = _said(kept)
    days = _days(kept, cohorts, earlier, book, ledger)
    asked = _asked(days, book)
    answered = {(cohorts[person], wave) for person, wave in said} | {
        (cohorts[person], wave) for person, wave in earlier.survey
    }
    rows = []
    for person, cohort in sorted(cohorts.items()):
        for wave in asked.get(cohort, ()):
            known = earlier.survey.get((person, wave), {})
            if informs(known, wave, book) or (known and (person, wave) not in said):
                rows.append(dict(known))
                continue
            record, answers = said.get((person, wave), (None, {}))
            row = _row(answers, wave, book)
            row |= {PERSON: person, WAVE: wave, DAY: days[cohort, wave]}
            reconcile(row, book, _telling(record, ledger))
            rows.append(row)
    benefits = _benefits(kept, rows, earlier, book, ledger)
    empty = sorted({(c, w) for c, waves in asked.items() for w in waves} - answered)
    return Surveyed(rows, benefits, tuple(day for day in empty if day[1] != BEFORE))


def _said(kept: Mapping[Asked, Record]) -> dict[Asked, tuple[Record, Mapping[str, str]]]:
    """What is said of each person at each wave; of one that another questionnaire asks for too, the first wave's."""
    said = {asked: (record, record.said[ROW]) for asked, record in kept.items()}
    for (person, _), record in sorted(kept.items(), key=lambda one: int(one[0][1][1:])):
        for wave, answers in record.said.items():
            if wave != ROW and answers:
                said.setdefault((person, wave), (record, answers))
    return said


def _row(said: Mapping[str, str], wave: str, book: Codebook) -> dict[str, str]:
    row = {}
    for name in book.tables["survey"].columns:
        kept = codes_kept_for(wave, book.variables[name])
        otherwise = kept[0] if len(kept) == 1 else absence_of(book.variables[name])
        row[name] = said.get(name) or otherwise or ""
    return row


def _days(
    kept: Mapping[Asked, Record],
    cohorts: Mapping[str, str],
    earlier: Earlier,
    book: Codebook,
    ledger: Ledger,
) -> dict[Day, str]:
    """The one day of each wave of each cohort that was asked at it, or at a later one."""
    known = {(cohorts[person], wave): row[DAY] for (person, wave), row in earlier.survey.items()}
    told: defaultdict[Day, Counter[str]] = defaultdict(Counter)
    for (person, wave), record in kept.items():
        day = day_of(cohorts[person], wave, book)
        if record.answered_on is not None and record.answered_on != day:
            if record.fixed:
                day = record.answered_on
            else:
                ledger.tell(REFERENCE_DAY, record.origin, DAY)
        told[cohorts[person], wave][day.isoformat()] += 1
    days = {of: max(sorted(counts), key=counts.__getitem__) for of, counts in told.items()} | known
    for (person, wave), record in kept.items():
        usual = days[cohorts[person], wave]
        if record.fixed and record.answered_on and record.answered_on.isoformat() != usual:
            ledger.tell(OTHER_DAY, record.origin, DAY)
    for cohort, waves in _asked(days, book).items():
        for wave in waves:
            days.setdefault((cohort, wave), day_of(cohort, wave, book).isoformat())
    # What was before enrolment is asked with the first wave after it, on the same day.
    for cohort, wave in list(days):
        if wave == BEFORE and (cohort, "T1") in days and (cohort, wave) not in known:
            days[cohort, wave] = days[cohort, "T1"]
    return days


def _asked(days: Mapping[Day, str], book: Codebook) -> dict[str, tuple[str, ...]]:
    """The waves of each cohort that was asked at all, up to the last one."""
    last: dict[str, int] = {}
    for cohort, wave in days:
        last[cohort] = max(last.get(cohort, 0), int(wave[1:]))
    waves = book.with_waves([wave for _, wave in days]).waves
    return {
        cohort: tuple(wave for wave in waves if int(wave[1:]) <= rank)
        for cohort, rank in last.items()
    }


def _benefits(
    kept: Mapping[Asked, Record],
    rows: list[dict[str, str]],
    earlier: Earlier,
    book: Codebook,
    ledger: Ledger,
) -> list[dict[str, str]]:
    """The benefits that each person named at any wave."""
    if "benefits" not in book.tables:
        return []
    informed = {row[PERSON] for row in rows if informs(row, row[WAVE], book)}
    column = next(name for name in book.tables["benefits"].columns if name != PERSON)
    named = set(earlier.benefits)
    for (person, _), record in kept.items():
        if person in informed:
            named |= {(person, code) for code in record.ticked}
        elif record.ticked:
            ledger.tell(BENEFIT_ALONE, record.origin, book.variables[column].label)
    order = list(book.variables[column].table_codes)
    return [
        {PERSON: person, column: code}
        for person, code in sorted(named, key=lambda one: (one[0], order.index(one[1])))
    ]


def _telling(record: Record | None, ledger: Ledger) -> _Tell:
    return _Tell(record, ledger)


@dataclass(frozen=True)
class _Tell:
    """Tells the ledger of a rule that met an answer of a questionnaire; rows without one have no answer."""

    record: Record | None
    ledger: Ledger

    def __call__(self, rule: Rule, variable: Variable) -> None:
        if self.record is not None:
            self.ledger.tell(rule, self.record.origin, variable.label)
