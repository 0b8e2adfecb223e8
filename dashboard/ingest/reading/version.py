"""Which content do the files of a folder have? Known by their bytes, without a cell being read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from dashboard.domain.codebook import Codebook
from dashboard.domain.errors import TableError
from dashboard.ingest.files import BENCHMARKS, BUDGETS, CODEBOOK, COMPANION, FIGURES
from dashboard.ingest.reading.text import file_of_table


def version_of(folder: Path, tables: Iterable[bytes], codebook: Codebook) -> str:
    """Twelve hexadecimal digits that change with any byte of the folder's files, of those that describe the tables too.

    `tables` are the SHA-256 of the tables' files, in the codebook's order. What a category is for, or the outline of a
    region, changes what is shown of the same tables.
    """
    digest = hashlib.sha256(b"".join(tables))
    outlines = (layer.file for layer in codebook.layers if layer.file)
    for name in (COMPANION, CODEBOOK, BUDGETS, FIGURES, BENCHMARKS, *outlines):
        if (folder / name).is_file():
            digest.update((folder / name).read_bytes())
    return digest.hexdigest()[:12]


def version_on_disk(folder: Path, codebook: Codebook) -> str:
    """The version that the tables of `folder` have once they are read; raises TableError where a file is missing."""
    tables = [_digest(file_of_table(folder, name)) for name in codebook.tables]
    return version_of(folder, tables, codebook)


def _digest(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").digest()
    except OSError as error:
        raise TableError(f"{path.name}\u00a0: lecture impossible ({error.strerror}).") from error
