"""Which door do the settings ask for?"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from dashboard.access.kept import Kept, open_kept
from dashboard.access.sessions import Limits
from dashboard.access.start import AccessSettings
from dashboard.disclosure.policy import Policy
from dashboard.web.login.by_account import ByAccount
from dashboard.web.login.by_provider import ByProvider
from dashboard.web.login.door import Door
from dashboard.web.login.method import Method
from dashboard.web.login.provider import Registration


class DoorSettings(AccessSettings, Protocol):
    """What the settings say of it (`dashboard/settings.py`), once `needs_login` has found nothing missing."""

    @property
    def oidc_roles_claim(self) -> str: ...
    @property
    def session_idle_minutes(self) -> int: ...
    @property
    def session_hours(self) -> int: ...
    @property
    def audit_days(self) -> int: ...


def open_door(asked: DoorSettings, most: Policy) -> Door:
    """The door, behind which nobody sees more than `most`; raises AccessError where its folder cannot be written."""
    limits = Limits(60 * asked.session_idle_minutes, 3600 * asked.session_hours)
    kept = open_kept(asked.access_folder or Path(), limits, asked.audit_days)
    return Door(kept, _method(asked, kept), most, public=asked.public == "oui")


def _method(asked: DoorSettings, kept: Kept) -> Method:
    if asked.access != "oidc":
        return ByAccount(kept)
    secret = asked.oidc_client_secret.get_secret_value() if asked.oidc_client_secret else ""
    registration = Registration(
        asked.oidc_issuer, asked.oidc_client_id, secret, asked.oidc_roles_claim
    )
    return ByProvider(kept, registration)
