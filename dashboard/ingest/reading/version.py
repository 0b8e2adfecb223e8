"""Which content do the files of a folder have? Known by their bytes, without a cell being read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from dashboard.domain.codebook import Codebook
from dashboard.domain.errors import TableError
from dashboard.ingest.files import BENCHMARKS, BUDGETS, CODEBOOK, COMPANION, FIGURES
from dashboard.ingest.reading.text import file_of_table


def version_of(tables: Iterable[bytes], describing: Iterable[Path]) -> str:
    """Twelve hexadecimal digits that change with any byte of the tables, and of the files that describe them.

    `tables` are the SHA-256 of the tables' files, in the codebook's order. What a category is for, or the outline of a
    region, changes what is shown of the same tables.
    """
    digest = hashlib.sha256(b"".join(tables))
    for path in describing:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def describing_files(codebook: Codebook) -> tuple[str, ...]:
    """The names of the files that describe tables, in the order in which a version has them."""
    outlines = (layer.file for layer in codebook.layers if layer.file)
    return (COMPANION, CODEBOOK, BUDGETS, FIGURES, BENCHMARKS, *outlines)


def described_in(folder: Path, codebook: Codebook) -> list[Path]:
    """Those of them that `folder` has."""
    paths = (folder / name for name in describing_files(codebook))
    return [path for path in paths if path.is_file()]


def version_on_disk(folder: Path, codebook: Codebook) -> str:
    """The version that the tables of `folder` have once they are read; raises TableError where a file is missing."""
    return version_of(table_digests(folder, codebook), described_in(folder, codebook))


def table_digests(folder: Path, codebook: Codebook) -> list[bytes]:
    """The SHA-256 of each table's file, in the codebook's order; raises TableError where one is missing."""
    return [_digest(file_of_table(folder, name)) for name in codebook.tables]


def _digest(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").digest()
    except OSError as error:
        raise TableError(f"{path.name}\u00a0: lecture impossible ({error.strerror}).") from error
