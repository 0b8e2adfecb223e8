"""How do several exhibits become one presentation: cover, key figures, an exhibit a slide, method?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from pptx.presentation import Presentation
from pptx.shapes.base import BaseShape
from pptx.shapes.placeholder import SlidePlaceholder
from pptx.slide import Slide
from pptx.util import Pt

from dashboard.exhibit import Exhibit
from dashboard.outputs.caption import dated
from dashboard.outputs.deck.cartesian import draw_cartesian
from dashboard.outputs.deck.drawing import EMU, Box, Drawing
from dashboard.outputs.deck.skeleton import CONTENT_SLIDE, TITLE_SLIDE
from dashboard.outputs.deck.slides import add_exhibit, add_footer, add_group, set_title
from dashboard.outputs.deck.template import Template, layout_named
from dashboard.outputs.inert import inert
from dashboard.text.numbers import FRAGILE


@dataclass(frozen=True)
class Shown:
    """An exhibit of a presentation, with the title that the speaker has given it, if any."""

    exhibit: Exhibit
    title: str = ""


@dataclass(frozen=True)
class Cover:
    """What opens and closes a presentation: title, who speaks, the selection's key figures, how it was counted."""

    title: str
    subtitle: str
    headline: str
    key_figures: Exhibit
    method: tuple[str, ...] = ()


def write_pptx(exhibit: Exhibit, template: Template) -> bytes:
    """A presentation of one slide."""
    presentation = template.opened()
    add_exhibit(presentation, exhibit)
    return _saved(presentation, exhibit.content.title)


def write_deck(shown: Sequence[Shown], cover: Cover, template: Template) -> bytes:
    """A presentation of all of `shown`, in their order."""
    presentation = template.opened()
    _add_cover(presentation, cover)
    _add_key_figures(presentation, shown, cover)
    for one in shown:
        add_exhibit(presentation, one.exhibit, one.title)
    _add_method(presentation, shown, cover)
    return _saved(presentation, cover.title)


def _add_cover(presentation: Presentation, cover: Cover) -> None:
    slide = presentation.slides.add_slide(layout_named(presentation, TITLE_SLIDE))
    slide.shapes.title.text_frame.text = inert(cover.title)
    lines = [cover.subtitle, cover.headline, dated(cover.key_figures), cover.key_figures.stamp]
    _fill_body(slide, [line for line in lines if line])


def _add_key_figures(presentation: Presentation, shown: Sequence[Shown], cover: Cover) -> None:
    """The selection in words and its key figures; below, which slides look at another selection."""
    layout = layout_named(presentation, CONTENT_SLIDE)
    slide = presentation.slides.add_slide(layout)
    set_title(slide, cover.headline)
    body = _body(slide)
    others = _other_selections(shown, cover)
    box = _box(body)
    height = min(box.height, 250 if others else 380)
    area = Box(box.left, box.top, box.width, height)
    key = cover.key_figures
    if not key.empty:
        drawing = Drawing()
        draw_cartesian(key.content.figure, drawing, area, KEY_SCALE)
        add_group(slide, drawing, key.content.title, inert(key.content.alternative), area)
    if others:
        body.left, body.width = round(EMU * box.left), round(EMU * box.width)
        body.top, body.height = (
            round(EMU * (box.top + height + 16)),
            round(EMU * (box.height - height - 16)),
        )
        _fill_body(slide, others)
    else:
        body._element.getparent().remove(body._element)  # noqa: SLF001 - else it asks for a text.
    add_footer(slide, layout, [*key.content.notes, f"{dated(key)}. {key.stamp}"], _foot(box))


KEY_SCALE = 1.45


def _other_selections(shown: Sequence[Shown], cover: Cover) -> list[str]:
    """`Diapositives 3 et 4 : Femmes`, for each selection that is not the cover's."""
    slides: dict[str, list[int]] = {}
    for number, one in enumerate(shown, start=3):
        if one.exhibit.selection != cover.key_figures.selection:
            slides.setdefault(one.exhibit.selection, []).append(number)
    return [
        f"Diapositive{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))} : {selection}"
        for selection, numbers in slides.items()
    ]


def _add_method(presentation: Presentation, shown: Sequence[Shown], cover: Cover) -> None:
    """Where the numbers come from, and what the notes of the exhibits define, each said once."""
    layout = layout_named(presentation, CONTENT_SLIDE)
    slide = presentation.slides.add_slide(layout)
    set_title(slide, "Sources et méthode")
    said = (note for one in shown for note in one.exhibit.content.notes)
    # What marks a small base stands on the slide that has it.
    notes = dict.fromkeys(note for note in said if not note.startswith(FRAGILE))
    lines = [*cover.method, *notes]
    _fill_body(slide, lines[:MOST_LINES], size=11 if len(lines) > FEW_LINES else 13)
    slide.notes_slide.notes_text_frame.text = "\n".join(inert(line) for line in lines)
    key = cover.key_figures
    add_footer(slide, layout, [f"{dated(key)}. {key.stamp}"], _foot(_box(_body(slide))))


FEW_LINES, MOST_LINES = 8, 16
"""How many lines of a method slide can be read, large and small; the speaker's notes hold all."""


def _body(slide: Slide) -> SlidePlaceholder:
    return next(shape for shape in slide.placeholders if shape.placeholder_format.idx == 1)


def _box(shape: BaseShape) -> Box:
    return Box(shape.left / EMU, shape.top / EMU, shape.width / EMU, shape.height / EMU)


def _foot(body: Box) -> Box:
    return Box(body.left, body.top + body.height + 12, body.width - 92, 58)


def _fill_body(slide: Slide, lines: Sequence[str], size: int = 0) -> None:
    frame = _body(slide).text_frame
    frame.text = "\n".join(inert(line) for line in lines)
    for paragraph in frame.paragraphs:
        if size:
            paragraph.font.size = Pt(size)


def _saved(presentation: Presentation, title: str) -> bytes:
    presentation.core_properties.title = inert(title)[:255]
    presentation.core_properties.author = ""
    out = BytesIO()
    presentation.save(out)
    return out.getvalue()
