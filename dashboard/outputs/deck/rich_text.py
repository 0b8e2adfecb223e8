"""How does the markup of a figure's labels become the runs of a text on a slide?"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape

from dashboard.outputs.deck.colours import solid
from dashboard.outputs.xml_safe import xml_safe

_TAG = re.compile(r"(<[^>]*>)")
_COLOUR = re.compile(r"color:\s*([^;\"']+)")

LETTER = 0.54
"""Width of a letter as a part of the size of the font, on the safe side."""

LINE = 1.22
"""Height of a line as a part of the size of the font."""


FONT = '<a:latin typeface="+mn-lt"/>'
"""The theme's font for text."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line in one style; an empty colour is that of its text."""

    text: str
    bold: bool = False
    colour: str = ""


Line = tuple[Run, ...]


def lines_of(markup: str) -> list[Line]:
    """The lines of a label: `<br>` parts them, `<b>` and a span's colour style them, other tags say nothing."""
    lines: list[list[Run]] = [[]]
    style = Run("")
    for piece in _TAG.split(markup):
        if piece == "<br>":
            lines.append([])
        elif piece in ("<b>", "</b>"):
            style = replace(style, bold=piece == "<b>")
        elif piece.startswith("<span"):
            found = _COLOUR.search(piece)
            style = replace(style, colour=found[1].strip() if found else "")
        elif piece == "</span>":
            style = replace(style, colour="")
        elif piece:
            lines[-1].append(replace(style, text=xml_safe(piece)))
    return [tuple(line) for line in lines]


def plain(text: str) -> list[Line]:
    """`text` as it is, one line for each of its own."""
    return [(Run(line),) for line in xml_safe(text).split("\n")]


def extent(lines: list[Line], size: float) -> tuple[float, float]:
    """About how wide and high `lines` are at a font size, in its unit."""
    longest = max((sum(len(run.text) for run in line) for line in lines), default=0)
    return LETTER * size * longest, LINE * size * len(lines)


def paragraphs(
    lines: list[Line], *, size: float, colour: str, align: str = "l", halo: bool = False
) -> str:
    """`lines` as DrawingML paragraphs; `size` in points, `align` one of l, ctr, r."""
    return "".join(
        f'<a:p><a:pPr algn="{align}"/>{"".join(_run(r, size, colour, halo=halo) for r in line)}</a:p>'
        for line in lines
    )


def _run(run: Run, size: float, colour: str, *, halo: bool) -> str:
    glow = (
        '<a:effectLst><a:glow rad="31750"><a:schemeClr val="bg1"/></a:glow></a:effectLst>'
        if halo
        else ""
    )
    bold = ' b="1"' if run.bold else ""
    return (
        f'<a:r><a:rPr lang="fr-FR" sz="{round(100 * size)}"{bold} dirty="0">'
        f"{solid(run.colour or colour)}{glow}{FONT}</a:rPr><a:t>{escape(run.text)}</a:t></a:r>"
    )
