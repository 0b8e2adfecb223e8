"""When is a version that was refused tried again?

What kept it out may pass: files that were still being copied, memory that was short, an engine that did not answer.
"""

from __future__ import annotations

import time

from dashboard.datasets.mark import Stamp

FIRST_PAUSE_S, LONGEST_PAUSE_S = 5.0, 300.0
"""How long the first pause is, and the longest: each is twice the one before."""


class Refused:
    """The version that was refused last, if any: why, and how its files stood then."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Nothing is refused any more."""
        self._reason, self._pause = "", FIRST_PAUSE_S
        self._stamp: Stamp = ()
        self._seen: Stamp = ()
        self._due = 0.0

    def note(self, reason: str, stamp: Stamp) -> bool:
        """It was refused for `reason`, its files as `stamp` says; returns whether that is news."""
        new, changed = reason != self._reason, stamp != self._stamp
        if self._reason and not changed:
            self._pause = min(2 * self._pause, LONGEST_PAUSE_S)
        else:
            self._pause = FIRST_PAUSE_S
        self._reason, self._stamp, self._seen = reason, stamp, stamp
        self._due = time.monotonic() + self._pause
        return new

    def is_due(self, stamp: Stamp) -> bool:
        """Whether to try again: after the pause, or once files that have changed since stand still for a look."""
        still, self._seen = stamp == self._seen, stamp
        return time.monotonic() >= self._due or (still and stamp != self._stamp)
