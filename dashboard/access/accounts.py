"""Which local accounts are there, in which role, and is this the password of one?"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast

from dashboard.access.database import Database
from dashboard.access.passwords import Passwords
from dashboard.access.person import Person, Role
from dashboard.domain.errors import AccessError
from dashboard.text.typography import unbroken

ROLES: tuple[Role, ...] = ("lecteur", "gestionnaire", "analyste")
"""Those that an account may have: `public` is for whoever has none."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@-]{1,63}")


@dataclass(frozen=True, slots=True)
class Account:
    """An account as the command line lists it; `since`: its day of making."""

    person: Person
    disabled: bool
    since: str


class Accounts:
    """The accounts of a database. Each change ends every session of that account, and forgets its browsers.

    Every method that names an account raises AccessError, in French, where there is none of that name.
    """

    def __init__(self, database: Database, passwords: Passwords) -> None:
        self._database = database
        self._passwords = passwords

    def add(self, name: str, password: str, role: Role, regions: Sequence[str] = ()) -> Person:
        """Makes an account; raises AccessError where the name, the password, the role or the regions are refused."""
        if not _NAME.fullmatch(name):
            told = f"« {name} » : un nom a de 2 à 64 lettres sans accent, chiffres, points, tirets ou arobases."
            raise AccessError(unbroken(told))
        person = Person(name, *_granted(role, regions))
        row = (name, person.role, ",".join(person.regions), self._passwords.hashed(password, name))
        with self._database.writing(for_good=True) as connection:
            try:
                connection.execute(
                    "INSERT INTO accounts VALUES (?, ?, ?, ?, 0, ?)", (*row, _today())
                )
            except sqlite3.IntegrityError as error:
                raise AccessError(unbroken(f"Le compte « {name} » existe déjà.")) from error
        return person

    def all(self) -> list[Account]:
        """The accounts, by name."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT * FROM accounts ORDER BY name").fetchall()
        return [_account(row) for row in rows]

    def person(self, name: str) -> Person | None:
        """Whose account it is, in the role that it has now; None where there is none, or it is disabled."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT * FROM accounts WHERE name = ?", (name,)).fetchone()
        account = _account(row) if row else None
        return None if account is None or account.disabled else account.person

    def identified(self, name: str, password: str) -> Person | None:
        """Whose name and password these are; as slow, and as silent, for an account that does not exist."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT name, password, disabled FROM accounts WHERE name = ?", (name,)
            ).fetchone()
        right = self._passwords.verify(row[1] if row else None, password)
        if row is None or not right or row[2]:
            return None
        return self.person(row[0])

    def set_password(self, name: str, password: str) -> None:
        """Another password."""
        self._change(name, "password = ?", self._passwords.hashed(password, name))

    def set_role(self, name: str, role: Role, regions: Sequence[str] = ()) -> Person:
        """Another role, or other regions: what is shown follows at the next request."""
        granted, kept = _granted(role, regions)
        self._change(name, "role = ?, regions = ?", granted, ",".join(kept))
        return Person(name, granted, kept)

    def disable(self, name: str, *, disabled: bool = True) -> None:
        """Lets nobody in by this account any more, or again."""
        self._change(name, "disabled = ?", int(disabled))

    def remove(self, name: str) -> str:
        """Erases an account with its password, its role and its sessions, and tells how its name was written."""
        with self._database.writing(for_good=True) as connection:
            found = connection.execute(
                "DELETE FROM accounts WHERE name = ? RETURNING name", (name,)
            ).fetchone()
            if found is None:
                raise _unknown(name)
            connection.execute("DELETE FROM sessions WHERE account = ?", (name,))
            connection.execute("DELETE FROM devices WHERE account = ?", (name,))
        return str(found[0])

    def _change(self, name: str, what: str, *values: str | int) -> None:
        with self._database.writing(for_good=True) as connection:
            changed = connection.execute(
                f"UPDATE accounts SET {what} WHERE name = ?",  # noqa: S608 - `what` is one of ours, above.
                (*values, name),
            ).rowcount
            if not changed:
                raise _unknown(name)
            connection.execute("DELETE FROM sessions WHERE account = ?", (name,))
            connection.execute("DELETE FROM devices WHERE account = ?", (name,))


def _granted(role: Role, regions: Sequence[str]) -> tuple[Role, tuple[str, ...]]:
    """A role that accounts may have, with its regions by code; raises AccessError."""
    if role not in ROLES:
        raise AccessError(
            unbroken(f"Rôle « {role} » inconnu ; rôles possibles : {', '.join(ROLES)}.")
        )
    if regions and role != "gestionnaire":
        raise AccessError(unbroken(f"Le rôle {role} n'a pas de régions : seul gestionnaire en a."))
    return role, tuple(sorted(set(regions)))


def _unknown(name: str) -> AccessError:
    return AccessError(unbroken(f"Le compte « {name} » n'existe pas."))


def _account(row: tuple[str, str, str, str, int, str]) -> Account:
    name, role, regions, _, disabled, since = row
    person = Person(name, cast("Role", role), tuple(filter(None, regions.split(","))))
    return Account(person, bool(disabled), since)


def _today() -> str:
    return datetime.now(UTC).date().isoformat()
