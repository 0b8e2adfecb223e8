"""What is each column called where an engine counts it?

In lower case, since some engines fold names and others tell `status_T1` from `status_t1`; never twice, and never as a
column of ours: two dimensions that differ only by a mark or a capital get a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from dashboard.domain.dimension import Dimension
from dashboard.ingest.derive.analysis import NOT_COUNTED

LONGEST = 48
"""Characters of a name before its number: PostgreSQL cuts what is longer than 63 bytes, and so makes two names one."""

_OTHER = re.compile(r"[^a-z0-9_]")


def column_names(keys: Iterable[Dimension]) -> dict[Dimension, str]:
    """A name for each of `keys`, no two alike, whatever order they come in: that of `status@T1` is `status_t1`."""
    taken = set(NOT_COUNTED)
    names = {}
    for key in sorted(keys, key=str):
        plain = _OTHER.sub("_", str(key).lower())[:LONGEST]
        name, number = plain, 1
        while name in taken:
            number += 1
            name = f"{plain}_{number}"
        taken.add(name)
        names[key] = name
    return names
