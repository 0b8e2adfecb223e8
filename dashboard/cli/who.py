"""Who types a command, and where?"""

from __future__ import annotations

import getpass
import socket


def who() -> str:
    """The user and the machine: for the history of versions, and the audit log."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        # In a container the user may have a number and no name.
        user = "inconnu"
    return f"{user}@{socket.gethostname()}"
