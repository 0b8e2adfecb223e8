"""Measures the dashboard beside a plain Dash page over the same figures, in the same run, as a user waits.

`make bench` measures everything at the study's size, and how counting grows with the people; `python -m bench PART` one
part:

- `clicks [PAGE]`: from a click to the first exhibit painted, to the last, until nothing moves; on every page, or on the
  one of that name (`vue-d-ensemble`)
- `loads [PAGE]`: from an empty cache and from a warm one, bytes and requests
- `phone [PAGE]`, `line [PAGE]`: both, of the overview or another page, on a phone's screen with the processor slowed
  four times, and behind a line of 10 Mbit/s with 40 ms
- `server`: loading, counting and answering without a browser
- `policies`: the same answers exact and rounded
- `throughput`: filter changes a second at 20 and at 100 clients
- `renewal [USERS] [SECONDS]`: what users notice of publications while they click, and memory over twenty of them
- `growth [SIZE…]`: counting alone, with tables of so many people, drawn from a model
- `people [SIZE…]`: server and overview with tables of so many people, drawn from a model
- `engines [SIZE…]`: what counts in place of this process, each engine really started (docs/scale.md)
- `hold [PROBE…]`: hostile requests, slow clients, heavy decks, workers that end; leaves with what is not as it should
  be (docs/hold.md)
- `tables SIZE FOLDER`: those tables, written to a folder, for `DASHBOARD_DATA`
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from bench import clicks, engines, growth, loads, people, policies, renewal, server, throughput
from bench.conditions import LINE, PHONE, Conditions
from bench.hold import probes
from dashboard.content.page import OVERVIEW

SIZES = (100_000, 1_000_000, 10_000_000)


def _under(conditions: Conditions) -> Callable[..., None]:
    def measure(page: str = OVERVIEW.name) -> None:
        loads.main(conditions, only=page)
        clicks.main(conditions, only=page)

    return measure


def _people(*sizes: str) -> None:
    for number in map(int, sizes or SIZES):
        with TemporaryDirectory() as made:
            folder = Path(made)
            _tables(str(number), made)
            label = f"{number:,} people"
            server.main(folder, label)
            clicks.main(data=folder, only=OVERVIEW.name, title=label)


def _tables(size: str, folder: str) -> None:
    start = perf_counter()
    people.write(Path(folder), int(size))
    print(f"\nTables of {size} people written in {perf_counter() - start:.0f} s.")


PARTS: Mapping[str, Callable[..., None]] = {
    "clicks": lambda page="": clicks.main(only=page),
    "loads": lambda page="": loads.main(only=page),
    "phone": _under(PHONE),
    "line": _under(LINE),
    "server": server.main,
    "policies": policies.main,
    "throughput": throughput.main,
    "renewal": renewal.main,
    "growth": growth.main,
    "people": _people,
    "engines": engines.main,
    "hold": probes.main,
    "tables": _tables,
}

ALL = ("clicks", "loads", "phone", "line", "server", "throughput", "growth")


def main(part: str = "", *arguments: str) -> None:
    """Measures one part, or all but the largest tables; leaves with the list of parts where there is no such one."""
    if part and part not in PARTS:
        sys.exit(__doc__)
    for name in [part] if part else ALL:
        PARTS[name](*arguments)


if __name__ == "__main__":
    main(*sys.argv[1:])
