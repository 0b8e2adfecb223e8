"""How many stand in wider categories than those counted?"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from dashboard.domain.tables import ReleasedTable


def collapse_categories(
    table: ReleasedTable, name: str, groups: Mapping[str, Collection[str]]
) -> ReleasedTable:
    """`table` with the codes along the dimension written `name` put together into `groups`, in their order.

    Raises ValueError where a code is in no group or in two: nobody may be lost or counted twice.
    """
    return table.collapsed(name, groups)
