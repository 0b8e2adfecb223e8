"""Which hosts are served, and which name this machine?"""

import pytest

from dashboard.access.hosts import is_loopback_host, is_served, names

SERVED = names("Observatoire.example.fr, interne:8443")


@pytest.mark.parametrize(
    ("host", "scheme", "served"),
    [
        ("observatoire.example.fr", "https", True),
        ("OBSERVATOIRE.example.fr:443", "https", True),
        ("observatoire.example.fr.", "https", True),
        ("observatoire.example.fr:80", "http", True),
        ("interne:8443", "https", True),
        ("observatoire.example.fr:80", "https", False),
        ("observatoire.example.fr:8443", "https", False),
        ("interne", "https", False),
        ("x.observatoire.example.fr", "https", False),
        ("observatoire.example.fr.evil", "https", False),
        ("evil/observatoire.example.fr", "https", False),
        ("evil@observatoire.example.fr:x", "https", False),
        ("observatoire.example.fr#", "https", False),
        ("[::1", "https", False),
        ("", "https", False),
    ],
)
def test_a_host_is_served_by_its_name_and_port(host: str, scheme: str, served: bool) -> None:
    assert is_served(host, scheme, SERVED) == served


def test_nothing_is_served_where_nothing_is_named() -> None:
    assert not is_served("localhost", "http", names(""))


@pytest.mark.parametrize("host", ["localhost", "localhost:8050", "127.0.0.1:1", "[::1]:8050"])
def test_this_machine_is_named(host: str) -> None:
    assert is_loopback_host(host)
