"""Which free texts are kept, that a mapping asks for and that name nobody?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from dashboard.ingest.checks.cells import PERSON
from dashboard.ingest.raw.cleaning.personal_values import (
    IN_TEXT,
    looks_personal,
    names_any,
    words_of,
)
from dashboard.ingest.raw.ledger import Ledger
from dashboard.ingest.raw.people.enrolled import YEAR
from dashboard.ingest.raw.personal.known import Names
from dashboard.ingest.raw.record import Record


def kept_texts(records: Sequence[Record], names: Names, ledger: Ledger) -> list[dict[str, str]]:
    """The texts of the rows that are kept, in the order of people; the ledger tells of those that say who wrote them.

    What any row of any file says of a person is looked for in all that the person has written; the `names` of all
    people of these files in all texts.
    """
    personal: defaultdict[str, set[str]] = defaultdict(set)
    for record in records:
        personal[record.person].update(record.personal)
    rows = []
    for record in records:
        if not record.texts or not ledger.is_open(record.origin):
            continue
        words = words_of(personal[record.person])
        for question, text in record.texts.items():
            if looks_personal(text) or names_any(text, words) or names.stand_in(text):
                ledger.tell(IN_TEXT, record.origin, question)
            else:
                rows.append(
                    {
                        PERSON: record.person,
                        "year": _year(record),
                        "question": question,
                        "text": text,
                    }
                )
    return sorted(rows, key=lambda row: tuple(row.values()))


def _year(record: Record) -> str:
    """The academic year of an enrolment; the year of a questionnaire."""
    return record.value(YEAR) or (record.answered_on or date.min).isoformat()[:4]
