"""How do several exhibits become one presentation: cover, key figures, an exhibit a slide, method?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

from pptx.presentation import Presentation
from pptx.shapes.base import BaseShape
from pptx.shapes.placeholder import SlidePlaceholder
from pptx.slide import Slide

from dashboard.exhibits.exhibit import Exhibit
from dashboard.outputs.deck.chart import add_chart
from dashboard.outputs.deck.drawing import EMU, Box
from dashboard.outputs.deck.frames import SMALLEST, room_of, set_look, write_in
from dashboard.outputs.deck.skeleton import CONTENT_SLIDE, TITLE_SLIDE
from dashboard.outputs.deck.slides import (
    add_exhibit,
    add_footer,
    add_mark,
    footer_of,
    notes_of,
    set_title,
)
from dashboard.outputs.deck.template import BODIES, Template, held_by, layout_named
from dashboard.outputs.xml_safe import xml_safe


@dataclass(frozen=True)
class Shown:
    """An exhibit of a presentation, with the title and the comment that the speaker has given it, if any."""

    exhibit: Exhibit
    title: str = ""
    comment: str = ""


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
    return _saved(presentation, exhibit.caption.title, exhibit.mark)


def write_deck(shown: Sequence[Shown], cover: Cover, template: Template) -> bytes:
    """A presentation of all of `shown`, in their order."""
    presentation = template.opened()
    _add_cover(presentation, cover)
    if not _has_key_figures(shown, cover):
        _add_key_figures(presentation, shown, cover)
    first = len(presentation.slides) + 1
    for item in shown:
        add_exhibit(presentation, item.exhibit, item.title, item.comment)
    _add_method(presentation, dict(enumerate(shown, start=first)), cover)
    return _saved(presentation, cover.title, cover.key_figures.mark)


def _add_cover(presentation: Presentation, cover: Cover) -> None:
    slide = presentation.slides.add_slide(layout_named(presentation, TITLE_SLIDE))
    set_title(slide, cover.title)
    caption = cover.key_figures.caption
    lines = [cover.subtitle, cover.headline, caption.dated, caption.stamp]
    write_in(slide, held_by(slide.placeholders, BODIES), [xml_safe(line) for line in lines if line])
    add_mark(slide, presentation, cover.key_figures.mark)


def _has_key_figures(shown: Sequence[Shown], cover: Cover) -> bool:
    """Whether the key figures of the cover's selection are among the exhibits: they are not told twice."""
    key = cover.key_figures
    return any(
        item.exhibit.view == key.view and item.exhibit.selection == key.selection for item in shown
    )


def _add_key_figures(presentation: Presentation, shown: Sequence[Shown], cover: Cover) -> None:
    """The selection in words and its key figures; below, which slides look at another selection."""
    layout = layout_named(presentation, CONTENT_SLIDE)
    slide = presentation.slides.add_slide(layout)
    set_title(slide, cover.headline)
    add_mark(slide, presentation, cover.key_figures.mark)
    body = held_by(slide.placeholders, BODIES)
    others = _other_selections(shown, cover)
    box = _box(body)
    height = min(box.height * 0.6, 300) if others else min(box.height, 380)
    area = Box(box.left, box.top, box.width, height)
    key = cover.key_figures
    if not key.empty:
        add_chart(slide, key, area)
    if others:
        body.left, body.width = round(EMU * box.left), round(EMU * box.width)
        body.top, body.height = (
            round(EMU * (box.top + height + 16)),
            round(EMU * (box.height - height - 16)),
        )
        write_in(slide, body, [xml_safe(line) for line in others], OTHERS)
    else:
        body.element.getparent().remove(body.element)  # An empty one asks for a text.
    add_footer(slide, layout, key, footer_of(key), _foot(box))
    slide.notes_slide.notes_text_frame.text = notes_of(key)


def _other_selections(shown: Sequence[Shown], cover: Cover) -> list[str]:
    """`Diapositives 3 et 4 : Femmes`, for each selection that is not the cover's."""
    slides: dict[str, list[int]] = {}
    for number, item in enumerate(shown, start=3):
        selection = item.exhibit.selection
        if selection != cover.key_figures.selection:
            slides.setdefault(selection, []).append(number)
    return [
        f"Diapositive{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))} : {selection}"
        for selection, numbers in slides.items()
    ]


def _add_method(presentation: Presentation, slides: Mapping[int, Shown], cover: Cover) -> None:
    """Where the numbers come from; what the notes of each exhibit define stands in the comments, slide by slide."""
    layout = layout_named(presentation, CONTENT_SLIDE)
    slide = presentation.slides.add_slide(layout)
    set_title(slide, "Sources et méthode")
    add_mark(slide, presentation, cover.key_figures.mark)
    noted = [line for number, item in slides.items() for line in _notes_of(number, item.exhibit)]
    lines = [xml_safe(line) for line in (*cover.method, *([WHERE_NOTES] if noted else []))]
    body = held_by(slide.placeholders, BODIES)
    _write_method(slide, body, lines)
    slide.notes_slide.notes_text_frame.text = "\n".join([*map(xml_safe, (*cover.method, *noted))])
    key = cover.key_figures
    stamp = [f"{key.caption.stamp}."] if key.caption.stamp else []
    add_footer(slide, layout, key, [*stamp, footer_of(key)[-1]], _foot(_box(body)))


def _notes_of(number: int, exhibit: Exhibit) -> list[str]:
    """The notes of the exhibit on the slide of this `number`, under its title."""
    notes = [f"- {note}" for note in exhibit.caption.notes]
    return ["", f"Diapositive {number} : {exhibit.caption.title}", *notes] if notes else []


WHERE_NOTES = (
    "La méthode et les réserves propres à chaque vue sont dans les commentaires de sa diapositive, et toutes dans ceux "
    "de celle-ci."
)

OTHERS, METHOD = 16, 13
"""Points of the text under the key figures and on the method slide, where there is room."""

REST = "La suite est dans les commentaires de cette diapositive."


def _write_method(slide: Slide, body: SlidePlaceholder, lines: Sequence[str]) -> None:
    """As many of `lines` as can be read; where some are left out, the last one says where they are."""
    room = room_of(slide, body)
    shown, kept = list(lines), len(lines)
    while kept and not room.holds(shown, SMALLEST):
        kept -= 1
        shown = [*lines[:kept], REST]
    body.text_frame.text = "\n".join(shown)
    set_look(body.text_frame, room.fitting(shown, METHOD))


def _box(shape: BaseShape) -> Box:
    return Box(shape.left / EMU, shape.top / EMU, shape.width / EMU, shape.height / EMU)


def _foot(body: Box) -> Box:
    return Box(body.left, body.top + body.height + 12, body.width - 92, 58)


def _saved(presentation: Presentation, title: str, mark: str) -> bytes:
    presentation.core_properties.title = xml_safe(title)[:255]
    presentation.core_properties.author = ""
    presentation.core_properties.content_status = mark
    out = BytesIO()
    presentation.save(out)
    return out.getvalue()
