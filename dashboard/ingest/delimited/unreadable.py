"""Why can a file not be read, and where in it?"""

from __future__ import annotations

from dashboard.domain.errors import DashboardError
from dashboard.text.typography import unbroken


class UnreadableError(DashboardError):
    """A named check of reading has failed; the text says in French what is there and what to do.

    `line` is 0, `sheet` empty, where the fault has no such place.
    """

    def __init__(self, check: str, message: str, line: int = 0, sheet: str = "") -> None:
        super().__init__(unbroken(message))
        self.check, self.line, self.sheet = check, line, sheet
