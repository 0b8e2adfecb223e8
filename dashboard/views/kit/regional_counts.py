"""Which regions does a view of regions count, and what is one of them called?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.content.view import Scene
from dashboard.domain.dimension import Dimension
from dashboard.domain.tables import ReleasedTable
from dashboard.text.nouns import Noun, funded
from dashboard.views.kit.coverage import Coverage
from dashboard.views.kit.regions import region_noun, region_of


@dataclass(frozen=True)
class RegionalCounts:
    """What the released tables of one scene count, region by region.

    The regions are those of the main division; a view that divides the country otherwise says so in `where`.
    """

    scene: Scene
    tables: Mapping[str, ReleasedTable]

    @cached_property
    def where(self) -> Dimension:
        """The division of the country that is counted along."""
        return region_of(self.scene.vocabulary)

    @cached_property
    def noun(self) -> Noun:
        """What a region is called."""
        return region_noun(self.scene.vocabulary, self.where)

    @cached_property
    def unit(self) -> Noun:
        """What is funded."""
        return funded(self.scene.vocabulary)

    @cached_property
    def coverage(self) -> Coverage:
        """Where the partnership was offered."""
        rounded = self.scene.dataset_info.rounded
        return Coverage(self.where, self.noun, self.scene.vocabulary, rounded)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The codes of the regions: who lives in an unknown one is in none of them, and on no map."""
        return self.scene.vocabulary.real_codes(self.where)
