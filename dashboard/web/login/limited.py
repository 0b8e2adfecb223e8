"""How often may somebody try to log in, and how many at once? So that nobody guesses, and nobody is shut out by others.

Counted by address first of all; then by account and address together, strictly, and by account over all addresses with
a delay that grows (`access/delays.py`). A browser by which somebody has logged in to the account before is counted by
itself: whatever strangers try, it is let by.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from math import ceil
from threading import BoundedSemaphore

from flask import Flask, Response, request
from flask_limiter import Limiter
from flask_limiter.errors import RateLimitExceeded
from limits import parse_many

from dashboard.access.attempts import SCHEME
from dashboard.access.delays import Delays
from dashboard.access.kept import Kept
from dashboard.domain.errors import AccessError
from dashboard.web.outside import Pages

BY_PAIR = "5 per minute; 30 per hour"
"""An account from one address, or from a browser that it knows."""

BY_ADDRESS = "30 per minute; 300 per hour"
"""An institution may reach us by one address: three hundred people log in within an hour."""

MOST_AT_ONCE = 2
"""Logins of a worker under way, one of them at its hash: a burst holds two of its threads, not all."""

RETRY_S = 3

TOO_OFTEN = "Trop d'essais : attendez quelques minutes, puis réessayez."

BUSY = (
    "Patientez : plusieurs personnes s'identifient en ce moment. Réessayez dans quelques secondes."
)

LONGEST_NAME = 64


class TooOftenError(AccessError):
    """Somebody has to wait for `seconds` before the next attempt."""

    def __init__(self, seconds: float) -> None:
        super().__init__(TOO_OFTEN)
        self.seconds = ceil(seconds)


class BusyError(AccessError):
    """Too many log in at once."""

    def __init__(self) -> None:
        super().__init__(BUSY)


def limiter(server: Flask, kept: Kept) -> Limiter:
    """What counts, for all workers of `server` together."""
    return Limiter(
        lambda: address_of(kept),
        app=server,
        storage_uri=f"{SCHEME}://",
        storage_options={"database": kept.database},  # type: ignore[dict-item] # Handed to our own storage.
        strategy="fixed-window",
    )


def address_of(kept: Kept) -> str:
    """What stands for the address of whoever asks."""
    return kept.digest_of(request.remote_addr or "")


class Attempts:
    """The attempts to log in to local accounts, of which each counts before it is looked at, be it right or wrong.

    Several at once are so not let by.
    """

    def __init__(self, counting: Limiter, kept: Kept) -> None:
        self._counting = counting
        self._kept = kept
        self._delays = Delays(kept.database)
        self._places = BoundedSemaphore(MOST_AT_ONCE)

    @contextmanager
    def one(self, name: str, device: str) -> Iterator[None]:
        """An attempt at the account `name`, from the browser `device` where that is known to it.

        Raises TooOftenError, or BusyError, where it is not let by.
        """
        if not self._places.acquire(blocking=False):
            raise BusyError
        try:
            self._count(name, device)
            yield
        finally:
            self._places.release()

    def forget(self, name: str, device: str) -> None:
        """Of somebody who has got in, no attempt counts any more from here."""
        for limit in parse_many(BY_PAIR):
            self._counting.limiter.clear(limit, self._pair(name, device))
        if not device:
            self._delays.forget(self._account(name))

    def _count(self, name: str, device: str) -> None:
        pair = self._pair(name, device)
        for limit in parse_many(BY_PAIR):
            if not self._counting.limiter.hit(limit, pair):
                raise TooOftenError(limit.get_expiry())
        if not device and (wait := self._delays.take(self._account(name))):
            raise TooOftenError(wait)

    def _account(self, name: str) -> str:
        return self._kept.digest_of(f"compte {name}")

    def _pair(self, name: str, device: str) -> str:
        return self._kept.digest_of(f"compte {name} de {device or address_of(self._kept)}")


def typed_name() -> str:
    """The name that was typed, as accounts are told apart."""
    return request.form.get("nom", "").strip().lower()[:LONGEST_NAME]


def tell_limits(server: Flask, pages: Pages) -> None:
    """Has `server` say in French, on a page, that an attempt is not let by, and when the next one may be."""

    def told(text: str, status: HTTPStatus, seconds: int) -> Response:
        title = "Trop d'essais" if status is HTTPStatus.TOO_MANY_REQUESTS else "Patientez"
        page = pages.told(title, text, status)
        page.headers["Retry-After"] = str(seconds)
        return page

    @server.errorhandler(RateLimitExceeded)
    def address_too_often(error: RateLimitExceeded) -> Response:
        return told(TOO_OFTEN, HTTPStatus.TOO_MANY_REQUESTS, int(error.limit.limit.get_expiry()))

    @server.errorhandler(TooOftenError)
    def too_often(error: TooOftenError) -> Response:
        return told(str(error), HTTPStatus.TOO_MANY_REQUESTS, error.seconds)

    @server.errorhandler(BusyError)
    def busy(error: BusyError) -> Response:
        return told(str(error), HTTPStatus.SERVICE_UNAVAILABLE, RETRY_S)
