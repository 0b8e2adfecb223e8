"""What is a key figure in two editions, one of which may not have it, and why not?"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.views.overview.evolution.change import Change


@dataclass(frozen=True)
class Compared(Change):
    """One key figure in this edition and in the one before.

    `lacking` says of each why it has no value, in French and in two or three words; empty where it has one.
    """

    lacking: tuple[str, str] = ("", "")

    @property
    def of_whom(self) -> tuple[str, str]:
        """What each value is of, or why there is none: `73 sur 230`, `pas de T3`."""
        first, second = (
            why if value is None and why and not hidden else of
            for value, why, of, hidden in zip(
                self.values, self.lacking, super().of_whom, self.hidden, strict=True
            )
        )
        return first, second
