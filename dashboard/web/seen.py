"""Which publication is shown to whoever asks, and which goes into what they take away?"""

from __future__ import annotations

import hashlib
from typing import Protocol

from flask import Flask, request
from markupsafe import Markup

from dashboard.access.person import Person
from dashboard.current import Current
from dashboard.disclosure.policy import DIFFUSION, Policy, marked
from dashboard.publication import Publication
from dashboard.web.browser_files import BrowserFiles


class Access(Protocol):
    """Says of the request under way what its sender may see: by the session on this server, never by the request."""

    @property
    def all_alike(self) -> bool:
        """Whether nobody logs in here, and everybody is shown the same."""

    def is_shown_pages(self) -> bool:
        """Whether they are shown anything but the login."""

    def policy(self) -> Policy:
        """Under which policy pages are shown to them."""

    def exported(self) -> Policy:
        """Under which policy files are written for them: `diffusion`, unless the session was asked for exact counts."""

    def caller(self) -> str:
        """By what they are told from others: the name of an account, or a digest of an address."""

    def person(self) -> Person | None:
        """Who they are; None where nobody logs in here, or this one has not."""

    def menu(self) -> Markup | None:
        """What the head of a page offers them: who they are, and the way out; or the way in."""

    def attach(self, server: Flask, current: Current, files: BrowserFiles, /) -> None:
        """Stands before every route of `server`, and adds its own; to be called before any other is added."""


class Same:
    """Everybody who reaches this dashboard is shown the same: the demonstration on one's own machine, and tests.

    Files are written as pages are shown, and bear no mark: the tables are about nobody, and say so.
    """

    def __init__(self, policy: Policy) -> None:
        self._policy = policy

    @property
    def all_alike(self) -> bool:
        """They are."""
        return True

    def is_shown_pages(self) -> bool:
        """They are."""
        return True

    def policy(self) -> Policy:
        """The one policy."""
        return self._policy

    def exported(self) -> Policy:
        """The one policy."""
        return self._policy

    def caller(self) -> str:
        """A digest of the address."""
        return hashlib.sha256((request.remote_addr or "").encode()).hexdigest()[:16]

    def person(self) -> Person | None:
        """Nobody by name."""
        return None

    def menu(self) -> Markup | None:
        """Nothing."""
        return None

    def attach(self, server: Flask, current: Current, files: BrowserFiles, /) -> None:
        """Nothing stands before anything."""


class Seen:
    """The publication that is shown now, as each request may see it: ask once a request and keep nothing."""

    def __init__(self, current: Current, access: Access) -> None:
        self._current = current
        self._access = access

    @property
    def all_alike(self) -> bool:
        """Whether nobody logs in here, and everybody is shown the same."""
        return self._access.all_alike

    def get(self) -> Publication:
        """For a page."""
        return self._under(self._access.policy())

    def exported(self) -> Publication:
        """For a file, a document or a deck. But for `diffusion`, each of its pages is marked, where people log in."""
        return self._under(self._access.exported())

    @property
    def exports_exactly(self) -> bool:
        """Whether files hold exact counts now; asked of a page, which takes nothing away."""
        return self._access.exported().name != DIFFUSION.name

    @property
    def may_export_exactly(self) -> bool:
        """Whether the sender may choose that files hold exact counts: if pages do, and people log in."""
        return not self.all_alike and self._access.policy().name != DIFFUSION.name

    def _under(self, policy: Policy) -> Publication:
        return self._current.get().under(policy if self.all_alike else marked(policy))
