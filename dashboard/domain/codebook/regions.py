"""Into which regions is the country divided, and with which outlines are they drawn?"""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar

from dashboard.domain.codebook.entry import Entry
from dashboard.domain.dimension import Dimension

BESIDE = "\n"
"""Parts the path of outlines from the codes of regions that stand beside them."""


class Layer(Entry):
    """One division into regions: the `variable` that holds it, its name on a switch and in an address, its outlines.

    `shapes` names outlines that the dashboard has (`current`: the 13 regions of today; `former`: the 22 of before 2016;
    `study`: those of the study that it was made for); `file` is a GeoJSON file of the study's own, in its folder. With
    neither, the regions are told in tables, and no map is drawn. `path` is where the outlines are, `drawn` holds the
    codes of its regions that have one there; those in `beside` have none, and stand at the map's edge: overseas regions
    that the dashboard has an outline of, and others, which are `boxed`. All are found when the codebook is read.

    `lives` says how people are in a region, one and several, where the reader has to know: `["réside", "résident"]`.
    Its regions are called as the `noun` of the variable has it, `région` without one.
    """

    filled_in: ClassVar[frozenset[str]] = frozenset({"path", "drawn", "beside", "boxed"})

    variable: str
    label: str
    address: str
    shapes: str = ""
    file: str = ""
    lives: tuple[str, str] = ("est compté", "sont comptés")
    path: str = ""
    drawn: frozenset[str] = frozenset()
    beside: tuple[str, ...] = ()
    boxed: frozenset[str] = frozenset()

    @cached_property
    def dimension(self) -> Dimension:
        """The dimension of its regions."""
        return Dimension(self.variable)

    @property
    def map(self) -> str:
        """What a map draws: the path of its outlines, and the codes of the regions that stand at its edge."""
        return BESIDE.join((self.path, *self.beside))

    @property
    def on_map(self) -> frozenset[str]:
        """The codes of the regions that a map shows, in their place or at its edge."""
        return self.drawn.union(self.beside)

    @property
    def has_map(self) -> bool:
        """Whether any of its regions can be drawn."""
        return bool(self.drawn)
