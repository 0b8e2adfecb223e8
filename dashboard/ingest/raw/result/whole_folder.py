"""How does a folder come to stand with all of its files, or not at all, whenever the machine stops?"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from dashboard.domain.errors import ImportingError
from dashboard.text.typography import unbroken

LOCK = ".lock"
"""Held while a folder is being written: one that nobody holds was left behind."""


def refuse_used(folder: Path) -> None:
    """Raises ImportingError where `folder` is anything but absent or empty."""
    there = folder.is_symlink() or (folder.exists() and not folder.is_dir())
    if there or (folder.is_dir() and any(folder.iterdir())):
        said = f"{folder} existe déjà et n'est pas un dossier vide : rien n'est écrit. Choisissez un autre dossier."
        raise ImportingError(unbroken(said))


def write_whole(
    folder: Path, files: Mapping[str, bytes], check: Callable[[Path], Mapping[str, bytes]]
) -> None:
    """Writes `files` to `folder`, and what `check` gives once it has read them; raises what `check` raises.

    They are written beside it and take its name at the end. Raises ImportingError where `folder` is in use.
    """
    refuse_used(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    _clear_left_behind(folder)
    with _beside(folder) as room:
        _write(room, files)
        _write(room, check(room))
        (room / LOCK).unlink()
        _sync(room)
        refuse_used(folder)
        room.rename(folder)
    _sync(folder.parent)


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """A hidden folder beside `folder`, locked, which is gone at the end unless it took another name."""
    room = Path(mkdtemp(prefix=f"{_prefix(folder)}", dir=folder.parent))
    try:
        with (room / LOCK).open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            # A folder of `mkdtemp` is its owner's alone; what is published is read by others.
            room.chmod(0o755)
            yield room
    finally:
        shutil.rmtree(room, ignore_errors=True)


def _clear_left_behind(folder: Path) -> None:
    """Removes what an import of `folder` that was killed has left."""
    for left in sorted(folder.parent.glob(f"{_prefix(folder)}*")):
        try:
            with (left / LOCK).open("w") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(left, ignore_errors=True)
        except (BlockingIOError, FileNotFoundError):
            continue


def _prefix(folder: Path) -> str:
    return f".{folder.name}.import-"


def _write(room: Path, files: Mapping[str, bytes]) -> None:
    for name, content in sorted(files.items()):
        with (room / name).open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """The names in `folder` are on the disk too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
