"""Which person do the claims of a provider of identities describe, in which role?

Each value of the roles' claim is a role, `lecteur`, `gestionnaire` or `analyste`, or `gestionnaire:REGION` with the
code of a region; several regions are several values. The widest role counts; what is no role of ours says nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.access.person import Person

NAMES = ("preferred_username", "email", "sub")
"""The claims of which the first one that is told names the person in the log and on the page."""


def person_of(claims: Mapping[str, Any], claim: str) -> Person | None:
    """The person whose roles `claim` tells, such as `realm_access.roles`; None for whom no role of ours is told."""
    told = [value.strip() for value in _values(claims, claim)]
    identity = identity_of(claims)
    name = next((str(claims[name]) for name in NAMES if claims.get(name)), "")
    regions = tuple(
        sorted({value.partition(":")[2] for value in told if value.startswith("gestionnaire:")})
    )
    if "analyste" in told:
        return Person(name, "analyste", identity=identity)
    if "gestionnaire" in told:
        return Person(name, "gestionnaire", identity=identity)
    if any(regions):
        return Person(name, "gestionnaire", tuple(filter(None, regions)), identity)
    return Person(name, "lecteur", identity=identity) if "lecteur" in told else None


def identity_of(claims: Mapping[str, Any]) -> str:
    """The provider and its own identifier of somebody: one person's for ever, while names change and are given on.

    OpenID Connect Core 1.0, section 5.7.
    """
    return f"{claims.get('iss', '')} {claims.get('sub', '')}".strip()


def _values(claims: Mapping[str, Any], claim: str) -> list[str]:
    """What a claim tells: one text or several; a claim whose own name has dots is looked for first."""
    found: Any = claims.get(claim)
    if found is None:
        found = claims
        for name in claim.split("."):
            found = found.get(name) if isinstance(found, Mapping) else None
    if isinstance(found, str):
        return [found]
    return [value for value in found if isinstance(value, str)] if isinstance(found, list) else []
