"""Who asks, in tests of pages and files? One person, whose session is a few fields."""

from __future__ import annotations

from dataclasses import dataclass, field

from dashboard.disclosure.policy import DIFFUSION, INTERNAL, Policy


@dataclass
class OneSession:
    """The session of somebody who is shown `pages`, and what the audit log has been told of it."""

    pages: Policy = INTERNAL
    exact: bool = False
    taken: list[tuple[str, str]] = field(default_factory=list)

    def policy(self) -> Policy:
        """What their role shows."""
        return self.pages

    def exported(self) -> Policy:
        """What they have asked for."""
        return self.pages if self.exact else DIFFUSION

    def export_exactly(self, *, exact: bool) -> None:
        """They have chosen."""
        self.exact = exact

    def took(self, what: str, selection: str) -> None:
        """They have taken something away."""
        self.taken.append((what, selection))
