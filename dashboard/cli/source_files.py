"""Which files are the source that somebody named: files, and those of folders?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from dashboard.domain.errors import DashboardError
from dashboard.text.typography import unbroken

_OF_OFFICES = "~$"
"""How the name of a file begins that an office program keeps while a workbook is open."""


def files_of(sources: Sequence[Path]) -> list[Path]:
    """The files, each once, those of a folder by name; raises DashboardError where there is none, or no such file."""
    files = list(dict.fromkeys(path for source in sources for path in _files(source)))
    if not files:
        raise DashboardError(unbroken(f"{sources[0]} : aucun fichier dans ce dossier."))
    return files


def _files(source: Path) -> Iterator[Path]:
    if source.is_dir():
        inside = (path for path in sorted(source.iterdir()) if path.is_file())
        yield from (p for p in inside if not p.name.startswith((".", _OF_OFFICES)))
    elif source.is_file():
        yield source
    else:
        raise DashboardError(unbroken(f"{source} : ni un fichier ni un dossier de ce nom."))
