"""What has been counted of the same tables, under any policy, and is likely to be asked for again?"""

from __future__ import annotations

from collections.abc import Hashable

from dashboard.domain.query import Query
from dashboard.domain.tables import ReleasedTable
from dashboard.keyed_tables import KeyedTables
from dashboard.latest import Latest

KEPT_TABLES = 2048
"""How many released tables are remembered of all policies together: filters are often taken off and put back."""

KEPT_RESULTS = 4096
"""How many results of `Publication.remembered` are kept of all policies: each is a number, or a few of them."""

PolicyKey = tuple[str, ...]
"""`Policy.key`: what is released under one policy is never given under another."""


class Kept:
    """One room for all policies under which the same tables are shown: more of them take no more memory."""

    def __init__(self, keyed: KeyedTables) -> None:
        self.released: Latest[tuple[PolicyKey, Query], ReleasedTable] = Latest(KEPT_TABLES)
        self.made: Latest[tuple[PolicyKey, Hashable], object] = Latest(KEPT_RESULTS)
        self.keyed = keyed
