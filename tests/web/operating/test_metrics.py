"""Are requests, answers and what is counted told to Prometheus, and to this machine alone?"""

from dataclasses import dataclass

import pytest
from flask.testing import FlaskClient
from prometheus_client.parser import text_string_to_metric_families

from dashboard.current import Current
from dashboard.publication import Publication
from dashboard.web.mount import Mount
from dashboard.web.operating.metrics import Metrics
from dashboard.web.server import create_app


@pytest.fixture(scope="module")
def client(publication: Publication) -> FlaskClient:
    client: FlaskClient = create_app(Current(publication)).server.test_client()
    return client


@pytest.fixture(scope="module")
def behind_a_proxy(publication: Publication) -> FlaskClient:
    app = create_app(Current(publication), mount=Mount(proxies=1))
    client: FlaskClient = app.server.test_client()
    return client


Labels = dict[str, str]


def samples(text: str) -> dict[tuple[str, frozenset[tuple[str, str]]], float]:
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def told(client: FlaskClient, name: str, **labels: str) -> float:
    """The value of one sample, 0 where it is not there yet."""
    return samples(client.get("/metrics").text).get((name, frozenset(labels.items())), 0)


# The first test of all: others ask.
def test_what_makes_the_pages_ready_is_not_counted(
    client: FlaskClient, publication: Publication
) -> None:
    first = samples(client.get("/metrics").text)
    assert not [name for name, _ in first if name == "dashboard_requests_total"]
    day = publication.dated.isoformat()
    assert told(client, "dashboard_data_info", version=publication.version, dated=day) == 1


@pytest.mark.parametrize(
    ("path", "route", "status"),
    [
        ("/?genre=F", "/", "200"),
        ("/devenir?region=corse", "/devenir", "200"),
        ("/devenir/", "/devenir", "200"),
        ("/somebody.s-name", "elsewhere", "404"),
        ("/export/statut.csv?genre=F", "/export/<name>.<suffix>", "200"),
        ("/export/meteo.csv", "/export/<name>.<suffix>", "404"),
        ("/files/old/scripts/main.js", "/files/<digest>/<path:name>", "404"),
        ("/bilan?genre=x", "/bilan", "400"),
    ],
)
def test_a_request_is_counted_by_its_route_and_status(
    client: FlaskClient, path: str, route: str, status: str
) -> None:
    asked = {"method": "GET", "route": route, "status": status}
    counted = {
        "dashboard_requests_total": asked,
        "dashboard_request_seconds_count": {"route": route},
        "dashboard_request_seconds_bucket": {"route": route, "le": "+Inf"},
    }
    before = {name: told(client, name, **labels) for name, labels in counted.items()}
    for _ in range(2):
        with client.get(path) as answer:
            assert str(answer.status_code) == status
    after = {name: told(client, name, **labels) for name, labels in counted.items()}
    assert after == {name: value + 2 for name, value in before.items()}


def test_no_word_of_a_stranger_becomes_a_label(client: FlaskClient) -> None:
    client.open("/nobody@example.org", method="BREW").close()
    text = client.get("/metrics").text
    assert "BREW" not in text
    assert "nobody" not in text
    assert told(client, "dashboard_requests_total", method="other", route="elsewhere", status="405")


def test_answers_are_told_by_whether_they_were_made(client: FlaskClient) -> None:
    def given() -> list[float]:
        origins = ("made", "remembered")
        return [told(client, "dashboard_answers_total", origin=origin) for origin in origins]

    made, remembered = given()
    for _ in range(3):
        client.get("/territoires?genre=F&age=30-39").close()
    assert given() == [made + 1, remembered + 2]


def test_nobody_waits_for_a_deck_once_it_is_sent(client: FlaskClient) -> None:
    assert client.get("/deck.pptx?expo=statut").status_code == 200
    assert told(client, "dashboard_documents_waiting") == 0


@dataclass(frozen=True)
class Counted:
    hits: int
    misses: int
    seconds: float


def test_tables_are_counted_on_from_one_request_to_the_next_and_anew_for_another_version(
    publication: Publication,
) -> None:
    metrics = Metrics()
    for version, counted in (
        ("a", Counted(10, 2, 0.5)),
        ("a", Counted(15, 2, 0.5)),
        ("b", Counted(1, 1, 0.25)),
    ):
        metrics.counted(version, counted)
    read = samples(metrics.written(publication).decode())
    assert read["dashboard_tables_total", frozenset({("cube", "hit")})] == 16
    assert read["dashboard_tables_total", frozenset({("cube", "miss")})] == 3
    assert read["dashboard_table_miss_seconds_total", frozenset()] == 0.75


FORWARDED = {"X-Forwarded-For": "192.0.2.7"}


@pytest.mark.parametrize(
    ("proxies", "peer", "headers", "status"),
    [
        (0, "127.0.0.1", {}, 200),
        (0, "::1", {}, 200),
        (0, "192.0.2.7", {}, 404),
        # A proxy on this machine that nobody has configured stands for anybody.
        (0, "127.0.0.1", FORWARDED, 404),
        (0, "127.0.0.1", {"Forwarded": "for=192.0.2.7"}, 404),
        (1, "127.0.0.1", {}, 200),
        (1, "127.0.0.1", FORWARDED, 404),
        (1, "127.0.0.1", {"X-Forwarded-For": "127.0.0.1, 192.0.2.7"}, 404),
        # Whoever reaches the port itself may write that.
        (1, "192.0.2.7", {"X-Forwarded-For": "127.0.0.1"}, 404),
        (1, "127.0.0.1", {"X-Forwarded-For": "127.0.0.1"}, 404),
        (1, "127.0.0.1", {"X-Forwarded-Host": "stats.example.org"}, 404),
        (1, "192.0.2.7", {}, 404),
        (0, "", {}, 404),
    ],
)
def test_metrics_are_for_this_machine_alone(
    client: FlaskClient,
    behind_a_proxy: FlaskClient,
    proxies: int,
    peer: str,
    headers: Labels,
    status: int,
) -> None:
    asking = behind_a_proxy if proxies else client
    answer = asking.get("/metrics", headers=headers, environ_overrides={"REMOTE_ADDR": peer})
    assert answer.status_code == status
    if status == 404:
        assert "dashboard_" not in answer.text
