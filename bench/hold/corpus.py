"""Which requests would an attacker send: methods, paths, encodings, sizes, shapes of JSON, headers?"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from random import Random
from urllib.parse import quote

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"

METHODS = (
    "GET",
    "GET",
    "GET",
    "POST",
    "PUT",
    "DELETE",
    "PATCH",
    "HEAD",
    "OPTIONS",
    "TRACE",
    "BREW",
)

VIEWS = (
    "carte",
    "emploi",
    "statut",
    "deploiement",
    "chiffres-cles",
    "meteo",
    "../carte",
    "%2e%2e",
    "",
)
FORMATS = ("csv", "xlsx", "pptx", "svg", "exe", "CSV", "csv.csv", "%00")

PATHS = (
    *("/", "/devenir", "/devenir/", "/comparer", "/territoires", "/presentation", "/nope"),
    *("/answer", "/deck.pptx", "/deck.json", "/fiche", "/fiche.pptx", "/bilan"),
    *("/healthz", "/readyz", "/metrics", "/export/dictionnaire.csv"),
    *(
        "/_dash-update-component",
        "/_dash-layout",
        "/_dash-dependencies",
        "/_reload-hash",
        "/_favicon.ico",
    ),
    "/_dash-component-suites/dash/deps/polyfill@7.v4m1.js",
    "/_dash-component-suites/nope/nope.js",
    "/_dash-component-suites/dash/../../../../etc/passwd",
    "/_dash-component-suites/os/path.py",
    "/_dash-component-suites/dash_bootstrap_components/nope.js",
    "/files/000000000000/scripts/boot.js",
    "/files/../app.py",
    "/outlines/nope.svg",
    "/bootstrap/static/css/../../../../etc/passwd",
    "/assets/../app.py",
    "//evil.example/",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/%00",
    "/\xe9\xff",
    "/" + "a" * 6000,
    *(f"/export/{view}.{form}" for view in VIEWS for form in FORMATS),
    *(f"/export/{view}/picture.svg" for view in VIEWS),
)

NAMES = (
    *("genre", "region", "age", "promotion", "situation.T1", "b.genre", "b.region", "carte.mesure"),
    *(
        "expo",
        "titre",
        "filtre",
        "version",
        "utm_source",
        "gender",
        "",
        "__proto__",
        "genre[]",
        "x" * 300,
    ),
)
VALUES = (
    *(
        "F",
        "H",
        "limousin",
        "moins-de-30-ans",
        "en-emploi-salarie",
        "",
        "X",
        ",",
        ",".join("abcdef" * 40),
    ),
    *(
        "<script>alert(1)</script>",
        "' OR 1=1 --",
        "%00",
        "%FF%FE",
        "%E2%80%AE",
        "${7*7}",
        "{{7*7}}",
        "\ud800",
    ),
    *(
        "carte~genre=X",
        "deploiement~",
        "carte~~" + "t" * 300,
        "~~~~",
        "carte~expo=carte~",
        "9" * 400,
        "NaN",
    ),
    *(
        "=cmd|' /C calc'!A0",
        "../../etc/passwd",
        "\r\nSet-Cookie: a=b",
        "é" * 200,
        "000000000000",
        "-1",
        "1e999",
    ),
)

HEADERS: tuple[Mapping[str, str], ...] = (
    {},
    {},
    {},
    {"Host": "evil.example"},
    {"Host": "a b"},
    {"Host": "127.0.0.1:99999"},
    {"Host": "[::1"},
    {"Host": "é.example"},
    {"Host": "evil.example:80@127.0.0.1"},
    {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "javascript"},
    {"Accept-Encoding": "br;q=nan, gzip;q=-1, *;q=2"},
    {"Accept-Language": "x" * 2000},
    {"Cookie": "session=" + "A" * 3000},
    {"Cookie": "session=.eJw; =;;;=,"},
    {"Range": "bytes=9-1,-,0-0"},
    {"If-None-Match": "W/" + '"' * 50, "If-Modified-Since": "Mon, 99 Foo 99999 99:99:99"},
    {"Content-Type": "multipart/form-data; boundary="},
    {"Content-Type": "multipart/form-data; boundary=" + "b" * 500},
    {"Content-Type": "application/json; charset=utf-7"},
    {"User-Agent": "\xff\xfe Mobi"},
    {"Sec-CH-UA-Mobile": "?1\x7f"},
    {"Authorization": "Basic !!!!"},
    {"X-Request-ID": "a b\t" + "c" * 200},
    {"Expect": "100-continue"},
)

SCALARS: tuple[object, ...] = (
    None,
    True,
    0,
    -1,
    1,
    1.5,
    10**30,
    "",
    "x",
    "\x00",
    [],
    [[]],
    {},
    {"": {}},
    "/devenir",
)

QUESTION = {
    "path": "/devenir",
    "search": "?genre=F",
    "tables": [],
    "narrow": False,
    "known": {},
    "version": "",
}
UPDATE = {
    "output": "page.children",
    "outputs": {"id": "page", "property": "children"},
    "inputs": [{"id": "x", "property": "value", "value": 1}],
    "changedPropIds": ["x.value"],
    "state": [],
}
MALFORMED = (
    b"",
    b"{",
    b"[",
    b"nul",
    b"\xff\xfe{}",
    b'{"a":' * 3000,
    b"[" * 20_000,
    b"1" * 5000,
    b'"' + b"\\ud800" * 50 + b'"',
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
