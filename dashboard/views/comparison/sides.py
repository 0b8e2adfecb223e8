"""What are the two sides of a comparison called, and which of them is told first?"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.content.comparison.whole import COHORT, by_cohort, left_out
from dashboard.content.content import Content
from dashboard.content.view import Scene
from dashboard.domain.counts import Count, Suppressed
from dashboard.domain.selection import Selection, selection_of
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.selections import selection_inside
from dashboard.text.words import capital

EVERYBODY = "tous les bénéficiaires"
"""What a side is called that has no filter of its own."""

LONGEST = 60
"""Letters of a name that can be said twice in a sentence; a side whose filters take more is called by its letter."""


@dataclass(frozen=True)
class Side:
    """One side: its letter among the filters, what its people are called, and what the compared view says of them.

    `in_words` tells what it has not in common with the other, within a sentence: `femmes`, `promotion 2015-2016`.
    """

    letter: str
    in_words: str
    content: Content

    @property
    def name(self) -> str:
        """The same by itself: `Femmes`, `Promotion 2015-2016`."""
        return capital(self.in_words)

    @property
    def lettered(self) -> str:
        """The letter with the name, where a reader has to find its filters: `A (Femmes)`."""
        return (
            self.letter
            if self.in_words == _by_letter(self.letter)
            else f"{self.letter} ({self.name})"
        )


@dataclass(frozen=True)
class Pair:
    """Both sides: the gap is that of the first less the second. `later`: they are promotions, the latest first."""

    first: Side
    second: Side
    later: bool = False

    @property
    def gap(self) -> str:
        """What the gap is, in words: `promotion 2015-2016 moins promotion 2013-2014`."""
        return f"{self.first.in_words} moins {self.second.in_words}"


def pair_of(scene: Scene, a: Content, b: Content) -> Pair:
    """A, then B; but of two sides whose promotions follow each other, the later one first, whichever is A."""
    names = _names(scene.selection, scene.other, scene.vocabulary)
    sides = Side("A", names[0], a), Side("B", names[1], b)
    first, second = (side.codes(COHORT) for side in (scene.selection, scene.other))
    if not first or not second:
        return Pair(*sides)
    if min(second) > max(first):
        return Pair(sides[1], sides[0], later=True)
    return Pair(*sides, later=min(first) > max(second))


def compared_base(content: Content) -> Count:
    """How many of what a view counts are compared: not those of promotions of which too little is known.

    Of a base that may not be released nothing is taken off.
    """
    out = left_out(content.data_table)
    bases = {(cohort, row.base) for cohort, row in by_cohort(content.data_table) if cohort in out}
    told = [base for _, base in bases if base and not isinstance(base, Suppressed)]
    return content.base - sum(told)


def _names(a: Selection, b: Selection, vocabulary: Vocabulary) -> tuple[str, str]:
    """Each side by the filters that the other has not; by its letter where they are too many to be said.

    Of equal sides, both by all their filters.
    """
    both = {condition for condition in a if condition in set(b)}
    own = [selection_of([c for c in side if c not in both]) for side in (a, b)]
    if a == b:
        own = [a, b]
    names = (selection_inside(vocabulary, s) if s else EVERYBODY for s in own)
    first, second = (
        name if len(name) <= LONGEST else _by_letter(letter)
        for name, letter in zip(names, "AB", strict=True)
    )
    return first, second


def _by_letter(letter: str) -> str:
    return f"sélection {letter}"
