"""Where does each of several small maps stand, with its title, and where the legend?"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.content.medium import Medium

WEST, SOUTH, WIDTH, HEIGHT = 80, 6030, 1200, 1100
"""What each map shows of Lambert-93, in kilometres."""


@dataclass(frozen=True, slots=True)
class Frame:
    """How maps are laid out, in kilometres: maps in a row, room above each for its title, a legend in columns below.

    Where there is an `indent`, titles stand in it, in the ocean before each map, and the legend stands as one more map:
    so two rows fill a screen or a slide, on which the maps of one row are smaller.
    """

    beside: int
    head: int
    legend_columns: int
    legend_step: int
    letters: int
    indent: int = 0

    @property
    def cell(self) -> int:
        """How far apart the maps of a row are."""
        return WIDTH + self.indent

    @property
    def pitch(self) -> int:
        """How far apart rows are: without titles between them, the north of one fits under the south of another."""
        return INTERLOCKED if self.indent else HEIGHT + self.head


INTERLOCKED, BISCAY = 1010, 6690
"""How far apart such rows are, and how far north the ocean reaches that lies south of Brittany."""

WIDE = Frame(beside=5, head=270, legend_columns=8, legend_step=130, letters=11)
PHONE = Frame(beside=2, head=300, legend_columns=2, legend_step=150, letters=9)


def frame_for(maps: int, medium: Medium) -> Frame:
    """That of so many maps. In a room they stand in two rows of places, of which the legend takes one."""
    if medium == "room":
        beside = max(3, -(-(maps + 1) // 2))
        return Frame(beside, head=0, legend_columns=1, legend_step=115, letters=12, indent=460)
    return PHONE if medium == "phone" else WIDE


def shift_of(i: int, frame: Frame) -> tuple[int, int]:
    """How far the map `i`, the first of which is 0, is moved east and north."""
    return frame.indent + (i % frame.beside) * frame.cell, -(i // frame.beside) * frame.pitch
