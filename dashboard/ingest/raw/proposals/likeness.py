"""How sure is it that a header names a variable, by the words of the codebook?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz import fuzz

from dashboard.domain.codebook import Variable
from dashboard.ingest.raw.proposals.heading import Heading, without_brackets, words_of

SURE = 0.95
"""From here on the header is a name of the variable: the same words, abbreviated or in another order at most."""

POSSIBLE = 0.6
"""Below, nothing is said."""

_ALIKE = 88
"""From which likeness of letters on, of 100, two words are one that was mistyped."""

_SHORTEST = 3
"""How many letters an abbreviation has at least, and a name that is looked for among others."""


def likeness(heading: Heading, variable: Variable) -> float:
    """From 0 to 1: how well the text of `heading` names `variable`, whichever of its names is meant.

    A wave is no part of the name of a variable that has one value a wave.
    """
    asked = heading.rest if variable.per_wave else heading.text
    said = f"{asked} {heading.option}" if heading.option else asked
    texts = {said, without_brackets(said), heading.option} - {""}
    return max((_of_words(words_of(t), n) for t in texts for n in _names(variable)), default=0.0)


def _of_words(header: tuple[str, ...], name: tuple[str, ...]) -> float:
    if not header:
        return 0.0
    if header == name:
        return 1.0
    covered = _covered(header, name)
    covering = _covered(name, header)
    if covered == 1 and covering == 1 and len(header) == len(name):
        return 0.97
    if covering == 1 and _letters(name) >= _SHORTEST:
        return 0.75 + 0.15 * covered
    if covered == 1 and _letters(header) >= _SHORTEST:
        return 0.6 + 0.2 * covering
    alike = fuzz.token_sort_ratio(" ".join(header), " ".join(name))
    return 0.8 * alike / 100 if alike >= _ALIKE else 0.0


def _covered(some: tuple[str, ...], others: tuple[str, ...]) -> float:
    """The share of the letters of `some` that are in words which `others` have too."""
    found = sum(len(word) for word in some if any(_same(word, other) for other in others))
    return found / _letters(some)


def _same(word: str, other: str) -> bool:
    """Whether one is the other, its abbreviation, or mistyped; words with a digit are only themselves."""
    if word == other:
        return True
    if not (word.isalpha() and other.isalpha()) or min(len(word), len(other)) < _SHORTEST:
        return False
    if word.startswith(other) or other.startswith(word):
        return True
    return fuzz.ratio(word, other) >= _ALIKE


def _letters(words: tuple[str, ...]) -> int:
    return sum(map(len, words))


@lru_cache(maxsize=256)
def _names_of(texts: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(dict.fromkeys(words for text in texts if (words := words_of(text))))


def _names(variable: Variable) -> Iterator[tuple[str, ...]]:
    """The words of each of its names: label, name in code and in addresses, noun, synonyms."""
    noun = variable.noun.singular if variable.noun is not None else ""
    texts = (variable.label, variable.heading, variable.name, variable.parameter, noun)
    yield from _names_of((*texts, *variable.synonyms))
