"""Which tables are shown, and with which published figures may they be compared?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dashboard.domain.published.figures import PublishedFigure


@dataclass(frozen=True)
class DatasetInfo:
    """What a page tells of the tables behind it: version, day, disclosure rules in words, stamp if synthetic."""

    version: str = ""
    dated: date = date.min
    disclosure: str = ""
    stamp: str = ""
    figures: tuple[PublishedFigure, ...] = ()
