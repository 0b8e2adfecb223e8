"""Where does each of several small maps stand, with its title, and where the legend?"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dashboard.content.charts.rich_text import RichText, bold, rich
from dashboard.content.charts.small_maps import SmallMap
from dashboard.content.medium import Medium

WEST, SOUTH, WIDTH, HEIGHT = 80, 6030, 1200, 1100
"""What each map shows of Lambert-93, in kilometres."""


@dataclass(frozen=True, slots=True)
class Frame:
    """How maps are laid out, in kilometres: maps in a row, room above each for its title, a legend in columns below.

    Where there is an `indent`, titles stand in it, in the ocean before each map: so two rows fill a screen or a slide,
    on which the maps of one row are smaller. `legend_aside`: the legend stands as one more map. Maps that are not
    `numbered` are too small for numbers on their regions, and for more than two lines over them.
    """

    beside: int
    head: int
    legend_columns: int
    legend_step: int
    letters: int
    indent: int = 0
    numbered: bool = True
    legend_aside: bool = False

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

USUAL = 5
"""How many maps the room of a page is made for: more of them stand in more rows."""

LEGEND_NAMES = 8
"""How many classes and kinds of regions most legends have."""

WIDE = Frame(beside=5, head=270, legend_columns=8, legend_step=130, letters=11)
PHONE = Frame(beside=2, head=300, legend_columns=2, legend_step=150, letters=9)


CROWD = Frame(
    beside=7,
    head=420,
    legend_columns=1,
    legend_step=175,
    letters=12,
    numbered=False,
    legend_aside=True,
)
"""In a room, for more maps than have numbers there."""

MOST_NUMBERED, MANY = 7, 16
"""How many maps a room has with numbers on them, and from how many on they stand in three rows."""


def frame_for(maps: int, medium: Medium) -> Frame:
    """That of so many maps. In a room they stand in two rows of places, of which the legend takes one."""
    if medium == "room":
        if maps > MOST_NUMBERED:
            return replace(CROWD, beside=-(-(maps + 1) // (2 if maps < MANY else 3)))
        beside = max(3, -(-(maps + 1) // 2))
        return Frame(
            beside,
            head=0,
            legend_columns=1,
            legend_step=115,
            letters=12,
            indent=460,
            legend_aside=True,
        )
    return PHONE if medium == "phone" else WIDE


def times_as_high(maps: int, medium: Medium) -> float:
    """How much higher so many maps stand than the few that a page's room is made for, each as large as these."""
    frame, usual = frame_for(maps, medium), frame_for(USUAL, medium)
    return max(1, _height(maps, frame) / _height(USUAL, usual))


def _height(maps: int, frame: Frame) -> float:
    """How high the rows of maps and their legend are, in kilometres."""
    legend = -(-LEGEND_NAMES // frame.legend_columns) * frame.legend_step
    return -(-maps // frame.beside) * frame.pitch + legend


def shift_of(i: int, frame: Frame) -> tuple[int, int]:
    """How far the map `i`, the first of which is 0, is moved east and north."""
    return frame.indent + (i % frame.beside) * frame.cell, -(i // frame.beside) * frame.pitch


def head_of(small_map: SmallMap, frame: Frame) -> RichText:
    """The title of a map and the lines under it, of which a very small one has room for the first."""
    under = small_map.subtitle.lines
    return rich(bold(small_map.title)) + RichText(under if frame.numbered else under[:1])
