"""How is a table of counts written in a test, so that a reader can add it up?"""

import numpy as np
from numpy.typing import NDArray

from dashboard.disclosure.gate import release
from dashboard.disclosure.policy import INTERNAL, Policy
from dashboard.domain.dimension import Dimension, dimension
from dashboard.domain.frequency_table import FrequencyTable
from dashboard.domain.statistics.weighting import UNITS_OF_WEIGHT
from dashboard.domain.tables import RawTable, ReleasedTable


def counted(text: str) -> FrequencyTable:
    """The table whose first line names the dimensions and `n`, and each other line one crossing and its count.

    Codes stand in the order in which they are met; a crossing that is not written has nobody.
    """
    head, *lines = (line.split() for line in text.strip().splitlines())
    axes = range(len(head) - 1)
    codes = tuple(tuple(dict.fromkeys(line[axis] for line in lines)) for axis in axes)
    counts = np.zeros(tuple(map(len, codes)), dtype=np.int64)
    for *crossing, number in lines:
        place = tuple(codes[axis].index(code) for axis, code in enumerate(crossing))
        counts[place] += int(number)
    return laid_out(tuple(dimension(name) for name in head[:-1]), codes, counts)


def laid_out(
    dimensions: tuple[Dimension, ...],
    codes: tuple[tuple[str, ...], ...],
    counts: NDArray[np.int64],
    weights: NDArray[np.float64] | None = None,
) -> FrequencyTable:
    """The table of numbers that are written whole, one axis a dimension."""
    there = np.nonzero(np.atleast_1d(counts))
    positions = np.column_stack(there).astype(np.int32)[:, : len(dimensions)]
    people = np.atleast_1d(counts)[there]
    if weights is None:
        return FrequencyTable(dimensions, codes, positions, people)
    billionths = np.rint(np.atleast_1d(weights)[there] * UNITS_OF_WEIGHT).astype(np.int64)
    return FrequencyTable(dimensions, codes, positions, people, billionths)


def released(text: str, policy: Policy = INTERNAL) -> ReleasedTable:
    """The same, as it left the gate."""
    return release(RawTable(counted(text)), policy)


def weighed(text: str) -> tuple[ReleasedTable, ReleasedTable]:
    """Two tables of one crossing, people and what they weigh: each line ends with both, under `n` and `w`."""
    lines = [line.split() for line in text.strip().splitlines()]
    people = counted("\n".join(" ".join(line[:-1]) for line in lines))
    weights = np.zeros(tuple(map(len, people.codes)))
    for *crossing, _, weight in lines[1:]:
        place = tuple(people.codes[axis].index(code) for axis, code in enumerate(crossing))
        weights[place] += float(weight)
    counts = np.zeros(weights.shape, dtype=np.int64)
    counts[tuple(people.positions.T)] = people.counts
    with_weights = laid_out(people.dimensions, people.codes, counts, weights)
    return release(RawTable(people), INTERNAL), release(RawTable(with_weights), INTERNAL)
