"""Which publication is shown to whoever asks, and which goes into what they take away?"""

from __future__ import annotations

import hashlib
from typing import Protocol

from flask import request

from dashboard.disclosure.policy import Policy
from dashboard.publication import Current, Publication


class Access(Protocol):
    """Says of the request under way what its sender may see: by the session on this server, never by the request."""

    def policy(self) -> Policy:
        """Under which policy pages are shown to them."""

    def exported(self) -> Policy:
        """Under which policy files are written for them."""

    def caller(self) -> str:
        """By what they are told from others: the name of an account, or a digest of an address."""


class Same:
    """Everybody who reaches this dashboard is shown the same: the demonstration on one's own machine, and tests."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy

    def policy(self) -> Policy:
        """The one policy."""
        return self._policy

    def exported(self) -> Policy:
        """The one policy."""
        return self._policy

    def caller(self) -> str:
        """A digest of the address."""
        return hashlib.sha256((request.remote_addr or "").encode()).hexdigest()[:16]


class Seen:
    """The publication that is shown now, as each request may see it: ask once a request and keep nothing."""

    def __init__(self, current: Current, access: Access) -> None:
        self._current = current
        self._access = access

    def get(self) -> Publication:
        """For a page."""
        return self._current.get().under(self._access.policy())

    def exported(self) -> Publication:
        """For a file, a document or a deck."""
        return self._current.get().under(self._access.exported())
