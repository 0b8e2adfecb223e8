"""Which sets of categories do the conditions of groups keep, whether they are selected, asked of a table, or both?"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from numpy.typing import NDArray

from dashboard.domain.dimension import Dimension
from dashboard.domain.frequency_table import FrequencyTable
from dashboard.domain.margins import Along
from dashboard.domain.selection import Selection
from dashboard.domain.tables import RawTable


def sets_kept(
    table: RawTable, counts: FrequencyTable, selection: Selection, along: Along
) -> Iterator[tuple[Dimension, int | None, list[Collection[str]]]]:
    """The codes that each condition keeps, by its dimension; and where `along` it stands, if it is asked of the table.

    Of dimensions, that is, of which several codes may be asked for as one. A condition along what is selected as well
    keeps what both keep.
    """
    asked = set()
    concern = table.unions.concern if table.unions else (lambda _: False)
    for place, (axis, together) in enumerate(along):
        dimension, codes = counts.dimensions[axis], counts.codes[axis]
        selected = selection.condition(dimension)
        asked.add(dimension)
        if not concern(dimension):
            continue
        sets: list[Collection[str]] = []
        for kept in [together] if together is not None else [(at,) for at in range(len(codes))]:
            members = [each for at in kept for each in table.members(str(dimension), codes[at])]
            sets.append(
                members if selected is None else [c for c in members if c in selected.codes]
            )
        yield dimension, place, sets
    for condition in selection:
        if condition.dimension not in asked and concern(condition.dimension):
            yield condition.dimension, None, [condition.codes]


def laid_along(numbers: NDArray[Any], place: int | None, along: Along) -> NDArray[Any]:
    """Numbers of the codes at one `place` of `along`, or one for all, so that they stand beside what is laid out so."""
    return numbers.reshape([-1 if at == place else 1 for at in range(len(along))])
