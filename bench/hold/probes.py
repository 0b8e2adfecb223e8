"""All probes of how the dashboard holds, one after the other, on a dashboard that is served as in production."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.hold import decks, ends, hostile, slow
from bench.hold.processes import Served
from tools.served import served

COUNT = 8000

PROBES: dict[str, Callable[[Served], list[str]]] = {
    "hostile": lambda served: hostile.main(served, COUNT),
    "slow": slow.main,
    "decks": decks.main,
    "ends": ends.main,
}


def main(*names: str) -> None:
    """The probes of these names, or all; leaves with what is not as it should be (docs/hold.md)."""
    faults = []
    for name in names or tuple(PROBES):
        with TemporaryDirectory() as made:
            log = Path(made) / "log.txt"
            with served(log) as address:
                faults += PROBES[name](Served(address, log))
    if faults:
        sys.exit("\n".join(faults))
