"""What do many of the heaviest decks at once cost: memory, that stays or not, and the wait of small requests?"""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Thread
from time import perf_counter, sleep

from bench.hold.clients import status_of
from bench.hold.processes import Served
from bench.hold.small import asked

DECKS = 20
SLIDES = 60
HEAVIEST = "deploiement"
"""The view whose slides hold most shapes: a map and its columns."""

WAIT_S = 900
SLOW_MS = 1000
KEPT_MIB = 150


def main(served: Served) -> list[str]:
    """Asks for twenty at once, beside small requests; gives what is not as it should be."""
    path = "/deck.pptx?" + "&".join([f"expo={HEAVIEST}~"] * SLIDES)
    status_of(served.address, f"/deck.pptx?expo={HEAVIEST}~", WAIT_S)
    before, peak, ended = served.megabytes, [0], Event()

    def watch() -> None:
        while not ended.wait(0.2):
            peak.append(served.megabytes)

    watching = Thread(target=watch)
    watching.start()
    start = perf_counter()
    with asked(served.address) as small, ThreadPoolExecutor(DECKS) as pool:
        statuses = Counter(
            pool.map(lambda _: status_of(served.address, path, WAIT_S), range(DECKS))
        )
    seconds = perf_counter() - start
    sleep(1)
    ended.set()
    watching.join()
    kept = served.megabytes - before
    print(f"\n{DECKS} decks of {SLIDES} slides at once: {dict(statuses)} in {seconds:.0f} s")
    print(small.told())
    print(
        f"memory of the workers: {before} MiB before, {max(peak)} at most, {kept:+} MiB after",
        flush=True,
    )
    faults = []
    if small.p95 > SLOW_MS or small.failed:
        faults.append("small requests wait for decks")
    if kept > KEPT_MIB:
        faults.append(f"{kept} MiB of decks are kept")
    return faults
