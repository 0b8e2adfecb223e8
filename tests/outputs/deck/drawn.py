"""What do the shapes of a drawing say, and where do they stand? Shared by the tests of charts drawn with shapes."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element

from dashboard.outputs.deck.drawing import EMU, NAMESPACES, Box, Drawing

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"

AREA = Box(48, 180, 1184, 400)
"""About what a slide has for its chart."""


@dataclass(frozen=True)
class Shape:
    """One shape: its name, its alternative text, its words, its box in pixels, and its element."""

    name: str
    description: str
    words: str
    box: Box
    element: _Element

    @property
    def middle(self) -> tuple[float, float]:
        return self.box.left + self.box.width / 2, self.box.top + self.box.height / 2

    @property
    def kind(self) -> str:
        """What office programs call the shape; empty for an outline of its own."""
        return next((str(form.get("prst")) for form in self.element.iter(f"{A}prstGeom")), "")

    def has(self, tag: str) -> bool:
        return next(self.element.iter(f"{A}{tag}"), None) is not None

    def colours(self) -> list[str]:
        return [str(colour.get("val")) for colour in self.element.iter(f"{A}schemeClr")]


def shapes_of(drawing: Drawing) -> list[Shape]:
    """The shapes of `drawing`, from the lowest to the one that covers all others."""
    written = etree.fromstring(f"<p:grpSp {NAMESPACES}>{''.join(drawing.shapes)}</p:grpSp>")
    return [_shape(element) for element in written.iter(f"{P}sp")]


def texts_of(drawing: Drawing) -> list[str]:
    """The words of `drawing` in their order; lines parted by a slash."""
    return [shape.words for shape in shapes_of(drawing) if shape.words]


def called(drawing: Drawing, name: str) -> list[Shape]:
    """The shapes whose name begins so."""
    return [shape for shape in shapes_of(drawing) if shape.name.startswith(name)]


def written(drawing: Drawing, words: str) -> Shape:
    """The only text of these words."""
    (shape,) = [shape for shape in shapes_of(drawing) if shape.words == words]
    return shape


def _shape(element: _Element) -> Shape:
    properties = next(element.iter(f"{P}cNvPr"))
    place, size = next(element.iter(f"{A}off")), next(element.iter(f"{A}ext"))
    box = Box(
        *(int(n) / EMU for n in (place.get("x"), place.get("y"), size.get("cx"), size.get("cy")))
    )
    lines = ("".join(t.text or "" for t in line.iter(f"{A}t")) for line in element.iter(f"{A}p"))
    return Shape(
        str(properties.get("name")),
        str(properties.get("descr", "")),
        " / ".join(lines),
        box,
        element,
    )
