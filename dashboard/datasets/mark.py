"""Has what a folder means changed since it was looked at? A glance, that may be taken every second."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dashboard.datasets.store import CURRENT, is_store
from dashboard.domain.edition import is_version

Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class Mark:
    """How `folder` stood at a moment: two are the same unless something was written.

    `version` is the one that a store's pointer names; None of a folder of tables, or where it names none.
    """

    folder: Path
    version: str | None
    stamp: Stamp

    @property
    def of_store(self) -> bool:
        """Whether it is of a store, whose current version may be replaced; a folder of tables is read once."""
        return is_store(self.folder)


def mark_of(folder: Path) -> Mark:
    """How `folder` stands now: of a store its pointer, of a folder of tables the size and the time of each file."""
    if is_store(folder):
        return Mark(folder, _named(folder / CURRENT), _stamp([folder / CURRENT]))
    return Mark(folder, None, _stamp(sorted(folder.iterdir()) if folder.is_dir() else []))


def _named(pointer: Path) -> str | None:
    try:
        named = pointer.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return named if is_version(named) else None


def _stamp(files: list[Path]) -> Stamp:
    told = []
    for path in files:
        try:
            stat = path.stat()
        except OSError:
            continue
        # A file that takes the place of another has another number, whatever its time.
        told.append((path.name, stat.st_mtime_ns, stat.st_ino))
    return tuple(told)
