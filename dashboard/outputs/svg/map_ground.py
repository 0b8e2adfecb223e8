"""Where on a drawing is a place of a map: its kilometres in parts of the whole?"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.outputs.svg.markup import element, number
from dashboard.outputs.svg.plane import Plane

Kilometres = tuple[float, float]
"""A place of the frames: east, north."""


@dataclass(frozen=True, slots=True)
class Area:
    """What a map shows, in kilometres: from west to east, and from south to north."""

    x: tuple[float, float]
    y: tuple[float, float]

    @property
    def width(self) -> float:
        """From west to east."""
        return self.x[1] - self.x[0]

    @property
    def height(self) -> float:
        """From south to north."""
        return self.y[1] - self.y[0]

    @property
    def ratio(self) -> float:
        """Its width by its height."""
        return self.width / self.height


@dataclass(frozen=True, slots=True)
class Ground:
    """The area of a map on the plane of its drawing."""

    area: Area
    plane: Plane

    def at(self, place: Kilometres) -> tuple[str, str]:
        """Where a place is on the plane: across, and down."""
        east, north = place
        return (
            self.plane.x((east - self.area.x[0]) / self.area.width),
            self.plane.y((self.area.y[1] - north) / self.area.height),
        )

    def outlined(self, content: str, unit: float) -> str:
        """`content`, whose coordinates are steps of `unit` kilometres east and south, as large as the drawing."""
        corner = (self.area.x[0], -self.area.y[1], self.area.width, self.area.height)
        return element(
            "svg",
            content,
            role="presentation" if self.plane.live else None,
            viewBox=" ".join(number(length / unit) for length in corner),
            width=self.plane.x(1),
            height=self.plane.y(1),
            preserveAspectRatio="xMidYMid meet",
            overflow="visible",
        )
