"""Who waits where several ask at once for what takes seconds of a core, and what is left for everybody else?"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from functools import wraps
from http import HTTPStatus
from threading import BoundedSemaphore, Lock

from flask import Response

from dashboard.web.operating.metrics import metrics
from dashboard.web.refusals import refusal

MOST_WAITING = 4
"""How many threads of a worker such answers may hold, the one that works among them: half (`gunicorn.conf.py`)."""

RETRY_S = 60

BUSY = "Plusieurs documents ou présentations sont déjà en préparation. Réessayez dans une minute."


def one_at_a_time(answer: Callable[[], Response]) -> Callable[[], Response]:
    """`answer`, for one request of this process after the other; beyond `MOST_WAITING` at once it refuses, in French.

    Made one after the other, the first are there sooner and all as soon; a small request then shares its core with one
    of them rather than with all.
    """
    waiting, turn = BoundedSemaphore(MOST_WAITING), Lock()

    @wraps(answer)
    def in_turn() -> Response:
        if not waiting.acquire(blocking=False):
            busy = refusal(BUSY, HTTPStatus.SERVICE_UNAVAILABLE)
            busy.headers["Retry-After"] = str(RETRY_S)
            return busy
        counting = metrics()
        try:
            with counting.waiting() if counting else nullcontext(), turn:
                return answer()
        finally:
            waiting.release()

    return in_turn
