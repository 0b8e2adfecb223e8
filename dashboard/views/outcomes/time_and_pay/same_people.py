"""What do the same people say of a job before and after, when both answers are known?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from dashboard.content.view import Scene
from dashboard.domain.codebook import Category, Variable
from dashboard.domain.counts import Rounded, is_told, left_of
from dashboard.domain.dimension import Dimension
from dashboard.domain.needs import at_each_wave
from dashboard.domain.statistics.rates import LEAST_ROUNDED_PEOPLE, SMALL_BASE, Share, median
from dashboard.domain.switches import Choice, Switch
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.numbers import rounded
from dashboard.views.kit.nonresponse_weighting import (
    CorrectedShare,
    correction_switch,
    wanted,
    weighed,
    weighted_name,
)
from dashboard.views.kit.wave_switch import wave_switch

SALARY, TIME = "salaire", "temps"
COUNTED_ALONG = {SALARY: "salary_band", TIME: "working_time"}
UNKNOWN = {SALARY: "Salaire", TIME: "Temps de travail"}
"""What a position is called in a study that has not got its variable."""


def _choices(vocabulary: Vocabulary) -> tuple[Choice, ...]:
    known = vocabulary.codebook.variables
    return tuple(
        Choice(value, known[name].title if name in known else UNKNOWN[value], (at_each_wave(name),))
        for value, name in COUNTED_ALONG.items()
    )


VARIABLE = Switch("travail-salaire.variable", "Variable", SALARY, _choices)
WAVE = wave_switch("travail-salaire")
CORRECTION = correction_switch("travail-salaire")

UNTOLD = "told or silent"
"""The query of the people of the base with those who did not tell, before or after."""

Move = Literal["higher", "same", "lower"]
"""Where the band after stands beside the one before; of what has no bands, only `same` means anything."""


def told_of(scene: Scene) -> Variable:
    """The variable that the reader chose."""
    return scene.vocabulary.variable(COUNTED_ALONG[scene.position(VARIABLE)])


def amount_of(scene: Scene) -> Variable | None:
    """The amount that the chosen variable is in bands of, if it is."""
    chosen = told_of(scene)
    return scene.vocabulary.variable(chosen.of) if chosen.kind == "band" else None


@dataclass(frozen=True)
class Change:
    """The same people at two waves, by category."""

    scene: Scene
    tables: Mapping[str, ReleasedTable]

    @property
    def steps(self) -> tuple[Dimension, Dimension]:
        return steps_of(self.scene)

    @cached_property
    def base(self) -> int:
        return self.tables["pairs"].total()

    @property
    def silent_outside(self) -> int:
        """Those who did not tell before, or after, and would else be in the base."""
        return left_of(self.tables[UNTOLD].total(), self.base)

    @property
    def in_bands(self) -> bool:
        """Whether an amount is told by bands alone, its median too: where counts are rounded, nobody's is told."""
        return isinstance(self.base, Rounded) and amount_of(self.scene) is not None

    def categories(self) -> tuple[Category, ...]:
        """The categories of the variable, without its absences: both answers are known."""
        key = self.steps[0]
        vocabulary = self.scene.vocabulary
        return tuple(vocabulary.category(key, code) for code in vocabulary.real_codes(key))

    def part(self, step: Dimension, code: str) -> Share:
        """Of all, those in one category at `step`."""
        return Share(self.tables["pairs"].count({str(step): code}), self.base)

    def shown(self, step: Dimension, code: str) -> CorrectedShare:
        """The share as it is drawn: corrected where the reader asked for it."""
        part = self.part(step, code)
        if not wanted(self.scene, CORRECTION):
            return CorrectedShare(part)
        pairs = self.tables[weighted_name("pairs")]
        named, whole = pairs.weight({str(step): code}), pairs.weight({})
        return CorrectedShare(part, weighed(self.scene, named, whole, part.base))

    def median(self, step: Dimension) -> int | None:
        """The median amount at `step`; None below the least base, and where the variable is in bands of none."""
        table, amount = self.tables.get(f"amounts {step.wave}"), amount_of(self.scene)
        if table is None or amount is None or self.base < SMALL_BASE:
            return None
        along = Dimension(amount.name, step.wave)
        real = self.scene.vocabulary.real_codes(along)
        counts = table.by_code(str(along))
        middle = median({int(code): counts[code] for code in real})
        return None if middle is None else int(rounded(middle, 0))

    def median_band(self, step: Dimension) -> Category | None:
        """The band that holds the median amount at `step`: half of all are in it or below, half in it or above.

        None where it is not told; a band of too few people does not matter, since both halves are counted whole.
        """
        ascending = self._ascending()
        codes = [band.code for band in ascending]
        if not is_told(self.base) or self.base < LEAST_ROUNDED_PEOPLE:
            return None
        for i, band in enumerate(ascending):
            sides = [
                self.tables["pairs"].count({str(step): c}) for c in (codes[: i + 1], codes[i:])
            ]
            if all(is_told(people) and 2 * people >= self.base for people in sides):
                return band
        return None

    def moved(self, move: Move) -> Share:
        """Of all, those whose category after is the same as before, or a higher or lower band."""
        before, after = (str(step) for step in self.steps)
        codes = [category.code for category in self._ascending()]
        people = 0
        for i, code in enumerate(codes):
            reached = {"higher": codes[i + 1 :], "same": [code], "lower": codes[:i]}[move]
            people += self.tables["pairs"].count({before: code, after: reached})
        return Share(people, self.base)

    def _ascending(self) -> list[Category]:
        return sorted(self.categories(), key=lambda category: category.lower or 0)


def steps_of(scene: Scene) -> tuple[Dimension, Dimension]:
    """The variable before enrolment, and at the chosen wave."""
    name = told_of(scene).name
    return Dimension(name, scene.vocabulary.before), Dimension(name, scene.position(WAVE))
