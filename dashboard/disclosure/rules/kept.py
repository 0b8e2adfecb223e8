"""Which sets of categories do the conditions of groups keep, whether they are selected, asked of a table, or both?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any, NamedTuple

from numpy.typing import NDArray

from dashboard.domain.dimension import Dimension
from dashboard.domain.frequency_table import FrequencyTable
from dashboard.domain.margins import Along
from dashboard.domain.selection import Selection
from dashboard.domain.tables import RawTable


class Kept(NamedTuple):
    """The codes that a condition on `dimension` keeps: one set for all groups, or one for each code along it.

    `place`: where it stands among what is asked of the table; None where it is selected only. `by_itself`: each set is
    one code, as the tables have it, or none.
    """

    dimension: Dimension
    place: int | None
    sets: Sequence[Collection[str]]
    by_itself: bool


def kept(table: RawTable, counts: FrequencyTable, selection: Selection, along: Along) -> list[Kept]:
    """What each condition keeps of groups of `counts`, which is of `selection`.

    One on what is selected and asked of the table as well keeps what both keep.
    """
    if counts is not table.counts:
        return [*_kept(table, counts, selection, along)]
    # Several rules ask for it.
    known: list[Kept] | None = table.made.get((kept, along))
    if known is None:
        known = table.made[(kept, along)] = [*_kept(table, counts, selection, along)]
    return known


def _kept(
    table: RawTable, counts: FrequencyTable, selection: Selection, along: Along
) -> Iterator[Kept]:
    asked = set()
    for place, (axis, together) in enumerate(along):
        dimension = counts.dimensions[axis]
        asked.add(dimension)
        by_itself = together is None and counts.names[axis] not in table.gathered
        selected = selection.condition(dimension)
        sets: Sequence[Collection[str]] = counts.singles[axis]
        if not by_itself:
            sets = _joined(table, counts, axis, together)
        if selected is not None:
            sets = [[code for code in codes if code in selected.codes] for codes in sets]
        yield Kept(dimension, place, sets, by_itself)
    for condition in selection:
        if condition.dimension not in asked:
            yield Kept(condition.dimension, None, [condition.codes], by_itself=False)


def _joined(
    table: RawTable, counts: FrequencyTable, axis: int, together: tuple[int, ...] | None
) -> list[Collection[str]]:
    """The categories of the codes that are put together along an axis, or of each code that stands for several."""
    name, codes = counts.names[axis], counts.codes[axis]
    groups = [together] if together is not None else [(at,) for at in range(len(codes))]
    return [[each for at in group for each in table.members(name, codes[at])] for group in groups]


def laid_along(numbers: NDArray[Any], place: int | None, along: Along) -> NDArray[Any]:
    """Numbers of the codes at one `place` of `along`, or one for all, so that they stand beside what is laid out so."""
    return numbers.reshape([-1 if at == place else 1 for at in range(len(along))])
