"""Which grid do the records of a text file, or of a sheet, make?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.ingest.checks.finding import Finding
from dashboard.ingest.delimited.records import Record
from dashboard.ingest.raw.grid import Grid, RawRow, SetAside
from dashboard.ingest.raw.reading.found import Found
from dashboard.ingest.raw.reading.shape import set_aside
from dashboard.ingest.raw.reading.shape.columns import columns_of
from dashboard.ingest.raw.reading.shape.header import Header, header_of
from dashboard.ingest.raw.reading.shape.lengths import evened
from dashboard.ingest.raw.reading.shape.values import is_blank
from dashboard.ingest.raw.reading.sheet import Merge
from dashboard.text.words import counted

HEADER, TITLES = "en-tête", "titres"

_INTRODUCTION = 10
"""So many lines above a header are titles; more may be another table."""

_PAIR, _NEARLY = 2, 0.7
"""What a title is filled to at most: a word and its value, or so much of the header."""

_REPORTED = {
    set_aside.BLANK: ("lignes vides", "ligne vide", "lignes vides"),
    set_aside.TOTAL: ("lignes de total", "ligne de total", "lignes de total"),
    set_aside.HEADER: ("en-têtes répétés", "en-tête répété", "en-têtes répétés"),
    set_aside.NOTE: ("notes", "note sous le tableau", "notes sous le tableau"),
}
"""What is set aside: the name of its check, and how one and several are called."""


@dataclass(frozen=True, slots=True)
class Table:
    """A grid, None where there is nothing, and what the checks of its shape found."""

    grid: Grid | None
    findings: tuple[Finding, ...]


def table_of(
    records: Sequence[Record], merges: Sequence[Merge], found: Found, *, is_ended: bool = True
) -> Table:
    """The grid of `records`: below its header, each is a row or set aside, and none is lost.

    `is_ended` is false where the last record has no end of line: it may be cut.
    """
    header = header_of(records, merges)
    if header is None:
        return Table(None, (found.passed(HEADER, "rien n'y est écrit."),))
    # What stands in the header's own record may be longer than its names, where these are joined.
    width = len(header.names)
    below = evened(records[header.last + 1 :], width, found, is_ended=is_ended)
    first = Record(records[header.last].line, header.names)
    aside = below.refused | set_aside.reasons(below.records, first)
    kept = [(p, record) for p, record in enumerate(below.records) if p not in aside]
    rows = [record for _, record in kept]
    columns = columns_of(header.names, rows, found)
    whole = len(columns.kept) == width
    grid = Grid(
        file=found.place.file,
        sheet=found.place.sheet,
        header=tuple(header.names[place] for place in columns.kept),
        rows=tuple(
            RawRow(
                row.line,
                row.cells if whole else tuple(row.cells[i] for i in columns.kept),
                header.last + 2 + place,
            )
            for place, row in kept
        ),
        set_aside=tuple(
            SetAside(below.records[place].line, why) for place, why in sorted(aside.items())
        ),
        groups=tuple(header.groups[place] for place in columns.kept),
        titles=tuple(
            cell.strip()
            for record in records[: header.first]
            for cell in record.cells
            if not is_blank(cell)
        ),
    )
    return Table(
        grid,
        (
            *_of_header(header, records, grid, found),
            *columns.findings,
            *below.findings,
            *_of_set_aside(grid, found),
        ),
    )


def _of_header(
    header: Header, records: Sequence[Record], grid: Grid, found: Found
) -> list[Finding]:
    first, last = records[header.first].line, records[header.last].line
    findings = []
    if not header.is_sure:
        findings.append(
            found.warned(
                HEADER,
                "la ligne prise pour l'en-tête ressemble à des données : si les noms des colonnes manquent, "
                "ajoutez-les au-dessus.",
                first,
            )
        )
    if header.last > header.first:
        findings.append(
            found.warned(
                HEADER,
                f"l'en-tête occupe les lignes {first} à {last}, dont les textes sont réunis : vérifiez les noms.",
                first,
            )
        )
    if not grid.rows:
        findings.append(found.warned(HEADER, "aucune ligne sous l'en-tête.", last))
    if len(grid.header) == 1:
        findings.append(
            found.warned(HEADER, "une seule colonne : vérifiez que c'est bien un tableau.", first)
        )
    return [
        *(findings or [found.passed(HEADER, f"ligne {first}")]),
        _of_titles(header, records, found),
    ]


def _of_titles(header: Header, records: Sequence[Record], found: Found) -> Finding:
    """What stands above the header: titles, unless there are more than an introduction has, or one looks like a row."""
    filled = {r.line: sum(1 for c in r.cells if not is_blank(c)) for r in records[: header.first]}
    above = [line for line, cells in filled.items() if cells]
    if not above:
        return found.passed(TITLES)
    message = (
        f"{counted(len(above), 'ligne')} au-dessus de l'en-tête, à ne pas lire comme des données."
    )
    named = sum(1 for name in header.names if name)
    full = [line for line in above if filled[line] > max(_PAIR, _NEARLY * named)]
    if full:
        fault = "une ligne au-dessus de l'en-tête est aussi remplie que lui : placez l'en-tête au-dessus des données."
        return found.failed(TITLES, fault, full[0])
    if len(above) > _INTRODUCTION:
        return found.warned(TITLES, message, above[0])
    return found.passed(TITLES, message)


def _of_set_aside(grid: Grid, found: Found) -> list[Finding]:
    findings = []
    last = grid.rows[-1].line if grid.rows else 0
    for why, (check, one, several) in _REPORTED.items():
        lines = [record.line for record in grid.set_aside if record.why == why]
        message = f"mis de côté : {counted(len(lines), one, several)}."
        if not lines:
            findings.append(found.passed(check))
        elif why == set_aside.BLANK and lines[0] > last:
            # Spreadsheets leave them below a table: nothing to look at.
            findings.append(found.passed(check, message))
        else:
            findings.append(found.warned(check, message, lines[0]))
    return findings
