"""How does a test stand before the login, and get in?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from time import time
from typing import Any

from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from dashboard.access.accounts import Accounts
from dashboard.access.audit import Audit
from dashboard.access.database import Database
from dashboard.access.devices import Devices
from dashboard.access.kept import Kept
from dashboard.access.passwords import Passwords
from dashboard.access.sessions import Limits, Sessions
from dashboard.current import Current
from dashboard.disclosure.policy import INTERNAL
from dashboard.web.login.by_account import ByAccount
from dashboard.web.login.door import Door
from dashboard.web.login.method import Method
from dashboard.web.mount import Mount
from dashboard.web.operating.health import Health
from dashboard.web.server import create_app
from tests.support.publications import keyed

PASSWORD = "une phrase pour les essais"
HOST = "observatoire.example.fr"
SITE = f"https://{HOST}"
IDLE_S, WHOLE_S = 600, 3600

ACCOUNTS = {"lea": "lecteur", "gus": "gestionnaire", "ana": "analyste"}

EXAMPLES = {
    "<path:path>": "devenir",
    "<digest>/<path:name>": "0123456789ab/scripts/main.js",
    "<path:filename>": "js/bootstrap.min.js",
    "<string:package_name>/<path:fingerprinted_path>": "dash/deps/react.js",
    "<name>.<suffix>": "statut.csv",
    "<name>": "statut",
    "<digest>": "0123456789ab",
}
"""What stands in an address for each variable of a route."""

quick = Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
"""As strong as tests need it: each of them logs in."""


def kept_in(folder: Path, clock: Callable[[], float] = time) -> Kept:
    """What a server keeps in `folder`, with one account of each role, and one that knows Bretagne alone."""
    database = Database(folder)
    accounts = Accounts(database, quick)
    for name, role in ACCOUNTS.items():
        accounts.add(name, PASSWORD, role)  # type: ignore[arg-type]
    accounts.add("bri", PASSWORD, "gestionnaire", ["53"])
    sessions = Sessions(database, Limits(IDLE_S, WHOLE_S), clock)
    return Kept(
        database,
        accounts,
        sessions,
        Devices(database),
        Audit(folder / "audit", 365),
        database.secret("forms"),
    )


@lru_cache(maxsize=1)
def current() -> Current:
    """The demonstration, of which every role is shown its own."""
    return Current(keyed())


def behind(
    kept: Kept,
    method: Method | None = None,
    *,
    public: bool = False,
    mount: Mount | None = None,
    health: Health | None = None,
) -> Flask:
    """The dashboard behind a door."""
    door = Door(kept, method or ByAccount(kept), INTERNAL, public=public)
    application = create_app(
        current(), mount=mount or Mount(hosts=(HOST,)), health=health, access=door
    )
    server: Flask = application.server
    return server


class Browser(FlaskClient):
    """Somebody who asks over TLS, by our name, and keeps cookies."""

    def open(self, *asked: Any, **more: Any) -> TestResponse:
        return super().open(*asked, **{"base_url": SITE, **more})


def browser(server: Flask) -> Browser:
    """Somebody who has not been here before."""
    return Browser(server, server.response_class, use_cookies=True)


def paths(server: Flask) -> Iterator[tuple[Rule, str]]:
    """Every route, Dash's and other packages' among them, with an address at which it answers."""
    for rule in server.url_map.iter_rules():
        path = rule.rule
        for written, example in EXAMPLES.items():
            path = path.replace(written, example)
        assert "<" not in path, f"a route of which this test has no example: {rule.rule}"
        yield rule, path


def token_in(page: str) -> str:
    """The token of the first form of a page."""
    found = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert found, page
    return found[1]


def log_in(
    client: FlaskClient, name: str, password: str = PASSWORD, back: str = "/devenir"
) -> TestResponse:
    """Fills the form in, and sends it."""
    page = client.get("/connexion", query_string={"retour": back[:1000]}).text
    fields = {"csrf_token": token_in(page), "nom": name, "mot": password, "retour": back}
    return send(client, "/connexion", fields)


def send(client: FlaskClient, path: str, fields: dict[str, str]) -> TestResponse:
    """A form that is sent from a page of ours."""
    return client.post(path, data=fields, headers={"Referer": f"{SITE}/"})


def logged_in(server: Flask, name: str) -> FlaskClient:
    """Somebody who has logged in, however often others have tried to."""
    for counting in server.extensions["limiter"]:
        counting.reset()
    client = browser(server)
    assert log_in(client, name).status_code == 303
    return client
