"""How is what is counted, people or units, named in a sentence?"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.domain.rates import Share
from dashboard.text.numbers import count, share
from dashboard.text.words import counted


@dataclass(frozen=True)
class Noun:
    """What is counted, in words."""

    singular: str
    plural: str
    feminine: bool = False

    def counted(self, number: int) -> str:
        """`aucune UE`, `1 UE`, `12 UE`."""
        return counted(number, self.singular, self.plural, self.feminine)

    def of_base(self, found: Share) -> str:
        """`12 UE sur 40 (30,0 %)`."""
        return f"{self.counted(found.count)} sur {count(found.base)} ({share(found)})"


def agreed(found: Share, singular: str, plural: str) -> str:
    """The verb of a sentence whose subject is `found.count` of something."""
    return singular if found.count < 2 else plural  # noqa: PLR2004 - French plurals start at two


UNITS = Noun("UE", "UE", feminine=True)
PEOPLE = Noun("bénéficiaire", "bénéficiaires")
