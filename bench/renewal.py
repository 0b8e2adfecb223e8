"""What do fifty users notice of three publications and a broken one, and does memory stay what it was?"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from urllib.parse import urlsplit

from bench.editions import expected, publish, show_a_broken_version, write_tables
from bench.report import heading_alone, tell
from bench.selections import searches
from bench.users import Seen, User
from dashboard.datasets.store import Store
from tools.entered import Entry, entered

USERS, SECONDS = 50, 60.0
ASKED = 30
PAGES = ("/", "/apports")
LEFT_OUT = (60, 40, 20, 0)
"""How many people each version leaves out: every figure of one is another in the next."""

AFTER_S = 6.0
"""How long after a publication a wait is counted as one during it."""

REPLACED = 20

PUBLISHED = "publication"


def main(users: str = str(USERS), seconds: str = str(SECONDS)) -> None:
    """Prints what so many users waited for and saw in so many seconds, then the memory over twenty publications."""
    questions = [(page, search) for page in PAGES for search in ("", *searches(ASKED))]
    with TemporaryDirectory() as made:
        home = Path(made)
        folders = [write_tables(home / str(n), n) for n in LEFT_OUT]
        known = expected(folders, home / "alone", questions)
        store = Store(home / "store")
        publish(store, folders[0])
        with entered(home / "log.txt", data=store.folder) as (address, entry):
            seen = Seen()
            clients = [User(address, entry, questions, known, seen, n) for n in range(int(users))]
            done = _used(clients, float(seconds), _timeline(store, folders, float(seconds)))
            _report(seen, done, known.versions)
            _memory(address, entry, store, known.versions[-2:])


Act = tuple[float, str, Callable[[], object]]


def _timeline(store: Store, folders: list[Path], seconds: float) -> list[Act]:
    """Three publications and a broken one, evenly, after which the one before is returned to."""

    def breaks() -> None:
        show_a_broken_version(store)
        time.sleep(AFTER_S)
        publish(store, folders[2])

    first, second, third = (partial(publish, store, folder) for folder in folders[1:])
    return [
        (seconds / 6, PUBLISHED, first),
        (2 * seconds / 6, PUBLISHED, second),
        (3 * seconds / 6, "a broken version, and back", breaks),
        (5 * seconds / 6, PUBLISHED, third),
    ]


def _used(clients: Sequence[User], seconds: float, acts: Sequence[Act]) -> list[tuple[float, str]]:
    """What was done, and when, while the `clients` used the dashboard."""
    start, done = perf_counter(), []
    with ThreadPoolExecutor(len(clients)) as pool:
        asking = [pool.submit(client.use, start + seconds) for client in clients]
        for when, name, act in acts:
            time.sleep(max(0.0, start + when - perf_counter()))
            act()
            done.append((perf_counter(), name))
        for one in asking:
            one.result()
    return done


def _report(seen: Seen, done: Sequence[tuple[float, str]], versions: Sequence[str]) -> None:
    during = [w for at, w in seen.waits if any(0 <= at - when + 2 <= AFTER_S for when, _ in done)]
    heading_alone(f"{len(seen.waits)} answers while versions are replaced")
    tell("one waits, all of the time", [wait for _, wait in seen.waits])
    tell(f"one waits, in the {AFTER_S:.0f} s around a publication", during)
    tell("the longest of all", [max(wait for _, wait in seen.waits)])
    changes = zip(versions[1:], [when for when, name in done if name == PUBLISHED], strict=True)
    for version, when in changes:
        # A run that is too short ends before the last one is seen.
        noticed = [1000 * (at - when) for at in seen.versions.get(version, ())[:1]]
        if noticed:
            tell(f"from the publication of {version} to the first answer of it", noticed)
    print(
        f"\nfailed: {len(seen.failed)}, mixed: {len(seen.mixed)}, gone back: {len(seen.gone_back)}, "
        f"pages made anew: {seen.made_anew}\n"
    )
    for fault in (*seen.failed[:5], *seen.mixed[:5], *seen.gone_back[:5]):
        print(f"- {fault}")


def _memory(address: str, entry: Entry, store: Store, versions: Sequence[str]) -> None:
    """Has two versions take turns, and prints what the workers hold after each few."""
    heading_alone(f"memory of a worker, over {REPLACED} publications")
    for turn in range(REPLACED + 1):
        _wait_for(address, entry, versions[turn % 2], store)
        if turn % 5 == 0:
            tell(f"after {turn}", [size / 1024 for size in _resident()], "MB")


def _wait_for(address: str, entry: Entry, version: str, store: Store) -> None:
    """Shows `version`, and waits until whichever worker is asked shows it."""
    store.show(version)
    for _ in range(ASKED):
        connection = HTTPConnection(urlsplit(address).netloc, timeout=60)
        connection.request("GET", f"/?version={version}", headers=entry.headers)
        connection.getresponse().read()
        connection.close()


def _resident() -> list[int]:
    """Kilobytes that each worker of this process's server has in memory, pages that workers share counted in each."""
    return [_kilobytes(child) for server in _children(os.getpid()) for child in _children(server)]


def _children(process: int) -> list[int]:
    listed = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    return [int(child) for child in listed.split()]


def _kilobytes(process: int) -> int:
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    (line,) = [line for line in status.splitlines() if line.startswith("VmRSS")]
    return int(line.split()[1])
