"""How are files that never change sent in few bytes, without the work being done again for each who asks?

flask-compress works at every answer: right for what is new each time, and up to thirty milliseconds a script for what
is not. What is sent here has its encoding already, and is left alone by it.
"""

from __future__ import annotations

import gzip
import re
from functools import lru_cache
from http import HTTPStatus

import brotli
from flask import Flask, Response, request
from werkzeug.datastructures import Accept

YEAR_S = 365 * 24 * 3600
"""How long a browser keeps files whose addresses change with their content."""

ENCODINGS = ("br", "gzip")
"""What a text may be sent as; the first is the smallest, and taken where a browser likes both as much."""

TEXTS = ("text/css", "text/javascript", "application/javascript")
"""What is worth compressing, among files that do not change: fonts are compressed in themselves."""

HARDEST, QUICK = 11, 9
"""How hard brotli tries: for ten times the work of the second, a file is eight percent smaller by the first."""

REMEMBERED = 256
"""How many contents are kept compressed: a browser is sent some fifty files of ours, and a dozen of other packages."""

FINGERPRINT = re.compile(r"\.v[\w-]+m[0-9a-f]+\.")
"""What Dash writes into the name of a script: version and time of the package."""


def encoding_for(accepted: Accept) -> str | None:
    """The encoding that a browser which accepts these is sent; None for none of ours."""
    best = max(ENCODINGS, key=accepted.quality)
    return best if accepted.quality(best) > 0 else None


# By content, not by address: whatever addresses are asked, there are no more contents than files.
@lru_cache(maxsize=REMEMBERED)
def compress(content: bytes, encoding: str, quality: int = HARDEST) -> bytes:
    """`content` in one of `ENCODINGS`; the same bytes each time."""
    if encoding == "br":
        compressed: bytes = brotli.compress(content, quality=quality)
        return compressed
    return gzip.compress(content, mtime=0)


def for_good(answer: Response, encoding: str | None = None) -> Response:
    """`answer`, whose content is in `encoding`, such that a browser keeps it and never asks again."""
    if encoding:
        answer.content_encoding = encoding
    answer.vary.add("Accept-Encoding")
    answer.cache_control.public = True
    answer.cache_control.max_age = YEAR_S
    answer.cache_control.immutable = True
    return answer


def remember_compressed(server: Flask) -> None:
    """Sends the style sheets and scripts of other packages, where their address tells their version, for good.

    To be called after Dash has set flask-compress up: what is registered later comes first.
    """

    def send(answer: Response) -> Response:
        named = FINGERPRINT.search(request.path) or request.query_string.startswith(b"v=")
        if answer.status_code != HTTPStatus.OK or answer.mimetype not in TEXTS or not named:
            return answer
        if "Content-Encoding" in answer.headers:
            return answer
        encoding = encoding_for(request.accept_encodings)
        if encoding:
            answer.direct_passthrough = False
            answer.set_data(compress(answer.get_data(), encoding, QUICK))
        # The address says which version it is.
        answer.headers.pop("ETag", None)
        return for_good(answer, encoding)

    server.after_request(send)
