"""What stands on the slide of one exhibit, and in its speaker's notes?"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from math import ceil
from typing import Any

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.shapes.groupshape import CT_GroupShape
from pptx.presentation import Presentation
from pptx.slide import Slide, SlideLayout
from pptx.text.text import TextFrame
from pptx.util import Pt

from dashboard.charts.theme import MUTED
from dashboard.exhibit import Exhibit
from dashboard.outputs.caption import base_of, can_be_followed, caption_of, dated
from dashboard.outputs.columns import columns_of
from dashboard.outputs.deck.cartesian import draw_cartesian, largest_radius
from dashboard.outputs.deck.drawing import EMU, Box, Drawing, TextLook, grouped
from dashboard.outputs.deck.flows import draw_flows
from dashboard.outputs.deck.native_chart import add_native_chart
from dashboard.outputs.deck.native_table import add_matrix, add_table, is_matrix
from dashboard.outputs.deck.rich_text import plain
from dashboard.outputs.deck.skeleton import FREE_SLIDE
from dashboard.outputs.deck.template import layout_named
from dashboard.outputs.inert import flat, inert
from dashboard.outputs.plots import plot_of
from dashboard.text.numbers import FRAGILE, NARROW, count

FOOTER_HEIGHT = 58
SUBTITLE_LINE, SUBTITLE_LETTER = 21, 9.2
"""Height of a line of the subtitle, and width of a letter, in pixels, on the safe side."""
LONG_TITLES = ((230, 14), (160, 17), (110, 20))
"""From how many letters on a title is set smaller, and in how many points."""

MOST_NOTES = 60_000
"""Letters of speaker's notes: beyond, PowerPoint opens a slide slowly."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of an exhibit's slide stand, in pixels."""

    subtitle: Box
    area: Box
    footer: Box


def add_exhibit(presentation: Presentation, exhibit: Exhibit, title: str = "") -> None:
    """One slide: what was found, what it is about, the chart, where it comes from; the table in the notes.

    `title` stands in the place of the finding, where the speaker has chosen one.
    """
    layout = layout_named(presentation, FREE_SLIDE)
    slide = presentation.slides.add_slide(layout)
    places = _places(presentation, layout, exhibit)
    set_title(slide, title or _finding(exhibit))
    _add_subtitle(slide, exhibit, places.subtitle)
    shown = _draw(slide, exhibit, places.area)
    footer = add_footer(slide, layout, _footer(exhibit, shown), places.footer)
    _add_link(footer, exhibit)
    slide.notes_slide.notes_text_frame.text = _notes(exhibit)


def set_title(slide: Slide, text: str) -> None:
    """Writes the title, smaller where it is long."""
    frame = slide.shapes.title.text_frame
    # An office program may break a line at a narrow space, and so part a number.
    frame.text = flat(text.replace(NARROW, "\u00a0"))
    size = next((size for letters, size in LONG_TITLES if len(text) > letters), None)
    if size is not None:
        frame.paragraphs[0].runs[0].font.size = Pt(size)


def add_group(slide: Slide, drawing: Drawing, name: str, tell: str, box: Box) -> None:
    """Puts `drawing` on the slide as one group."""
    tree = slide.shapes._spTree  # noqa: SLF001 - python-pptx makes no freeform with curves.
    tree.append(grouped(drawing, name, tell, box, _free_number(tree)))


def _free_number(tree: CT_GroupShape) -> int:
    """A number that no shape of the slide has yet."""
    return max(int(number) for number in tree.xpath("//p:cNvPr/@id")) + 1


def add_footer(slide: Slide, layout: SlideLayout, lines: Sequence[str], box: Box) -> TextFrame:
    """Fills the layout's footer, which python-pptx leaves out, and brings the slide's number."""
    kinds = {shape.placeholder_format.type: shape for shape in layout.placeholders}
    by_name = {str(kind).split(" ", maxsplit=1)[0]: shape for kind, shape in kinds.items()}
    tree = slide.shapes._spTree  # noqa: SLF001
    for kind in ("FOOTER", "SLIDE_NUMBER"):
        if kind in by_name:
            copied = deepcopy(by_name[kind]._element)  # noqa: SLF001
            copied.nvSpPr.cNvPr.set("id", str(_free_number(tree)))
            tree.append(copied)
    found = [s for s in slide.placeholders if str(s.placeholder_format.type).startswith("FOOTER")]
    frame = found[0] if found else slide.shapes.add_textbox(0, 0, 0, 0)
    frame.name = "Pied de page"
    frame.left, frame.top, frame.width, frame.height = (round(EMU * value) for value in box)
    text = frame.text_frame
    text.word_wrap = True
    text.vertical_anchor = MSO_ANCHOR.BOTTOM
    text.text = "\n".join(flat(line) for line in lines)
    for paragraph in text.paragraphs:
        paragraph.font.size = Pt(10)
        paragraph.font.color.theme_color = MSO_THEME_COLOR.TEXT_2
    return text


def _add_link(footer: TextFrame, exhibit: Exhibit) -> None:
    """Ends the footer with the exhibit's address, which leads back to the page."""
    run = footer.paragraphs[-1].add_run()
    run.text = flat(exhibit.link)
    if can_be_followed(exhibit):
        run.hyperlink.address = exhibit.link


