"""Which tables does a folder hold, once they are known to follow the codebook?"""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.domain.codebook import Codebook, Variable
from dashboard.ingest.checks.cells import PERSON
from dashboard.ingest.checks.run import check_cells, check_relations
from dashboard.ingest.reading.companion import read_companion
from dashboard.ingest.reading.text import TextTable, read_text_table
from dashboard.ingest.reading.types import typed
from dashboard.ingest.reading.version import version_of


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


def read_tables(folder: Path, codebook: Codebook) -> Tables:
    """The tables of `folder`, each a `.parquet` or a `.csv`; raises TableError, in French, with all that is wrong.

    Nothing is dropped, coerced or guessed. Cells are checked first, and what links them once every cell is sound, since
    one unknown code would otherwise be reported many times.
    """
    companion = read_companion(folder)
    # In threads: arrow holds no other up while it reads.
    with ThreadPoolExecutor() as readers:
        read = readers.map(lambda name: read_text_table(folder, name, codebook), codebook.tables)
        texts = dict(zip(codebook.tables, read, strict=True))
    files = {name: text.path.name for name, text in texts.items()}
    cells = {name: text.frame for name, text in texts.items()}
    codebook = codebook.with_waves(cells["survey"]["wave"].cat.categories)
    check_cells(cells, files, codebook)
    frames = typed(cells, codebook)
    # Without a companion files are dated by their last change, which a copy may have put back.
    latest = companion.date if companion else datetime.now(UTC).date()
    check_relations(frames, files, codebook, latest)
    frames.setdefault("benefits", frames["beneficiaries"][[PERSON]].iloc[:0])
    return Tables(
        **frames,
        version=version_of(folder, (text.digest for text in texts.values()), codebook),
        dated=companion.date if companion else _latest_change(texts.values()),
        demonstration=companion.demonstration if companion else False,
        label=companion.label if companion else "",
    )


def person_rows(table: pd.DataFrame) -> NDArray[np.int64]:
    """For each row of a table, the row of its person in `beneficiaries`: identifiers are numbered in that order."""
    return table["beneficiary_id"].cat.codes.to_numpy().astype(np.int64)


def _latest_change(texts: Iterable[TextTable]) -> date:
    latest = max(text.path.stat().st_mtime for text in texts)
    return datetime.fromtimestamp(latest, UTC).date()
