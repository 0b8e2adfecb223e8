"""Does `make run` serve this machine alone, on whichever port, without asking for a login?"""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HANDED_DOWN = {"MAKEFLAGS", "MFLAGS", "MAKEOVERRIDES", "MAKELEVEL", "PORT"}


@pytest.mark.parametrize(
    ("given", "port"), [([], "8050"), (["PORT=8060"], "8060"), (["PORT="], "8050")]
)
@pytest.mark.parametrize("target", ["run", "dev"])
def test_a_port_of_this_machine_shows_nothing_to_another_one(
    target: str, given: list[str], port: str
) -> None:
    make = shutil.which("make")
    assert make
    # As from a terminal: `make test` hands its own flags and variables to whatever make it starts.
    plain = {k: v for k, v in os.environ.items() if k not in HANDED_DOWN}
    # Only told, not run: nothing is installed and nothing served.
    told = subprocess.run(
        [make, "--dry-run", "--always-make", target, *given],
        cwd=ROOT,
        env=plain,
        check=True,
        capture_output=True,
        text=True,
    )
    last = told.stdout.strip().splitlines()[-1]
    # The variable says to the dashboard that other machines reach it.
    assert "env -u PORT " in last
    assert re.search(rf"(127\.0\.0\.1:| ){port}$", last)
