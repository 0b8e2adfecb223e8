"""Is what is no question of ours refused, with the status that is right, in French, and without a traceback?"""

import logging
from typing import NoReturn
from urllib.parse import unquote_to_bytes

import pytest
from flask import Flask, abort
from flask.testing import FlaskClient

from bench.hold.alphabet import FORM
from bench.hold.corpus import Hostile, hostile
from dashboard.current import Current
from dashboard.domain.address import LONGEST_SEARCH, MOST_SCREENS
from dashboard.publication import Publication
from dashboard.web.holding.limits import LARGER, USUAL_BODY
from dashboard.web.holding.refusals import BAD, UNEXPECTED, WORDS, tell_refusals
from dashboard.web.server import create_app
from tests.support.examples import PROFILE
from tests.support.exhibits import plain

SAMPLE = 8000 if PROFILE == "soak" else 120


@pytest.fixture(scope="module")
def client(publication: Publication) -> FlaskClient:
    client: FlaskClient = create_app(Current(publication)).server.test_client()
    return client


def errors(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.exc_info]


@pytest.mark.parametrize(
    "body",
    [
        *(
            b"",
            b"{",
            b"\xff",
            b"{}",
            b"1",
            b"null",
            b"[]",
            b'{"output": 1}',
            b'{"output": "page.children"}',
        ),
        b'{"output": "..a.b...c.d..", "inputs": [], "changedPropIds": []}',
        b'{"output": ["a"], "inputs": {}, "changedPropIds": null}',
    ],
)
def test_dash_is_asked_for_nothing_that_it_has_not(
    client: FlaskClient, body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    answer = client.post("/_dash-update-component", data=body, content_type="application/json")
    assert (answer.status_code, plain(answer.text).strip()) == (400, plain(BAD))
    assert errors(caplog) == []
    assert len([record for record in caplog.records if "refused" in record.getMessage()]) == 1


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/_dash-component-suites/nope/nope.js", 404),
        ("GET", "/_dash-component-suites/dash/nope.js", 404),
        ("GET", "/_dash-component-suites/os/path.py", 404),
        ("GET", "/files/000000000000/scripts/boot.js", 404),
        ("GET", "/assets/nope.css", 404),
        ("GET", "/metrics/nope", 404),
        ("PUT", "/", 405),
        ("DELETE", "/deck.pptx", 405),
        ("BREW", "/devenir", 405),
    ],
)
def test_what_is_not_there_is_told_with_its_own_status(
    client: FlaskClient, method: str, path: str, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    answer = client.open(path, method=method)
    assert answer.status_code == status
    assert errors(caplog) == []
    if answer.mimetype == "text/plain":
        assert plain(answer.text).strip() == plain(WORDS[answer.status_code])


def test_an_error_of_ours_is_told_in_french_and_logged_with_its_traceback(
    caplog: pytest.LogCaptureFixture,
) -> None:
    server = Flask(__name__)
    tell_refusals(server)

    @server.get("/broken")
    def broken() -> NoReturn:
        raise KeyError("output")

    @server.get("/busy")
    def busy() -> NoReturn:
        abort(429)

    answer = server.test_client().get("/broken")
    assert (answer.status_code, plain(answer.text).strip()) == (500, plain(UNEXPECTED))
    assert len(errors(caplog)) == 1
    assert "Trop de demandes" in server.test_client().get("/busy").text


@pytest.mark.parametrize(
    ("path", "most"), [("/_dash-update-component", USUAL_BODY), *LARGER.items()]
)
def test_a_body_that_is_too_long_is_not_read(client: FlaskClient, path: str, most: int) -> None:
    method = "GET" if path == "/deck.json" else "POST"
    answer = client.open(path, method=method, data=b"x" * (most + 1), content_type=FORM)
    assert (answer.status_code, plain(answer.text).strip()) == (413, plain(WORDS[413]))


def test_a_body_that_does_not_say_its_length_is_not_read(client: FlaskClient) -> None:
    answer = client.post("/answer", headers={"Transfer-Encoding": "chunked"})
    assert answer.status_code == 411


@pytest.mark.parametrize("path", ["/", "/export/carte.csv", "/fiche", "/bilan", "/deck.json"])
def test_an_address_that_is_too_long_is_refused(client: FlaskClient, path: str) -> None:
    answer = client.get(f"{path}?{'genre=X&' * (LONGEST_SEARCH // 8 + 1)}")
    assert (answer.status_code, plain(answer.text).strip()) == (414, plain(WORDS[414]))


def test_the_largest_presentation_that_a_page_may_list_is_taken(client: FlaskClient) -> None:
    slides = [f"carte~genre=F~{'é' * 200}\n{'é' * 400}" for _ in range(MOST_SCREENS)]
    answer = client.post("/deck.pptx", data={"expo": [*slides, "carte~"], "titre": "é" * 200})
    # One too many, which is told by who has read them all.
    assert answer.status_code == 400
    assert "60 vues" in plain(answer.text)


def sent(client: FlaskClient, request: Hostile) -> int:
    """The status of the answer to a hostile request, as a server passes it on."""
    path, _, query = request.target.partition("?")
    names = {name.upper().replace("-", "_"): value for name, value in request.headers.items()}
    kind = names.pop("CONTENT_TYPE", "")
    environ = {f"HTTP_{name}": value.encode().decode("latin-1") for name, value in names.items()}
    answer = client.open(
        "/",
        method=request.method,
        data=request.body,
        content_type=kind,
        environ_overrides={
            **environ,
            "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
            "QUERY_STRING": query.encode().decode("latin-1"),
        },
    )
    assert len(answer.data) < 1_000_000
    return answer.status_code


def test_whatever_is_sent_is_no_error_of_ours(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    wrong = [request for request in hostile(SAMPLE) if sent(client, request) in range(500, 600)]
    assert wrong == []
    assert errors(caplog) == []
