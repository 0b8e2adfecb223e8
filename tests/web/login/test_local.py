"""Without a login, is nobody answered but whoever sits at this machine?"""

import pytest
from flask.testing import FlaskClient

from dashboard.disclosure.policy import INTERNAL
from dashboard.web.login.local import Local
from dashboard.web.server import create_app
from tests.support.doors import current


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    client: FlaskClient = create_app(current(), access=Local(INTERNAL)).server.test_client()
    return client


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("127.0.0.1", "127.0.0.1:8050"),
        ("127.0.0.1", "localhost:8050"),
        ("::1", "[::1]:8050"),
        ("::ffff:127.0.0.1", "localhost"),
        ("127.8.9.1", "127.0.0.1"),
    ],
)
def test_this_machine_is_answered(client: FlaskClient, address: str, host: str) -> None:
    asked = {"REMOTE_ADDR": address, "HTTP_HOST": host}
    assert client.get("/healthz", environ_overrides=asked).status_code == 200


@pytest.mark.parametrize(
    ("address", "host", "status"),
    [
        ("192.0.2.1", "127.0.0.1:8050", 403),
        ("10.0.0.1", "localhost", 403),
        ("", "localhost", 403),
        ("127.0.0.1", "evil.example", 400),
        ("127.0.0.1", "localhost.evil.example", 400),
        ("127.0.0.1", "127.0.0.1.nip.example", 400),
        ("127.0.0.1", "evil@localhost", 400),
        ("127.0.0.1", "", 400),
    ],
)
def test_no_other_machine_and_no_other_name_is(
    client: FlaskClient, address: str, host: str, status: int
) -> None:
    asked = {"REMOTE_ADDR": address, "HTTP_HOST": host}
    answer = client.get("/", environ_overrides=asked)
    assert answer.status_code == status
    assert "docs/deploy.md" in answer.text


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "Via", "X-Forwarded-Host"])
def test_nobody_is_answered_through_a_proxy(client: FlaskClient, header: str) -> None:
    assert client.get("/", headers={header: "127.0.0.1"}).status_code == 403
