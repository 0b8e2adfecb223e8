"""Is a code that would be written as it stands the name of somebody?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from dashboard.ingest.raw.cleaning.personal_values import (
    IN_UNIT,
    LIKE_A_NAME,
    LONG,
    SHORTEST,
    tight,
    words_of,
)
from dashboard.ingest.raw.ledger import Ledger
from dashboard.ingest.raw.record import Record
from dashboard.ingest.raw.rule import Rule

SEEN = 3
"""A code that so many persons have is nobody's name."""

LETTERS = 4
"""From so many letters on, and without a figure, a code may be a name."""

_LONG_WORD = re.compile(rf"[^\W\d_]{{{LONG}}}")
_TITLES = frozenset(("m", "mr", "mme", "mlle", "dr", "me", "monsieur", "madame"))


def without_names(
    records: Sequence[Record],
    personal: Iterable[str],
    known: Mapping[str, AbstractSet[str]],
    ledger: Ledger,
) -> list[Record]:
    """The `records` whose codes are nobody's name; the ledger tells of the others.

    `personal` is what any row of any file says of people. `known` gives the persons of each code of earlier tables,
    which are published.
    """
    names = _Names(personal)
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for code, persons in known.items():
        owners[tight(code)] |= persons
    for record in records:
        for text in record.typed.values():
            owners[tight(text)].add(record.person)
    kept = []
    for record in records:
        fault = next(
            (
                (rule, variable)
                for variable, text in record.typed.items()
                if (rule := _rule(tight(text), record, names, owners)) is not None
            ),
            None,
        )
        if fault is None:
            kept.append(record)
        else:
            rule, variable = fault
            ledger.close(rule, record.origin, record.columns.get(variable, variable))
    return kept


def _rule(code: str, record: Record, names: _Names, owners: Mapping[str, set[str]]) -> Rule | None:
    if names.has(code) or names.of_row(code, record):
        return IN_UNIT
    may_be_a_name = code.isalpha() and len(code) >= LETTERS
    return LIKE_A_NAME if may_be_a_name and len(owners[code]) < SEEN else None


class _Names:
    """The words by which people are named, and what is known of each code that was asked about."""

    def __init__(self, personal: Iterable[str]) -> None:
        self._all = words_of(personal)
        self._words = frozenset(word for word in self._all if word.isalpha())
        self._known: dict[str, bool] = {}

    def has(self, code: str) -> bool:
        """Whether a code is the name of anybody: with a title, an initial or a first name run together too."""
        if code not in self._known:
            self._known[code] = code.isalpha() and any(
                self._begins(code[:i], code[i:])
                for i in range(len(code) - SHORTEST + 1)
                if code[i:] in self._words
            )
        return self._known[code]

    def _begins(self, before: str, name: str) -> bool:
        """Whether what stands before a name belongs to it."""
        alone = not before or before in self._words or before in _TITLES
        return alone or (len(before) == 1 and len(name) >= LONG)

    def of_row(self, code: str, record: Record) -> bool:
        """Whether a code is a text of the row itself, or has a long name of it within."""
        if code in self._all and code in map(tight, record.personal):
            return True
        if _LONG_WORD.search(code) is None:
            return False
        words = words_of(record.personal)
        return any(len(word) >= LONG and word.isalpha() and word in code for word in words)
