"""How does a process end at a moment that does not hang on the machine: before its n-th change of files?

A process that is killed leaves on the disk what it has changed until then. Between two changes nothing else can be left
but a file that is half written: the soak kills at random times as well.
"""

from __future__ import annotations

import os
import signal
import sys
from itertools import pairwise
from pathlib import Path
from random import Random

CHANGING = {"os.rename", "os.mkdir", "os.rmdir", "os.remove", "os.chmod"}

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Changes:
    """Counts what this process changes in `folder` from now on, and kills it before the change numbered `last`.

    To put a file on the disk, which opens it without reading it as a text or as bytes, is one as well.
    """

    def __init__(self, folder: Path, last: int = 0) -> None:
        self._folder, self._last = folder, last
        self.count = 0
        sys.addaudithook(self._noticed)

    def _noticed(self, event: str, told: tuple[object, ...]) -> None:
        if event == "open":
            _, mode, flags = told
            changes = mode is None or (isinstance(flags, int) and bool(flags & WRITING))
        else:
            changes = event in CHANGING
        if not changes or not isinstance(told[0], str | Path):
            return
        if Path(told[0]).is_relative_to(self._folder):
            self.count += 1
            if self.count == self._last:
                os.kill(os.getpid(), signal.SIGKILL)


def moments(many: int, changes: int, draw: Random) -> list[int]:
    """So many numbers of changes: the first, the last, one drawn of each part between; all where they are few."""
    if many >= changes:
        return list(range(1, changes + 1))
    bounds = [1 + (changes - 1) * i // (many - 1) for i in range(many)]
    between = [draw.randint(*part) for part in pairwise(bounds)]
    return [1, *between[1:], changes]
