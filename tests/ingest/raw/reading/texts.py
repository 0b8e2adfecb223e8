"""How is a text read in a test, and what is told of it?"""

from __future__ import annotations

from pathlib import Path

from dashboard.ingest.raw.grid import Grid, RawFile
from dashboard.ingest.raw.reading.limits import Limits
from dashboard.ingest.raw.reading.read import read_file
from tests.support.plain_spaces import plain_spaces

HEADER = "id;nom;ville\n"


def raw_file(folder: Path, content: str | bytes, limits: Limits | None = None) -> RawFile:
    path = folder / "centre.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_file(path, limits or Limits())


def grid_of(folder: Path, content: str | bytes) -> Grid:
    (grid,) = raw_file(folder, content).grids
    return grid


def told(file: RawFile, level: str) -> list[tuple[str, int, str]]:
    """The check, the line and the message of each finding of a level."""
    return [
        (finding.check, finding.place.line, plain_spaces(finding.message))
        for finding in file.findings
        if finding.level == level
    ]
