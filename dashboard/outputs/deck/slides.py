"""What stands on the slide of one exhibit, and in its speaker's notes?"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from math import ceil

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.presentation import Presentation
from pptx.slide import Slide, SlideLayout
from pptx.text.text import TextFrame

from dashboard.content.theme import MUTED
from dashboard.exhibits.exhibit import Exhibit
from dashboard.outputs.caption import can_be_followed, caption_of
from dashboard.outputs.columns import columns_of
from dashboard.outputs.deck.chart import add_chart, add_drawing
from dashboard.outputs.deck.drawing import EMU, Box, Drawing, TextLook
from dashboard.outputs.deck.frames import set_look, write_in
from dashboard.outputs.deck.groups import free_number
from dashboard.outputs.deck.rich_text import plain
from dashboard.outputs.deck.skeleton import FREE_SLIDE
from dashboard.outputs.deck.template import held_by, layout_named
from dashboard.outputs.xml_safe import flat
from dashboard.text.numbers import NARROW

FOOTER_HEIGHT = 58
SUBTITLE_LINE, SUBTITLE_LETTER = 21, 9.2
"""Height of a line of the subtitle, and width of a letter, in pixels, on the safe side."""

MARK_WIDTH, MARK_HEIGHT = 180, 18
"""Of the words in the corner of a slide that stays within the house, in pixels."""

MOST_NOTES = 60_000
"""Letters of speaker's notes: beyond, PowerPoint opens a slide slowly."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of an exhibit's slide stand, in pixels."""

    subtitle: Box
    area: Box
    footer: Box


def add_exhibit(
    presentation: Presentation, exhibit: Exhibit, title: str = "", comment: str = ""
) -> None:
    """One slide: the finding, what it is about, the chart, where it comes from; the table in the notes.

    `title` stands in the place of the finding, where the speaker has chosen one; `comment` under what it is about.
    """
    layout = layout_named(presentation, FREE_SLIDE)
    slide = presentation.slides.add_slide(layout)
    about = _subtitle(exhibit, comment)
    places = _places(presentation, layout, about)
    set_title(slide, title or _finding(exhibit))
    add_mark(slide, presentation, exhibit.mark)
    _add_subtitle(slide, about, places.subtitle)
    _draw(slide, exhibit, places.area)
    add_footer(slide, layout, exhibit, footer_of(exhibit), places.footer)
    slide.notes_slide.notes_text_frame.text = notes_of(exhibit, comment)


def set_title(slide: Slide, text: str) -> None:
    """Writes the title, smaller where it would leave its box."""
    # An office program may break a line at a narrow space, and so part a number.
    write_in(slide, held_by(slide.placeholders), [flat(text.replace(NARROW, "\u00a0"))])


def add_mark(slide: Slide, presentation: Presentation, mark: str) -> None:
    """Writes `mark` in the upper right corner, over whatever the layout has there; nothing where there is none."""
    if not mark:
        return
    width = presentation.slide_width / EMU
    box = Box(width - MARK_WIDTH - 12, 4, MARK_WIDTH, MARK_HEIGHT)
    shape = slide.shapes.add_textbox(*(round(EMU * value) for value in box))
    shape.name = mark
    text = shape.text_frame
    text.margin_left = text.margin_right = text.margin_top = text.margin_bottom = 0
    text.text = mark
    text.paragraphs[0].alignment = PP_ALIGN.RIGHT
    set_look(text, 11, colour=MSO_THEME_COLOR.TEXT_1)
    text.paragraphs[0].runs[0].font.bold = True


def add_footer(
    slide: Slide, layout: SlideLayout, exhibit: Exhibit, lines: Sequence[str], box: Box
) -> None:
    """Fills the layout's footer, which python-pptx leaves out, and brings the slide's number.

    `lines` end with the address of `exhibit`, which becomes a link.
    """
    kinds = {shape.placeholder_format.type: shape for shape in layout.placeholders}
    by_name = {str(kind).split(" ", maxsplit=1)[0]: shape for kind, shape in kinds.items()}
    tree = slide.shapes._spTree  # noqa: SLF001
    for kind in ("FOOTER", "SLIDE_NUMBER"):
        if kind in by_name:
            copied = deepcopy(by_name[kind]._element)  # noqa: SLF001
            copied.nvSpPr.cNvPr.set("id", str(free_number(tree)))
            tree.append(copied)
    footers = [s for s in slide.placeholders if str(s.placeholder_format.type).startswith("FOOTER")]
    frame = footers[0] if footers else slide.shapes.add_textbox(0, 0, 0, 0)
    frame.name = "Pied de page"
    frame.left, frame.top, frame.width, frame.height = (round(EMU * value) for value in box)
    text = frame.text_frame
    text.word_wrap = True
    text.vertical_anchor = MSO_ANCHOR.BOTTOM
    text.text = "\n".join(flat(line) for line in lines)
    _lead_back(text, exhibit)
    set_look(text, 10, colour=MSO_THEME_COLOR.TEXT_2)


def _lead_back(footer: TextFrame, exhibit: Exhibit) -> None:
    """Makes a link of the exhibit's address, with which the footer ends."""
    last = footer.paragraphs[-1]
    words = last.runs[-1]
    words.text = words.text.removesuffix(flat(exhibit.link))
    link = last.add_run()
    link.text = flat(exhibit.link)
    if can_be_followed(exhibit):
        link.hyperlink.address = exhibit.link


