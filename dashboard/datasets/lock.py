"""Who may change a store? One at a time: another one waits, and is refused if it lasts."""

from __future__ import annotations

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from dashboard.datasets.store import LOCK, Store
from dashboard.domain.errors import DatasetError
from dashboard.text.typography import unbroken

WAIT_S = 20.0
_AGAIN_S = 0.1


@contextmanager
def locked(store: Store, wait: float = WAIT_S) -> Iterator[None]:
    """Nobody else changes `store` meanwhile; the system takes the lock from a process that ends, however it ends.

    Raises DatasetError where another one has held it for `wait` seconds.
    """
    with (store.folder / LOCK).open("a") as file:
        _take(file, store, wait)
        yield


def _take(file: IO[str], store: Store, wait: float) -> None:
    end = time.monotonic() + wait
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= end:
                told = f"{store.folder} : une autre publication est en cours ; réessayez quand elle sera finie."
                raise DatasetError(unbroken(told)) from None
            time.sleep(_AGAIN_S)
        else:
            return
