"""What has a file to say around the numbers of an exhibit, so that they stand alone?"""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.content.content import Section
from dashboard.domain.glossary import terms_in
from dashboard.exhibit import Exhibit
from dashboard.outputs.xml_safe import xml_safe
from dashboard.text.numbers import count, day
from dashboard.text.typography import unbroken
from dashboard.text.words import capital, inside

ADDRESS = "Adresse"
"""The term of the exhibit's link."""

LONGEST_LINK = 2_079
"""Excel's limit for a link, in characters."""


def can_be_followed(exhibit: Exhibit) -> bool:
    """Whether an office program opens the exhibit's link: it is whole, and not longer than that."""
    return bool(exhibit.site) and len(exhibit.link) <= LONGEST_LINK


def base_of(exhibit: Exhibit) -> str:
    """`Bénéficiaires : n = 1 044`."""
    content = exhibit.content
    return xml_safe(unbroken(f"{capital(content.population)} : n = {count(content.base)}"))


def champ_of(exhibit: Exhibit) -> str:
    """The population, with its number."""
    content = exhibit.content
    return xml_safe(
        unbroken(f"{exhibit.selection} ; {content.population}, n = {count(content.base)}.")
    )


def dated(exhibit: Exhibit) -> str:
    """The day of the data and their version."""
    return f"Données au {day(exhibit.dated)}, version {xml_safe(exhibit.version)}"


def _prose(sections: tuple[Section, ...]) -> Iterator[tuple[str, str]]:
    """What a view that explains says in chapters, and the terms that it defines."""
    for section in sections:
        yield from ((section.title, paragraph) for paragraph in section.paragraphs)
        yield from ((one.term, one.text) for one in section.definitions)


def _definitions(exhibit: Exhibit) -> Iterator[tuple[str, str]]:
    """The words of the glossary that the exhibit uses, where it does not define them itself."""
    content, data_table = exhibit.content, exhibit.content.data_table
    own = {one.term for section in content.sections for one in section.definitions}
    labels = dict.fromkeys(label for row in data_table.rows for label in row.labels)
    texts = (
        content.title,
        champ_of(exhibit),
        content.reading,
        *content.notes,
        *data_table.variables,
    )
    for term in terms_in((*texts, *data_table.measures, *labels), exhibit.glossary):
        if term.term not in own:
            yield f"Définition : {term.term}", term.definition


def caption_of(exhibit: Exhibit) -> list[tuple[str, str]]:
    """Terms with their texts, in the order of a page; without what is empty."""
    content = exhibit.content
    terms = [
        ("Titre", content.title),
        ("Sélection", exhibit.selection),
        *((f"Réglage : {inside(name)}", position) for name, position in exhibit.switches),
        ("Champ", champ_of(exhibit)),
        ("Lecture", "" if exhibit.empty else content.reading),
        ("Source", f"{content.source}."),
        ("Données", exhibit.stamp),
        *(("Note", note) for note in content.notes),
        *_prose(content.sections),
        *_definitions(exhibit),
        ("Sans données", content.nothing if exhibit.empty else ""),
        ("Date des données", day(exhibit.dated)),
        ("Version des données", exhibit.version),
        (ADDRESS, exhibit.link),
    ]
    return [(xml_safe(term), xml_safe(text)) for term, text in terms if text]
