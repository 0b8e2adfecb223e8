"""How often may somebody try to log in? By account, so that one is not guessed from many addresses, and by address."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Flask, request
from flask_limiter import Limiter

from dashboard.access.attempts import SCHEME
from dashboard.access.kept import Kept

BY_ACCOUNT = "5 per minute; 30 per hour"
BY_ADDRESS = "30 per minute; 300 per hour"
"""An institution may reach us by one address: three hundred people log in within an hour."""

TOO_OFTEN = "Trop d'essais : attendez quelques minutes, puis réessayez."

LONGEST_NAME = 64

Route = Callable[..., Any]


def limiter(server: Flask, kept: Kept) -> Limiter:
    """What counts, for all workers of `server` together."""
    return Limiter(
        lambda: kept.digest_of(request.remote_addr or ""),
        app=server,
        storage_uri=f"{SCHEME}://",
        storage_options={"database": kept.database},  # type: ignore[dict-item] # Handed to our own storage.
        strategy="fixed-window",
    )


def limited(counting: Limiter, kept: Kept) -> Callable[[Route], Route]:
    """Has each attempt of a route counted, right or wrong, before it is looked at: several at once are not let by."""

    def limit(route: Route) -> Route:
        by_account = counting.limit(
            BY_ACCOUNT, key_func=lambda: _account(kept), methods=["POST"], exempt_when=_is_no_name
        )
        return by_account(counting.limit(BY_ADDRESS)(route))

    return limit


def typed_name() -> str:
    """The name that was typed, as accounts are told apart."""
    return request.form.get("nom", "").strip().lower()[:LONGEST_NAME]


def _account(kept: Kept) -> str:
    return kept.digest_of(f"compte {typed_name()}")


def _is_no_name() -> bool:
    return not typed_name()
