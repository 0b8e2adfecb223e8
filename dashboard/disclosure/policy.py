"""Under which rules may counts be shown?"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.domain.counts import EXACT, Rules


@dataclass(frozen=True, slots=True)
class Policy:
    """A named set of disclosure rules; `description` tells it to the reader, in French.

    Nothing is released under a policy without `rules`.
    """

    name: str
    description: str
    rules: Rules | None = None


INTERNAL = Policy("interne", "Effectifs exacts, réservés aux partenaires.", EXACT)

POLICIES = {policy.name: policy for policy in (INTERNAL,)}
