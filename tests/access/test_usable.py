"""Is it told that nobody could be let in, before somebody finds out?"""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from dashboard.access.database import FILE
from dashboard.access.kept import Kept
from dashboard.access.usable import hindrance, mounts, remote_kind
from tests.support.doors import kept_in

MOUNTS = """\
22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
40 22 0:35 / /srv/partage rw,relatime shared:20 - nfs4 nas:/partage rw
41 40 0:36 / /srv/partage/local rw - xfs /dev/vdb rw
42 22 0:37 / /srv/deux\\040mots rw - fuse.sshfs nas:/ rw
43 22 0:38 / /srv/win rw - cifs //nas/acces rw
"""


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return kept_in(tmp_path)


def test_a_folder_that_can_be_written_hinders_nobody(kept: Kept) -> None:
    assert hindrance(kept) == ""


def test_a_database_that_is_broken_hinders(kept: Kept, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE) as held:
        held.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    (tmp_path / FILE).write_bytes(b"broken" * 1000)
    assert "Les comptes et les sessions" in hindrance(kept)


def test_a_log_that_cannot_be_written_hinders(kept: Kept, tmp_path: Path) -> None:
    (tmp_path / "audit").rmdir()
    assert "Le journal d'audit" in hindrance(kept)


def test_a_disk_that_is_nearly_full_hinders(kept: Kept) -> None:
    assert "Il ne reste que" in hindrance(kept, least_free_mb=10**9)


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/var/lib/acces", ""),
        ("/srv/partage/acces", "nfs4"),
        ("/srv/partage/local/acces", ""),
        ("/srv/partages", ""),
        ("/srv/deux mots/acces", "fuse.sshfs"),
        ("/srv/win", "cifs"),
    ],
)
def test_a_disk_of_another_machine_is_known_by_its_kind(folder: str, kind: str) -> None:
    assert remote_kind(Path(folder), MOUNTS) == kind


def test_the_disks_of_this_machine_are_told(tmp_path: Path) -> None:
    assert remote_kind(tmp_path, mounts()) == ""
