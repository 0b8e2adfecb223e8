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
"""How many letters an abbreviation has at least."""

_PAIR = 2
"""How many letters the end of a plural or feminine adds at most, and a name has that is looked for among others."""


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
    pairs = {(word, other) for word in header for other in name if _same(word, other)}
    covered = _share(header, {word for word, _ in pairs})
    covering = _share(name, {other for _, other in pairs})
    if covered == 1 and covering == 1 and len(header) == len(name):
        return 0.97
    if covering == 1 and _letters(name) >= _PAIR:
        return 0.75 + 0.15 * covered
    if covered == 1 and _letters(header) >= _SHORTEST:
        return 0.6 + 0.2 * covering
    alike = fuzz.token_sort_ratio(" ".join(header), " ".join(name))
    return 0.8 * alike / 100 if alike >= _ALIKE else 0.0


def _share(words: tuple[str, ...], found: set[str]) -> float:
    """The share of the letters of `words` that are in those which were found."""
    return sum(len(word) for word in words if word in found) / _letters(words)


def _same(word: str, of_name: str) -> bool:
    """Whether the word of a header is that of a name, its abbreviation, its plural, or mistyped.

    « univ » is universitaire, but « salaireavant » is more than salaire; words with a digit are only themselves.
    """
    if word == of_name:
        return True
    if not (word.isalpha() and of_name.isalpha()) or min(len(word), len(of_name)) < _SHORTEST:
        return False
    if of_name.startswith(word) or (word.startswith(of_name) and len(word) <= len(of_name) + _PAIR):
        return True
    return fuzz.ratio(word, of_name) >= _ALIKE


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
