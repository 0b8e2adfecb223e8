"""Of which questions are the tables that hold what each group is a part of?"""

from __future__ import annotations

from dataclasses import replace

from dashboard.disclosure.respondents import RESPONSE
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.vocabulary import Vocabulary


def restricted(query: Query, vocabulary: Vocabulary) -> Query:
    """`query` with keys, and without the conditions that leave nothing out: they are no conditions."""
    every = {c.dimension: set(vocabulary.codes(c.dimension)) for c in query.selection}
    idle = [c.dimension for c in query.selection if every[c.dimension] <= set(c.codes)]
    return replace(query, selection=query.selection.without(*idle), keyed=True)


def wider(query: Query) -> dict[Dimension, Query]:
    """What `query` becomes without each of its conditions, by its dimension.

    Who is weighed has responded: that is a condition, without which everybody is counted, and nobody weighed.
    """
    without = {
        condition.dimension: replace(query, selection=query.selection.without(condition.dimension))
        for condition in query.selection
    }
    if query.weighted:
        everybody = query.selection.without(RESPONSE)
        without[RESPONSE] = replace(query, selection=everybody, weighted=False)
    return without
