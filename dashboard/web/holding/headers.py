"""What does every answer tell a browser: what a page may load and ask, who may frame it, who may keep it?"""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask, Response, request

from dashboard.web.holding.theme_script import THEME_HASH

POLICY = "; ".join(
    (
        "default-src 'self'",
        f"script-src 'self' '{THEME_HASH}'",
        # Plotly and Dash write rules into style elements of their own, our drawings into attributes.
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
"""That a page loads and asks nothing from another host, runs no text as a script, and sends forms to us alone."""

UNUSED = (
    *("accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "geolocation"),
    *("gyroscope", "magnetometer", "microphone", "midi", "payment", "usb"),
)
"""What a browser can give a page and ours never asks for."""

ALWAYS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in UNUSED),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

OVER_TLS = {"Strict-Transport-Security": "max-age=31536000"}
"""A year; of this host alone, since others below it may not be ours to bind."""

OF_NOBODY = "no-cache"
"""Synthetic tables: whoever keeps an answer asks whether it is still right."""

OF_PERSONS = "no-store"
"""Real tables: what is told to one person is kept by no cache, on no disk."""


def add_headers(server: Flask, is_synthetic: Callable[[], bool]) -> None:
    """Adds them to whatever `server` answers, errors and files included.

    What is addressed by its content stays cached (`compressed.py`); all else as the tables are: `is_synthetic`.
    """

    def add(response: Response) -> Response:
        response.headers.update(ALWAYS)
        if request.is_secure:
            response.headers.update(OVER_TLS)
        kept = response.cache_control
        if not (kept.public or kept.no_store):
            response.headers["Cache-Control"] = OF_NOBODY if is_synthetic() else OF_PERSONS
        return response

    # What is registered first comes last: nothing that is added after this is told otherwise.
    server.after_request_funcs.setdefault(None, []).insert(0, add)
