"""What do the tests of `import` have it read, and what does it write?"""

from __future__ import annotations

from pathlib import Path

from dashboard.disclosure.policy import INTERNAL
from dashboard.opening import open_publication
from dashboard.publication import Publication
from tests.cli.ran import Ran, ran
from tests.support.demonstration import FOLDER
from tests.support.raw_files import write_sources
from tests.support.raw_mappings import write_mappings
from tests.support.raw_people import Person

MANY = 50


class Pile:
    """A folder of raw files and mappings, and what is imported beside it."""

    def __init__(self, folder: Path, known: list[Person]) -> None:
        self.folder, self.known = folder, known
        self.sources = write_sources(folder / "sources", known)
        self.mappings = write_mappings(folder)

    def imported(self, to: str, *more: str | Path, sources: list[Path] | None = None) -> Ran:
        given = [part for path in self.mappings for part in ("--mapping", path)]
        return ran("import", *(sources or self.sources), *given, "--to", self.folder / to, *more)

    def files(self, of: str) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in (self.folder / of).iterdir()}

    def opened(self, of: str) -> Publication:
        return open_publication(self.folder / of, FOLDER.parent, INTERNAL)
