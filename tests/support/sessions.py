"""Who asks, in tests of pages and files? One person, whose session is a few fields."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.disclosure.policy import DIFFUSION, INTERNAL, Policy


@dataclass
class OneSession:
    """The session of somebody who is shown `pages`, and has asked for `exact` files, or has not."""

    pages: Policy = INTERNAL
    exact: bool = False

    def policy(self) -> Policy:
        """What their role shows."""
        return self.pages

    def exported(self) -> Policy:
        """What they have asked for."""
        return self.pages if self.exact else DIFFUSION
