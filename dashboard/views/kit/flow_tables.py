"""Which tables have to be counted for the flows along several steps, and how do they become flows?"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from math import prod

from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.selection import Selection
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.transitions import Flows, flows_along, flows_between
from dashboard.domain.vocabulary import Vocabulary

MOST_CROSSINGS = 1 << 16
"""Crossings that one table may have: beyond, nearly everybody may have a way of their own through the steps."""


def flow_tables(
    steps: tuple[Dimension, ...], selection: Selection, vocabulary: Vocabulary
) -> dict[str, Query]:
    """The tables of the people of `selection` along `steps`: all of these at once, or each crossed with the next.

    A table of all steps has ten times more crossings with each wave, up to as many as there are people; a study may
    have many waves. The people, and so the numbers, are the same.
    """
    if prod(len(vocabulary.codes(step)) for step in steps) <= MOST_CROSSINGS:
        return {"flows": Query(steps, selection)}
    return {f"flows {ends[0]} {ends[1]}": Query(ends, selection) for ends in pairwise(steps)}


def flows_of(tables: Mapping[str, ReleasedTable]) -> Flows:
    """The flows of the tables that `flow_tables` asks for, and of their weighted counterparts where there are any."""
    moves = [table for table in tables.values() if not table.weighted]
    weights = [table for table in tables.values() if table.weighted]
    if len(moves) > 1:
        return flows_along(moves, weights)
    return flows_between(moves[0], weights[0] if weights else None)
