"""What does one raw row say, once its cells are written as the codebook has them?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dashboard.ingest.raw.ledger import Origin
from dashboard.ingest.raw.rule import Rule

ROW = ""
"""Stands for the wave of the row itself among those that its cells describe."""


@dataclass(frozen=True, slots=True)
class Record:
    """A row: `person` is a pseudonym.

    `said` gives, by wave (`ROW` for the row's own) and variable, what is said; what is not said is not there. `births`
    gives birth dates by the variable of the age that follows from them. `answered_on` is the day of the questionnaire,
    `fixed` that it is one for all of its table. `ticked` are the codes of a multiple choice, `texts` kept free texts by
    their column, `personal` what the row says of the person that nobody may write, identifier included. `unreadable`
    has the rule by which nothing can be read in the cell of a variable, `columns` the header that feeds each variable.
    `typed` gives the codes that are written as they stand, as they stood.
    """

    origin: Origin
    person: str
    said: Mapping[str, Mapping[str, str]]
    births: Mapping[str, date] = field(default_factory=dict)
    answered_on: date | None = None
    fixed: bool = False
    ticked: frozenset[str] = frozenset()
    texts: Mapping[str, str] = field(default_factory=dict)
    personal: tuple[str, ...] = field(default=(), repr=False)
    unreadable: Mapping[str, Rule] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    typed: Mapping[str, str] = field(default_factory=dict, repr=False)

    def value(self, variable: str) -> str:
        """What the row says of `variable`; empty where it says nothing."""
        return self.said[ROW].get(variable, "")
