"""Which category does an answer mean?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from dashboard.domain.codebook import Category, Variable
from dashboard.ingest.personal.values import kind_of
from dashboard.text.folded import folded

CLOSE = 88
"""From which likeness on, of 100, an answer is taken for a label that was mistyped, to be confirmed."""

_SHORTEST = 3
"""A text of so few letters is near to too many others."""

_CODE = re.compile(r"^(?:\[\w{1,6}\]|\w{1,3}\s?[-.:=)])\s+|\s*\[\w{1,6}\]$")
"""What stands around an answer without being one: `[A1] CDI`, `CDI [A1]`, `1 - Oui`."""

_BRACKETS = re.compile(r"^(.*\S)\s*\(([^()]+)\)$")


@dataclass(frozen=True, slots=True)
class Meaning:
    """The code that an answer means; not `sure` where the answer only looks like it."""

    code: str
    sure: bool


class Answers:
    """The answers that mean a category or an absence of `variable`."""

    def __init__(self, variable: Variable) -> None:
        self.variable = variable
        self._known = _known(variable)

    def meaning_of(self, text: str, *, near: bool = True) -> Meaning | None:
        """What `text` means; None where it is no answer that is known, nor `near` one where that is asked."""
        said = folded(text)
        for words in (said, folded(_CODE.sub("", text.strip())), _words(text)):
            if words in self._known:
                return Meaning(self._known[words], sure=True)
        if not near or len(said) <= _SHORTEST or kind_of(text) is not None:
            return None
        best = process.extractOne(said, self._known.keys(), scorer=fuzz.ratio, score_cutoff=CLOSE)
        return Meaning(self._known[best[0]], sure=False) if best is not None else None


def _known(variable: Variable) -> Mapping[str, str]:
    """What each text means, folded; a text that would mean two things means none, unless it is the code of one."""
    known: dict[str, str] = {}
    for words in (_codes, _labels, _synonyms, _parts):
        found: dict[str, set[str]] = {}
        for category in (*variable.categories, *variable.absences):
            for text in () if category.derived else words(category):
                for said in {folded(text), _words(text)}:
                    found.setdefault(said, set()).add(category.code)
        sure = {said: codes.pop() for said, codes in found.items() if said and len(codes) == 1}
        known = {**sure, **known}
    return known


def _words(text: str) -> str:
    """`text` without the signs between its words: « Ile de France » is Île-de-France, « Bac +2 » bac+2.

    Itself where it begins with a sign: « < 12 mois » is not « 12 mois ».
    """
    said = folded(text)
    if not said[:1].isalnum():
        return said
    return " ".join(re.findall(r"[a-z0-9+]+", re.sub(r"\s*\+\s*", "+", said)))


def _codes(category: Category) -> Iterator[str]:
    yield category.code


def _labels(category: Category) -> Iterator[str]:
    yield from (category.label, category.short, category.address, category.parameter_value)


def _synonyms(category: Category) -> Iterator[str]:
    yield from category.synonyms


def _parts(category: Category) -> Iterator[str]:
    """What stands before brackets, and in them: « DE (moins d'un an) »."""
    found = _BRACKETS.match(category.label)
    if found is not None:
        yield from found.groups()
