"""Measures the dashboard at the study's size, and at a hundred and a thousand times more people.

`make bench`; with sizes as arguments, only those: `python -m bench 1044`.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import browser, server
from bench.tables import DEMONSTRATION, enlarge

SIZES = (1_044, 100_000, 1_000_000)


def main(sizes: tuple[int, ...]) -> None:
    """Prints median, 95th percentile and number of repeats of each measure."""
    print(f"{'':60} {'median':>10} {'p95':>10}")
    for people in sizes:
        with TemporaryDirectory() as made:
            folder = DEMONSTRATION if people == SIZES[0] else Path(made)
            if people != SIZES[0]:
                enlarge(folder, people)
            label = f"{people:,} beneficiaries".replace(",", " ")
            server.measure(folder, label)
            browser.measure(folder, f"{label}, in a browser")


if __name__ == "__main__":
    main(tuple(int(size) for size in sys.argv[1:]) or SIZES)
