"""How does a folder come to stand with all of its files, or not at all, whenever the machine stops?"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from dashboard.domain.errors import ImportingError
from dashboard.durable import flush
from dashboard.text.typography import unbroken

FOLDER, FILE = 0o750, 0o640
"""The tables tell of persons: they are their owner's to write, their group's to read, and the umask may take more."""


def refuse_used(folder: Path) -> None:
    """Raises ImportingError where `folder` is anything but absent or empty."""
    taken = folder.is_symlink() or (folder.exists() and not folder.is_dir())
    if taken or (folder.is_dir() and any(folder.iterdir())):
        said = f"{folder} existe déjà et n'est pas un dossier vide : rien n'est écrit. Choisissez un autre dossier."
        raise ImportingError(unbroken(said))


def write_whole(
    folder: Path, files: Mapping[str, bytes], check: Callable[[Path], Mapping[str, bytes]]
) -> None:
    """Writes `files` to `folder`, and what `check` gives once it has read them; raises what `check` raises.

    They are written beside it, and take its name at the end. Raises ImportingError where `folder` is in use.
    """
    refuse_used(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with _alone(folder.parent), _beside(folder) as room:
        _write(room, files)
        _write(room, check(room))
        flush(room)
        refuse_used(folder)
        room.rename(folder)
        flush(folder.parent)


@contextmanager
def _alone(parent: Path) -> Iterator[None]:
    """No other import writes beside the folders of `parent` meanwhile; the system ends that with the process."""
    handle = os.open(parent, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """A hidden folder beside `folder`, gone at the end unless it took that name; what a killed import left goes too."""
    prefix = f".{folder.name}.import-"
    for left in sorted(folder.parent.glob(f"{prefix}*")):
        shutil.rmtree(left, ignore_errors=True)
    room = folder.with_name(f"{prefix}{os.getpid()}")
    room.mkdir(mode=FOLDER)
    try:
        yield room
    finally:
        shutil.rmtree(room, ignore_errors=True)


def _write(room: Path, files: Mapping[str, bytes]) -> None:
    for name, content in sorted(files.items()):
        path = room / name
        path.parent.mkdir(mode=FOLDER, parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE), "wb") as file:
            file.write(content)
        flush(path)
