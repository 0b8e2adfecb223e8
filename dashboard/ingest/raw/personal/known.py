"""Does a text name any of the people whose names stand in the files of an import?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from dashboard.text.folded import folded

SHORTEST = 2
"""Letters that a surname has at least."""

_WORD = re.compile(r"[^\W\d_]+")
_HYPHEN = re.compile(r"[-\u2010-\u2015]")
_GIVEN = re.compile(r"\bprenoms?\b|\bfirst ?names?\b|\bgiven ?names?\b")
_SURNAME = re.compile(
    r"\b(?:nom|noms|patronyme|nom patronymique|last ?names?|surname|family ?name)\b"
)
_BOTH = re.compile(r"\bcomplet\b|\bfull ?name\b")

Words = tuple[str, ...]


class Names:
    """The names of people: surnames, and full names. A first name alone may be any word.

    What is looked for is as sure as the columns that hold them: a column of full names gives surnames where these are
    written in capitals and first names are not, else only the pairs of words that stand in it.
    """

    def __init__(self) -> None:
        self._surnames: set[Words] = set()
        self._full: set[Words] = set()
        self._longest = 1

    def add(self, cells: Mapping[str, str]) -> None:
        """The names that one row has, by the headers of their columns."""
        surnames: list[Words] = []
        given: list[Words] = []
        for header, text in cells.items():
            said = " ".join(_WORD.findall(folded(header)))
            first, last = _GIVEN.search(said), _SURNAME.search(said)
            if first and not last:
                given.append(_words(text))
            elif last and not first and not _BOTH.search(said):
                surnames += [_words(text), *map(_words, _HYPHEN.split(text))]
            else:
                self._add_one_column(text)
        for surname in filter(None, surnames):
            self._add_surname(surname)
            for first_names in filter(None, given):
                for called in (first_names, first_names[:1]):
                    self._add_full(called + surname)
                    self._add_full(surname + called)

    def _add_one_column(self, text: str) -> None:
        words = _WORD.findall(text)
        capitals = [word for word in words if word.isupper()]
        if 0 < len(capitals) < len(words):
            self._add_surname(tuple(map(folded, capitals)))
        for one, other in pairwise(map(folded, words)):
            self._add_full((one, other))
            self._add_full((other, one))

    def _add_surname(self, surname: Words) -> None:
        if sum(map(len, surname)) >= SHORTEST:
            self._surnames.add(surname)
            self._longest = max(self._longest, len(surname))

    def _add_full(self, name: Words) -> None:
        self._full.add(name)
        self._longest = max(self._longest, len(name))

    def stand_in(self, text: str) -> bool:
        """Whether `text` has a full name, or a surname whose first and last words begin with capitals."""
        written = _WORD.findall(text)
        folds = tuple(map(folded, written))
        for start in range(len(written)):
            for end in range(start + 1, min(start + self._longest, len(written)) + 1):
                run = folds[start:end]
                capitals = written[start][0].isupper() and written[end - 1][0].isupper()
                if run in self._full or (capitals and run in self._surnames):
                    return True
        return False


def _words(text: str) -> Words:
    return tuple(map(folded, _WORD.findall(text)))
