"""How does no connection cross a fork? What is open is closed before, and opened again by whoever asks next.

gunicorn builds the dashboard once and then forks its workers: a socket that two processes share answers neither, and
the threads of a library that counts in this process are not there in the other.
"""

from __future__ import annotations

import os
from typing import Protocol
from weakref import WeakSet


class Closable(Protocol):
    """What holds connections."""

    def close(self) -> None:
        """Closes them; whoever asks next opens new ones."""


_open: WeakSet[Closable] = WeakSet()


def closed_before_forks(held: Closable) -> None:
    """Has `held` closed before this process forks, as long as it lives."""
    _open.add(held)


def _close_all() -> None:
    for held in list(_open):
        held.close()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_close_all)
