"""What does one table of a raw file hold, before anything is known of what it means?"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.ingest.checks.finding import Finding


@dataclass(frozen=True, slots=True)
class RawRow:
    """One record below the header: `line` is what a text editor or a sheet shows, `cells` has one text a column.

    `rank` is the row that a spreadsheet shows: in a text file, records with line breaks in their cells are one; 0 where
    nobody says.

    A cell of a text file is as written, with its decimal comma, and its line breaks are one character. Of a sheet, a
    whole number has no decimals ("123"), others a point ("12.5"), a date is ISO ("2015-09-01"), true is "Oui". Nothing
    is "".
    """

    line: int
    cells: tuple[str, ...]
    rank: int = 0


@dataclass(frozen=True, slots=True)
class SetAside:
    """A record that is no row of data: blank, a total, the header once more."""

    line: int
    why: str


@dataclass(frozen=True, slots=True)
class Grid:
    """One table of a file: the texts of its header, its rows, and what was set aside while it was read.

    `sheet` is "" for a text file. No record is lost: those below the header are in `rows` or in `set_aside`; `titles`
    are the texts above it. `groups`, where there are any: of each text of the header, the part that stands over several
    columns ("Identité" of "Identité Nom").
    """

    file: str
    sheet: str
    header: tuple[str, ...]
    rows: tuple[RawRow, ...]
    set_aside: tuple[SetAside, ...] = ()
    titles: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RawFile:
    """What a file gives: its tables, none where it cannot be read, and what its checks found.

    `digest` is the SHA-256 of its bytes, in hexadecimal; "" where they could not be had.
    """

    file: str
    digest: str
    grids: tuple[Grid, ...]
    findings: tuple[Finding, ...]
