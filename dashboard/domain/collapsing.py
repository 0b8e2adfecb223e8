"""How many stand in wider categories than those counted?"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np

from dashboard.domain.tables import ReleasedTable


def collapse_categories(
    table: ReleasedTable, name: str, groups: Mapping[str, Collection[str]]
) -> ReleasedTable:
    """`table` with the codes along the dimension written `name` gathered into `groups`, in their order.

    Raises ValueError where a code is in no group or in two: nobody may be lost or counted twice.
    """
    axis = table.axis(name)
    members = [code for codes in groups.values() for code in codes]
    if sorted(members) != sorted(table.codes[axis]):
        raise ValueError(f"{name}: the groups do not hold each code once")
    position = {code: i for i, code in enumerate(table.codes[axis])}
    counts = np.stack(
        [
            np.take(table.counts, [position[code] for code in codes], axis=axis).sum(axis=axis)
            for codes in groups.values()
        ],
        axis=axis,
    )
    codes = (*table.codes[:axis], tuple(groups), *table.codes[axis + 1 :])
    return ReleasedTable(table.dimensions, codes, counts, table.policy)
