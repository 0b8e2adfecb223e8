"""How does a text of several lines, parts of it bold or coloured, become the paragraphs of a text on a slide?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from xml.sax.saxutils import escape

from dashboard.content.charts.rich_text import Line, RichText, Run
from dashboard.outputs.deck.colours import solid
from dashboard.outputs.xml_safe import xml_safe

LETTER = 0.54
"""Width of a letter as a part of the size of the font, on the safe side."""

LINE = 1.22
"""Height of a line as a part of the size of the font."""

FONT = '<a:latin typeface="+mn-lt"/>'
"""The theme's font for text."""

GLOW = '<a:effectLst><a:glow rad="31750"><a:schemeClr val="bg1"/></a:glow></a:effectLst>'


def lines_of(text: RichText) -> tuple[Line, ...]:
    """The lines of `text`, without the characters that no XML file can hold."""
    return tuple(
        tuple(replace(run, text=xml_safe(run.text)) for run in line if run.text)
        for line in text.lines
    )


def plain(text: str) -> tuple[Line, ...]:
    """`text` as it is, one line for each of its own."""
    return tuple((Run(line),) for line in xml_safe(text).split("\n"))


def extent(lines: Sequence[Line], size: float) -> tuple[float, float]:
    """About how wide and high `lines` are at a font size, in its unit."""
    longest = max((sum(len(run.text) for run in line) for line in lines), default=0)
    return LETTER * size * longest, LINE * size * len(lines)


def paragraphs(
    lines: Sequence[Line], *, size: float, colour: str, align: str = "l", halo: bool = False
) -> str:
    """`lines` as DrawingML paragraphs; `size` in points, `align` one of l, ctr, r."""
    return "".join(
        f'<a:p><a:pPr algn="{align}"/>{"".join(_run(r, size, colour, halo=halo) for r in line)}</a:p>'
        for line in lines
    )


def _run(run: Run, size: float, colour: str, *, halo: bool) -> str:
    bold = ' b="1"' if run.bold else ""
    return (
        f'<a:r><a:rPr lang="fr-FR" sz="{round(100 * size)}"{bold} dirty="0">'
        f"{solid(run.colour or colour)}{GLOW if halo else ''}{FONT}</a:rPr>"
        f"<a:t>{escape(run.text)}</a:t></a:r>"
    )
