"""Which person do the claims of a provider of identities describe, in which role?

Each value of the roles' claim is a role, `lecteur`, `gestionnaire` or `analyste`, or `gestionnaire:REGION` with the
code of a region; several regions are several values. The widest role counts; what is no role of ours says nothing, and
a region that the tables do not know is told in the log, for whoever has mistyped it at the provider.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from dashboard.access.person import Person

_LOG = logging.getLogger(__name__)

REGIONAL = "gestionnaire:"

NAMES = ("preferred_username", "email", "sub")
"""The claims of which the first one that is told names the person in the log and on the page."""


def person_of(claims: Mapping[str, Any], claim: str, known: Collection[str]) -> Person | None:
    """The person whose roles `claim` tells, such as `realm_access.roles`; None for whom no role of ours is told.

    `known`: the codes of regions that there are.
    """
    told = [value.strip() for value in _values(claims, claim)]
    identity = identity_of(claims)
    name = next((str(claims[name]) for name in NAMES if claims.get(name)), "")
    regions = tuple(sorted(set(_regions(told, known))))
    if "analyste" in told:
        return Person(name, "analyste", identity=identity)
    if "gestionnaire" in told:
        return Person(name, "gestionnaire", identity=identity)
    if regions:
        return Person(name, "gestionnaire", regions, identity)
    return Person(name, "lecteur", identity=identity) if "lecteur" in told else None


def identity_of(claims: Mapping[str, Any]) -> str:
    """The provider and its own identifier of somebody: one person's for ever, while names change and are given on.

    OpenID Connect Core 1.0, section 5.7.
    """
    return f"{claims.get('iss', '')} {claims.get('sub', '')}".strip()


def _regions(told: list[str], known: Collection[str]) -> Iterator[str]:
    """The codes of regions that roles name."""
    for value in told:
        code = value.removeprefix(REGIONAL)
        if code in known and value != code:
            yield code
        elif value.startswith(REGIONAL):
            _LOG.warning("the provider names a region that the tables do not know: %r", code[:40])


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
