"""How do the tables of raw files become the cleaned tables of a study?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dashboard.domain.codebook import Codebook
from dashboard.ingest.raw.answers.days import Day
from dashboard.ingest.raw.answers.questionnaires import KNOWN_OTHERWISE, questionnaires
from dashboard.ingest.raw.answers.survey import surveyed
from dashboard.ingest.raw.cleaning.named_codes import without_names
from dashboard.ingest.raw.cleaning.placeholders import absent_texts
from dashboard.ingest.raw.cleaning.rows import DAY, Reading, read_rows
from dashboard.ingest.raw.ledger import Ledger
from dashboard.ingest.raw.matching import Matched
from dashboard.ingest.raw.people.attributes import DIFFERS_FROM_KNOWN, People
from dashboard.ingest.raw.people.earlier import Earlier
from dashboard.ingest.raw.people.enrolled import enrolled, tell_other_cohorts
from dashboard.ingest.raw.people.lost_zeros import refuse_lost_zeros
from dashboard.ingest.raw.people.shared_identifiers import tell_shared
from dashboard.ingest.raw.pseudonyms import Pseudonyms
from dashboard.ingest.raw.record import Record
from dashboard.ingest.raw.texts import kept_texts

Table = list[dict[str, str]]

AGAINST_KNOWN = (DIFFERS_FROM_KNOWN, KNOWN_OTHERWISE)
"""The rules that keep what was known, where a file says something else."""


@dataclass(frozen=True)
class Imported:
    """The rows of the tables by their names, kept free texts, what became of each raw row, and what was declared.

    `declared` gives how many people each file says to be of each cohort, where one says so. `unanswered` are waves of
    cohorts that were passed without any answer in the files. `contradicting` is how many people of the earlier tables
    the files say something else of than these do.
    """

    tables: Mapping[str, Table]
    texts: Table
    ledger: Ledger
    unanswered: tuple[Day, ...]
    latest_survey: date | None
    contradicting: int = 0


def imported(
    tables: Iterable[Matched], key: str, book: Codebook, latest: date, earlier: Earlier
) -> Imported:
    """The cleaned tables of `tables`, added to what is known from earlier.

    `latest` is the day after which nothing can have happened. Raises ImportingError where two people get one
    pseudonym, or one person would get two for want of zeros.
    """
    ledger = Ledger()
    reading = Reading(book, Pseudonyms(key), ledger, latest, absent_texts(book))
    enrolments: list[Record] = []
    answers: list[Record] = []
    for table in tables:
        records = enrolments if table.mapping.makes == "enrolments" else answers
        records += read_rows(table, reading)
    refuse_lost_zeros(reading.identifiers, reading.pseudonyms, earlier.people)
    personal, owners = [*reading.personal, *reading.identifiers], earlier.owners(book)
    enrolments = without_names(enrolments, personal, owners, ledger)
    answers = without_names(answers, personal, owners, ledger)
    tell_shared([*enrolments, *answers], ledger)
    found = enrolled(enrolments, earlier, book, ledger)
    asked: defaultdict[str, list[Record]] = defaultdict(list)
    for record in answers:
        asked[record.person].append(record)
    people = People(found.records, asked, found.cohorts, book).rows(earlier, ledger)
    beneficiaries: dict[str, Mapping[str, str]] = {**earlier.people, **people}
    cohorts = {person: row["cohort"] for person, row in beneficiaries.items()}
    kept = questionnaires(answers, cohorts, earlier, (book, ledger, latest))
    survey = surveyed(kept, cohorts, earlier, book, ledger)
    tell_other_cohorts([*enrolments, *answers], cohorts, ledger)
    units: dict[tuple[str, ...], Mapping[str, str]] = dict(earlier.units)
    units |= {of: unit for of, unit in found.units.items() if of[0] in people}
    made = {
        "beneficiaries": [dict(beneficiaries[person]) for person in sorted(beneficiaries)],
        "units": [dict(units[of]) for of in sorted(units)],
        "survey": survey.survey,
        "benefits": survey.benefits,
    }
    days = [row[DAY] for row in survey.survey]
    return Imported(
        {name: made[name] for name in book.tables},
        kept_texts([*enrolments, *answers], reading.names, ledger),
        ledger,
        survey.unanswered,
        date.fromisoformat(max(days)) if days else None,
        _contradicting([*enrolments, *answers], ledger),
    )


def _contradicting(records: Iterable[Record], ledger: Ledger) -> int:
    """How many people the ledger tells of that differ from what was known."""
    people = {record.origin: record.person for record in records}
    told = (one for one in [*ledger.decided, *ledger.merged] if one.rule in AGAINST_KNOWN)
    return len({people[one.origin] for one in told})
