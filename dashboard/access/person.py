"""Who asks, in which role, and under which policy are counts shown to them?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dashboard.disclosure.policy import DIFFUSION, INTERNAL, Policy, internal_of

Role = Literal["public", "lecteur", "gestionnaire", "analyste"]
"""public: whoever comes, where the institution opens the dashboard; lecteur: rounded counts; gestionnaire: exact ones,
of all regions or of their own; analyste: exact ones, and imports, publications and the audit log."""


@dataclass(frozen=True, slots=True)
class Person:
    """An authorised person: an account's `name`, a role, and the regions of a gestionnaire by code: none are all.

    `identity`: what a provider of identities never gives to anybody else, where one names the person.
    """

    name: str
    role: Role
    regions: tuple[str, ...] = ()
    identity: str = ""

    @property
    def key(self) -> str:
        """By what this person is told from others, also under another name."""
        return self.identity or self.name

    def policy(self, most: Policy) -> Policy:
        """What this person is shown, where `most` is what this dashboard may show to anybody."""
        if most is DIFFUSION or self.role in ("public", "lecteur"):
            return DIFFUSION
        if self.role == "gestionnaire" and self.regions:
            return internal_of(self.regions)
        return INTERNAL


PUBLIC = Person("", "public")
"""Whoever has not logged in."""
