"""How does a program look at a dashboard that asks who it is? As a person with an account, whose session it has.

The server is the one for users, behind its login: there is no way around that, here neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_urlsafe
from tempfile import TemporaryDirectory

from playwright.sync_api import BrowserContext

from dashboard.access.accounts import Accounts
from dashboard.access.database import Database
from dashboard.access.passwords import Passwords
from dashboard.access.sessions import Limits, Sessions
from dashboard.web.login.cookie import name_below
from tools.served import served

ACCOUNT = "essais"

LONG_S = 24 * 3600
"""How long the session would last, if the server did not say otherwise."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a program shows at each request: the cookie that names its session."""

    name: str
    value: str

    @property
    def headers(self) -> dict[str, str]:
        """As a request sends it."""
        return {"Cookie": f"{self.name}={self.value}"}

    def give(self, context: BrowserContext, address: str) -> None:
        """Has a browser send it to the host of `address`."""
        context.add_cookies([{"name": self.name, "value": self.value, "url": address}])


@contextmanager
def entered(
    log: Path,
    *options: str,
    data: Path | None = None,
    settings: Mapping[str, str] | None = None,
) -> Iterator[tuple[str, Entry]]:
    """As `served`, of tables that nobody sees without a login, or behind a proxy: with what lets a program in.

    It is somebody who sees exact counts.
    """
    given = dict(settings or {})
    with TemporaryDirectory() as made:
        closed = {
            "DASHBOARD_POLICY": "interne",
            "DASHBOARD_ROUNDING_KEY": token_urlsafe(32),
            "DASHBOARD_ACCESS": "comptes",
            "DASHBOARD_ACCESS_FOLDER": made,
        }
        entry = _entry(Database(Path(made)), given.get("DASHBOARD_PATH", "/").rstrip("/"))
        with served(log, *options, data=data, settings=closed | given) as address:
            yield address, entry


def _entry(database: Database, root: str) -> Entry:
    Accounts(database, Passwords()).add(ACCOUNT, token_urlsafe(32), "gestionnaire")
    session = Sessions(database, Limits(LONG_S, LONG_S)).begin(ACCOUNT, {})
    return Entry(name_below(root), session)
