"""How is a table of counts written in a test, so that a reader can add it up?"""

import numpy as np

from dashboard.disclosure.gate import release
from dashboard.disclosure.policy import INTERNAL, Policy
from dashboard.domain.dimension import dimension
from dashboard.domain.frequency_table import FrequencyTable
from dashboard.domain.tables import ReleasedTable


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
    return FrequencyTable(tuple(dimension(name) for name in head[:-1]), codes, counts)


def released(text: str, policy: Policy = INTERNAL) -> ReleasedTable:
    """The same, as it left the gate."""
    return release(counted(text), policy)


def weighed(text: str) -> tuple[ReleasedTable, ReleasedTable]:
    """Two tables of one crossing, people and what they weigh: each line ends with both, under `n` and `w`."""
    lines = [line.split() for line in text.strip().splitlines()]
    people = counted("\n".join(" ".join(line[:-1]) for line in lines))
    weights = np.zeros(people.counts.shape)
    for *crossing, _, weight in lines[1:]:
        place = tuple(people.codes[axis].index(code) for axis, code in enumerate(crossing))
        weights[place] += float(weight)
    with_weights = FrequencyTable(people.dimensions, people.codes, people.counts, weights)
    return release(people, INTERNAL), release(with_weights, INTERNAL)
