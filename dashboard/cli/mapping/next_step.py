"""What is there to do once a proposal is written: with which command is it imported, and without which files?"""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path

from dashboard.ingest.raw.grid import RawFile
from dashboard.ingest.raw.mapping.model import SourceMapping
from dashboard.ingest.raw.matching import reads
from dashboard.text.typography import unbroken
from dashboard.text.words import listed


def next_step(
    sources: Sequence[Path],
    paths: Sequence[Path],
    files: Sequence[RawFile],
    mapping: SourceMapping,
    target: Path,
) -> Iterator[str]:
    """The lines, in French: the command for what `mapping`, written to `target`, describes; what was read in vain.

    `paths` are the files of `sources`, `files` what was read of each. A file of which nothing is described stops
    `import`, which would not know what to make of it.
    """
    left = [
        path for path, file in zip(paths, files, strict=True) if not _is_described(file, mapping)
    ]
    given = [path for path in paths if path not in left] if left else sources
    read = [
        file.file for path, file in zip(paths, files, strict=True) if path in left and file.grids
    ]
    if read:
        names = listed(read)
        yield unbroken(f"Sans {names} : la correspondance n'en décrit aucune table.")
    yield unbroken(
        f"Écrit : {target}. Relisez, confirmez, puis : python -m dashboard import "
        f"{shlex.join(map(str, given))} --mapping {shlex.quote(str(target))} --to DOSSIER"
    )


def _is_described(file: RawFile, mapping: SourceMapping) -> bool:
    return any(reads(table, grid) for table in mapping.tables for grid in file.grids)
