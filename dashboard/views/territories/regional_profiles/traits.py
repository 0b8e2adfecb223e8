"""By which traits are regions compared, and how is each one measured and written?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from dashboard.domain.counts import SUPPRESSED_TEXT, is_told
from dashboard.domain.dimension import Dimension
from dashboard.domain.selection import Selection
from dashboard.domain.statistics.comparisons import Group
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.numbers import ABSENT, NO_BREAK, count, decimal, share
from dashboard.text.words import UNTOLD_NUMBER, counted, inside, part_of_base
from dashboard.views.kit.measure import Measure
from dashboard.views.kit.region_measures import measures
from dashboard.views.kit.verdicts import NEWCOMBE, WELCH


@dataclass(frozen=True)
class Trait:
    """What a region's people may have more or less of: a measure of the codebook, which is a share or a mean."""

    measure: Measure
    along: Dimension

    @property
    def label(self) -> str:
        """What it is called in a title."""
        return self.measure.title

    @property
    def in_words(self) -> str:
        """The label within a sentence."""
        return inside(self.label)

    @property
    def is_share(self) -> bool:
        """Whether it is a share, and no mean."""
        return self.measure.is_share

    @property
    def unit(self) -> str:
        """In what differences are counted; empty for a mean of numbers without a unit."""
        return "points" if self.is_share else self.measure.unit

    @property
    def method(self) -> str:
        """How the interval of a difference is found."""
        return NEWCOMBE if self.is_share else WELCH

    @property
    def surveyed(self) -> bool:
        """Whether the survey tells it, and so of respondents alone."""
        return self.along.wave is not None

    def of(self, selection: Selection) -> Selection:
        """The people of `selection` whom the trait is about."""
        return self.measure.of(selection)

    def group(
        self,
        table: ReleasedTable,
        where: Dimension,
        regions: Collection[str],
        vocabulary: Vocabulary,
    ) -> Group:
        """The people of `regions` together in `table`, which crosses the division `where` with the trait."""
        return self.measure.group_of(table, {str(where): regions}, vocabulary)

    def write(self, group: Group) -> str:
        """`57,3 %`, `34,6 ans`."""
        if group.share:
            return share(group.share)
        if group.is_hidden:
            return SUPPRESSED_TEXT
        if group.value is None:
            return ABSENT
        return decimal(group.value) + (f"{NO_BREAK}{self.unit}" if self.unit else "")

    def with_base(self, group: Group) -> str:
        """`57,3 % (598 sur 1 044)`, `34,6 ans (1 044 bénéficiaires)`; `3 sur 8 (part non diffusée)`."""
        if group.share and group.share.hidden:
            return part_of_base(group.share)
        if not is_told(group.people):
            return UNTOLD_NUMBER
        if group.is_hidden:
            return f"non diffusé ({counted(group.people, 'bénéficiaire')})"
        if group.share:
            return f"{self.write(group)} ({count(group.share.count)} sur {count(group.share.base)})"
        return f"{self.write(group)} ({counted(group.people, 'bénéficiaire')})"


def traits(vocabulary: Vocabulary) -> tuple[Trait, ...]:
    """The shares and means that the codebook has of a region, in its order."""
    return tuple(
        Trait(measure, measure.along)
        for measure in measures(vocabulary)
        if measure.kind in ("share", "mean") and measure.along is not None
    )


def trait_named(name: str, vocabulary: Vocabulary) -> Trait:
    """The trait that an address calls `name`."""
    return next(trait for trait in traits(vocabulary) if trait.measure.name == name)


def any_trait(vocabulary: Vocabulary) -> str:
    """A need: the codebook has a share or a mean to compare regions by."""
    return "" if traits(vocabulary) else "aucune mesure des régions n'est décrite ([[measures]])"
