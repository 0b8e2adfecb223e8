"""By which names may this dashboard be asked?"""

from __future__ import annotations

from collections.abc import Collection
from ipaddress import ip_address
from urllib.parse import urlsplit

USUAL = {"http": 80, "https": 443}


def is_served(host: str, scheme: str, served: Collection[str]) -> bool:
    """Whether `host`, as a request names it over `scheme`, is one of those `served`.

    A name without a port stands for the usual one of the scheme, in both.
    """
    asked = _parts(host, scheme)
    return asked is not None and any(asked == _parts(name, scheme) for name in served)


def is_loopback_host(host: str) -> bool:
    """Whether a request names this very machine, at any port."""
    parts = _parts(host, "http")
    return parts is not None and (parts[0] == "localhost" or is_loopback(parts[0]))


def is_loopback(address: str) -> bool:
    """Whether an address is that of a machine to itself."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    mapped = getattr(found, "ipv4_mapped", None)
    return (mapped or found).is_loopback


def names(setting: str) -> tuple[str, ...]:
    """The hosts that a setting lists, separated by commas."""
    return tuple(filter(None, (name.strip().lower() for name in setting.split(","))))


def _parts(host: str, scheme: str) -> tuple[str, int] | None:
    """Name and port; None for what is no host."""
    if not host or any(letter in host for letter in "/?#@\\ \t\r\n"):
        return None
    try:
        split = urlsplit(f"//{host}")
        port = split.port
    except ValueError:
        return None
    name = split.hostname
    return (name.rstrip("."), USUAL.get(scheme, 80) if port is None else port) if name else None