def _finding(exhibit: Exhibit) -> str:
    if exhibit.empty:
        return exhibit.content.title
    return exhibit.content.reading or exhibit.content.title


def _places(presentation: Presentation, layout: SlideLayout, exhibit: Exhibit) -> Places:
    """The parts, from where the layout puts its title: the institution's own may stand anywhere."""
    slide = Box(0, 0, presentation.slide_width / EMU, presentation.slide_height / EMU)
    title = next(s for s in layout.placeholders if "TITLE" in str(s.placeholder_format.type))
    left, width = title.left / EMU, title.width / EMU
    below = (title.top + title.height) / EMU + 2
    low = [
        s.top / EMU for s in layout.placeholders if "SLIDE_NUMBER" in str(s.placeholder_format.type)
    ]
    foot = min(slide.height - 14, *(top + 34 for top in low)) if low else slide.height - 14
    height = SUBTITLE_LINE * sum(_lines(text, width) for text in _subtitle(exhibit))
    top = below + height + 6
    footer = Box(left, foot - FOOTER_HEIGHT, width - 92, FOOTER_HEIGHT)
    return Places(
        Box(left, below, width, height),
        Box(left, top, width, footer.top - 8 - top),
        footer,
    )


def _subtitle(exhibit: Exhibit) -> tuple[str, str]:
    return flat(f"{exhibit.content.title} · {exhibit.selection}"), flat(base_of(exhibit))


def _lines(text: str, width: float) -> int:
    return ceil(SUBTITLE_LETTER * len(text) / width)


def _add_subtitle(slide: Slide, exhibit: Exhibit, box: Box) -> None:
    """The chart's title, the selection, and the base with its n."""
    shape = slide.shapes.add_textbox(*(round(EMU * value) for value in box))
    shape.name = "Sous-titre"
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.text = "\n".join(_subtitle(exhibit))
    for paragraph, bold in zip(frame.paragraphs, (True, False), strict=True):
        paragraph.font.size, paragraph.font.bold = Pt(13), bold
        paragraph.font.color.theme_color = (
            MSO_THEME_COLOR.TEXT_1 if bold else MSO_THEME_COLOR.TEXT_2
        )


def _draw(slide: Slide, exhibit: Exhibit, area: Box) -> int | None:
    """Draws the figure; where it is a table, answers how many rows of it there was room for."""
    figure, content = exhibit.content.figure, exhibit.content
    drawing = Drawing()
    if exhibit.empty:
        look = TextLook(20, MUTED, width=area.width)
        drawing.text(plain(content.nothing), (area.left, area.top + area.height / 3), look)
    elif not figure.get("data") and not figure.get("layout"):
        return add_table(slide, exhibit, area)
    elif is_matrix(figure):
        add_matrix(slide, exhibit, area)
        return None
    elif (plot := plot_of(figure)) is not None:
        add_native_chart(slide, exhibit, plot, area)
        return None
    elif figure["data"] and figure["data"][0].get("type") == "sankey":
        draw_flows(figure, drawing, area, FLOW_SCALE)
    else:
        draw_cartesian(figure, drawing, area, _scale(figure, area))
    add_group(slide, drawing, inert(content.title), inert(content.alternative), area)
    return None


FLOW_SCALE, MAP_SCALE, LARGEST_SCALE, SMALLEST_SCALE = 1.15, 1.1, 1.35, 0.8
"""How much larger than on a page a figure is drawn, so that it is read from a seat."""

ROW = 25
"""Pixels that a row of a figure needs, at a page's size of text; with a circle, its diameter and a text's height."""


def _scale(figure: dict[str, Any], area: Box) -> float:
    """As large as the rows of the figure leave room for; a map as large as its labels do."""
    layout = figure["layout"]
    upright = layout.get("yaxis", {})
    if not figure["data"]:
        return 1.5
    if "scaleanchor" in upright:
        return MAP_SCALE
    rows = len(upright.get("tickvals", ()))
    largest = max(
        (2 * largest_radius(trace) + 4 for trace in figure["data"] if "marker" in trace), default=0
    )
    return min(LARGEST_SCALE, max(SMALLEST_SCALE, area.height / (max(ROW, largest) * rows + 80)))


def _footer(exhibit: Exhibit, shown: int | None) -> list[str]:
    content = exhibit.content
    lines = [note for note in content.notes if note.startswith(FRAGILE)]
    if shown is not None and shown < len(content.twin.rows):
        lines.append(
            f"Les {count(shown)} premières lignes sur {count(len(content.twin.rows))} ; "
            "la suite est dans les commentaires et dans l'export Excel."
        )
    stamp = f"{exhibit.stamp}." if exhibit.stamp else ""
    return [*lines, f"Source : {content.source}. {stamp}", f"{dated(exhibit)} · "]


def _notes(exhibit: Exhibit) -> str:
    """What explains the exhibit, then its table, a line a row."""
    caption = [f"{term} : {text}" for term, text in caption_of(exhibit)]
    columns = columns_of(exhibit.content.twin)
    table = ["\t".join(column.header for column in columns)]
    table += ["\t".join(cells) for cells in zip(*(c.words() for c in columns), strict=True)]
    return "\n".join([*caption, "", "Tableau", *table])[:MOST_NOTES]
