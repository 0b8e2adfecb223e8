"""What do the views of regions share: which regions are looked at, and since when was each one open?"""

from __future__ import annotations

from dashboard.content.click_filter import ClickFilter, keeping
from dashboard.content.data_table import Key
from dashboard.content.view import Scene
from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.selection import Selection, selection_of
from dashboard.domain.tables import ReleasedTable

REGION = Dimension("region")
_REGIONAL = (REGION, Dimension("current_region"))


def of_regions(selection: Selection) -> Selection:
    """The conditions of `selection` on regions alone: they say which regions are looked at."""
    return selection_of(c for c in selection if c.dimension in _REGIONAL)


def of_people(selection: Selection) -> Selection:
    """`selection` in all regions."""
    return selection.without(*_REGIONAL)


def opened(everybody: ReleasedTable, along: Dimension) -> dict[str, str]:
    """The first year along `along` in which anybody at all was counted in each region; closed ones are left out."""
    first: dict[str, str] = {}
    for (region, year), people in everybody.margin(str(REGION), str(along)).cells():
        if people and region not in first:
            first[region] = year
    return first


def region_named(scene: Scene, code: str) -> Category:
    """The region as the codebook names it."""
    return scene.vocabulary.category(REGION, code)


def region_key(scene: Scene, code: str) -> Key:
    """The region as a row of a table is about it."""
    return Key(REGION, code, region_named(scene, code).label)


def region_click(code: str) -> ClickFilter:
    """A click on the region keeps its people."""
    return keeping((REGION, code))
