"""What does an empty cell say?"""

from __future__ import annotations

from dashboard.domain.codebook import Absence, Variable
from dashboard.ingest.raw.rule import Rule

ABSENT = Rule(
    "cellule vide",
    "refused",
    "Une cellule vide prend l'absence de sa variable (« inconnu », « sans information », ou « sans objet » pour une "
    "unité hors d'un parcours diplômant) ; là où le dictionnaire n'en a pas, la ligne est refusée.",
)
RULES = (ABSENT,)

_TOLD: tuple[Absence, ...] = ("unknown", "no_information")


def absence_of(variable: Variable) -> str | None:
    """The code of an empty cell of `variable`: empty where it may stay so, None where there is none."""
    if variable.kind == "category":
        codes = [c.code for c in variable.absences if c.absence in _TOLD and not c.derived]
        if codes:
            return codes[0]
    return "" if variable.nullable else None


def not_applicable(variable: Variable) -> str | None:
    """The code of `variable` for a row that it does not concern; None where the codebook has none."""
    codes = (c.code for c in variable.absences if c.absence == "not_applicable" and not c.derived)
    return next(codes, None)


def is_known(variable: Variable, code: str) -> bool:
    """Whether `code` is a number or a category, and no absence."""
    if not code:
        return False
    category = variable.by_code.get(code)
    return category is None or category.absence is None
