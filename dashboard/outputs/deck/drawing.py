"""How are shapes written on a slide, so that each can be picked, named, recoloured and moved?

Everything is measured in pixels of a slide of 1280 by 720; an office program counts 9,525 units in each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple
from xml.sax.saxutils import quoteattr

from dashboard.content.charts.rich_text import Line
from dashboard.content.theme import INK, PAPER
from dashboard.outputs.deck.colours import solid
from dashboard.outputs.deck.rich_text import extent, paragraphs
from dashboard.outputs.xml_safe import flat

EMU = 9525
"""Units of an office program in a pixel."""

POINTS = 0.75
"""Points in a pixel."""

FINE = 10
"""Steps of a freeform's own coordinates in a pixel."""

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)

LONGEST_TEXT = 2000
"""Characters of a name or an alternative text."""


class Box(NamedTuple):
    """A rectangle of the slide, in pixels."""

    left: float
    top: float
    width: float
    height: float

    def xml(self, tag: str = "a:xfrm") -> str:
        """Where it stands, as DrawingML."""
        x, y, cx, cy = (round(EMU * value) for value in self)
        return f'<{tag}><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></{tag}>'


Point = tuple[float, float]


@dataclass(frozen=True)
class Contour:
    """A line of a freeform: where it starts, then straight lines (one point) and curves (two handles and a point)."""

    start: Point
    pieces: Sequence[Sequence[Point]]
    closed: bool = True

    def points(self) -> list[Point]:
        """Every point, handles included: the curve lies within them."""
        return [self.start, *(point for piece in self.pieces for point in piece)]


def outline(points: Sequence[Point], *, closed: bool = True) -> Contour:
    """A contour of straight lines."""
    first, *rest = points
    return Contour(first, [(point,) for point in rest], closed)


NO_FILL = "<a:noFill/>"
VEIL = solid(PAPER, 0.6)

NO_LINE = "<a:ln><a:noFill/></a:ln>"


@dataclass(frozen=True, slots=True)
class Style:
    """A fill and a line, as DrawingML."""

    fill: str = NO_FILL
    line: str = NO_LINE


Dash = Literal["", "dash", "sysDot"]
"""Whether a line is solid, dashed or dotted, in the words of DrawingML."""


def stroke(colour: str, width: float, *, dash: Dash = "", opacity: float = 1) -> str:
    """A line of `width` pixels in a colour `#rrggbb`."""
    dashes = f'<a:prstDash val="{dash}"/>' if dash else ""
    return f'<a:ln w="{round(EMU * width)}">{solid(colour, opacity)}{dashes}<a:round/></a:ln>'


@dataclass(frozen=True, slots=True)
class TextLook:
    """How a text looks: size in pixels, colour, by which side it hangs; a `width` other than 0 breaks its lines.

    `halo`: it stands on fills, and its letters are lined with paper. `veil`: lines run behind it, and its box is paper
    that one can see through, for the programs that draw no halo.
    """

    size: float
    colour: str = INK
    align: str = "l"
    anchor: str = "ctr"
    width: float = 0
    halo: bool = False
    veil: bool = False


@dataclass
class Drawing:
    """Shapes that make one group, in the order in which they cover each other."""

    shapes: list[str] = field(default_factory=list)

    def freeform(
        self, name: str, contours: Sequence[Contour], style: Style, alternative: str = ""
    ) -> None:
        """A shape of any outline, with its alternative text; where contours overlap, there is a hole."""
        points = [point for contour in contours for point in contour.points()]
        if not points:
            return
        left, top = min(x for x, _ in points), min(y for _, y in points)
        right, bottom = max(x for x, _ in points), max(y for _, y in points)
        box = Box(left, top, max(right - left, 0.1), max(bottom - top, 0.1))
        paths = "".join(_path(contour, (left, top)) for contour in contours)
        size = f'w="{round(FINE * box.width)}" h="{round(FINE * box.height)}"'
        geometry = (
            '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
            f"<a:pathLst><a:path {size}>{paths}</a:path></a:pathLst></a:custGeom>"
        )
        self._add(name, alternative, box.xml() + geometry, style)

    def shape(self, name: str, kind: str, box: Box, style: Style, alternative: str = "") -> None:
        """A shape that office programs know by name: `rect`, `ellipse`, `diamond`."""
        geometry = f'<a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom>'
        self._add(name, alternative, box.xml() + geometry, style)

    def segment(self, name: str, start: Point, end: Point, line: str) -> None:
        """A straight line."""
        self.freeform(name, [outline([start, end], closed=False)], Style(line=line))

    def text(self, lines: Sequence[Line], at: Point, look: TextLook) -> None:
        """A text whose box hangs on the point `at` by the corner or side that `look` says."""
        if not any(run.text.strip() for line in lines for run in line):
            return
        width, height = extent(lines, look.size)
        width = look.width or width
        left = at[0] - {"l": 0, "ctr": width / 2, "r": width}[look.align]
        top = at[1] - {"t": 0, "ctr": height / 2, "b": height}[look.anchor]
        words = " ".join("".join(run.text for run in line) for line in lines)
        body = paragraphs(
            lines,
            size=POINTS * look.size,
            colour=look.colour,
            align=look.align,
            halo=look.halo,
        )
        wrap = "square" if look.width else "none"
        self.shapes.append(
            f'<p:sp><p:nvSpPr><p:cNvPr id="0" name={attribute("Texte : " + words)}/>'
            f'<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>{Box(left, top, width, height).xml()}'
            f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{VEIL if look.veil else NO_FILL}</p:spPr>'
            f'<p:txBody><a:bodyPr wrap="{wrap}" lIns="0" tIns="0" rIns="0" bIns="0" '
            f'anchor="{look.anchor}"><a:noAutofit/></a:bodyPr>{body}</p:txBody></p:sp>'
        )

    def _add(self, name: str, alternative: str, geometry: str, style: Style) -> None:
        described = f" descr={attribute(alternative)}" if alternative else ""
        self.shapes.append(
            f'<p:sp><p:nvSpPr><p:cNvPr id="0" name={attribute(name)}{described}/><p:cNvSpPr/>'
            f"<p:nvPr/></p:nvSpPr><p:spPr>{geometry}{style.fill}{style.line}</p:spPr></p:sp>"
        )


def _path(contour: Contour, origin: Point) -> str:
    def at(point: Point) -> str:
        x, y = (round(FINE * (value - zero)) for value, zero in zip(point, origin, strict=True))
        return f'<a:pt x="{x}" y="{y}"/>'

    written = [f"<a:moveTo>{at(contour.start)}</a:moveTo>"]
    for piece in contour.pieces:
        tag = "lnTo" if len(piece) == 1 else "cubicBezTo"
        written.append(f"<a:{tag}>{''.join(map(at, piece))}</a:{tag}>")
    return "".join(written) + ("<a:close/>" if contour.closed else "")


def attribute(text: str) -> str:
    """`text` as a quoted attribute: a name or an alternative text, on one line."""
    return quoteattr(flat(text)[:LONGEST_TEXT])
