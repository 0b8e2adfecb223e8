"""What are the figures that stand by themselves, each with its base?"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.domain.statistics.rates import SMALL_BASE, Share

SMALL = f"base < {SMALL_BASE}"
"""What stands behind a base that is small."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One key figure: its value and its base, in words; `share` where it is one, for its interval.

    `other_readings` stand below the base, each on a line of its own: the same figure among other people, its bounds.
    """

    label: str
    value: str
    base: str
    share: Share | None = None
    other_readings: tuple[str, ...] = ()

    @property
    def is_fragile(self) -> bool:
        """Whether few people stand behind it."""
        return self.share is not None and self.share.fragile

    @property
    def small_print(self) -> tuple[str, ...]:
        """What stands below the value: the base, with its mark where it is small, then the other readings."""
        return (f"{self.base} · {SMALL}" if self.is_fragile else self.base, *self.other_readings)


@dataclass(frozen=True, slots=True)
class Tiles:
    """Key figures in their order."""

    tiles: tuple[Tile, ...]
