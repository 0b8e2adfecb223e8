"""Which day does a cell write, in the one format that the mapping says?"""

from __future__ import annotations

import re
from datetime import date, datetime

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
    "date de naissance laissée de côté",
    "blanked",
    "Une date de naissance qui n'est pas écrite comme la correspondance le dit est laissée de côté.",
)
NO_BIRTH = Rule(
    "date de naissance illisible",
    "refused",
    "Aucune date de naissance de la personne n'est écrite comme la correspondance le dit (date_format), et rien "
    "d'autre ne donne son âge : ses lignes sont refusées.",
)
RULES = (UNREADABLE, TO_COME, BIRTH_UNREADABLE, NO_BIRTH)

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TIME = re.compile(r"[ T]\d{1,2}[:h]\d{2}(?::\d{2}(?:\.\d+)?)?Z?", re.ASCII)
"""A time of day behind a day, which is no part of it."""


def read_day(text: str, date_format: str) -> date | None:
    """The day of `text`; None where it is not written so. The ISO form, in which sheets give dates, is always read."""
    for written in dict.fromkeys((text, _TIME.sub("", text))):
        try:
            if _ISO.fullmatch(written):
                return date.fromisoformat(written)
            return datetime.strptime(written, date_format).date()  # noqa: DTZ007, a day has no time zone
        except ValueError:
            continue
    return None
