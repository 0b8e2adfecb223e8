"""How old is a person at enrolment, and can that be?"""

from __future__ import annotations

from datetime import date

from dashboard.ingest.raw.rule import Rule

AGE = "age_at_enrolment"
"""The whole number that birth dates give."""

COMPUTED = Rule(
    "âge calculé",
    "changed",
    "L'âge se calcule de la date de naissance, en années révolues au 1er septembre de l'année de la promotion ; "
    "la date n'est pas gardée.",
)
OUT_OF_BOUNDS = Rule(
    "âge hors bornes",
    "refused",
    "L'âge sort des bornes du dictionnaire : la ligne est refusée.",
)
RULES = (COMPUTED, OUT_OF_BOUNDS)


def age_in(birth: date, year: int) -> int:
    """The age, in whole years, on the first of September of `year`."""
    return year - birth.year - ((birth.month, birth.day) > (9, 1))
