"""How are many line numbers told in few words?"""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.text.numbers import count

MOST = 150
"""How many runs of lines are told: `refused.csv` has every one."""


def lines(numbers: Iterable[int]) -> str:
    """`2, 5 à 9, 12`: runs of neighbours are one."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    told = [_run(first, last) for first, last in runs[:MOST]]
    left = len(runs) - MOST
    return ", ".join(told) + (f" et {count(left)} autres" if left > 0 else "")


def _run(first: int, last: int) -> str:
    if first == last:
        return count(first)
    return f"{count(first)}{', ' if last == first + 1 else ' à '}{count(last)}"
