"""Which processes serve, how much memory do they hold, and what do they say in their log?"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

BOOTED = re.compile(r"Booting worker with pid: (\d+)")
RESIDENT = re.compile(r"^VmRSS:\s+(\d+) kB", re.MULTILINE)
PARENT = re.compile(r"^PPid:\s+(\d+)", re.MULTILINE)
KIB = 1024


@dataclass(frozen=True)
class Served:
    """A dashboard that is served, by its log."""

    address: str
    log: Path

    @property
    def workers(self) -> list[int]:
        """Those that live, the oldest first."""
        started = map(int, BOOTED.findall(self.log.read_text(errors="replace")))
        return [pid for pid in started if _status(pid)]

    @property
    def master(self) -> int:
        """The process that starts workers."""
        return int(PARENT.findall(_status(self.workers[-1]))[0])

    @property
    def megabytes(self) -> int:
        """Resident memory of the workers together, in MiB: what they share is counted in each."""
        return (
            sum(int(kib) for pid in self.workers for kib in RESIDENT.findall(_status(pid))) // KIB
        )

    @property
    def tracebacks(self) -> int:
        """How many errors with their traceback stand in the log."""
        return self.log.read_text(errors="replace").count("Traceback (most recent call last)")


def _status(pid: int) -> str:
    try:
        text = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return ""
    return "" if "State:\tZ" in text else text


def send(pid: int, number: int) -> None:
    """Sends a process the signal of this number."""
    os.kill(pid, number)
