"""What is one measure of a region: of whom is it true, how is it counted, and how is it written?"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from math import isnan
from typing import Literal

from dashboard.domain.counts import SUPPRESSED_TEXT, Count, is_told
from dashboard.domain.dimension import Dimension
from dashboard.domain.selection import Selection
from dashboard.domain.statistics.comparisons import Group
from dashboard.domain.statistics.rates import Share, ratio
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.numbers import count, decimal, percent, share
from dashboard.text.words import inside
from dashboard.views.kit.employment import reached_codes
from dashboard.views.kit.survey_bases import RESPONDENTS, silent_codes, survey_base

Part = tuple[int, int]
"""How many, and the base they are taken of: of all regions for a count, of the region for a share or a ratio."""

Kind = Literal["people", "units", "ratio", "share", "mean"]


def everybody(selection: Selection) -> Selection:
    """The people of a measure that is known of all."""
    return selection


def respondents(selection: Selection) -> Selection:
    """The people of a measure that the survey tells."""
    return survey_base(selection, RESPONDENTS)


@dataclass(frozen=True)
class Measure:
    """One measure of a region.

    Counts and ratios need no `along`; a share is that of `codes` among those whose category `along` a dimension is
    known: absences are in neither part, but in employment rates, where a respondent without information for the wave
    stays in the base. A mean is that of a whole number.
    """

    name: str
    kind: Kind
    label: str
    title: str
    legend: str
    counted: str
    base_words: str
    along: Dimension | None = None
    codes: tuple[str, ...] = ()
    of: Callable[[Selection], Selection] = everybody
    unit: str = ""

    @property
    def is_share(self) -> bool:
        """Whether the measure is a share, with a base and an interval."""
        return self.kind == "share"

    @property
    def is_count(self) -> bool:
        """Whether the measure is a whole number of people or units."""
        return self.kind in ("people", "units")

    @property
    def counts_people(self) -> bool:
        """Whether each case that it counts is another person."""
        return self.kind in ("people", "share")

    @property
    def of_respondents(self) -> bool:
        """Whether only those who answered the survey are in the base."""
        return self.of is respondents

    @property
    def of_units(self) -> bool:
        """Whether the base is made of units, and not of people."""
        return self.kind == "units"

    @property
    def ceiling(self) -> float | None:
        """The largest value that there can be."""
        return 100.0 if self.is_share else None

    def valued(self, value: str) -> str:
        """Its value within a sentence: `la part de femmes est de 53,9 %`; what is named otherwise has a colon."""
        name = inside(self.title)
        if name.startswith("part "):
            return f"la {name} est de {value}"
        return f"l'{name} est de {value}" if name.startswith("âge ") else f"{name} : {value}"

    def population(self, year: str) -> str:
        """What the base is made of; `year` is empty for all years."""
        if not year:
            return self.base_words
        if self.of_units:
            return f"{self.base_words} en {year}"
        return f"{self.base_words}, inscrits en {year} (première inscription ou suivante)"

    def share_of(
        self,
        table: ReleasedTable,
        where: Mapping[str, str | Collection[str]],
        vocabulary: Vocabulary,
    ) -> Share:
        """The share of those in `where`, counted in `table`, which has `along` among its dimensions.

        Raises ValueError for a measure that is no share.
        """
        if self.along is None or not self.is_share:
            raise ValueError(f"{self.name} is not a share")
        name = str(self.along)
        return Share(
            table.count({**where, name: self.codes}),
            table.count({**where, name: self._base_codes(vocabulary, self.along)}),
        )

    def group_of(
        self,
        table: ReleasedTable,
        where: Mapping[str, str | Collection[str]],
        vocabulary: Vocabulary,
    ) -> Group:
        """Those in `where` as a comparison takes them: their share, or their values where the measure is a mean.

        With those who were asked and did not tell, in the base of the share or outside it.

        Raises ValueError for a measure that is neither.
        """
        if self.along is None or self.kind not in ("share", "mean"):
            raise ValueError(f"{self.name} is neither a share nor a mean")
        name, real = str(self.along), vocabulary.real_codes(self.along)
        based = self._base_codes(vocabulary, self.along)
        untold = [code for code in silent_codes(self.along, vocabulary) if code not in based]
        outside = _silent(table, where, name, untold)
        if self.is_share:
            part = self.share_of(table, where, vocabulary)
            silent = _silent(table, where, name, [code for code in based if code not in real])
            return Group(part, silent=silent, silent_outside=outside)
        people = {int(value): table.count({**where, name: value}) for value in real}
        held = {value: number for value, number in people.items() if number}
        counted = table.count({**where, name: real})
        return Group(distribution=held, silent_outside=outside, counted=counted)

    def _base_codes(self, vocabulary: Vocabulary, along: Dimension) -> tuple[str, ...]:
        if along.variable == "status" and along.wave:
            return reached_codes(vocabulary, along.wave)
        return vocabulary.real_codes(along)

    def value(self, part: Part) -> float | None:
        """What fills the region; None where there is nobody to take a share of, or where it may not be told."""
        if self.is_share:
            return Share(*part).percent
        if self.kind == "ratio":
            each = ratio(*part)
            return None if each is None or isnan(each) else each
        return part[0] if all(map(is_told, part)) else None

    def is_told(self, part: Part) -> bool:
        """Whether the value may be told, be it that of nobody."""
        if self.is_share:
            return not Share(*part).hidden
        if self.kind == "ratio":
            return not isnan(ratio(*part) or 0)
        return is_told(part[0])

    def write(self, part: Part) -> str:
        """The value as a reader sees it."""
        if self.is_share:
            return share(Share(*part), 0)
        if not self.is_told(part):
            return SUPPRESSED_TEXT
        return decimal(self.value(part)) if self.kind == "ratio" else count(part[0])

    def write_bound(self, bound: float) -> str:
        """A class bound as a reader sees it."""
        digits = next(digits for digits in range(7) if round(bound, digits) == round(bound, 6))
        return percent(bound, digits) if self.is_share else decimal(bound, max(digits, 1))


def _silent(
    table: ReleasedTable,
    where: Mapping[str, str | Collection[str]],
    name: str,
    codes: Collection[str],
) -> Count:
    """Those in `where` who have one of `codes` along `name`.

    Where their number is not told, and that of all who have one is 0, nobody or too few, so is theirs.
    """
    if not codes:
        return 0
    here, everywhere = table.count({**where, name: codes}), table.count({name: codes})
    return everywhere if everywhere == 0 and not is_told(here) else here
