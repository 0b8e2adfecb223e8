"""Which day does a cell write, in the one format that the mapping says?"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from dashboard.ingest.raw.rule import Rule

UNREADABLE = Rule(
    "date illisible",
    "refused",
    "La date manque, ou n'est pas écrite comme la correspondance le dit : la ligne est refusée.",
)
TO_COME = Rule(
    "date à venir",
    "refused",
    "La date est postérieure à la date du jour : la ligne est refusée.",
)
BIRTH_UNREADABLE = Rule(
    "date de naissance illisible",
    "blanked",
    "Une date de naissance qui n'est pas écrite comme la correspondance le dit est laissée de côté.",
)
RULES = (UNREADABLE, TO_COME, BIRTH_UNREADABLE)

_ISO = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)?"
)


def read_date(text: str, date_format: str) -> date | None:
    """The day of `text`; None where it is not written so. The ISO form, in which sheets give dates, is always read."""
    iso = _ISO.fullmatch(text)
    try:
        if iso is not None:
            return date.fromisoformat(iso[1])
        if not date_format:
            return None
        # A day has no time zone: the one that is named here is not looked at.
        return datetime.strptime(text, date_format).replace(tzinfo=UTC).date()
    except ValueError:
        return None
