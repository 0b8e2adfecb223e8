"""Which whole number does a cell write?"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from dashboard.domain.codebook import Variable
from dashboard.ingest.raw.cleaning.ages import AGE
from dashboard.ingest.raw.cleaning.ages import OUT_OF_BOUNDS as AGE_OUT_OF_BOUNDS
from dashboard.ingest.raw.cleaning.cell import Cell
from dashboard.ingest.raw.rule import Rule
from dashboard.text.folded import folded

REWRITTEN = Rule(
    "nombre réécrit",
    "changed",
    "Un nombre s'écrit sans espace, sans unité et sans décimale : « 1 550,00 € » devient 1550 ; une moitié s'arrondit "
    "vers le haut.",
)
UNREADABLE = Rule(
    "nombre illisible",
    "blanked",
    "Ce qui n'est pas un nombre est vidé là où le dictionnaire permet une cellule vide.",
)
OUT_OF_BOUNDS = Rule(
    "nombre hors bornes",
    "blanked",
    "Un nombre hors des bornes du dictionnaire est vidé là où le dictionnaire permet une cellule vide.",
)
REFUSED = Rule(
    "nombre refusé",
    "refused",
    "Un nombre illisible ou hors des bornes, là où le dictionnaire n'admet pas de cellule vide : la ligne est refusée.",
)
NONE_WRITTEN = Rule(
    "absence de nombre",
    "changed",
    "« N/A », « Sans objet », « NSP » ou un tiret, dans une colonne de nombres, valent une cellule vide.",
)
RULES = (REWRITTEN, NONE_WRITTEN, UNREADABLE, OUT_OF_BOUNDS, REFUSED)

_WRITTEN = re.compile(
    r"(-?[0-9]{1,3}(?: [0-9]{3})+|-?[0-9]{1,15})([.,][0-9]{1,6})?(?: ?(?:€|euros?|eur|ans?))?",
    re.IGNORECASE,
)

_NONE = re.compile(
    r"n\W?a|n\W?d|n\W?c|n\W?r|n\W?s\W?p|nan|null|none|neant|vide|aucune?|-+|/+|\?+|inconnue?|"
    r"sans (?:objet|reponse)|non (?:concernee?|renseignee?|communiquee?|applicable|disponible|reponse)|"
    r"ne (?:sait|se prononce) pas|pas de reponse|not applicable|s\W?o"
)
"""How people and programs write that there is no number, folded."""


def read_number(text: str, variable: Variable) -> Cell:
    """The whole number that `text` writes, within the bounds of `variable`; nothing where it says there is none."""
    if _NONE.fullmatch(folded(text).strip("()[]. ")):
        return Cell(rules=(NONE_WRITTEN,))
    number = _number(text)
    low, high = variable.minimum or 0, variable.maximum or 0
    if number is not None and low <= number <= high:
        written = str(number)
        return Cell(written, (REWRITTEN,) if written != text else ())
    if variable.name == AGE and number is not None:
        return Cell(refused=AGE_OUT_OF_BOUNDS)
    if not variable.nullable:
        return Cell(refused=REFUSED)
    return Cell(rules=(UNREADABLE if number is None else OUT_OF_BOUNDS,))


def _number(text: str) -> int | None:
    found = _WRITTEN.fullmatch(text)
    if found is None:
        return None
    decimals = (found[2] or "").replace(",", ".")
    exact = Decimal(found[1].replace(" ", "") + decimals)
    return int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP))
