"""Does an import that is killed at any moment leave its folder whole, or nothing?"""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.ingest.raw.small import KEY
from tests.support.examples import PROFILE
from tests.support.raw_files import write_sources
from tests.support.raw_mappings import write_mappings
from tests.support.raw_people import people

SOAK = PROFILE == "soak"

KILLS = {"quick": 3, "full": 4, "soak": 1000}[PROFILE]
"""At how many of its changes of files an import is killed at the most: at all of them in the soak."""

AT_TIMES = 100
"""How many imports the soak kills at random times as well."""

ROOT = Path(__file__).parents[3]


def left_by_killed(many: int, moment: str, folder: Path) -> Counter[str]:
    """What as many killed imports have left: the one before and the one after them are whole."""
    sources = write_sources(folder / "sources", people(30))
    mappings = [part for path in write_mappings(folder) for part in ("--mapping", path)]
    to = folder / "tables" / "2016"
    command = [sys.executable, "-m", "tests.cli.importing.killed", str(many), "1", moment, "import"]
    told = subprocess.run(
        [*command, *sources, *mappings, "--to", to],
        cwd=ROOT,
        env={**os.environ, "DASHBOARD_IMPORT_KEY": KEY},
        capture_output=True,
        text=True,
        check=True,
    )
    first, *killed, last = told.stdout.splitlines()
    assert first == "first 0"
    assert last == "last 0 True"
    assert [path.name for path in to.parent.iterdir()] == ["2016"]
    return Counter(killed)


def test_an_import_leaves_its_folder_whole_or_nothing_whichever_change_it_is_killed_at(
    tmp_path: Path,
) -> None:
    left = left_by_killed(KILLS, "at-changes", tmp_path)
    # The first change is none of the folder's name, the last one comes after it.
    assert set(left) == {"nothing", "whole"}, left


@pytest.mark.skipif(not SOAK, reason="where a file is half written hangs on the machine")
def test_an_import_leaves_its_folder_whole_or_nothing_whenever_it_is_killed(tmp_path: Path) -> None:
    left = left_by_killed(AT_TIMES, "at-times", tmp_path)
    assert left.total() == AT_TIMES
    assert set(left) <= {"nothing", "whole"}, left
