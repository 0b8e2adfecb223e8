"""What is a rule of an import: its name, what it does to what it meets, and in which sentence that is told?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Effect = Literal["changed", "blanked", "merged", "refused", "decided"]
"""What a rule does to what it meets.

changed: a cell is written otherwise. blanked: a cell is left out, its row stays. merged: a row adds nothing to another.
refused: a row is left out. decided: sources disagree on a person or on a day, and the rule chooses.
"""

EFFECTS: dict[Effect, str] = {
    "changed": "cellules réécrites",
    "blanked": "cellules vidées",
    "merged": "lignes fusionnées",
    "refused": "lignes refusées",
    "decided": "désaccords tranchés",
}
"""What is counted of a rule with each effect, in French."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: `name` stands in `refused.csv` and in the report, `sentence` says in French what it does and why."""

    name: str
    effect: Effect
    sentence: str
