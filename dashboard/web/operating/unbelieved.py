"""Does a proxy stand in front that the settings do not tell of? Then all readers have one address."""

from __future__ import annotations

import logging
from threading import Lock

from flask import Flask, request

_LOG = logging.getLogger(__name__)

BELIEVED = ("X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host")


def tell_unbelieved_proxies(server: Flask) -> None:
    """Has `server`, which believes no proxy, say once in the log that one has passed a request on."""
    first = Lock()

    def look() -> None:
        # Taken once and never given back: a process says it once.
        if any(name in request.headers for name in BELIEVED) and first.acquire(blocking=False):
            _LOG.warning(
                "a request has X-Forwarded-* headers, and DASHBOARD_PROXIES is 0: behind a proxy all readers count as "
                "one address and logins over https are taken for http; set the number of proxies (docs/deploy.md)"
            )

    # Before whatever refuses a request, as it does those that come without TLS.
    server.before_request_funcs.setdefault(None, []).insert(0, look)
