"""Which code does an answer mean, by the mapping?"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.domain.codebook import Variable
from dashboard.ingest.raw.cleaning.cell import Cell
from dashboard.ingest.raw.mapping.model import ColumnMapping
from dashboard.ingest.raw.rule import Rule
from dashboard.text.folded import folded

CODED = Rule(
    "réponse codée",
    "changed",
    "Chaque réponse devient le code que la correspondance lui donne, sans égard à la casse ni aux accents.",
)
UNKNOWN = Rule(
    "réponse inconnue",
    "refused",
    "La réponse n'est pas dans la correspondance : la ligne est refusée.",
)
RULES = (CODED, UNKNOWN)


def codes_of(column: ColumnMapping, variable: Variable) -> Mapping[str, str]:
    """The code of each answer, folded; the codes of the codebook stand for themselves where no answer is given."""
    answers = column.answers or {code: code for code in variable.table_codes}
    return {folded(text): code for text, code in answers.items()}


def says_what_empty_is(column: ColumnMapping) -> bool:
    """Whether the mapping has an answer for the empty text: an empty cell means its code."""
    return any(not text.strip() for text in column.answers)


def read_answer(text: str, codes: Mapping[str, str]) -> Cell:
    """The code of an answer."""
    code = codes.get(folded(text))
    if code is None:
        return Cell(refused=UNKNOWN)
    return Cell(code, (CODED,) if code != text else ())
