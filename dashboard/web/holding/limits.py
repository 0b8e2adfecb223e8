"""How long may what is asked be? What is longer is refused before anything is read of it."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from flask import Flask, Response, abort, request

from dashboard.domain.address import LONGEST_SEARCH

USUAL_BODY = 64_000
"""Bytes of a body, where nothing else is said: a form of a few fields."""

LARGER: Mapping[str, int] = {"/answer": 200_000, "/deck.pptx": 512_000, "/deck.json": 512_000}
"""Bytes of a body by the rule of its address.

A question holds an address, of 8 kB at most, and the digests of sixty screens, 20 kB. A list of sixty slides with
titles of 200 letters and comments of 400, each letter six bytes in a form, takes 300 kB.
"""


def limit_requests(server: Flask) -> None:
    """Has `server` refuse longer ones: 414 for an address, 413 for a body, 411 for one that does not say its length."""
    server.config.update(MAX_CONTENT_LENGTH=USUAL_BODY, MAX_FORM_MEMORY_SIZE=max(LARGER.values()))

    def limit() -> Response | None:
        if len(request.query_string) > LONGEST_SEARCH:
            abort(HTTPStatus.REQUEST_URI_TOO_LONG)
        if request.headers.get("Transfer-Encoding"):
            abort(HTTPStatus.LENGTH_REQUIRED)
        rule = request.url_rule.rule if request.url_rule else ""
        most = LARGER.get(rule, USUAL_BODY)
        request.max_content_length = most
        if (request.content_length or 0) > most:
            abort(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        return None

    server.before_request(limit)
