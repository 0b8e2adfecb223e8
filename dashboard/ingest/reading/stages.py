"""How do the tables of a folder pass from stage to stage, and what does each named check say of them?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from dashboard.domain.codebook import Codebook
from dashboard.domain.errors import TableError
from dashboard.ingest.checks.finding import Finding, Place, Stage
from dashboard.ingest.checks.plausible import warnings_of
from dashboard.ingest.checks.report import Fault, finding_of, findings_in, refusal_of
from dashboard.ingest.checks.run import cell_checks, relation_checks
from dashboard.ingest.files import COMPANION
from dashboard.ingest.reading.companion import Companion, read_companion
from dashboard.ingest.reading.text import ShapeError, TextTable, read_text_table
from dashboard.ingest.reading.types import typed
from dashboard.text.numbers import count
from dashboard.text.words import counted

FILES, COLUMNS, ROWS = "fichiers des tables", "colonnes et types", "lignes"


@dataclass
class Results:
    """What has been found so far, stage by stage; `refusal` is what the first stage that fails says of it."""

    findings: list[Finding] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)

    def refusal(self) -> str:
        """Why the tables are refused; empty while they are not."""
        return "\n".join(self.refusals)

    def passed(self, stage: Stage, check: str, said: str = "") -> None:
        """A check that has nothing to say against the tables; `said`: what it has seen."""
        self.findings.append(Finding(stage, check, "pass", said))

    def failed(self, stage: Stage, check: str, errors: Iterable[BaseException]) -> None:
        """What cannot be read; an error that is no fault of the tables is raised."""
        for error in errors:
            if not isinstance(error, TableError):
                raise error
            self.findings += findings_in(str(error), stage, check)
            self.refusals.append(str(error))

    def told(
        self, stage: Stage, checks: Mapping[str, list[Fault]], files: Mapping[str, str]
    ) -> None:
        """The faults of `checks`, or that they are passed."""
        for check, faults in checks.items():
            self.findings += [finding_of(fault, stage, check, files) for fault in faults]
            if not faults:
                self.passed(stage, check)
        refusal = refusal_of([fault for faults in checks.values() for fault in faults], files)
        self.refusals += [refusal] if refusal else []


@dataclass(frozen=True, eq=False)
class Screened:
    """Tables that have passed every stage, typed, with the files that they stand in."""

    frames: dict[str, pd.DataFrame]
    texts: Mapping[str, TextTable]
    companion: Companion | None
    codebook: Codebook


def screened(folder: Path, codebook: Codebook, results: Results) -> Screened | None:
    """The tables of `folder`; None where a stage fails, which stops the next. `results` hears what each check says."""
    companion = _companion(folder, results)
    texts = _read(folder, codebook, results)
    if texts is None or results.refusal():
        return None
    files = {name: text.path.name for name, text in texts.items()}
    cells = {name: text.frame for name, text in texts.items()}
    codebook = codebook.with_waves(cells["survey"]["wave"].cat.categories)
    results.told("cells", cell_checks(cells, files, codebook), files)
    if results.refusal():
        return None
    frames = typed(cells, codebook)
    # Without a companion files are dated by their last change, which a copy may have put back.
    latest = companion.date if companion else datetime.now(UTC).date()
    results.told("relations", relation_checks(frames, files, codebook, latest), files)
    if results.refusal():
        return None
    for check, doubts in warnings_of(frames, files, codebook, latest).items():
        results.findings += doubts
        if not doubts:
            results.passed("relations", check)
    return Screened(frames, texts, companion, codebook)


def _companion(folder: Path, results: Results) -> Companion | None:
    try:
        companion = read_companion(folder)
    except TableError as error:
        results.failed("reading", COMPANION, [error])
        return None
    said = f"tables du {companion.date.isoformat()}" if companion else "absent"
    results.passed("reading", COMPANION, said)
    return companion


def _read(folder: Path, codebook: Codebook, results: Results) -> Mapping[str, TextTable] | None:
    """The tables as text, once their files can be read and have the columns and rows that they must have."""
    # In threads: arrow holds no other up while it reads.
    with ThreadPoolExecutor() as readers:
        reading = {
            name: readers.submit(read_text_table, folder, name, codebook)
            for name in codebook.tables
        }
    errors = [error for file in reading.values() if (error := file.exception()) is not None]
    unreadable = [error for error in errors if not isinstance(error, ShapeError)]
    if unreadable:
        results.failed("reading", FILES, unreadable)
        return None
    results.passed("reading", FILES, counted(len(reading), "fichier"))
    if errors:
        results.failed("shape", COLUMNS, errors)
        return None
    texts = {name: file.result() for name, file in reading.items()}
    columns = sum(len(text.frame.columns) for text in texts.values())
    results.passed("shape", COLUMNS, counted(columns, "colonne", feminine=True))
    _count_rows(texts, results)
    return texts


def _count_rows(texts: Mapping[str, TextTable], results: Results) -> None:
    """Beneficiaries have to be there; another table without a row is told."""
    empty = [text.path.name for text in texts.values() if text.frame.empty]
    beneficiaries = texts["beneficiaries"].path.name
    if beneficiaries in empty:
        error = TableError(f"{beneficiaries}\u00a0: la table n'a aucune ligne.")
        results.failed("shape", ROWS, [error])
        return
    for file in empty:
        results.findings.append(
            Finding("shape", ROWS, "warning", "la table n'a aucune ligne.", Place(file))
        )
    if not empty:
        rows = (f"{text.path.name} {count(len(text.frame))}" for text in texts.values())
        results.passed("shape", ROWS, ", ".join(rows))
