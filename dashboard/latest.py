"""What was asked for last, and is likely to be asked for again?"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


def _one(_key: object, _value: object) -> int:
    return 1


class Latest(Generic[K, V]):
    """The things asked for last; several threads may ask at once.

    There is room for `most`, counted in things, or in what `weigh` says that each takes with its key. One that is
    heavier than all the room is kept until the next comes.
    """

    def __init__(self, most: int, weigh: Callable[[K, V], int] = _one) -> None:
        self._most = most
        self._weigh = weigh
        self._kept: OrderedDict[K, V] = OrderedDict()
        self._weight = 0
        self._lock = Lock()

    def get(self, key: K) -> V | None:
        """What is kept under `key`, as the latest asked for; None where nothing is."""
        with self._lock:
            value = self._kept.get(key)
            if value is not None:
                self._kept.move_to_end(key)
            return value

    def keep(self, key: K, value: V) -> None:
        """Keeps `value` under `key`, in place of what was asked for longest ago."""
        with self._lock:
            before = self._kept.pop(key, None)
            if before is not None:
                self._weight -= self._weigh(key, before)
            self._kept[key] = value
            self._weight += self._weigh(key, value)
            while self._weight > self._most and len(self._kept) > 1:
                self._weight -= self._weigh(*self._kept.popitem(last=False))
