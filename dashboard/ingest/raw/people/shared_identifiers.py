"""Which identifiers seem to be of several people, whose rows contradict each other too often?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from dashboard.ingest.raw.ledger import Ledger
from dashboard.ingest.raw.record import Record
from dashboard.ingest.raw.rule import Rule

MANY = 3
"""Of one person, one birth date may be mistyped, and a gender ticked wrongly: not so many different ones, so often."""

GENDER = "gender"

SHARED = Rule(
    "identifiant de plusieurs personnes",
    "decided",
    "Les lignes d'un identifiant ont au moins trois dates de naissance, ou deux genres trois fois chacun : il est sans "
    "doute commun à plusieurs personnes, qui comptent ici pour une. Vérifiez ces lignes.",
)
RULES = (SHARED,)


def tell_shared(records: Iterable[Record], ledger: Ledger) -> None:
    """Tells of every row of an identifier that several people seem to share."""
    rows: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        rows[record.person].append(record)
    for several in rows.values():
        if _is_shared(several):
            for record in several:
                ledger.tell(SHARED, record.origin)


def _is_shared(records: list[Record]) -> bool:
    if len(records) < MANY:
        return False
    births = {birth for record in records for birth in record.births.values()}
    genders = Counter(gender for record in records if (gender := record.value(GENDER)))
    return len(births) >= MANY or sum(times >= MANY for times in genders.values()) > 1
