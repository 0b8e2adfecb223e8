"""Which benefits of the training did each respondent name?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dashboard.domain.codebook import Codebook
from dashboard.ingest.checks.cells import PERSON
from dashboard.ingest.raw.answers.questionnaires import WAVE, Asked, informs
from dashboard.ingest.raw.ledger import Ledger
from dashboard.ingest.raw.people.earlier import Earlier
from dashboard.ingest.raw.record import Record
from dashboard.ingest.raw.rule import Rule

BENEFIT_ALONE = Rule(
    "apport sans autre réponse",
    "blanked",
    "Un apport coché par une personne qui n'a répondu à aucune autre question n'est pas compté.",
)
RULES = (BENEFIT_ALONE,)


def benefits_named(
    kept: Mapping[Asked, Record],
    rows: Iterable[Mapping[str, str]],
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
