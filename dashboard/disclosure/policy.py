"""Under which rules may counts be shown?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Policy:
    """A named set of disclosure rules; `description` tells it to the reader, in French."""

    name: str
    description: str


INTERNAL = Policy("interne", "Effectifs exacts, réservés aux partenaires.")

POLICIES = {policy.name: policy for policy in (INTERNAL,)}
