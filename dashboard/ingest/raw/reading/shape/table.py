"""Which grid do the records of a text file, or of a sheet, make?"""

from __future__ import annotations

from collections import Counter
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
from dashboard.ingest.raw.reading.sheet import Merge
from dashboard.text.words import counted

HEADER = "en-tête"

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


def table_of(records: Sequence[Record], merges: Sequence[Merge], found: Found) -> Table:
    """The grid of `records`: below its header, each is a row or set aside, and none is lost."""
    header = header_of(records, merges)
    if header is None:
        return Table(None, (found.warned(HEADER, "rien n'y est écrit : rien n'est lu."),))
    # What stands in the header's own record may be longer than its names, where these are joined.
    width = len(header.names)
    below = evened(records[header.last + 1 :], width, found)
    first = Record(records[header.last].line, header.names)
    aside = below.refused | set_aside.reasons(below.records, first)
    rows = [record for place, record in enumerate(below.records) if place not in aside]
    columns = columns_of(header.names, rows, found)
    grid = Grid(
        file=found.place.file,
        sheet=found.place.sheet,
        header=tuple(header.names[place] for place in columns.kept),
        rows=tuple(
            RawRow(row.line, tuple(row.cells[place] for place in columns.kept)) for row in rows
        ),
        set_aside=tuple(
            SetAside(below.records[place].line, why) for place, why in sorted(aside.items())
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
    return findings or [found.passed(HEADER, f"ligne {first}")]


def _of_set_aside(grid: Grid, found: Found) -> list[Finding]:
    times = Counter(record.why for record in grid.set_aside)
    findings = []
    for why, (check, one, several) in _REPORTED.items():
        if not times[why]:
            findings.append(found.passed(check))
            continue
        first = next(record.line for record in grid.set_aside if record.why == why)
        message = f"{counted(times[why], one, several)}, de côté."
        findings.append(found.warned(check, message, first))
    return findings
