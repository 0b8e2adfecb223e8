"""How does reading say what one of its checks found?"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dashboard.ingest.checks.finding import Finding, Level, Place, Stage
from dashboard.ingest.delimited.unreadable import UnreadableError
from dashboard.text.typography import unbroken


@dataclass(frozen=True, slots=True)
class Found:
    """Writes findings of one stage, about one file or one sheet of it."""

    stage: Stage
    place: Place

    def passed(self, check: str, message: str = "") -> Finding:
        """The check passed; `message` is what it learnt."""
        return self._finding(check, "pass", message)

    def warned(self, check: str, message: str, line: int = 0, column: str = "") -> Finding:
        """Something to look at, that stops nothing."""
        return self._finding(check, "warning", message, line, column)

    def failed(self, check: str, message: str, line: int = 0, column: str = "") -> Finding:
        """Something to mend before the next stage."""
        return self._finding(check, "failure", message, line, column)

    def unreadable(self, error: UnreadableError) -> Finding:
        """What `error` says, with its place."""
        place = replace(self.place, sheet=error.sheet or self.place.sheet, line=error.line)
        return Finding(self.stage, error.check, "failure", str(error), place)

    def _finding(
        self, check: str, level: Level, message: str, line: int = 0, column: str = ""
    ) -> Finding:
        place = replace(self.place, line=line, column=column)
        return Finding(self.stage, check, level, unbroken(message), place)
