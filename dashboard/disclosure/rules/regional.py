"""What is told to who runs some regions only: those exactly, the rest as everybody is told it?"""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.disclosure.rules.diffusion import EVERYBODY
from dashboard.domain.combinations import Positions
from dashboard.domain.counts import Count
from dashboard.domain.frequency_table import Where
from dashboard.domain.tables import EXACT, RawTable, Rules


class Regional(Rules):
    """Exact of the people of `regions`, where a selection holds nobody else; by the rules of `diffusion` otherwise.

    A crossing with the region, of a wider selection, is rounded for all regions alike. So each number is one that
    everybody is told, or one of their own people alone: nothing is told of others that `diffusion` does not tell.
    """

    def __init__(self, regions: tuple[str, ...]) -> None:
        self._regions = frozenset(regions)
        self._others = EVERYBODY

    def count(self, table: RawTable, where: Where) -> Count:
        """The number of those people as it may be told."""
        return self._rules_of(table).count(table, where)

    def weight(self, table: RawTable, where: Where) -> float:
        """What those weigh together; `nan` where it may not be told."""
        return self._rules_of(table).weight(table, where)

    def each(self, table: RawTable, axes: Sequence[int], positions: Positions) -> list[Count]:
        """The same as `count` of each row of `positions`."""
        return self._rules_of(table).each(table, axes, positions)

    def _rules_of(self, table: RawTable) -> Rules:
        selected = frozenset(table.selection.codes(table.region)) if table.region else frozenset()
        return EXACT if selected and selected <= self._regions else self._others
