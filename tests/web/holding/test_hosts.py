"""Is nothing answered, nor written into a file, for a host that is not ours?"""

import pytest
from flask.testing import FlaskClient

from dashboard.current import Current
from dashboard.publication import Publication
from dashboard.web.holding.hosts import WRONG_HOST, is_ours
from dashboard.web.mount import Mount
from dashboard.web.server import create_app
from tests.support.exhibits import plain

OURS = ("stats.example.org", "other.example.org:8443")


@pytest.mark.parametrize(
    ("host", "scheme", "hosts", "ours"),
    [
        ("stats.example.org", "https", OURS, True),
        ("STATS.example.org:443", "https", OURS, True),
        ("other.example.org:8443", "https", OURS, True),
        ("stats.example.org:81", "http", OURS, False),
        ("other.example.org", "https", OURS, False),
        ("evil.example", "https", OURS, False),
        ("stats.example.org.evil.example", "https", OURS, False),
        ("evil.example:80@stats.example.org", "https", OURS, False),
        ("localhost", "http", OURS, False),
        ("localhost:8050", "http", (), True),
        ("127.0.0.1:8050", "http", (), True),
        ("[::1]:8050", "http", (), True),
        ("192.0.2.1", "http", (), False),
        ("stats.example.org", "http", (), False),
        ("[::1", "http", (), False),
        ("127.0.0.1:99999", "http", (), False),
        ("a b", "http", (), False),
        ("", "http", (), False),
    ],
)
def test_a_host_is_ours_if_it_is_configured_or_else_this_machine(
    host: str, scheme: str, hosts: tuple[str, ...], ours: bool
) -> None:
    assert is_ours(host, scheme, hosts) == ours


@pytest.fixture(scope="module")
def client(publication: Publication) -> FlaskClient:
    app = create_app(Current(publication), mount=Mount(hosts=("stats.example.org",)))
    client: FlaskClient = app.server.test_client()
    return client


@pytest.mark.parametrize("host", ["evil.example", "a b", "[::1", "é.example", "localhost"])
@pytest.mark.parametrize("path", ["/", "/export/emploi.xlsx", "/answer", "/nowhere"])
def test_another_host_is_refused_in_french(client: FlaskClient, host: str, path: str) -> None:
    answer = client.get(path, headers={"Host": host})
    assert (answer.status_code, plain(answer.text).strip()) == (400, plain(WRONG_HOST))


def test_what_a_proxy_says_is_believed_of_none_that_is_not_configured(client: FlaskClient) -> None:
    headers = {"Host": "stats.example.org", "X-Forwarded-Host": "evil.example"}
    assert client.get("/export/emploi.csv", headers=headers).status_code == 200


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_a_probe_may_know_this_machine_by_any_address(client: FlaskClient, path: str) -> None:
    assert client.get(path, headers={"Host": "10.0.0.7:8050"}).status_code == 200
