"""Which rows does the survey have: one for each member of an asked cohort, at each wave that it reached?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.domain.codebook import Codebook, Variable
from dashboard.domain.codebook.book import BEFORE
from dashboard.ingest.checks.cells import PERSON
from dashboard.ingest.raw.answers.benefits import benefits_named
from dashboard.ingest.raw.answers.days import Day, days_asked, waves_asked
from dashboard.ingest.raw.answers.jobs import reconcile
from dashboard.ingest.raw.answers.questionnaires import WAVE, Asked, informs
from dashboard.ingest.raw.cleaning.absent_cells import absence_of
from dashboard.ingest.raw.cleaning.rows import DAY
from dashboard.ingest.raw.ledger import Ledger
from dashboard.ingest.raw.people.earlier import Earlier
from dashboard.ingest.raw.record import ROW, Record
from dashboard.ingest.raw.rule import Rule


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
    days = days_asked(kept, cohorts, earlier, book, ledger)
    asked = waves_asked(days, book)
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
            reconcile(row, book, _Tell(record, ledger))
            rows.append(row)
    benefits = benefits_named(kept, rows, earlier, book, ledger)
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
        kept = book.variables[name].kept_for(wave)
        otherwise = kept[0] if len(kept) == 1 else absence_of(book.variables[name])
        row[name] = said.get(name) or otherwise or ""
    return row


@dataclass(frozen=True)
class _Tell:
    """Tells the ledger of a rule that met an answer of a questionnaire; rows without one have no answer."""

    record: Record | None
    ledger: Ledger

    def __call__(self, rule: Rule, variable: Variable) -> None:
        if self.record is not None:
            self.ledger.tell(rule, self.record.origin, variable.label)
