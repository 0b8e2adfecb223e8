"""Is what is sealed read by whom it may be, and written by nobody?"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.durable import seal


@pytest.fixture
def umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.mark.usefixtures("umask")
@pytest.mark.parametrize(
    ("mask", "around", "folder", "file"),
    [
        (0o022, 0o755, 0o755, 0o444),
        (0o027, 0o755, 0o750, 0o440),
        (0o077, 0o755, 0o700, 0o400),
        # The folder of versions was made for a group alone, whose files belong to it.
        (0o022, 0o2770, 0o750, 0o440),
        (0o022, 0o700, 0o700, 0o400),
    ],
)
def test_what_is_sealed_is_read_by_whom_the_umask_and_the_folder_around_it_let(
    tmp_path: Path, mask: int, around: int, folder: int, file: int
) -> None:
    versions = tmp_path / "versions"
    versions.mkdir()
    versions.chmod(around)
    # As `mkdtemp` makes it, with a file as it was copied, whatever its rights were.
    version = versions / "one"
    version.mkdir(0o700)
    inner = version / "geo"
    inner.mkdir()
    for path in (version / "units.csv", inner / "regions.geojson"):
        path.write_text("")
        path.chmod(0o666)
    os.umask(mask)
    seal(version)
    modes = {
        p.relative_to(versions).as_posix(): p.stat().st_mode & 0o777 for p in versions.rglob("*")
    }
    assert modes == {
        "one": folder,
        "one/geo": folder,
        "one/units.csv": file,
        "one/geo/regions.geojson": file,
    }
