"""At which size does a text stay in its box, whatever the template?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from lxml import etree
from lxml.etree import _Element
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import namespaces
from pptx.shapes.placeholder import SlidePlaceholder
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Pt

from dashboard.outputs.deck.drawing import EMU, POINTS
from dashboard.outputs.deck.template import TITLES

SMALLEST = 10
"""Points below which no text is set: it could not be read."""

LETTER, BOLD_LETTER, CAPITAL = 0.53, 0.57, 0.72
"""Width of a letter as a part of the size of the font, on the safe side."""

LINE = 1.34
"""Height of a line as a part of the size of the font, in the usual fonts that are highest."""

_WHOLE = 100_000
"""What 100 % is written as."""


@dataclass(frozen=True, slots=True)
class Room:
    """What a placeholder inherits: its text's size in points, how wide and high letters are, its room in pixels."""

    size: float
    letter: float
    line: float
    above: float
    width: float
    height: float

    def holds(self, lines: Sequence[str], size: float) -> bool:
        """Whether `lines` fit at `size` points."""
        return self._height(lines, size) <= self.height

    def fitting(self, lines: Sequence[str], largest: float = 0) -> float:
        """The largest size, in whole points, at which `lines` fit, from the inherited one (or `largest`) down."""
        size = min(self.size, largest or self.size)
        while size > SMALLEST and not self.holds(lines, size):
            size = max(SMALLEST, size - 1)
        return size

    def _height(self, lines: Sequence[str], size: float) -> float:
        pixels = size / POINTS
        letters = max(1, int(self.width / (self.letter * pixels)))
        rows = sum(max(1, len(wrap(line, letters))) for line in lines)
        return pixels * (self.line * rows + self.above * (len(lines) - 1))


def room_of(slide: Slide, placeholder: SlidePlaceholder) -> Room:
    """The room of `placeholder`, its size looked up in the slide, its layout and its master, in this order."""
    levels = _levels(slide, placeholder)
    bold, capitals = _first(levels, "a:defRPr/@b"), _first(levels, "a:defRPr/@cap")
    letter = CAPITAL if capitals == "all" else BOLD_LETTER if bold in ("1", "true") else LETTER
    inset = [_inset(slide, placeholder, side) for side in ("lIns", "rIns", "tIns", "bIns")]
    size = int(_first(levels, "a:defRPr/@sz") or 1800) / 100
    spacing = int(_first(levels, "a:lnSpc/a:spcPct/@val") or _WHOLE) / _WHOLE
    before = _first(levels, "a:spcBef/a:spcPts/@val")
    share = int(_first(levels, "a:spcBef/a:spcPct/@val") or 0) / _WHOLE
    return Room(
        size=size,
        letter=letter,
        line=LINE * spacing,
        above=share if before is None else int(before) / 100 / size,
        width=(placeholder.width - int(_first(levels, "@marL") or 0)) / EMU - inset[0] - inset[1],
        height=placeholder.height / EMU - inset[2] - inset[3],
    )


def write_in(
    slide: Slide, placeholder: SlidePlaceholder, lines: Sequence[str], largest: float = 0
) -> None:
    """Writes `lines` into `placeholder`, smaller than it would be where there is not enough room."""
    frame = placeholder.text_frame
    frame.word_wrap = True
    frame.text = "\n".join(lines)
    room = room_of(slide, placeholder)
    size = room.fitting(lines, largest)
    if size < room.size:
        set_look(frame, size)


def set_look(
    frame: TextFrame,
    size: float,
    *,
    bold: bool | None = None,
    colour: MSO_THEME_COLOR | None = None,
) -> None:
    """Sets the size of every run, where PowerPoint looks for it and lets it be changed; empty lines are as high."""
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run.font.size, run.font.bold = Pt(size), bold
            if colour is not None:
                run.font.color.theme_color = colour
        if not paragraph.runs:
            end = paragraph._p.get_or_add_endParaRPr()  # noqa: SLF001 - python-pptx has no word for it.
            end.set("sz", str(round(100 * size)))


def _elements(slide: Slide, placeholder: SlidePlaceholder) -> list[_Element]:
    """The placeholder, that of the layout and that of the master from which it inherits."""
    number = placeholder.placeholder_format.idx
    layout = slide.slide_layout
    titled = placeholder.placeholder_format.type in TITLES
    kinds = TITLES if titled else (PP_PLACEHOLDER.BODY,)
    above = [s for s in layout.placeholders if s.placeholder_format.idx == number]
    masters = layout.slide_master.placeholders
    above += [s for s in masters if s.placeholder_format.type in kinds]
    return [placeholder.element, *(s.element for s in above)]


def _levels(slide: Slide, placeholder: SlidePlaceholder) -> list[_Element]:
    """The styles of a first-level text, from the nearest on."""
    elements = _elements(slide, placeholder)
    own = [s for e in elements for s in _matches(e, "p:txBody/a:lstStyle/a:lvl1pPr")]
    titled = placeholder.placeholder_format.type in TITLES
    style = "titleStyle" if titled else "bodyStyle"
    master = slide.slide_layout.slide_master.element
    return [*own, *_matches(master, f"p:txStyles/p:{style}/a:lvl1pPr")]


def _first(levels: Sequence[_Element], path: str) -> str | None:
    return next((str(value) for level in levels for value in _matches(level, path)), None)


def _matches(element: _Element, path: str) -> list[_Element]:
    """The elements, or the attributes, at a path below `element`."""
    matches: list[_Element] = etree.XPath(path, namespaces=namespaces("a", "p"))(element)
    return matches


def _inset(slide: Slide, placeholder: SlidePlaceholder, side: str) -> float:
    """The margin inside the box, in pixels."""
    usual = 91_440 if side in ("lIns", "rIns") else 45_720
    written = _first(_elements(slide, placeholder), f"p:txBody/a:bodyPr/@{side}")
    return (usual if written is None else int(written)) / EMU
