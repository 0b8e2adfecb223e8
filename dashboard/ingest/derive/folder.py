"""Which analysis tables does a folder of tables hold?"""

from __future__ import annotations

from pathlib import Path

from dashboard.domain.errors import TableError
from dashboard.ingest.derive.analysis import AnalysisTables, analysis_tables
from dashboard.ingest.reading.tables import read_tables
from dashboard.ingest.reference.study import read_study, with_its_codebook


def analysis_tables_in(folder: Path, reference: Path, secret: str | None = None) -> AnalysisTables:
    """Those of the study in `folder`; raises TableError, CodebookError or PublishedFiguresError, in French.

    `reference` is the folder of the codebook for tables that come without one. `secret`: of people's keys.
    """
    book = read_study(folder, reference)
    try:
        tables = read_tables(folder, book)
    except TableError as error:
        raise with_its_codebook(error, folder, reference) from error
    return analysis_tables(tables, book, secret)
