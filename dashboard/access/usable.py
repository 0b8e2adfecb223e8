"""Can the server still write who comes and what leaves, such that it may answer at all?"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from dashboard.access.kept import Kept
from dashboard.text.typography import unbroken

LEAST_FREE_MB = 50
"""Below so much, what is recorded of an hour may not be written any more."""

REMOTE = frozenset(
    {"nfs", "nfs4", "cifs", "smb2", "smb3", "9p", "afs", "ceph", "glusterfs", "lustre"}
)
"""Kinds of disks of another machine: SQLite's shared memory (WAL) and flock do not hold there between machines."""

MOUNTS = Path("/proc/self/mountinfo")

_BYTES = 1_000_000


def hindrance(kept: Kept, least_free_mb: int = LEAST_FREE_MB) -> str:
    """Why nobody could log in or take a file away now, in French; empty where they could."""
    folder = kept.database.path.parent
    fault = kept.database.hindrance()
    if fault:
        return unbroken(f"Les comptes et les sessions ne peuvent pas être écrits ({fault}).")
    if not kept.audit.is_writable:
        return unbroken(
            "Le journal d'audit ne peut pas être écrit : voyez les droits de son dossier."
        )
    free = shutil.disk_usage(folder).free // _BYTES
    if free < least_free_mb:
        return unbroken(f"Il ne reste que {free} Mo sur le disque du dossier des accès.")
    return ""


def remote_kind(folder: Path, mounts: str) -> str:
    """The kind of disk of `folder`, where it is one of another machine or of a program; empty where it is a local one.

    `mounts`: what Linux tells of all disks in `MOUNTS`; where it tells nothing, nothing is known.
    """
    place, kind = "", ""
    for line in mounts.splitlines():
        first, _, second = line.partition(" - ")
        where = first.split(" ")[4].encode().decode("unicode_escape")
        if len(where) >= len(place) and folder.resolve().is_relative_to(where):
            place, kind = where, second.split(" ")[0]
    return kind if kind in REMOTE or kind.startswith("fuse") else ""


def mounts() -> str:
    """What this system tells of its disks; nothing where it does not."""
    return MOUNTS.read_text(encoding="utf-8") if os.access(MOUNTS, os.R_OK) else ""
