"""Which small tables follow the codebook, for a test to break one cell of them?"""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from dashboard.domain.codebook import Codebook
from dashboard.ingest.reference.codebook import read_codebook

CODEBOOK = read_codebook(Path("data/codebook.toml"))

HEADER = 2
"""A spreadsheet numbers the first row of data 2."""

Texts = dict[str, pd.DataFrame]
"""The four tables as their files have them: every cell a text, None where it is empty."""

BENEFICIARIES = """
B1 2012-2013 52 F 34 unknown no  no  III
B2 2013-2014 11 M 29 yes     yes no  I
B3 2013-2014 11 F 51 no      no  yes unknown
B4 2014-2015 53 M 40 yes     no  no  II
"""

UNITS = """
B1 2012-2013 NFA001 computing  degree       II             distance
B1 2013-2014 NFA002 computing  degree       II             classroom
B2 2013-2014 CCG101 accounting single_units not_applicable hybrid
B3 2013-2014 NFA001 computing  unknown      unknown        distance
B4 2014-2015 DRA001 other      degree       I              distance
B4 2014-2015 DRA002 other      degree       I              distance
"""

SURVEY = """
B2 T0 2014-09-01 jobseeker      open_ended     executives     industry       full_time      2500
B2 T1 2014-09-01 salaried       fixed_term     executives     industry       full_time      2600
B2 T2 2015-09-01 searching      not_employed   not_employed   not_employed   not_employed   -
B3 T0 2014-09-01 jobseeker      no_information no_information no_information no_information -
B3 T1 2014-09-01 no_information no_information no_information no_information no_information -
B3 T2 2015-09-01 no_information no_information no_information no_information no_information -
B4 T0 2015-09-01 jobseeker      fixed_term     clerical       trade_services part_time      -
B4 T1 2015-09-01 self_employed  self_employed  craftspeople   no_information full_time      -
"""

BENEFITS = """
B2 find_a_job
B4 other
"""


def valid_tables() -> Texts:
    """Four persons: one never asked, one who answered, one who did not, one whose last waves are to come."""
    rows = {
        "beneficiaries": BENEFICIARIES,
        "units": UNITS,
        "survey": SURVEY,
        "benefits": BENEFITS,
    }
    return {
        name: pd.DataFrame(
            [
                [None if cell == "-" else cell for cell in line.split()]
                for line in text.strip().split("\n")
            ],
            columns=list(CODEBOOK.tables[name].columns),
            dtype="object",
        )
        for name, text in rows.items()
    }


def edited(tables: Texts, table: str, row: int, cells: Mapping[str, str | None]) -> Texts:
    """`tables` with some cells of one row changed; `row` as a spreadsheet numbers it."""
    frame = tables[table].copy()
    for column, value in cells.items():
        frame.loc[row - HEADER, column] = value
    return {**tables, table: frame}


def without_row(tables: Texts, table: str, row: int) -> Texts:
    """`tables` with one row taken off."""
    return {**tables, table: tables[table].drop(index=row - HEADER).reset_index(drop=True)}


def with_row(tables: Texts, table: str, text: str) -> Texts:
    """`tables` with one row more, written as above."""
    row = [None if cell == "-" else cell for cell in text.split()]
    frame = tables[table]
    more = pd.DataFrame([row], columns=frame.columns, dtype="object")
    return {**tables, table: pd.concat([frame, more], ignore_index=True)}


def write_csv(folder: Path, tables: Texts, separator: str = ",", encoding: str = "utf-8") -> Path:
    """`tables` as CSV files in `folder`."""
    for name, frame in tables.items():
        frame.to_csv(folder / f"{name}.csv", index=False, sep=separator, encoding=encoding)
    return folder


def write_parquet(folder: Path, tables: Texts, codebook: Codebook = CODEBOOK) -> Path:
    """`tables` as Parquet files in `folder`, their integers as integers."""
    for name, frame in tables.items():
        typed = frame.astype(
            {
                column: "Int64" if codebook.variable(column).kind == "integer" else "str"
                for column in frame.columns
            }
        )
        typed.to_parquet(folder / f"{name}.parquet", index=False)
    return folder


Row = tuple[str | None, ...]


def rows(frame: pd.DataFrame) -> list[Row]:
    """The rows of a table as its file has them: texts, None where a cell is empty."""
    return [
        tuple(None if pd.isna(cell) else str(cell) for cell in row)
        for row in frame.itertuples(index=False)
    ]
