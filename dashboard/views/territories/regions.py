"""What do the views of regions share: how is a region named, and since when was each one open?"""

from __future__ import annotations

from collections.abc import Collection

from dashboard.content.click_filter import ClickFilter, keeping
from dashboard.content.data_table import Key
from dashboard.content.view import Scene
from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.tables import ReleasedTable
from dashboard.views.kit.coverage import Coverage

NEVER = "~"
"""What stands behind every year, in an order."""


def opened(
    everybody: ReleasedTable, coverage: Coverage, along: Dimension, inhabited: Collection[str]
) -> dict[str, str]:
    """The first year along `along` in which anybody at all was counted in each region; closed ones are left out.

    Where that number is not told, and the region is one of those `inhabited` that somebody is known to live in: the
    first one in which the study says that it was covered, be it before the first one that is told.
    """
    first: dict[str, str] = {}
    margin = everybody.margin(str(coverage.where), str(along))
    for (region, year), _ in margin.occupied():
        first.setdefault(region, year)
    if coverage.rounded:
        for region in inhabited:
            year = coverage.first_year(region, margin.codes[1])
            if year and (region not in first or (coverage.told and year < first[region])):
                first[region] = year
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
