"""By whom does the audit log say that something was done, be it a person in a role or not?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

COMMAND_LINE = "ligne de commande"
"""In place of a role: of whoever types a command on this server, whom no role lets in."""


class Author(Protocol):
    """What the log tells of whoever did something; a person does."""

    @property
    def name(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def identity(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Unproven:
    """Whoever has not proved who they are: the account or identity that they said, or nothing, and no role."""

    name: str = ""
    identity: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Administrator:
    """Whoever types commands on this server, by the name of the machine's account."""

    name: str
    identity: str = ""
    role: str = COMMAND_LINE
