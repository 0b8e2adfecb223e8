"""By which traits are regions compared, and how is each one measured and told?"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from dashboard.domain.comparisons import Difference, mean_difference, share_difference
from dashboard.domain.dimension import Dimension, dimension
from dashboard.domain.rates import Share, mean
from dashboard.domain.selection import Selection
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.numbers import count, decimal, percent
from dashboard.text.words import counted, inside
from dashboard.views.map_measures import Measure, measure_named
from dashboard.views.territories import REGION


@dataclass(frozen=True)
class Group:
    """The people of some regions: a share of them; or, where it is None, a distribution (value -> how many people)."""

    share: Share | None = None
    distribution: Mapping[int, int] = field(default_factory=dict)
    unit: str = ""

    @property
    def people(self) -> int:
        """Those of whom the trait is known."""
        return self.share.base if self.share else sum(self.distribution.values())

    @property
    def value(self) -> float | None:
        """The share in percent, or the mean; None where there is nobody."""
        return self.share.percent if self.share else mean(self.distribution)

    def less(self, other: Group) -> Difference | None:
        """How far this group stands from another that shares nobody with it; None where one is too small to tell."""
        if self.share and other.share:
            return share_difference(self.share, other.share)
        return mean_difference(self.distribution, other.distribution)

    def write(self) -> str:
        """`57,3 %`, `34,6 ans`."""
        if self.share:
            return percent(self.value)
        return f"{decimal(self.value)}\u00a0{self.unit}"

    def tell(self) -> str:
        """`57,3 % (598 sur 1 044)`, `34,6 ans (1 044 bénéficiaires)`."""
        if self.share:
            return f"{self.write()} ({count(self.share.count)} sur {count(self.share.base)})"
        return f"{self.write()} ({counted(self.people, 'bénéficiaire')})"


@dataclass(frozen=True)
class Trait:
    """What a region's people may have more or less of: a share that the map shows, or, without `measure`, a mean.

    `choice` stands in the list of traits, `label` in a title; differences are in `unit`.
    """

    name: str
    choice: str
    label: str
    unit: str
    method: str
    counted: str
    base_words: str
    along: Dimension
    measure: Measure | None = None

    @property
    def in_words(self) -> str:
        """The label within a sentence."""
        return inside(self.label)

    @property
    def surveyed(self) -> bool:
        """Whether the survey tells it, and so of respondents alone."""
        return self.along.wave is not None

    def of(self, selection: Selection) -> Selection:
        """The people of `selection` whom the trait is about."""
        return self.measure.of(selection) if self.measure else selection

    def group(
        self, table: ReleasedTable, regions: Collection[str], vocabulary: Vocabulary
    ) -> Group:
        """The people of `regions` in `table`, which crosses regions with the trait."""
        if self.measure is None:
            kept = table.margin(str(REGION), str(self.along))
            found: dict[int, int] = {}
            for (region, value), people in kept.cells():
                if region in regions:
                    found[int(value)] = found.get(int(value), 0) + people
            return Group(distribution=found, unit=self.unit)
        nobody = dict.fromkeys(regions, 0)
        parts = self.measure.parts(table, str(REGION), nobody, nobody, vocabulary).values()
        return Group(Share(sum(part[0] for part in parts), sum(part[1] for part in parts)))


def _share(name: str) -> Trait:
    measure = measure_named(name)
    if measure.along is None:
        raise ValueError(f"{name} is not a share")
    return Trait(
        name,
        measure.label,
        measure.title,
        "points",
        "méthode de Newcombe",
        measure.counted,
        measure.base_words,
        measure.along,
        measure,
    )


AGE = Trait(
    "age",
    "Âge moyen",
    "Âge moyen",
    "ans",
    "méthode de Welch",
    "bénéficiaires",
    "bénéficiaires",
    dimension("age_at_enrolment"),
)

TRAITS = (_share("femmes"), AGE, _share("deld"), _share("cadres"), _share("emploi-t1"))


def trait_named(name: str) -> Trait:
    """The trait that an address calls `name`."""
    return next(trait for trait in TRAITS if trait.name == name)
