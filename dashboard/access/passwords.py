"""How is a password kept that nobody can read, and told from a wrong one, one at a time?"""

from __future__ import annotations

from collections.abc import Iterator
from threading import Lock

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.profiles import RFC_9106_LOW_MEMORY

from dashboard.domain.errors import AccessError
from dashboard.text.typography import unbroken

SHORTEST, LONGEST = 12, 256
"""Characters of a password. Length is what counts (CNIL, deliberation 2022-100, and ANSSI ask for 80 bits or for twelve
characters of several kinds, where attempts are limited); more than the latter is an attack on the server's time."""

FEWEST_LETTERS = 5
"""Different characters in it at least: `aaaaaaaaaaaa` is not long."""


class Passwords:
    """Hashes of argon2id, of 64 MiB each: a worker makes one at a time, whoever asks for how many."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)
        self._alone = Lock()
        self._nobody = self._hasher.hash("the password of no account")

    def hashed(self, password: str, name: str) -> str:
        """What is kept of the password of the account `name`; raises AccessError where it is too easily guessed."""
        if faults := list(_faults(password, name)):
            raise AccessError(unbroken(" ".join(faults)))
        with self._alone:
            return self._hasher.hash(password)

    def verify(self, kept: str | None, password: str) -> bool:
        """Whether it is the password of which `kept` was kept; None, for an account that does not exist: as slow."""
        if len(password) > LONGEST:
            return False
        with self._alone:
            try:
                self._hasher.verify(kept or self._nobody, password)
            except (VerificationError, InvalidHashError):
                return False
        return kept is not None


def _faults(password: str, name: str) -> Iterator[str]:
    """Each reason why it is too easily guessed for the account `name`, in French."""
    if not SHORTEST <= len(password) <= LONGEST:
        yield f"Un mot de passe a de {SHORTEST} à {LONGEST} caractères : celui-ci en a {len(password)}."
    if (letters := len(set(password))) < FEWEST_LETTERS:
        yield (
            f"Un mot de passe a au moins {FEWEST_LETTERS} caractères différents : celui-ci en a {letters}."
        )
    if name.lower() in password.lower():
        yield f"Un mot de passe ne contient pas le nom du compte : celui-ci contient « {name} »."
