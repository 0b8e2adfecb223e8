"""Where does a part of a drawing stand: in parts of whatever room it has, or in pixels of a picture?

On a page a drawing fills its card, whatever its size, and nobody draws it again when that changes: places are
percentages, while letters, circles and lines keep their pixels. In a picture, which other programs open, the same
places are pixels.
"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.outputs.svg.markup import number


@dataclass(frozen=True, slots=True)
class Plane:
    """The room of a drawing, from 0 to 1 across and down; `size` is its width and height in pixels, where known."""

    size: tuple[float, float] | None = None

    @property
    def live(self) -> bool:
        """Whether its marks answer to a pointer and a keyboard: those of a page do, those of a picture do not."""
        return self.size is None

    def x(self, part: float) -> str:
        """A place across, or a width."""
        return self._written(part, 0)

    def y(self, part: float) -> str:
        """A place down, or a height."""
        return self._written(part, 1)

    def _written(self, part: float, side: int) -> str:
        return f"{number(100 * part)}%" if self.size is None else number(self.size[side] * part)


FLUID = Plane()
"""That of a page."""
