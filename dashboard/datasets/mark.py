"""Has what a folder means changed since it was looked at? A glance, that may be taken every second."""

from __future__ import annotations

import errno
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dashboard.datasets.store import CURRENT, VERSIONS, Store, is_store
from dashboard.domain.edition import is_version

Stamp = tuple[tuple[str, int, int, int], ...]
"""Of files, each with its size, its time and its number: one that takes another's place has another number."""


@dataclass(frozen=True)
class Mark:
    """How `folder` stood at a moment: two are the same unless something was written.

    `version` is the one that a store's pointer names; None of a folder of tables, or where it names none. `of_store`:
    its current version may be replaced; a folder of tables is read once. `fault` is why the folder could not be looked
    at, as the system calls it: nothing else is known then.
    """

    folder: Path
    version: str | None = None
    stamp: Stamp = ()
    of_store: bool = False
    fault: str = ""


def mark_of(folder: Path) -> Mark:
    """How `folder` stands now: of a store its pointer, of a folder of tables the size and the time of each file."""
    try:
        if _is_store(folder):
            pointer = folder / CURRENT
            return Mark(folder, _named(pointer), _stamp(folder, [pointer]), of_store=True)
        return Mark(folder, None, _stamp(folder, folder.iterdir() if folder.is_dir() else []))
    except OSError as error:
        return Mark(folder, fault=errno.errorcode.get(error.errno or 0, type(error).__name__))


def stamp_of_version(folder: Path, version: str | None) -> Stamp:
    """How the files of a version of the store `folder` stand; empty where they are not there or cannot be seen."""
    if version is None:
        return ()
    home = Store(folder).home(version)
    try:
        return _stamp(home, home.rglob("*"))
    except OSError:
        return ()


def _is_store(folder: Path) -> bool:
    """As `is_store`, but that a folder which cannot be looked at is no answer: raises OSError on every Python."""
    try:
        (folder / VERSIONS).stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return is_store(folder)


def _named(pointer: Path) -> str | None:
    try:
        named = pointer.read_text(encoding="utf-8").strip()
    except (FileNotFoundError, UnicodeDecodeError):
        return None
    return named if is_version(named) else None


def _stamp(folder: Path, files: Iterable[Path]) -> Stamp:
    told = []
    for path in sorted(files):
        try:
            stat = path.stat()
        except FileNotFoundError:
            continue
        name = path.relative_to(folder).as_posix()
        told.append((name, stat.st_size, stat.st_mtime_ns, stat.st_ino))
    return tuple(told)
