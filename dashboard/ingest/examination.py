"""What do the named checks say of a whole study: of what describes it, then of its tables?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dashboard.domain.codebook import Codebook
from dashboard.domain.errors import DashboardError, TableError
from dashboard.ingest.checks.finding import Finding
from dashboard.ingest.checks.report import findings_in
from dashboard.ingest.files import BENCHMARKS, BUDGETS, CODEBOOK, FIGURES
from dashboard.ingest.reading.tables import Examination, examine
from dashboard.ingest.reference.benchmarks import read_benchmarks
from dashboard.ingest.reference.budgets import read_budgets
from dashboard.ingest.reference.codebook import read_codebook
from dashboard.ingest.reference.published_figures import read_figures
from dashboard.ingest.reference.study import file_of, read_study, with_its_codebook


def examine_study(folder: Path, reference: Path) -> Examination:
    """What the checks say of the study in `folder`; `reference` holds what describes tables without a codebook.

    The tables are examined wherever the codebook can be read, since they stand on nothing else: a fault of another file
    is told beside theirs. There are tables in the answer only where nothing failed; its codebook is then whole, with
    budgets, published figures and benchmarks.
    """
    path = file_of(CODEBOOK, folder, reference) or reference / CODEBOOK
    description = _Description(folder)
    book = description.read(CODEBOOK, path, read_codebook)
    if book is None:
        return Examination(tuple(description.findings), refusal=description.refusal())
    for name, read in (
        (BUDGETS, read_budgets),
        (FIGURES, lambda path: read_figures(path, book)),
        (BENCHMARKS, lambda path: read_benchmarks(path, book)),
    ):
        description.read(name, file_of(name, folder, reference), read)
    tables = examine(folder, book)
    if tables.refusal:
        error = with_its_codebook(TableError(tables.refusal), folder, reference)
        description.refusals.append(str(error))
    sound = not description.refusals
    return Examination(
        (*description.findings, *tables.findings),
        read_study(folder, reference) if sound else book,
        tables.tables if sound else None,
        description.refusal(),
    )


class _Description:
    """What has been found in the files that describe a study."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.findings: list[Finding] = []
        self.refusals: list[str] = []

    def refusal(self) -> str:
        """All that is wrong."""
        return "\n".join(self.refusals)

    def read(self, name: str, path: Path | None, read: Callable[[Path], object]) -> Codebook | None:
        """What `read` makes of the file; None where there is none, or where it is refused."""
        if path is None:
            self.findings.append(Finding("reading", name, "pass", "absent"))
            return None
        try:
            made = read(path)
        except DashboardError as error:
            self.findings += findings_in(str(error), "reading", name)
            self.refusals.append(str(error))
            return None
        whose = "de l'étude" if path.is_relative_to(self._folder) else "du tableau de bord"
        self.findings.append(Finding("reading", name, "pass", whose))
        return made if isinstance(made, Codebook) else None
