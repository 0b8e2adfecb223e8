"""How is a file or a folder on the disk in full or not at all, whenever the machine stops?"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """`content` in place of what `path` holds: a reader sees the one or the other, also after a power cut.

    What is left of a killed one has a name that is passed over, as that of a file of the system.
    """
    beside = path.with_name(f".{path.name}.partial")
    beside.write_bytes(content)
    flush(beside)
    beside.replace(path)
    flush(path.parent)


def append_line(path: Path, line: str) -> None:
    """One more line in the log `path`; a line that a killed process left unfinished stays alone on its own."""
    with path.open("a+b") as file:
        file.seek(0, os.SEEK_END)
        if file.tell():
            file.seek(-1, os.SEEK_END)
            if file.read(1) != b"\n":
                file.write(b"\n")
        file.write(f"{line}\n".encode())
        file.flush()
        os.fsync(file.fileno())
    flush(path.parent)


def seal(folder: Path) -> None:
    """Puts all that `folder` holds on the disk, and lets it be read and not written any more.

    Whoever may read what is made beside it may: nobody whom the umask shuts out, nor whom the folder around it does.
    """
    allowed = _made_beside(folder) & folder.parent.stat().st_mode
    for path in folder.rglob("*"):
        flush(path)
        path.chmod(allowed & (0o755 if path.is_dir() else 0o444))
    flush(folder)
    folder.chmod(allowed & 0o755)


def _made_beside(folder: Path) -> int:
    """The rights that a folder gets which is made beside `folder`: only making one tells, since access lists count."""
    probe = folder.with_name(f"{folder.name}.rights")
    probe.mkdir()
    try:
        return probe.stat().st_mode
    finally:
        probe.rmdir()


def flush(path: Path) -> None:
    """Puts a file on the disk; of a folder, which files it holds: without it, a name that was changed may come back."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def digest_of(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
