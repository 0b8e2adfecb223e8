"""Which publication is shown to whoever asks, and which goes into what they take away?"""

from __future__ import annotations

from typing import Protocol

from dashboard.disclosure.policy import DIFFUSION, Policy, marked
from dashboard.publication import Current, Publication


class Access(Protocol):
    """Says of the request under way what its sender may see: by the session on this server, never by the request."""

    def policy(self) -> Policy:
        """Under which policy pages are shown to them."""

    def exported(self) -> Policy:
        """Under which policy files are written for them: `diffusion`, unless the session was asked for exact counts."""


class Same:
    """Everybody who reaches this dashboard is shown the same: the demonstration on one's own machine, and tests.

    Files are written as pages are shown, and bear no mark: the tables are about nobody, and say so.
    """

    def __init__(self, policy: Policy) -> None:
        self._policy = policy

    def policy(self) -> Policy:
        """The one policy."""
        return self._policy

    def exported(self) -> Policy:
        """The one policy."""
        return self._policy


class Seen:
    """The publication that is shown now, as each request may see it: ask once a request and keep nothing."""

    def __init__(self, current: Current, access: Access) -> None:
        self._current = current
        self._access = access

    @property
    def all_alike(self) -> bool:
        """Whether nobody has logged in, and everybody is shown the same."""
        return isinstance(self._access, Same)

    def get(self) -> Publication:
        """For a page."""
        return self._under(self._access.policy())

    def exported(self) -> Publication:
        """For a file, a document or a deck. But for `diffusion`, each of its pages is marked, where people log in."""
        return self._under(self._access.exported())

    @property
    def may_export_exactly(self) -> bool:
        """Whether the sender may choose that files hold exact counts: if pages do, and people log in."""
        return not self.all_alike and self._access.policy().name != DIFFUSION.name

    def _under(self, policy: Policy) -> Publication:
        return self._current.get().under(policy if self.all_alike else marked(policy))
