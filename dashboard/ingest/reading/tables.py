"""Which tables does a folder hold, once they are known to follow the codebook?"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.domain.codebook import Codebook, Variable
from dashboard.domain.errors import TableError
from dashboard.ingest.checks.cells import PERSON
from dashboard.ingest.checks.finding import Finding, Level
from dashboard.ingest.reading.stages import Results, Screened, screened
from dashboard.ingest.reading.text import TextTable
from dashboard.ingest.reading.version import described_in, version_of

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class Tables:
    """The four cleaned tables, checked, with columns in the codebook's order.

    `benefits` has no row and no column of its own where the study has no such table.

    Codes, years, dates and identifiers are categoricals. `beneficiary_id` has the same categories in the four tables:
    the identifiers in the order of `beneficiaries`, so that its code is the row of the person. `version` is a digest of
    the files, `dated` the day they stand for, `label` what is stamped on everything made from them.
    """

    beneficiaries: pd.DataFrame
    units: pd.DataFrame
    survey: pd.DataFrame
    benefits: pd.DataFrame
    version: str
    dated: date
    demonstration: bool
    label: str

    def of(self, variable: Variable) -> pd.DataFrame:
        """The table that holds a variable."""
        frame: pd.DataFrame = getattr(self, variable.table)
        return frame


@dataclass(frozen=True, eq=False)
class Examination:
    """What each named check found, in the order of the stages; the tables where none failed.

    `refusal` is why there are none, in French: all that is wrong at the first stage that failed. `codebook` is the one
    that they were read by.
    """

    findings: tuple[Finding, ...]
    codebook: Codebook | None = None
    tables: Tables | None = None
    refusal: str = ""

    def at(self, level: Level) -> tuple[Finding, ...]:
        """The findings of one level."""
        return tuple(finding for finding in self.findings if finding.level == level)


def examine(folder: Path, codebook: Codebook) -> Examination:
    """What the checks say of the tables of `folder`, each a `.parquet` or a `.csv`.

    Nothing is dropped, coerced or guessed. A stage that fails stops the next, since one unknown code would otherwise be
    reported many times.
    """
    results = Results()
    found = screened(folder, codebook, results)
    tables = None if found is None else _tables(folder, found)
    return Examination(tuple(results.findings), codebook, tables, results.refusal())


def read_tables(folder: Path, codebook: Codebook) -> Tables:
    """The tables of `folder`; raises TableError, in French, with all that is wrong at the stage that they fail.

    What is doubtful is written in the log.
    """
    examination = examine(folder, codebook)
    if examination.tables is None:
        raise TableError(examination.refusal)
    for finding in examination.at("warning"):
        _LOG.warning("%s", finding.named)
    return examination.tables


def _tables(folder: Path, found: Screened) -> Tables:
    frames, companion, texts = found.frames, found.companion, found.texts.values()
    frames.setdefault("benefits", frames["beneficiaries"][[PERSON]].iloc[:0])
    return Tables(
        **frames,
        version=version_of((text.digest for text in texts), described_in(folder, found.codebook)),
        dated=companion.date if companion else _latest_change(texts),
        demonstration=companion.demonstration if companion else False,
        label=companion.label if companion else "",
    )


def person_rows(table: pd.DataFrame) -> NDArray[np.int64]:
    """For each row of a table, the row of its person in `beneficiaries`: identifiers are numbered in that order."""
    return table["beneficiary_id"].cat.codes.to_numpy().astype(np.int64)


def _latest_change(texts: Iterable[TextTable]) -> date:
    latest = max(text.path.stat().st_mtime for text in texts)
    return datetime.fromtimestamp(latest, UTC).date()
