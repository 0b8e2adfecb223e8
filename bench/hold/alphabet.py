"""Of which paths, parameters, values, headers and shapes of JSON are hostile requests made?"""

from __future__ import annotations

from collections.abc import Mapping

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
    *(f"/export/{view}/{part}" for view in VIEWS for part in ("picture.svg", "figure.json")),
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
