"""How does the file of a table become columns of text, without a cell being coerced?"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pyarrow as pa

from dashboard.domain.codebook import Codebook, Variable
from dashboard.domain.errors import TableError
from dashboard.ingest.checks.report import cell_in_words, quoted
from dashboard.ingest.reading.csv import from_csv, header
from dashboard.ingest.reading.parquet import from_parquet, type_faults
from dashboard.text.words import listed

SUFFIXES = (".parquet", ".csv")
"""Of which kinds of file a table may be."""


class ShapeError(TableError):
    """A file that can be read has other columns than its table, or columns of other types."""


@dataclass(frozen=True, eq=False)
class TextTable:
    """One table as its file has it: a column of text a variable, in the codebook's order; empty cells are missing."""

    path: Path
    digest: bytes
    frame: pd.DataFrame


def read_text_table(folder: Path, name: str, codebook: Codebook) -> TextTable:
    """The table `name` of `folder`.

    Raises TableError where its file is absent or unreadable, and ShapeError where it has other columns, or other types.
    """
    path = file_of_table(folder, name)
    columns = codebook.tables[name].columns
    content = _content(path)
    if path.suffix == ".csv":
        table = from_csv(path.name, content, columns)
        _check_columns(path.name, table.column_names, columns)
    else:
        variables = [codebook.variable(column) for column in columns]
        few = [v.name for v in variables if v.kind not in ("identifier", "integer")]
        table = from_parquet(path.name, content, few)
        _check_columns(path.name, table.column_names, columns)
        _check_types(path.name, table, variables)
    frame = pd.DataFrame({column: _categorical(table[column]) for column in columns})
    return TextTable(path, hashlib.sha256(content).digest(), frame)


def read_whole_table(folder: Path, name: str) -> TextTable:
    """The table `name` of `folder` with every column of its file, whatever they are; raises TableError as above."""
    path = file_of_table(folder, name)
    content = _content(path)
    is_csv = path.suffix == ".csv"
    columns = (
        header(path.name, content)
        if is_csv
        else tuple(from_parquet(path.name, content).column_names)
    )
    twice = [column for column, times in Counter(columns).items() if times > 1]
    if twice:
        raise TableError(f"{path.name}\u00a0: la colonne {twice[0]} figure plusieurs fois.")
    table = from_csv(path.name, content, columns) if is_csv else from_parquet(path.name, content)
    frame = pd.DataFrame({column: _categorical(table[column]) for column in columns})
    return TextTable(path, hashlib.sha256(content).digest(), frame)


def has_table(folder: Path, name: str) -> bool:
    """Whether `folder` has a file of the table `name`."""
    return any((folder / f"{name}{suffix}").is_file() for suffix in SUFFIXES)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise TableError(f"{path.name}\u00a0: lecture impossible ({error.strerror}).") from error


def file_of_table(folder: Path, name: str) -> Path:
    """The one file of the table `name` in `folder`; raises TableError where there is none, or two."""
    candidates = [folder / f"{name}{suffix}" for suffix in SUFFIXES]
    files = [path for path in candidates if path.is_file()]
    names = [path.name for path in candidates]
    if not files:
        raise TableError(
            f"Aucun fichier {listed(names, 'ou')} dans le dossier {quoted(str(folder))}."
        )
    if len(files) > 1:
        raise TableError(
            f"Deux fichiers pour une même table dans le dossier {quoted(str(folder))}\u00a0: "
            f"gardez {listed(names, 'ou')}."
        )
    return files[0]


def _check_columns(file: str, present: list[str], columns: tuple[str, ...]) -> None:
    missing = [c for c in columns if c not in present]
    unknown = [c for c in present if c not in columns]
    twice = [c for c in columns if present.count(c) > 1]
    faults = [
        *(f"{file}\u00a0: la colonne {c} manque." for c in missing),
        *(f"{file}\u00a0: colonne inconnue, {cell_in_words(c)}." for c in unknown),
        *(f"{file}\u00a0: la colonne {c} figure plusieurs fois." for c in twice),
    ]
    if faults:
        raise ShapeError("\n".join([*faults, f"Colonnes attendues\u00a0: {listed(columns)}."]))


def _check_types(file: str, table: pa.Table, variables: list[Variable]) -> None:
    faults = type_faults(file, table, variables)
    if faults:
        raise ShapeError("\n".join(faults))


def _categorical(column: pa.ChunkedArray) -> pd.Categorical:
    """The texts of `column`, in one dictionary whatever the pieces that arrow read them in."""
    if pa.types.is_dictionary(column.type):
        column = column.unify_dictionaries()
    encoded = column.combine_chunks()
    if not pa.types.is_dictionary(encoded.type):
        encoded = encoded.cast(pa.string()).dictionary_encode()
    elif not _has_each_once(encoded):
        encoded = encoded.dictionary_decode().cast(pa.string()).dictionary_encode()
    return pd.Categorical.from_codes(
        encoded.indices.fill_null(-1).to_numpy(),
        categories=pd.Index(encoded.dictionary, dtype="str"),
    )


def _has_each_once(encoded: pa.DictionaryArray) -> bool:
    """Whether each text of the dictionary stands there once, and in some row: another writer may do otherwise."""
    texts = encoded.dictionary
    distinct = len(texts.unique()) == len(texts) and not texts.null_count
    return distinct and len(encoded.indices.drop_null().unique()) == len(texts)
