"""Which shares and means does a map of regions offer, beside the numbers that every study has?"""

from __future__ import annotations

from dashboard.domain.codebook.entry import Entry
from dashboard.domain.dimension import Dimension


class RegionalMeasure(Entry):
    """A measure of a region: the share of `codes` (or of a `group`) of `variable`, or the mean of a whole number.

    `name` is its name in an address; `label` its name in a list and a legend, `title` at the head of a map; `counted`
    names whom it counts, `among` of whom it is a share. `wave` is given for a variable that has one value a wave. Maps
    show shares; the profiles of regions compare shares and means.
    """

    name: str
    variable: str
    label: str
    counted: str
    among: str = "bénéficiaires"
    title: str = ""
    codes: tuple[str, ...] = ()
    group: str = ""
    wave: str | None = None

    @property
    def along(self) -> Dimension:
        """The dimension that it is measured along."""
        return Dimension(self.variable, self.wave)
