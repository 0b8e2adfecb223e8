"""Is a request for one of our hosts? Links in files are written from what it says, so that no other is answered."""

from __future__ import annotations

from collections.abc import Collection
from http import HTTPStatus

from flask import Flask, Response, request

from dashboard.access.hosts import is_loopback_host, is_served
from dashboard.web.holding.refusals import refusal
from dashboard.web.operating.metrics import PREPARING

PROBED = frozenset({"/healthz", "/readyz", "/metrics"})
"""What machines ask by whatever address they know of this one: nothing in their answers is written from it."""

FROM_HERE_ALONE = (
    "Sans identification, ce tableau de bord ne répond qu'à la machine qui le sert, par http://127.0.0.1 ou "
    "http://localhost. Pour l'ouvrir à d'autres, choisissez comment s'identifier : docs/deploy.md."
)

WRONG_HOST = (
    "Ce nom d'hôte n'est pas servi. Utilisez l'adresse que vous a donnée votre établissement "
    "(réglage DASHBOARD_HOSTS)."
)


def is_ours(host: str, scheme: str, hosts: Collection[str]) -> bool:
    """Whether `host` is one of the configured `hosts`; where there are none, whether it is this very machine."""
    return is_served(host, scheme, hosts) if hosts else is_loopback_host(host)


def refuse_other_hosts(server: Flask, hosts: Collection[str]) -> None:
    """Has `server` answer 400, in French, to what names another host than these: first of all that it does.

    Behind proxies the host is the one that the outermost of them was asked by (`mount.py`).
    """

    def refuse() -> Response | None:
        prepared = PREPARING in request.environ
        if prepared or request.path in PROBED or is_ours(_asked(), request.scheme, hosts):
            return None
        return refusal(WRONG_HOST if hosts else FROM_HERE_ALONE, HTTPStatus.BAD_REQUEST)

    server.before_request_funcs.setdefault(None, []).insert(0, refuse)


def _asked() -> str:
    # As it was sent: werkzeug gives nothing for what is malformed, and then the name of this machine.
    host: str = request.environ.get("HTTP_HOST", "")
    return host
