"""What does the server keep of whom it lets in?"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from ipaddress import ip_address, ip_network
from pathlib import Path

from dashboard.access.accounts import Accounts
from dashboard.access.attempts import Attempts
from dashboard.access.audit import Audit
from dashboard.access.database import Database
from dashboard.access.devices import Devices
from dashboard.access.passwords import Passwords
from dashboard.access.sessions import Limits, Sessions

SIXTH_VERSION, NETWORK_BITS = 6, 64
"""A machine has as many addresses of the sixth version as it likes, in a network of its own."""


@dataclass(frozen=True)
class Kept:
    """The accounts, the sessions, the browsers, the log, and the secret by which forms and addresses are sealed."""

    database: Database
    accounts: Accounts
    sessions: Sessions
    devices: Devices
    audit: Audit
    secret: str

    def forget(self) -> None:
        """Removes what is kept no longer: sessions and attempts that are over, the oldest months of the log."""
        self.sessions.forget()
        Attempts(database=self.database).forget()
        self.audit.retain()

    def digest_of(self, address: str) -> str:
        """What stands for the address of somebody without an account: the same each time, and not the address."""
        try:
            ip = ip_address(address)
        except ValueError:
            known = address
        else:
            whole = ip.version != SIXTH_VERSION
            known = str(ip) if whole else str(ip_network(f"{address}/{NETWORK_BITS}", strict=False))
        return hmac.new(self.secret.encode(), known.encode(), hashlib.sha256).hexdigest()[:16]


def open_kept(folder: Path, limits: Limits, audit_days: int) -> Kept:
    """What is kept in `folder`, made at need; raises AccessError where that cannot be written."""
    database = Database(folder)
    return Kept(
        database,
        Accounts(database, Passwords()),
        Sessions(database, limits),
        Devices(database),
        Audit(folder / "audit", audit_days),
        database.secret("forms"),
    )
