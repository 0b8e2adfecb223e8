"""Which requests would an attacker send?"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from random import Random
from urllib.parse import quote

from bench.hold.alphabet import (
    FORM,
    HEADERS,
    JSON,
    MALFORMED,
    METHODS,
    NAMES,
    PATHS,
    QUESTION,
    SCALARS,
    UPDATE,
    VALUES,
)


@dataclass(frozen=True)
class Hostile:
    """One request: the target as it stands in its first line, and what follows."""

    method: str
    target: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    def written(self) -> bytes:
        """As it is sent; its length is said unless a header says another."""
        headers = {"Host": "127.0.0.1", "Connection": "close", **self.headers}
        if self.body or self.method in ("POST", "PUT", "PATCH"):
            headers.setdefault("Content-Length", str(len(self.body)))
        lines = [
            f"{self.method} {self.target} HTTP/1.1",
            *(f"{k}: {v}" for k, v in headers.items()),
        ]
        return "\r\n".join(lines).encode("utf-8", "surrogateescape") + b"\r\n\r\n" + self.body


def hostile(count: int, seed: int = 0) -> Iterator[Hostile]:
    """So many requests, the same each time for one `seed`."""
    return islice(_endless(Random(seed)), count)  # noqa: S311 - nothing is kept secret by it.


def _endless(drawn: Random) -> Iterator[Hostile]:
    kinds: tuple[Callable[[Random], Hostile], ...] = (
        _asked,
        _asked,
        _asked,
        _json,
        _json,
        _update,
        _form,
        _large,
    )
    while True:
        yield drawn.choice(kinds)(drawn)


def _happens(drawn: Random, chance: float) -> bool:
    return drawn.random() < chance


def _search(drawn: Random, most: int = 6) -> str:
    pairs = [(drawn.choice(NAMES), drawn.choice(VALUES)) for _ in range(drawn.randint(0, most))]
    raw = _happens(drawn, 0.3)
    return "&".join(
        f"{name}={value.replace(' ', '+') if raw else quote(value, errors='replace')}"
        for name, value in pairs
    )


def _target(path: str, search: str) -> str:
    whole = f"{path}?{search}" if search else path
    return (
        "".join(letter for letter in whole if letter not in "\r\n ")
        .encode("utf-8", "replace")
        .decode()
    )


def _asked(drawn: Random) -> Hostile:
    """Anything, anywhere."""
    target = _target(drawn.choice(PATHS), _search(drawn))
    return Hostile(drawn.choice(METHODS), target, drawn.choice(HEADERS))


def _spoilt(whole: Mapping[str, object], drawn: Random) -> bytes:
    """A question with keys taken away, or of other types; or none at all."""
    if _happens(drawn, 0.25):
        return drawn.choice(MALFORMED)
    if _happens(drawn, 0.2):
        return json.dumps(drawn.choice(SCALARS)).encode()
    made = dict(whole)
    for key in whole:
        if _happens(drawn, 0.15):
            del made[key]
        elif _happens(drawn, 0.4):
            made[key] = drawn.choice(SCALARS)
    return json.dumps(made).encode()


def _json(drawn: Random) -> Hostile:
    """A question of a page that no page asks."""
    search = "?" + _search(drawn)
    body = _spoilt({**QUESTION, "search": search, "path": drawn.choice(PATHS)}, drawn)
    kind = drawn.choice((JSON, JSON, JSON, "text/plain", FORM, ""))
    return Hostile("POST", "/answer", {**drawn.choice(HEADERS), "Content-Type": kind}, body)


def _update(drawn: Random) -> Hostile:
    """What Dash would be asked, but that there is nothing to ask it for."""
    kind = drawn.choice((JSON, JSON, JSON, "text/plain", ""))
    return Hostile(
        "POST", "/_dash-update-component", {"Content-Type": kind}, _spoilt(UPDATE, drawn)
    )


def _form(drawn: Random) -> Hostile:
    """A list of slides as a form."""
    pairs = "&".join(_search(drawn) for _ in range(drawn.randint(1, 12)))
    kind = drawn.choice((FORM, FORM, FORM, "multipart/form-data; boundary=x", JSON))
    path = drawn.choice(("/deck.pptx", "/deck.json", "/answer", "/bilan"))
    return Hostile("POST", path, {"Content-Type": kind}, pairs.encode("utf-8", "replace"))


def _large(drawn: Random) -> Hostile:
    """Long: the same wrong value again and again, an address of 8 kB, a body of a megabyte."""
    pair = f"{drawn.choice(NAMES)}={drawn.choice(('X', 'F', 'zz', 'a,b,c,d,e,f,g'))}&"
    if _happens(drawn, 0.5):
        search = (pair * (8000 // len(pair)))[:7900]
        return Hostile(
            "GET", _target(drawn.choice(("/", "/devenir", "/export/carte.csv", "/fiche")), search)
        )
    if _happens(drawn, 0.5):
        wanted = drawn.choice((60_000, 190_000, 1_000_000))
        body = json.dumps({**QUESTION, "search": pair * (wanted // len(pair))}).encode()
        return Hostile("POST", "/answer", {"Content-Type": JSON}, body)
    body = (f"expo={quote('carte~' + pair * 40)}&" * drawn.choice((3, 70, 400))).encode()
    return Hostile("POST", "/deck.json", {"Content-Type": FORM}, body)
