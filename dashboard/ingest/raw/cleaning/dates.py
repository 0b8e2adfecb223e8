"""Which days can a cell not hold?"""

from __future__ import annotations

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
