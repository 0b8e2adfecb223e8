"""What does a study say of its variables, waves, tables and words: the only place where categories are named?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import ClassVar

from pydantic import model_validator

from dashboard.domain.benchmarks import Benchmark
from dashboard.domain.budgets import Budget
from dashboard.domain.codebook.category import slug
from dashboard.domain.codebook.entry import Entry
from dashboard.domain.codebook.regional_measure import RegionalMeasure
from dashboard.domain.codebook.regions import Layer
from dashboard.domain.codebook.study import Study
from dashboard.domain.codebook.variable import Variable
from dashboard.domain.errors import CodebookError
from dashboard.domain.published.figures import PublishedFigure

_WAVE = re.compile(r"T(0|[1-9][0-9]?)")
"""How a wave is written in the tables."""

_MONTHS = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
"""A number of months in the names of a wave."""

BEFORE = "T0"
"""The wave before the first enrolment; a study may do without it."""


class Wave(Entry):
    """How a wave is named: `label` in full, `short` where room is short (the label if none), `months` in a sentence.

    `synonyms` are the words by which columns of raw exports say that they describe it: `avant la formation`.
    """

    label: str
    short: str = ""
    months: str
    synonyms: tuple[str, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _with_short_name(cls, given: object) -> object:
        """A wave without a short name has its label there."""
        if isinstance(given, dict) and isinstance(given.get("label"), str):
            return {"short": given["label"], **given}
        return given

    def later(self, months: int, code: str) -> Wave:
        """The wave called `code` that asks so many months later.

        Each number of months in a name grows by as many; a name without one is that of this wave alone: the later one
        is then called by its code.
        """

        def renamed(name: str, otherwise: str) -> str:
            if not _MONTHS.search(name):
                return otherwise
            return _MONTHS.sub(lambda number: str(int(number[0]) + months), name)

        return Wave(
            label=renamed(self.label, code),
            short=renamed(self.short, code),
            months=renamed(self.months, f"à {code}"),
        )


class TableSchema(Entry):
    """The columns of one cleaned table, in order, and the columns that identify a row."""

    label: str
    columns: tuple[str, ...]
    key: tuple[str, ...]


class Term(Entry):
    """A word explained to the reader; `forms` are its other spellings, `source` a nomenclature it comes from."""

    term: str
    definition: str
    forms: tuple[str, ...] = ()
    source: str = ""

    @property
    def anchor(self) -> str:
        """Its place on the method page."""
        return f"glossaire-{slug(self.term)}"


class Filters(Entry):
    """The variables offered as filters, in order; those of `more` behind one button.

    `by_wave`: answers to the survey, offered behind the same button once for each wave after enrolment.
    """

    order: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    by_wave: tuple[str, ...] = ()


class Uses(Entry):
    """What variables of people are for, beside filters.

    `known_of_all`: known of respondents and non-respondents alike, the most telling first: non-response is corrected
    for them, and respondents are compared with the others on them. `compared`: the groups whose share employed is
    compared, in the order in which they are shown.
    """

    known_of_all: tuple[str, ...] = ()
    compared: tuple[str, ...] = ()


class Codebook(Entry):
    """Every variable, wave and table; the only place where categories are named, ordered and coloured.

    `budgets`, `figures` and `benchmarks` stand in files of their own beside it: `budgets.toml`,
    `published-figures.toml` and `benchmarks.toml`.
    """

    filled_in: ClassVar[frozenset[str]] = frozenset({"budgets", "figures", "benchmarks"})

    study: Study
    filters: Filters = Filters()
    uses: Uses = Uses()
    measures: tuple[RegionalMeasure, ...] = ()
    layers: tuple[Layer, ...] = ()
    waves: Mapping[str, Wave]
    variables: Mapping[str, Variable]
    tables: Mapping[str, TableSchema]
    budgets: tuple[Budget, ...] = ()
    figures: tuple[PublishedFigure, ...] = ()
    benchmarks: tuple[Benchmark, ...] = ()
    glossary: tuple[Term, ...] = ()

    def variable(self, name: str) -> Variable:
        """The variable called `name`; raises CodebookError where there is none."""
        try:
            return self.variables[name]
        except KeyError:
            raise CodebookError(f"Variable inconnue du dictionnaire : « {name} ».") from None

    def with_waves(self, names: Iterable[object]) -> Codebook:
        """This codebook up to the latest wave of `names`.

        Those beyond its own ask `study.months_between_waves` after one another; where the study does not say how many
        that is, they stay unknown.
        """
        last = max(int(name[1:]) for name in self.waves)
        months = self.study.months_between_waves
        ranks = [int(name[1:]) for name in map(str, names) if _WAVE.fullmatch(name)]
        if months is None or max(ranks, default=0) <= last:
            return self
        final = self.waves[f"T{last}"]
        more = {
            f"T{rank}": final.later(months * (rank - last), f"T{rank}")
            for rank in range(last + 1, max(ranks) + 1)
        }
        return self.model_copy(update={"waves": {**self.waves, **more}})

    @cached_property
    def by_parameter(self) -> Mapping[str, Variable]:
        """Variables by their name in an address."""
        return {v.parameter: v for v in self.variables.values() if v.parameter}
