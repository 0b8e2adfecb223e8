"""Which files of a folder are a dataset: its tables, what describes them, and where they come from?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from dashboard.domain.codebook import Codebook
from dashboard.domain.errors import DatasetError
from dashboard.ingest.files import BENCHMARKS, BUDGETS, CODEBOOK, COMPANION, FIGURES, IMPORT
from dashboard.ingest.reading.text import SUFFIXES
from dashboard.ingest.reading.version import describing_files, table_digests, version_of
from dashboard.ingest.reference.study import file_of
from dashboard.text.typography import unbroken


def contents(folder: Path, reference: Path, codebook: Codebook) -> Iterator[tuple[str, Path]]:
    """Each file by the name that it has in a version.

    Files of `reference` that describe tables without a codebook come along: a version says for good what it shows,
    whatever the dashboard's own files become.
    """
    yield from _present(
        folder, [f"{name}{suffix}" for name in codebook.tables for suffix in SUFFIXES]
    )
    for name in (CODEBOOK, BUDGETS, FIGURES, BENCHMARKS):
        path = file_of(name, folder, reference)
        if path is not None:
            yield name, path
    yield from _present(folder, [COMPANION, IMPORT])
    for layer in codebook.layers:
        if layer.file:
            yield _inside(layer.file), Path(layer.path)


def version_published(folder: Path, reference: Path, codebook: Codebook) -> str:
    """The version that the tables of `folder` would have once published: with all that describes them."""
    copied = dict(contents(folder, reference, codebook))
    describing = [copied[name] for name in describing_files(codebook) if name in copied]
    return version_of(table_digests(folder, codebook), describing)


def _present(folder: Path, names: Iterable[str]) -> Iterator[tuple[str, Path]]:
    return ((name, folder / name) for name in names if (folder / name).is_file())


def _inside(name: str) -> str:
    """The name of an outline file, which a codebook may give with folders; raises DatasetError where it leads out."""
    path = Path(name)
    if path.is_absolute() or ".." in path.parts:
        told = f"Les contours {name} sont hors du dossier : placez-les à côté du dictionnaire pour publier."
        raise DatasetError(unbroken(told))
    return path.as_posix()