def _finding(exhibit: Exhibit) -> str:
    """One number read aloud, where the exhibit gives one."""
    return exhibit.caption.reading or exhibit.caption.title


def _places(presentation: Presentation, layout: SlideLayout, about: Sequence[str]) -> Places:
    """The parts, from where the layout puts its title: the institution's own may stand anywhere."""
    slide = Box(0, 0, presentation.slide_width / EMU, presentation.slide_height / EMU)
    title = held_by(layout.placeholders)
    left, width = title.left / EMU, title.width / EMU
    below = (title.top + title.height) / EMU + 2
    low = [
        s.top / EMU for s in layout.placeholders if "SLIDE_NUMBER" in str(s.placeholder_format.type)
    ]
    foot = min(slide.height - 14, *(top + 34 for top in low)) if low else slide.height - 14
    height = SUBTITLE_LINE * sum(_lines(text, width) for text in about)
    top = below + height + 6
    footer = Box(left, foot - FOOTER_HEIGHT, width - 92, FOOTER_HEIGHT)
    return Places(
        Box(left, below, width, height),
        Box(left, top, width, footer.top - 8 - top),
        footer,
    )


def _subtitle(exhibit: Exhibit, comment: str) -> list[str]:
    """The chart's title and the selection; the base with its n; what the speaker comments, if anything."""
    caption = exhibit.caption
    said = [line for line in comment.splitlines() if line.strip()]
    return [flat(text) for text in (f"{caption.title} · {exhibit.selection}", caption.base, *said)]


def _lines(text: str, width: float) -> int:
    return ceil(SUBTITLE_LETTER * len(text) / width)


def _add_subtitle(slide: Slide, about: Sequence[str], box: Box) -> None:
    """What stands between the title and the chart, a line a paragraph."""
    shape = slide.shapes.add_textbox(*(round(EMU * value) for value in box))
    shape.name = "Sous-titre"
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.text = "\n".join(about)
    set_look(frame, 13, colour=MSO_THEME_COLOR.TEXT_2)
    for i, paragraph in enumerate(frame.paragraphs):
        if i == 1:
            continue  # The base recedes behind the chart's title, and what the speaker comments.
        for run in paragraph.runs:
            run.font.bold, run.font.color.theme_color = i == 0, MSO_THEME_COLOR.TEXT_1


def _draw(slide: Slide, exhibit: Exhibit, area: Box) -> None:
    """Draws the chart, or says why there is none."""
    if not exhibit.empty and not exhibit.content.undrawn:
        add_chart(slide, exhibit, area)
        return
    drawing = Drawing()
    look = TextLook(20, MUTED, width=area.width)
    drawing.text(plain(exhibit.caption.nothing), (area.left, area.top + area.height / 3), look)
    add_drawing(slide, exhibit, drawing, area)


def footer_of(exhibit: Exhibit) -> list[str]:
    """The one warning to read the chart with, where the numbers come from, and how to find them again.

    Before all, where that is so: that another version was asked for.
    """
    caption = exhibit.caption
    lines = [*filter(None, (exhibit.other_version, caption.warning))]
    named = f"Source : {caption.source}" if caption.source else ""
    source = [" ".join(filter(None, (named, exhibit.disclosure)))]
    return [*lines, *filter(None, source), f"{caption.dated} · {exhibit.link}"]


def notes_of(exhibit: Exhibit, comment: str = "") -> str:
    """What the speaker comments, what explains the exhibit, then its table, a line a row."""
    said = [f"Commentaire : {flat(comment)}"] if comment else []
    caption = [*said, *(f"{term} : {text}" for term, text in caption_of(exhibit))]
    columns = columns_of(exhibit.content.data_table)
    table = ["\t".join(column.header for column in columns)]
    table += ["\t".join(cells) for cells in zip(*(c.words() for c in columns), strict=True)]
    return "\n".join([*caption, "", "Tableau", *table])[:MOST_NOTES]
