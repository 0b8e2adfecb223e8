"""How are the variables distributed beside those of the current tables, and did anything move more than chance does?

People that are added are compared with those who were there: nobody is in both. What is funded is shown and not judged,
since several units of one person say one thing several times.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.domain.codebook import Category, Codebook, Variable
from dashboard.domain.dimension import Dimension, dimension
from dashboard.domain.query import Counted
from dashboard.domain.statistics.comparisons import Difference, Group, difference_between
from dashboard.domain.statistics.rates import Share
from dashboard.domain.vocabulary import Vocabulary
from dashboard.ingest.derive.analysis import PERSON, analysis_tables
from dashboard.ingest.reading.tables import Tables

SILENT = ("unknown", "no_information")
"""Absences of who was asked and did not tell."""

NOT_ASKED = ("not_yet_surveyed", "out_of_scope", "non_respondent")
"""Absences of who could not tell, or said nothing at all."""


@dataclass(frozen=True, slots=True)
class Line:
    """A category: how many before, added, and now; `moved` where the added ones differ from those before."""

    category: Category
    before: int
    added: int
    now: int
    moved: Difference | None = None


@dataclass(frozen=True, slots=True)
class Bases:
    """Of how many is something known: before, added, now."""

    before: int
    added: int
    now: int


@dataclass(frozen=True)
class Distribution:
    """A variable, at a wave where it has one value a wave: its categories, then its absences.

    The bases are those of the categories, `of` what is counted.
    """

    variable: Variable
    wave: str
    of: Counted
    bases: Bases
    lines: tuple[Line, ...]
    absences: tuple[Line, ...]


def distributions(now: Tables, before: Tables | None, book: Codebook) -> tuple[Distribution, ...]:
    """One for each variable of the tables, beside what it was in the tables `before`, where there are any."""
    new = analysis_tables(now, book)
    old = None if before is None else analysis_tables(before, book)
    known = pd.Index([]) if before is None else _identifiers(before)
    place = known.get_indexer(_identifiers(now))
    made = []
    for of, frame in new.frames.items():
        owner = frame[PERSON].to_numpy() if PERSON in frame else np.arange(len(frame))
        earlier = None if old is None else old.frames[of]
        for column in _shown(frame, new.vocabulary):
            added = place[owner] < 0
            if column.wave is not None and earlier is not None:
                added |= _not_asked(earlier, column)[place]
            made.append(_distribution(_Rows(frame, earlier, added, column), of, new.vocabulary))
    return tuple(made)


def _not_asked(earlier: pd.DataFrame, column: Dimension) -> NDArray[np.bool_]:
    """Whether each person of the tables before had not been asked then; the last one stands for whoever is new."""
    if str(column) not in earlier:
        return np.ones(len(earlier) + 1, dtype=bool)
    return np.append(earlier[str(column)].isin(NOT_ASKED).to_numpy(), True)


@dataclass(frozen=True, eq=False)
class _Rows:
    """The rows of one frame: now, before, and which of those now are of people who were not there."""

    now: pd.DataFrame
    before: pd.DataFrame | None
    added: NDArray[np.bool_]
    column: Dimension

    def counts(self) -> tuple[Mapping[str, int], Mapping[str, int], Mapping[str, int]]:
        """By code: before, added, now."""
        name = str(self.column)
        now = self.now[name]
        old = self.before[name] if self.before is not None and name in self.before else None
        return ({} if old is None else _counts(old)), _counts(now[self.added]), _counts(now)


def _counts(cells: pd.Series[Any]) -> Mapping[str, int]:
    return {str(code): int(n) for code, n in cells.value_counts(sort=False).items()}


def _identifiers(tables: Tables) -> pd.Index[str]:
    identifiers: pd.Index[str] = tables.beneficiaries["beneficiary_id"].cat.categories
    return identifiers


def _shown(frame: pd.DataFrame, vocabulary: Vocabulary) -> Iterator[Dimension]:
    """The variables worth a table: those of files, whole numbers by their bands, and who responded."""
    book = vocabulary.codebook
    banded = {v.of for v in book.variables.values() if v.kind == "band"}
    for name in frame.columns:
        if name in (PERSON, "weight"):
            continue
        column = dimension(str(name))
        variable = book.variables[column.variable]
        written = not variable.derived and variable.name not in banded
        if written or (variable.kind == "band" and not book.variables[variable.of].derived):
            yield column


def _distribution(rows: _Rows, of: Counted, vocabulary: Vocabulary) -> Distribution:
    column = rows.column
    before, added, now = rows.counts()
    categories = vocabulary.categories(column)
    real = [category for category in categories if category.absence is None]
    bases = Bases(*(sum(counts.get(c.code, 0) for c in real) for counts in (before, added, now)))
    variable = vocabulary.variable(column.variable)
    judged = of == "beneficiary" and variable.kind != "academic_year"
    silent = [
        sum(counts.get(c.code, 0) for c in categories if c.absence in SILENT)
        for counts in (before, added)
    ]
    lines = []
    for category in real:
        line = _line(category, before, added, now)
        moved = _moved(line, bases, silent) if judged else None
        lines.append(replace(line, moved=moved))
    told = (_line(c, before, added, now) for c in categories if c.absence is not None)
    absences = tuple(line for line in told if line.before or line.added or line.now)
    return Distribution(variable, column.wave or "", of, bases, tuple(lines), absences)


def _line(
    category: Category,
    before: Mapping[str, int],
    added: Mapping[str, int],
    now: Mapping[str, int],
) -> Line:
    code = category.code
    return Line(category, before.get(code, 0), added.get(code, 0), now.get(code, 0))


def _moved(line: Line, bases: Bases, silent: Sequence[int]) -> Difference | None:
    before = Group(Share(line.before, bases.before), silent_outside=silent[0])
    added = Group(Share(line.added, bases.added), silent_outside=silent[1])
    return difference_between(added, before)
