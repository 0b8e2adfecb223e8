"""Of which kind is the variable of a column: what the dashboard's codebook says, or what its texts look like?"""

from __future__ import annotations

import re
from collections.abc import Mapping

from dashboard.cli.new_study.found import Column
from dashboard.cli.new_study.known import known
from dashboard.domain.codebook import Kind

FEW = 12
"""Up to so many distinct whole numbers are codes; more are numbers."""

MOST_CODES = 60
"""A list of more codes than that is of no use to a reader."""

ABSENT: Mapping[str, str] = {
    "unknown": "unknown",
    "no_information": "no_information",
    "not_employed": "not_employed",
    "not_applicable": "not_applicable",
    "inconnu": "unknown",
    "inconnue": "unknown",
    "nsp": "unknown",
    "nr": "unknown",
    "ne sait pas": "unknown",
    "non renseigné": "unknown",
    "non renseignée": "unknown",
}
"""Codes, in small letters, that are no answer, and the absence that each of them is."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def kind_of(column: Column) -> Kind:
    """The kind that a name calls for, whatever stands in the column; else the one that fits every text of it."""
    calls_for: Kind | None = known().variable(column.name).get("kind")
    if calls_for in ("band", "group"):
        # Computed from another column by us, it is written here.
        return "category"
    return calls_for or _looks_like(column)


def _looks_like(column: Column) -> Kind:
    """A number, a list of codes, or else a text that is carried along: days, names, remarks."""
    texts = column.texts
    if column.is_numeric and len(texts) > FEW:
        return "integer"
    each_another = FEW < column.rows == len(texts)
    answers = [text for text in texts if not absence_of(text, column.table)]
    is_text = each_another or len(texts) > MOST_CODES or all(map(_DAY.fullmatch, answers))
    return "category" if answers and not is_text else "identifier"


def absence_of(code: str, table: str) -> str:
    """The absence that a code of `table` stands for; empty for an answer.

    In the survey absences have the very codes that the dashboard counts by.
    """
    if table == "survey":
        return code if code in ABSENT.values() else ""
    return ABSENT.get(code.lower(), "")
