"""What has a file to say around the numbers of an exhibit, so that they stand alone?"""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.exhibit import Exhibit
from dashboard.outputs.inert import inert
from dashboard.text.numbers import count, day
from dashboard.text.typography import unbroken
from dashboard.text.words import capital
from dashboard.views.view import Section


def base_of(exhibit: Exhibit) -> str:
    """`Bénéficiaires : n = 1 044`."""
    content = exhibit.content
    return inert(unbroken(f"{capital(content.population)} : n = {count(content.base)}"))


def champ_of(exhibit: Exhibit) -> str:
    """The population, with its number."""
    content = exhibit.content
    return inert(
        unbroken(f"{exhibit.selection} ; {content.population}, n = {count(content.base)}.")
    )


def dated(exhibit: Exhibit) -> str:
    """The day of the data and their version."""
    return f"Données au {day(exhibit.dated)}, version {inert(exhibit.version)}"


def _prose(sections: tuple[Section, ...]) -> Iterator[tuple[str, str]]:
    """What a view that explains says in chapters, and the terms that it defines."""
    for section in sections:
        yield from ((section.title, paragraph) for paragraph in section.paragraphs)
        yield from ((one.term, one.text) for one in section.definitions)


def caption_of(exhibit: Exhibit) -> list[tuple[str, str]]:
    """Terms with their texts, in the order of a page; without what is empty."""
    content = exhibit.content
    terms = [
        ("Titre", content.title),
        ("Sélection", exhibit.selection),
        ("Champ", champ_of(exhibit)),
        ("Lecture", "" if exhibit.empty else content.reading),
        ("Source", f"{content.source}."),
        ("Données", exhibit.stamp),
        *(("Note", note) for note in content.notes),
        *_prose(content.sections),
        ("Sans données", content.nothing if exhibit.empty else ""),
        ("Date des données", day(exhibit.dated)),
        ("Version des données", exhibit.version),
        ("Adresse", f"{exhibit.view.page.path}{exhibit.address}#{exhibit.view.name}"),
    ]
    return [(term, inert(text)) for term, text in terms if text]
