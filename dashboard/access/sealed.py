"""How does a line of the log stand in its file: sealed by the one before, whole, and found again from the end?"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

FIRST = "0" * 64
"""What the first line of all has in place of the seal of the one before."""

BLOCK = 1 << 16
"""Bytes that are read at once from a file's end."""

Entry = dict[str, object]


def seal_of(entry: Mapping[str, object]) -> str:
    """The SHA-256 of all that a line says, the seal of the one before among it."""
    said = {name: value for name, value in entry.items() if name != "sceau"}
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def entry_in(line: bytes) -> Entry | None:
    """What a line says; None for one that is no entry."""
    try:
        told = json.loads(line)
    except ValueError:
        return None
    return told if isinstance(told, dict) else None


def numbered(file: BinaryIO, size: int) -> Iterator[tuple[int, Entry | None]]:
    """The lines in the first `size` bytes of a file, with their numbers; None for one that is no entry."""
    read = 0
    for number, line in enumerate(file, start=1):
        read += len(line)
        if read > size:
            return
        yield number, entry_in(line)


def from_end(path: Path) -> Iterator[Entry]:
    """The entries of a file, last first: what stands before those that are asked for is not read.

    What a killed process left unfinished is left out.
    """
    with path.open("rb") as file:
        start, rest = file.seek(0, os.SEEK_END), b""
        while start:
            end, start = start, max(0, start - BLOCK)
            file.seek(start)
            rest, *lines = (file.read(end - start) + rest).split(b"\n")
            yield from filter(None, map(entry_in, reversed(lines)))
        if told := entry_in(rest):
            yield told


def append(path: Path, line: bytes) -> int:
    """Adds `line`, which is on the disk when this returns, and tells how long the file was before.

    Whole or not at all: where the disk is full the file is as it was, and OSError is raised. A line that a killed
    process left unfinished stays alone on its own.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        size = os.fstat(descriptor).st_size
        unfinished = size and os.pread(descriptor, 1, size - 1) != b"\n"
        try:
            _write(descriptor, (b"\n" if unfinished else b"") + line + b"\n")
            os.fsync(descriptor)
        except OSError:
            # Where even that fails, the next line begins on its own.
            with suppress(OSError):
                os.ftruncate(descriptor, size)
            raise
    finally:
        os.close(descriptor)
    return size


def _write(descriptor: int, content: bytes) -> None:
    """All of it: a disk that is nearly full takes a part at first, and says so at the next one."""
    while content:
        content = content[os.write(descriptor, content) :]
