"""Which tables are shown?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class DatasetInfo:
    """What a page tells of the tables behind it: version, day, disclosure rules in words, stamp if synthetic.

    `rounded`: counts are rounded at random, or some of them.
    """

    version: str = ""
    dated: date = date.min
    disclosure: str = ""
    stamp: str = ""
    rounded: bool = False
