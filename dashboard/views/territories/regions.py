"""What do the views of regions share: how is a region named, and since when was each one open?"""

from __future__ import annotations

from dashboard.content.click_filter import ClickFilter, keeping
from dashboard.content.data_table import Key
from dashboard.content.view import Scene
from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.tables import ReleasedTable


def opened(everybody: ReleasedTable, where: Dimension, along: Dimension) -> dict[str, str]:
    """The first year along `along` in which anybody at all was counted in each region; closed ones are left out."""
    first: dict[str, str] = {}
    for (region, year), _ in everybody.margin(str(where), str(along)).occupied():
        first.setdefault(region, year)
    return first


def region_named(scene: Scene, where: Dimension, code: str) -> Category:
    """The region of the division `where` as the codebook names it."""
    return scene.vocabulary.category(where, code)


def region_key(scene: Scene, where: Dimension, code: str) -> Key:
    """The region as a row of a table is about it."""
    return Key(where, code, region_named(scene, where, code).label)


def region_click(where: Dimension, code: str) -> ClickFilter:
    """A click on the region keeps its people."""
    return keeping((where, code))
