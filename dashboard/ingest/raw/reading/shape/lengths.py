"""Has each record of a text file as many cells as its header?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.ingest.checks.finding import Finding
from dashboard.ingest.delimited.records import Record
from dashboard.ingest.raw.reading.found import Found
from dashboard.ingest.raw.reading.shape.values import is_blank
from dashboard.text.words import counted

CHECK = "cellules par ligne"

TOO_MANY, CUT, ENDED = (
    "plus de cellules que l'en-tête",
    "ligne coupée en deux",
    "dernière ligne incomplète",
)

_MEND = {
    TOO_MANY: "un texte contient sans doute le séparateur : mettez-le entre guillemets.",
    CUT: "un texte contient sans doute un retour à la ligne : supprimez-le ou mettez le texte entre guillemets.",
    ENDED: "le fichier est sans doute coupé ici : demandez-le une seconde fois à qui l'a envoyé.",
}

_TOLD = 20
"""How many lines are told one by one."""


@dataclass(frozen=True, slots=True)
class Evened:
    """The records with as many cells as the header; for those that have not, by their place, why they are set aside."""

    records: tuple[Record, ...]
    refused: dict[int, str]
    findings: tuple[Finding, ...]


def evened(records: Sequence[Record], width: int, found: Found, *, is_ended: bool) -> Evened:
    """Each record with `width` cells: empty ones are added to or taken from its end, and nothing is shifted.

    More cells that hold something mean that a separator stands in a text: the record is refused. So are two that
    follow each other and make one together, of which a line break stands in a text, and a last one that is short in a
    file that has no end of line there (`is_ended` is false). Fewer cells otherwise are those that some programs leave
    out at the end of a line where they are empty: a warning.
    """
    refused = dict.fromkeys(_cut(records, width), CUT)
    refused |= {
        place: TOO_MANY
        for place, record in enumerate(records)
        if len(record.cells) > width and not all(map(is_blank, record.cells[width:]))
    }
    if records and not is_ended and _is_short(records[-1], width):
        refused[len(records) - 1] = ENDED
    findings = [
        _refusal(records[place], why, width, found)
        for place, why in sorted(refused.items())[:_TOLD]
    ]
    short = [r for i, r in enumerate(records) if _is_short(r, width) and i not in refused]
    if short:
        findings.append(
            found.warned(
                CHECK,
                f"{counted(len(short), 'ligne a', 'lignes ont')} moins de {width} cellules : celles qui manquent à la "
                "fin sont lues comme vides ; vérifiez la première.",
                short[0].line,
            )
        )
    padded = tuple(
        r if len(r.cells) == width else Record(r.line, _padded(r.cells, width)) for r in records
    )
    return Evened(padded, refused, tuple(findings) or (found.passed(CHECK),))


def _is_short(record: Record, width: int) -> bool:
    return len(record.cells) < width and not all(map(is_blank, record.cells))


def _cut(records: Sequence[Record], width: int) -> list[int]:
    """The places of two short records that together have as many cells as one, between records that are whole."""
    short = [_is_short(record, width) for record in records]
    places: list[int] = []
    for place in range(len(records) - 1):
        around = short[max(0, place - 1) : place] + short[place + 2 : place + 3]
        both = len(records[place].cells) + len(records[place + 1].cells) - 1
        if short[place] and short[place + 1] and both == width and not any(around):
            places += [place, place + 1]
    return places


def _refusal(record: Record, why: str, width: int, found: Found) -> Finding:
    has = f"{counted(len(record.cells), 'cellule')} au lieu de {width}"
    return found.failed(CHECK, f"{has} : {_MEND[why]}", record.line)


def _padded(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return (*cells[:width], *[""] * (width - len(cells)))
