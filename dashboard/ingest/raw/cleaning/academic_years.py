"""How is an academic year recognised, however a centre writes it?"""

from __future__ import annotations

import re
from datetime import date

from dashboard.ingest.raw.cleaning.cell import Cell
from dashboard.ingest.raw.rule import Rule

REWRITTEN = Rule(
    "année réécrite",
    "changed",
    "« 2015/16 », « 2015-16 » ou « 2015 / 2016 » s'écrit 2015-2016.",
)
UNREADABLE = Rule(
    "année illisible",
    "refused",
    "L'année universitaire manque, ou n'est pas faite de deux années qui se suivent : la ligne est refusée.",
)
TO_COME = Rule(
    "année à venir",
    "refused",
    "L'année universitaire commence après la date du jour : la ligne est refusée.",
)
RULES = (REWRITTEN, UNREADABLE, TO_COME)

_WRITTEN = re.compile(r"((?:19|20)[0-9]{2}) ?[-/–—_] ?((?:19|20)?[0-9]{2})")
_CENTURY = 100


def read_year(text: str, latest: date) -> Cell:
    """The academic year that `text` writes, which may not begin after `latest`."""
    found = _WRITTEN.fullmatch(text)
    if found is None:
        return Cell(refused=UNREADABLE)
    first, second = int(found[1]), int(found[2])
    expected = first + 1
    if second not in (expected, expected % _CENTURY):
        return Cell(refused=UNREADABLE)
    if date(first, 9, 1) > latest:
        return Cell(refused=TO_COME)
    written = f"{first}-{expected}"
    return Cell(written, (REWRITTEN,) if written != text else ())


def first_year(academic_year: str) -> int:
    """The calendar year in which an academic year begins."""
    return int(academic_year[:4])
