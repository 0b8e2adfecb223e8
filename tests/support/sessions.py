"""Who asks, in tests of pages and files? One person, whose session is a few fields."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Flask
from markupsafe import Markup

from dashboard.access.person import Person
from dashboard.current import Current
from dashboard.disclosure.policy import DIFFUSION, INTERNAL, Policy
from dashboard.web.browser_files import BrowserFiles


@dataclass
class OneSession:
    """The session of somebody who is shown `pages`, and has asked for `exact` files, or has not."""

    pages: Policy = INTERNAL
    exact: bool = False

    @property
    def all_alike(self) -> bool:
        """It has logged in."""
        return False

    def is_shown_pages(self) -> bool:
        """It has."""
        return True

    def policy(self) -> Policy:
        """What their role shows."""
        return self.pages

    def exported(self) -> Policy:
        """What they have asked for."""
        return self.pages if self.exact else DIFFUSION

    def caller(self) -> str:
        """One person."""
        return "quelqu-un"

    def person(self) -> Person | None:
        """Whose name nobody asks."""
        return None

    def menu(self) -> Markup | None:
        """Nothing."""
        return None

    def attach(self, server: Flask, _current: Current, _files: BrowserFiles, /) -> None:
        """Nothing stands before anything; forms are sealed."""
        server.secret_key = "of a test"
