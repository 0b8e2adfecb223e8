"""Does every answer say how it is to be treated, and none by what it was made?"""

import re
from importlib.metadata import version
from platform import python_version

import pytest
from flask.testing import FlaskClient

from dashboard.current import Current
from dashboard.publication import Publication
from dashboard.web.holding.headers import ALWAYS, OF_NOBODY, OF_PERSONS, OVER_TLS
from dashboard.web.mount import Mount
from dashboard.web.server import create_app
from tests.support.exhibits import plain

ANSWERS = [
    ("GET", "/"),
    ("GET", "/nowhere"),
    ("GET", "/healthz"),
    ("GET", "/metrics"),
    ("GET", "/export/carte.csv"),
    ("GET", "/export/meteo.csv"),
    ("GET", "/_dash-component-suites/nope/nope.js"),
    ("GET", "/files/0/scripts/boot.js"),
    ("PUT", "/"),
    ("POST", "/answer"),
    ("POST", "/_dash-update-component"),
]


@pytest.fixture(scope="module")
def client(publication: Publication) -> FlaskClient:
    app = create_app(Current(publication), mount=Mount("/o/", 1))
    client: FlaskClient = app.server.test_client()
    return client


@pytest.mark.parametrize(("method", "path"), [*ANSWERS, ("GET", "/../elsewhere")])
def test_every_answer_has_them(client: FlaskClient, method: str, path: str) -> None:
    headers = client.open(
        path.removeprefix("/..") if ".." in path else f"/o{path}", method=method
    ).headers
    assert {name: headers[name] for name in ALWAYS} == ALWAYS
    assert "Server" not in headers


@pytest.mark.parametrize(("said", "kept"), [("https", True), ("http", False), ("", False)])
def test_who_comes_over_tls_is_to_come_so_again(client: FlaskClient, said: str, kept: bool) -> None:
    headers = client.get("/o/healthz", headers={"X-Forwarded-Proto": said}).headers
    assert (
        headers.get("Strict-Transport-Security") == OVER_TLS["Strict-Transport-Security"]
    ) == kept


def test_whoever_is_no_proxy_of_ours_cannot_say_that_it_is_tls(publication: Publication) -> None:
    client = create_app(Current(publication)).server.test_client()
    said = {"X-Forwarded-Proto": "https", "Forwarded": "proto=https", "X-Forwarded-Ssl": "on"}
    assert "Strict-Transport-Security" not in client.get("/healthz", headers=said).headers


PRIVATE = [
    "/",
    "/export/carte.csv",
    "/deck.json?expo=carte~",
    "/fiche",
    "/_dash-layout",
    "/nowhere",
]


@pytest.mark.parametrize("path", PRIVATE)
def test_nothing_of_real_tables_is_kept_by_a_browser_or_a_proxy(
    client: FlaskClient, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert client.get(f"/o{path}").headers["Cache-Control"] == OF_NOBODY
    monkeypatch.setattr(Publication, "stamp", "")
    assert client.get(f"/o{path}").headers["Cache-Control"] == OF_PERSONS


def test_files_that_do_not_change_are_kept(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Publication, "stamp", "")
    address = re.findall(r'"(/o/files/[^"]+/boot\.js)"', client.get("/o/").text)[0]
    assert "public" in client.get(address).headers["Cache-Control"]


@pytest.mark.parametrize("path", ["/", "/nowhere", "/healthz", "/readyz", "/export/meteo.csv"])
def test_no_answer_says_by_which_python_and_packages_it_is_made(
    client: FlaskClient, path: str
) -> None:
    # Dash's scripts have its version in their addresses, by which its other scripts are found.
    text = re.sub(r"\.v\d+_\d+_\d+m", "", plain(client.get(f"/o{path}").text))
    told = [python_version(), *map(version, ("dash", "flask", "plotly", "werkzeug", "gunicorn"))]
    assert [
        each for each in told if re.search(rf"(?<![\d.]){re.escape(each)}(?![\d.])", text)
    ] == []
