"""How do a view's sentences become as French typography wants them?"""

from __future__ import annotations

from dataclasses import replace

from dashboard.content.content import Content, Section
from dashboard.content.notes import Caution
from dashboard.text.typography import unbroken


def typeset(content: Content) -> Content:
    """`content` with no-break spaces where French forbids a line to break; without notes where nothing is shown."""
    return replace(
        content,
        title=unbroken(content.title),
        population=unbroken(content.population),
        waiting=unbroken(content.waiting),
        reading=unbroken(content.reading),
        alternative=unbroken(content.alternative),
        source=unbroken(content.source),
        # Over nobody, a note would tell what is out of scope as if it were zero; `nothing` says why there is nobody.
        notes=tuple(map(_typeset_note, content.notes)) if not content.empty else (),
        nothing=unbroken(content.nothing),
        undrawn=unbroken(content.undrawn),
        sections=tuple(_typeset_section(section) for section in content.sections),
    )


def _typeset_note(note: str) -> str:
    return note.typeset() if isinstance(note, Caution) else unbroken(note)


def _typeset_section(section: Section) -> Section:
    return replace(
        section,
        paragraphs=tuple(unbroken(paragraph) for paragraph in section.paragraphs),
        definitions=tuple(
            replace(definition, text=unbroken(definition.text))
            for definition in section.definitions
        ),
    )
