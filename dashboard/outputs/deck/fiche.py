"""How does the document of a region become slides: cover, key figures, an exhibit a slide, how to read it?"""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.documents.document import Document
from dashboard.outputs.deck.presentation import Cover, Shown, write_deck
from dashboard.outputs.deck.template import Template


def write_fiche(document: Document, template: Template) -> bytes:
    """The slides of `document`, which is about somebody; raises ValueError where it has no plate."""
    if not document.plates:
        raise ValueError("a document without plates has no slides")
    first, *others = document.plates
    cover = Cover(
        title=document.title,
        subtitle=document.partners,
        headline=document.headline,
        key_figures=first.exhibit,
        method=tuple(_prose(document)),
    )
    return write_deck([Shown(plate.exhibit) for plate in others], cover, template)


def _prose(document: Document) -> Iterator[str]:
    """What is said in sections, without their titles; first of all, that another version was asked for."""
    if document.other_version:
        yield document.other_version
    for chapter in document.chapters:
        for section in chapter.sections:
            yield from section.paragraphs
