"""What did the rules make of the text of one cell?"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dashboard.ingest.raw.rule import Rule


@dataclass(frozen=True, slots=True)
class Cell:
    """`value` is what the cell says, empty for nothing; `rules` changed or blanked it; `refused` leaves its row out."""

    value: str = ""
    rules: tuple[Rule, ...] = ()
    refused: Rule | None = None

    def by(self, *rules: Rule) -> Cell:
        """This cell, which these rules met before."""
        return replace(self, rules=(*rules, *self.rules)) if rules else self
