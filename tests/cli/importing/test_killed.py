"""Does an import that is killed at any moment leave its folder whole, or nothing?"""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

from tests.ingest.raw.small import KEY
from tests.support.examples import PROFILE
from tests.support.raw_files import write_sources
from tests.support.raw_mappings import write_mappings
from tests.support.raw_people import people

KILLS = {"quick": 2, "full": 3, "soak": 200}[PROFILE]
ROOT = Path(__file__).parents[3]


def test_an_import_that_is_killed_leaves_its_folder_whole_or_nothing(tmp_path: Path) -> None:
    sources = write_sources(tmp_path / "sources", people(30))
    mappings = [part for path in write_mappings(tmp_path) for part in ("--mapping", path)]
    folder = tmp_path / "tables" / "2016"
    command = [sys.executable, "-m", "tests.cli.importing.killed", str(KILLS), "1", "import"]
    told = subprocess.run(
        [*command, *sources, *mappings, "--to", folder],
        cwd=ROOT,
        env={**os.environ, "DASHBOARD_IMPORT_KEY": KEY},
        capture_output=True,
        text=True,
        check=True,
    )
    first, *killed, last = told.stdout.splitlines()
    assert first == "first 0"
    assert last == "last 0 True"
    left = Counter(killed)
    assert left.total() == KILLS
    assert set(left) <= {"nothing", "whole"}, left
    assert [path.name for path in folder.parent.iterdir()] == ["2016"]
