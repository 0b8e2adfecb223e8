"""Which password is an account given? Typed twice, or the first line of the standard input; never an argument."""

from __future__ import annotations

import sys
from getpass import getpass

from dashboard.access.passwords import SHORTEST
from dashboard.domain.errors import AccessError
from dashboard.text.typography import unbroken

ASKED = f"Mot de passe ({SHORTEST} caractères ou plus, sans le nom du compte) : "


def asked_password() -> str:
    """The password; raises AccessError where it is mistyped.

    Other users of a machine can read the arguments of its commands.
    """
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass(unbroken(ASKED))
    if first != getpass(unbroken("Le même mot de passe, encore une fois : ")):
        raise AccessError("Les deux mots de passe diffèrent : rien n'a changé.")
    return first
