"""Does a text name any of the people whose names stand in the files of an import?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from dashboard.text.folded import folded

SHORTEST = 2
"""Letters that a surname has at least."""

_WORD = re.compile(r"[^\W\d_]+")
_GIVEN = re.compile(r"\bprenoms?\b|\bfirst ?names?\b|\bgiven ?names?\b")
_SURNAME = re.compile(
    r"\b(?:nom|noms|patronyme|nom patronymique|last ?names?|surname|family ?name)\b"
)
_BOTH = re.compile(r"\bcomplet\b|\bfull ?name\b")

Words = tuple[str, ...]


class Names:
    """The names of people: surnames, and surnames beside first names. A first name alone may be any word.

    What is looked for is as sure as the columns that hold them: a column of full names gives surnames where these are
    written in capitals and first names are not, else only the pairs of words that stand in it.
    """

    def __init__(self) -> None:
        self._surnames: set[Words] = set()
        self._pairs: set[Words] = set()
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
                surnames.append(_words(text))
            else:
                self._add_full(text)
        for surname in filter(None, surnames):
            self._add_surname(surname)
            for first_names in filter(None, given):
                self._pairs |= {(first_names[0], surname[-1]), (surname[-1], first_names[0])}
                self._pairs |= {(first_names[-1], surname[0]), (surname[0], first_names[-1])}
                self._pairs |= {(first_names[0], surname[0]), (first_names[-1], surname[-1])}

    def _add_full(self, text: str) -> None:
        words = _WORD.findall(text)
        capitals = [word for word in words if word.isupper()]
        if 0 < len(capitals) < len(words):
            self._add_surname(tuple(map(folded, capitals)))
        folds = tuple(map(folded, words))
        for one, other in pairwise(folds):
            self._pairs |= {(one, other), (other, one)}

    def _add_surname(self, surname: Words) -> None:
        if sum(map(len, surname)) >= SHORTEST:
            self._surnames.add(surname)
            self._longest = max(self._longest, len(surname))

    def stand_in(self, text: str) -> bool:
        """Whether `text` has a surname whose words begin with capitals, or a first name beside its surname."""
        written = _WORD.findall(text)
        folds = tuple(map(folded, written))
        if any(pair in self._pairs for pair in pairwise(folds)):
            return True
        return any(run in self._surnames for run in self._capitalised(written, folds))

    def _capitalised(self, written: list[str], folds: Words) -> Iterator[Words]:
        """The runs of words, as long as surnames are, whose first and last begin with capitals."""
        for start, word in enumerate(written):
            if not word[0].isupper():
                continue
            for end in range(start + 1, min(start + self._longest, len(written)) + 1):
                if written[end - 1][0].isupper():
                    yield folds[start:end]


def _words(text: str) -> Words:
    return tuple(map(folded, _WORD.findall(text)))
