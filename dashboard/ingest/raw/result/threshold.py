"""Are too many rows refused, of all that was read or of one file?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.ingest.raw.ledger import Account
from dashboard.ingest.raw.result.account import totals

FEW = 2
"""So many rows refused stop no file by themselves: of a short one they may be any share."""


@dataclass(frozen=True, slots=True)
class Refused:
    """How many of the rows read are refused, of one file, or of all where `file` is empty."""

    file: str
    refused: int
    read: int

    @property
    def percent(self) -> float | None:
        """Of the rows read, in percent; of few as well, since rows are no people. None where nothing was read."""
        return 100 * self.refused / self.read if self.read else None


def too_many_refused(accounts: Sequence[Account], most: float) -> tuple[Refused, ...]:
    """Where more than `most` percent of the rows are refused: of all, then of each file, the one with most first.

    Nothing where it is nowhere. A file has to have more than `FEW` of them.
    """
    of_all = refused_of_all(accounts)
    files = sorted({one.file for one in accounts})
    of_files = (_refused(file, (a for a in accounts if a.file == file)) for file in files)
    over = sorted(
        (one for one in of_files if one.refused > FEW and _is_over(one, most)),
        key=lambda one: -one.refused,
    )
    return tuple([of_all, *over] if _is_over(of_all, most) else over)


def refused_of_all(accounts: Iterable[Account]) -> Refused:
    """How many rows are refused of all that was read."""
    return _refused("", accounts)


def _refused(file: str, accounts: Iterable[Account]) -> Refused:
    sums = totals(tuple(accounts))
    return Refused(file, sums["refused"], sums["read"])


def _is_over(one: Refused, most: float) -> bool:
    return (one.percent or 0) > most
