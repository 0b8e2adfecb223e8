"""How do the words around a picture become lines of SVG? SVG itself breaks none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.content.theme import INK
from dashboard.outputs.layout.text_width import width_of
from dashboard.outputs.svg.markup import element, spans
from dashboard.outputs.xml_safe import flat

LINE = 1.4
"""The height of a line, in sizes of its letters."""

REGULAR, HEAVY = 400, 600


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is written: the pixels of its letters, its weight, its colour."""

    size: float
    weight: int = REGULAR
    colour: str = INK

    def width_of(self, text: str) -> float:
        """Pixels that `text` takes on one line. A heavy one is measured as a bold one: they differ by a hundredth."""
        return width_of(text, self.size, bold=self.weight >= HEAVY)


def paragraph(text: str, style: Style, left: float, top: float, width: float) -> tuple[str, float]:
    """`text` in lines of `width` pixels that begin below `top`, and where the last of them stands."""
    written, y = [], top
    for line in wrapped(text, style, width):
        y += round(style.size * LINE)
        written.append(
            element(
                "text",
                spans(line),
                x=left,
                y=y,
                font_size=style.size,
                font_weight=style.weight,
                fill=style.colour,
            )
        )
    return "".join(written), y


def wrapped(text: str, style: Style, width: float) -> list[str]:
    """The lines of `text`, none wider than `width` pixels; one that is empty has none.

    No-break spaces hold; a word that is wider than a line is parted.
    """
    lines: list[str] = []
    line = ""
    for word in flat(text).strip(" ").split(" "):
        for i, piece in enumerate(_pieces(word, style, width)):
            longer = f"{line} {piece}" if line and i == 0 else piece
            if line and (i or style.width_of(longer) > width):
                lines.append(line)
                longer = piece
            line = longer
    return [*lines, line] if line else lines


def _pieces(word: str, style: Style, width: float) -> Iterator[str]:
    """`word`, whole where a line has room for it."""
    if style.width_of(word) <= width:
        yield word
        return
    piece = ""
    for letter in word:
        if piece and style.width_of(piece + letter) > width:
            yield piece
            piece = ""
        piece += letter
    yield piece
