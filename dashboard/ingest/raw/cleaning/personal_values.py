"""Does a text that would be kept as it is hold personal data?"""

from __future__ import annotations

import re
from collections.abc import Iterable

from dashboard.ingest.raw.personal.values import kind_of
from dashboard.ingest.raw.rule import Rule
from dashboard.text.folded import folded

IN_TEXT = Rule(
    "donnée personnelle dans un texte",
    "blanked",
    "Un texte libre gardé qui contient une adresse électronique, un téléphone, une adresse, un numéro de sécurité "
    "sociale, l'identifiant ou un mot des données personnelles de la personne n'est pas écrit.",
)
IN_UNIT = Rule(
    "donnée personnelle dans un code",
    "refused",
    "Un code qui ressemble à une donnée personnelle (adresse électronique, téléphone, numéro de sécurité sociale) : la "
    "ligne est refusée.",
)
RULES = (IN_TEXT, IN_UNIT)

SHORTEST = 3
"""Fewer letters of a name are in many words."""

_WORD = re.compile(r"[^\W_]+")


def looks_personal(text: str) -> bool:
    """Whether personal data stands in `text`, as far as its form tells: an address, a telephone, a number, a name."""
    return kind_of(text) is not None


def words_of(personal: Iterable[str]) -> frozenset[str]:
    """The words, folded, by which a person is named in `personal` texts: those of three letters or more.

    Each text counts as a whole too, without its spaces: a telephone is one however it is grouped.
    """
    words = set()
    for text in map(folded, personal):
        words |= {*_WORD.findall(text), "".join(_WORD.findall(text))}
    return frozenset(word for word in words if len(word) >= SHORTEST)


def names_any(text: str, words: frozenset[str]) -> bool:
    """Whether `text` has one of `words`, by itself or within a longer word."""
    said = folded(text)
    tight = "".join(_WORD.findall(said))
    return any(word in said or word in tight for word in words)
