"""Which columns has a table, and can each be called by its name?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.ingest.checks.finding import Finding
from dashboard.ingest.delimited.records import Record
from dashboard.ingest.raw.reading.found import Found
from dashboard.ingest.raw.reading.shape.values import is_blank
from dashboard.ingest.raw.reading.sheet import column_name
from dashboard.text.words import counted

CHECK = "noms de colonnes"


@dataclass(frozen=True, slots=True)
class Columns:
    """The places that are kept, and what was found of the names."""

    kept: tuple[int, ...]
    findings: tuple[Finding, ...]


def columns_of(names: Sequence[str], rows: Sequence[Record], found: Found) -> Columns:
    """Columns without a name, or with one that another has too, are left out where empty, refused where they are not.

    A mapping calls columns by their names: it could not tell which one is meant.
    """
    empty = _empty(len(names), rows)
    named = Counter(name for place, name in enumerate(names) if name and place not in empty)
    kept, findings, left = [], [], 0
    first: dict[str, int] = {}
    for place, name in enumerate(names):
        label = column_name(place)
        # Of columns of one name that are all empty, the first one is kept.
        if place in empty and (not name or named[name] or name in first):
            left += 1
            continue
        kept.append(place)
        if not name:
            message = (
                f"la colonne {label} contient des cellules et n'a pas de nom : donnez-lui un nom."
            )
            findings.append(found.failed(CHECK, message, column=label))
        elif name in first:
            other = column_name(first[name])
            message = f"les colonnes {other} et {label} portent le même nom : donnez-en un autre à l'une d'elles."
            findings.append(found.failed(CHECK, message, column=name))
        else:
            first[name] = place
    if not findings:
        said = f"{counted(left, 'colonne')} sans contenu de côté." if left else ""
        findings.append(found.passed(CHECK, said))
    return Columns(tuple(kept), tuple(findings))


def _empty(width: int, rows: Sequence[Record]) -> set[int]:
    """The columns in which no row has anything."""
    empty = set(range(width))
    for row in rows:
        empty = {place for place in empty if is_blank(row.cells[place])}
        if not empty:
            break
    return empty
