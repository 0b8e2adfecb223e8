"""On which day was each cohort asked at each wave?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from dashboard.domain.codebook import Codebook
from dashboard.domain.codebook.book import BEFORE
from dashboard.ingest.raw.answers.questionnaires import Asked
from dashboard.ingest.raw.answers.waves import day_of
from dashboard.ingest.raw.cleaning.rows import DAY
from dashboard.ingest.raw.ledger import Ledger
from dashboard.ingest.raw.people.earlier import Earlier
from dashboard.ingest.raw.record import Record
from dashboard.ingest.raw.rule import Rule

REFERENCE_DAY = Rule(
    "jour de référence",
    "changed",
    "Une date de réponse devient le jour de référence de la vague, le 1er du mois où elle est ouverte, commun à toute "
    "la promotion.",
)
OTHER_DAY = Rule(
    "jours d'enquête différents",
    "decided",
    "Les fichiers donnent plusieurs jours pour une même vague d'une promotion : celui du jeu précédent, sinon le plus "
    "fréquent, décide.",
)
RULES = (REFERENCE_DAY, OTHER_DAY)

Day = tuple[str, str]
"""A cohort and a wave."""

FIRST = "T1"


def days_asked(
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
        told[cohorts[person], wave][_day(record, cohorts[person], wave, book)] += 1
    usual = {of: max(sorted(counts), key=counts.__getitem__) for of, counts in told.items()}
    days = usual | known
    for (person, wave), record in kept.items():
        _tell(record, days[cohorts[person], wave], ledger)
    return _completed(days, known, book)


def _day(record: Record, cohort: str, wave: str, book: Codebook) -> str:
    """The day of a table that has one for all of its rows; else the wave's own, whenever a person has answered."""
    if record.fixed and record.answered_on is not None:
        return record.answered_on.isoformat()
    return day_of(cohort, wave, book).isoformat()


def _tell(record: Record, usual: str, ledger: Ledger) -> None:
    if record.answered_on is not None and record.answered_on.isoformat() != usual:
        ledger.tell(OTHER_DAY if record.fixed else REFERENCE_DAY, record.origin, DAY)


def _completed(days: dict[Day, str], known: Mapping[Day, str], book: Codebook) -> dict[Day, str]:
    """With the waves that a cohort has passed; what was before enrolment is asked with the first one after it."""
    for cohort, waves in waves_asked(days, book).items():
        for wave in waves:
            days.setdefault((cohort, wave), day_of(cohort, wave, book).isoformat())
        if (cohort, BEFORE) in days and (cohort, BEFORE) not in known and FIRST in waves:
            days[cohort, BEFORE] = days[cohort, FIRST]
    return days


def waves_asked(days: Mapping[Day, str], book: Codebook) -> dict[str, tuple[str, ...]]:
    """The waves of each cohort that was asked at all, up to the last one."""
    last: dict[str, int] = {}
    for cohort, wave in days:
        last[cohort] = max(last.get(cohort, 0), int(wave[1:]))
    waves = book.with_waves([wave for _, wave in days]).waves
    return {
        cohort: tuple(wave for wave in waves if int(wave[1:]) <= rank)
        for cohort, rank in last.items()
    }
