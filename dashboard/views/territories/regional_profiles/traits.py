"""By which traits are regions compared, and how is each one measured and written?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from dashboard.domain.dimension import Dimension, dimension
from dashboard.domain.selection import Selection
from dashboard.domain.statistics.one_vs_rest import Group
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.numbers import count, decimal, percent
from dashboard.text.words import counted, inside
from dashboard.views.kit.region_measures import Measure, measure_named
from dashboard.views.territories.regions import REGION


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
        """The people of `regions` together in `table`, which crosses regions with the trait."""
        where = {str(REGION): regions}
        if self.measure:
            return Group(self.measure.share_of(table, where, vocabulary))
        name = str(self.along)
        counts = {
            int(value): table.count({**where, name: value})
            for value in table.codes[table.axis(name)]
        }
        return Group(distribution={value: people for value, people in counts.items() if people})

    def write(self, group: Group) -> str:
        """`57,3 %`, `34,6 ans`."""
        if group.share:
            return percent(group.value)
        return f"{decimal(group.value)}\u00a0{self.unit}"

    def with_base(self, group: Group) -> str:
        """`57,3 % (598 sur 1 044)`, `34,6 ans (1 044 bénéficiaires)`."""
        if group.share:
            return f"{self.write(group)} ({count(group.share.count)} sur {count(group.share.base)})"
        return f"{self.write(group)} ({counted(group.people, 'bénéficiaire')})"


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
