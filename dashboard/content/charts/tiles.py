"""What are the figures that stand by themselves, each with its base?"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.domain.statistics.rates import Share


@dataclass(frozen=True, slots=True)
class Tile:
    """One key figure: its value and its base, in words; `share` where it is one, for its interval."""

    label: str
    value: str
    base: str
    share: Share | None = None


@dataclass(frozen=True, slots=True)
class Tiles:
    """Key figures in their order."""

    tiles: tuple[Tile, ...]
