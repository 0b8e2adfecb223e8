"""Does the log tell each request in one line, for a person or a machine, and nothing of who asked?"""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from typing import NoReturn

import pytest
from flask.testing import FlaskClient

from dashboard.current import Current
from dashboard.publication import Publication
from dashboard.web import remembered
from dashboard.web.mount import Mount
from dashboard.web.operating.log import Format, handled
from dashboard.web.server import create_app

BROWSER = {"User-Agent": "Firefox of Anne", "Referer": "https://intranet/anne", "Cookie": "anne=1"}


@contextmanager
def written(form: Format, level: int = logging.INFO) -> Iterator[StringIO]:
    """What is logged meanwhile, as `start_logging` has it written."""
    stream, root = StringIO(), logging.getLogger()
    handler, before = handled(logging.StreamHandler(stream), form), root.level
    root.addHandler(handler)
    root.setLevel(level)
    try:
        yield stream
    finally:
        root.removeHandler(handler)
        root.setLevel(before)


@pytest.fixture(scope="module")
def client(publication: Publication) -> FlaskClient:
    client: FlaskClient = create_app(Current(publication)).server.test_client()
    return client


@pytest.fixture(scope="module")
def behind_a_proxy(publication: Publication) -> FlaskClient:
    app = create_app(Current(publication), mount=Mount(proxies=1))
    client: FlaskClient = app.server.test_client()
    return client


def test_a_request_is_one_object_of_json(client: FlaskClient) -> None:
    with written("json") as log:
        answer = client.get("/export/statut.csv?genre=F&region=corse", headers=BROWSER)
        answer.close()
    (line,) = log.getvalue().splitlines()
    told = json.loads(line)
    assert told.pop("time")
    assert told.pop("ms") > 0
    assert told.pop("message").startswith("GET /export/statut.csv 200 ")
    assert told == {
        "level": "INFO",
        "logger": "dashboard.requests",
        "method": "GET",
        "path": "/export/statut.csv",
        "status": 200,
        "bytes": len(answer.data),
        "request_id": answer.headers["X-Request-ID"],
    }


@pytest.mark.parametrize("form", ["text", "json"])
def test_nothing_of_the_person_who_asks_or_of_whom_is_logged(
    behind_a_proxy: FlaskClient, form: Format
) -> None:
    with written(form) as log:
        headers = BROWSER | {"X-Forwarded-For": "192.0.2.7"}
        behind_a_proxy.get("/?genre=F&region=corse&nom=Anne", headers=headers).close()
        behind_a_proxy.get("/fiche?region=corse", headers=headers).close()
        behind_a_proxy.post("/answer", data=b"Anne", headers=headers).close()
    said = log.getvalue()
    assert len(said.splitlines()) == 3
    for word in ("Anne", "anne", "corse", "genre", "192.0.2.7", "127.0.0.1", "Firefox"):
        assert word not in said


def test_no_address_begins_a_line_of_its_own(client: FlaskClient) -> None:
    with written("text") as log:
        client.get("/nowhere%0A2026-11-30 INFO forged").close()
    assert len(log.getvalue().splitlines()) == 1
    assert "/nowhere%0A2026-11-30%20INFO%20forged" in log.getvalue()


@pytest.mark.parametrize(
    ("proxies", "given", "taken"),
    [
        (1, "4f1c2d3e-proxy", True),
        (0, "4f1c2d3e-proxy", False),
        (1, "short", False),
        (1, "x" * 65, False),
        (1, "with spaces in it", False),
        (1, "forged] ERROR", False),
    ],
)
def test_the_identifier_of_a_request_is_the_proxys_where_it_is_well_formed(
    client: FlaskClient, behind_a_proxy: FlaskClient, proxies: int, given: str, taken: bool
) -> None:
    asking = behind_a_proxy if proxies else client
    answers = [asking.get("/healthz", headers={"X-Request-ID": given}) for _ in range(2)]
    told = {answer.headers["X-Request-ID"] for answer in answers}
    assert (told == {given}) is taken
    assert len(told) == (1 if taken else 2)


def test_an_error_has_its_traceback_in_the_log_alone_and_the_identifier_of_its_request(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> NoReturn:
        raise ZeroDivisionError("what only we may read")

    monkeypatch.setattr(remembered, "answer", fails)
    with written("json") as log:
        answer = client.get("/devenir?region=bourgogne")
        answer.close()
    assert answer.status_code == 500
    assert "only we" not in answer.text
    error, request = map(json.loads, log.getvalue().splitlines())
    assert "what only we may read" in error["exc_info"]
    assert error["request_id"] == request["request_id"] == answer.headers["X-Request-ID"]
    assert request["status"] == 500
    assert "bourgogne" not in log.getvalue()


@pytest.mark.parametrize(
    ("said", "arguments", "told"),
    [
        ("Invalid request from ip=192.0.2.7: Invalid HTTP Version", (), "Invalid request: Invalid HTTP Version"),
        ("Error handling request %s %s", ("GET", "/?region=corse"), "Error handling request GET /"),
        ("Worker exiting (pid: %s)", (7,), "Worker exiting (pid: 7)"),
    ],
)  # fmt: skip
def test_gunicorn_tells_no_address_either(
    said: str, arguments: tuple[object, ...], told: str
) -> None:
    with written("text") as log:
        logging.getLogger("gunicorn.test").warning(said, *arguments)
    assert log.getvalue().rstrip("\n").endswith(f"gunicorn.test {told}")
