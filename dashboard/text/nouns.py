"""How is what is counted, or what divides it, named in a sentence, and how do other words agree with it?"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.domain.statistics.rates import Share
from dashboard.text.numbers import count, share
from dashboard.text.words import VOWELS, counted


@dataclass(frozen=True)
class Noun:
    """A French noun with its gender; one that starts with an h is taken to be elided, as in `l'heure`."""

    singular: str
    plural: str
    feminine: bool = False

    @property
    def definite(self) -> str:
        """With its article, in the singular: `la catégorie`, `le secteur`, `l'activité`."""
        if self.singular[:1].lower() in VOWELS:
            return f"l'{self.singular}"
        return f"{'la' if self.feminine else 'le'} {self.singular}"

    def agreeing(self, adjective: str) -> str:
        """An adjective or participle, given in the masculine, beside the noun in the singular: `connue`."""
        return f"{adjective}e" if self.feminine and not adjective.endswith("e") else adjective

    def counted(self, number: int) -> str:
        """`aucune UE`, `1 UE`, `12 UE`."""
        return counted(number, self.singular, self.plural, self.feminine)

    def of_base(self, part: Share) -> str:
        """`12 UE sur 40 (30,0 %)`."""
        return f"{self.counted(part.count)} sur {count(part.base)} ({share(part)})"


def agreed(part: Share, singular: str, plural: str) -> str:
    """The verb of a sentence whose subject is `part.count` of something."""
    return singular if part.count < 2 else plural  # noqa: PLR2004 - French plurals start at two


UNITS = Noun("UE", "UE", feminine=True)
PEOPLE = Noun("bénéficiaire", "bénéficiaires")
