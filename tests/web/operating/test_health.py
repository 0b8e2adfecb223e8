"""Is it told that the dashboard lives, whether it is ready, and why not?"""

from typing import NoReturn

import pytest
from flask import Flask
from flask.testing import FlaskClient

from dashboard.current import Current
from dashboard.disclosure.policy import INTERNAL
from dashboard.publication import Publication
from dashboard.web.operating.health import NOT_READ, NOT_WARM, Health, register_health
from dashboard.web.seen import Same


@pytest.fixture
def health() -> Health:
    return Health()


@pytest.fixture
def client(health: Health, publication: Publication) -> FlaskClient:
    server = Flask(__name__)
    register_health(server, Current(publication), health, Same(INTERNAL))
    client: FlaskClient = server.test_client()
    return client


def test_who_is_not_warm_lives_and_is_not_ready(
    client: FlaskClient, publication: Publication
) -> None:
    alive = client.get("/healthz")
    assert (alive.status_code, alive.get_json()["data_version"]) == (200, publication.version)
    waiting = client.get("/readyz")
    assert waiting.status_code == 503
    assert waiting.get_json() == {
        "status": "unready",
        "parts": ["pages"],
        "reasons": {"pages": NOT_WARM},
    }


def test_who_is_warm_is_ready(client: FlaskClient, health: Health) -> None:
    health.warmed()
    ready = client.get("/readyz")
    assert (ready.status_code, ready.get_json()) == (200, {"status": "ready"})
    assert ready.headers["Cache-Control"] == "no-store"


def test_data_that_cannot_be_read_are_told_and_logged(
    client: FlaskClient,
    health: Health,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fails(*_: object) -> NoReturn:
        raise ConnectionError("postgresql://reader:secret@host")

    health.warmed()
    monkeypatch.setattr(Publication, "tabulate", fails)
    unready = client.get("/readyz")
    assert unready.status_code == 503
    assert unready.get_json()["reasons"] == {"data": NOT_READ}
    assert "the data cannot be read" in caplog.text
    assert client.get("/healthz").status_code == 200


def test_facts_and_reasons_of_other_parts_are_asked_each_time(
    client: FlaskClient, health: Health
) -> None:
    refused: list[str] = []
    health.warmed()
    health.tells("renewal", lambda: {"refused": list(refused)})
    health.hindered_by("engine", lambda: "Le moteur redémarre." if refused else "")
    assert client.get("/healthz").get_json()["renewal"] == {"refused": []}
    assert client.get("/readyz").status_code == 200
    refused.append("abc")
    assert client.get("/healthz").get_json()["renewal"] == {"refused": ["abc"]}
    assert client.get("/readyz").get_json()["reasons"] == {"engine": "Le moteur redémarre."}
