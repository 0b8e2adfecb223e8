"""What has a way to log in to do?"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Protocol

from flask import Flask

from dashboard.access.person import Person
from dashboard.web.outside import Pages


class Method(Protocol):
    """A way to log in: local accounts, or a provider of identities."""

    @property
    def rules(self) -> frozenset[str]:
        """The rules of its routes, which anybody may ask."""

    def attach(self, server: Flask, pages: Pages, regions: Collection[str], /) -> None:
        """Adds its routes. `regions`: the codes of those that the tables know."""

    def person(self, account: str, held: Mapping[str, Any], /) -> Person | None:
        """Whose session it is, in the role of now; None where that person is let in no more."""

    def leaves_by(self, held: Mapping[str, Any], /) -> str:
        """Where somebody who has logged out here can do so elsewhere too; empty where there is no such place."""
