"""How many people of each cohort had how many units?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from dashboard.content.data_table import TOTAL
from dashboard.content.view import Scene
from dashboard.domain.counts import Count, is_told
from dashboard.domain.dimension import Dimension
from dashboard.domain.statistics.rates import Share, mean, median
from dashboard.domain.switches import Choice, Switch, fixed
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import Noun, funded
from dashboard.text.numbers import PLURAL, rounded
from dashboard.views.kit.cohorts.breakdown import cohort_label
from dashboard.views.kit.notes import COHORT

FIRST, ALL_YEARS = "premiere", "toutes"


def several_years(vocabulary: Vocabulary) -> str:
    """Some cohort has had several academic years."""
    if len(one_year_cohorts(vocabulary)) < len(vocabulary.cohorts):
        return ""
    return "aucune promotion n'a connu plusieurs années universitaires"


YEARS = Switch(
    "unites.annees",
    "Années",
    FIRST,
    fixed(
        Choice(FIRST, "Première année"),
        Choice(ALL_YEARS, "Toutes les années", (several_years,)),
    ),
)


def along_of(scene: Scene) -> Dimension:
    """The number of units in the years that the switch asks for."""
    first = scene.position(YEARS) == FIRST
    return Dimension("units_first_year" if first else "units_all_years")


def one_year_cohorts(vocabulary: Vocabulary) -> tuple[str, ...]:
    """The cohorts that have had one academic year only: nothing can be said of all their years."""
    return tuple(
        cohort
        for cohort in vocabulary.cohorts
        if not any(year > cohort for year in vocabulary.academic_years)
    )


@dataclass(frozen=True)
class Spread:
    """How many units the `base` people of one cohort had, or of all cohorts shown: `people` by number of units.

    `cohort` is `TOTAL` for all of them; no number of units without anybody is among `people`, nor one whose people are
    not told. `unit` is their noun.
    """

    unit: Noun
    cohort: str
    base: int
    people: dict[int, int]

    @property
    def label(self) -> str:
        """Its cohort as a reader sees it."""
        return cohort_label(self.cohort)

    @property
    def values(self) -> list[int]:
        """The numbers of units that anybody had, ascending."""
        return sorted(self.people)

    @property
    def mean(self) -> float:
        """Units per person; 0 where there is nobody, or where it is not told."""
        return mean(self.people, self.base) or 0.0

    @property
    def median(self) -> float:
        """The number of units that half of the people do not exceed; 0 where there is nobody, or it is not told."""
        return median(self.people, self.base) or 0.0

    @property
    def is_told(self) -> bool:
        """Whether its mean and its median are."""
        return mean(self.people, self.base) is not None

    @property
    def range_in_words(self) -> str:
        """`de 1 à 8 modules`."""
        low, high = self.values[0], self.values[-1]
        if low == high:
            return self.unit.counted(low)
        return f"de {low} à {as_many(high, self.unit, str(high))}"

    def share(self, value: int) -> Share:
        """Those who had `value` units."""
        return Share(self.people[value], self.base)


@dataclass(frozen=True)
class Units:
    """The distributions to show: of every cohort, for all years of those only that have had several."""

    scene: Scene
    table: ReleasedTable

    @property
    def unit(self) -> Noun:
        """The noun of what is funded."""
        return funded(self.scene.vocabulary)

    @property
    def along(self) -> Dimension:
        """The number of units in the years asked for."""
        return along_of(self.scene)

    @property
    def first(self) -> bool:
        """Whether only each one's first year counts."""
        return self.scene.position(YEARS) == FIRST

    @property
    def when(self) -> str:
        """The years, in words."""
        return "la première année" if self.first else "toutes années confondues"

    @cached_property
    def spreads(self) -> tuple[Spread, ...]:
        """The cohorts whose people are told, then all of these together where there are several."""
        left_out = () if self.first else one_year_cohorts(self.scene.vocabulary)
        cohorts = [c for c in self.scene.vocabulary.cohorts if c not in left_out]
        known = [cohort for cohort in cohorts if _tells_of_somebody(self._base((cohort,)))]
        spreads = [self._spread(cohort, (cohort,)) for cohort in known]
        whole = [self._spread(TOTAL, tuple(known))] if len(known) > 1 else []
        return tuple(spread for spread in (*spreads, *whole) if spread.people)

    @cached_property
    def drawn(self) -> tuple[Spread, ...]:
        """Those with a mean and a median."""
        return tuple(spread for spread in self.spreads if spread.is_told)

    @cached_property
    def not_drawn(self) -> tuple[Spread, ...]:
        """Those of too few people for them."""
        return tuple(spread for spread in self.spreads if not spread.is_told)

    @cached_property
    def left_out(self) -> list[str]:
        """The cohorts of the selection that have had one academic year only, where all years are asked for."""
        if self.first:
            return []
        alone = one_year_cohorts(self.scene.vocabulary)
        return [cohort for cohort in alone if _tells_of_somebody(self._base((cohort,)))]

    def _base(self, cohorts: tuple[str, ...]) -> int:
        """The people of `cohorts` whose number of units is known."""
        real = self.scene.vocabulary.real_codes(self.along)
        return self.table.count({str(COHORT): cohorts, str(self.along): real})

    def _spread(self, name: str, cohorts: tuple[str, ...]) -> Spread:
        people = {
            int(code): self.table.count({str(COHORT): cohorts, str(self.along): code})
            for code in self.scene.vocabulary.real_codes(self.along)
        }
        return Spread(
            self.unit,
            name,
            self._base(cohorts),
            {value: number for value, number in people.items() if _tells_of_somebody(number)},
        )


def _tells_of_somebody(people: Count) -> bool:
    return is_told(people) and people > 0


def as_many(number: float, unit: Noun, written: str) -> str:
    """`written`, which is how `number` is, with the noun that agrees with it: `1,9 module`, `2,0 modules`."""
    plural = rounded(number, 1) >= PLURAL
    return f"{written} {unit.plural if plural else unit.singular}"
