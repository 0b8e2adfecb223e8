"""What has a file to say around the numbers of an exhibit, so that they stand alone?"""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.content.content import Section
from dashboard.domain.counts import SUPPRESSED_TEXT
from dashboard.domain.glossary import terms_in
from dashboard.exhibits.exhibit import Exhibit
from dashboard.outputs.columns import has_untold
from dashboard.outputs.xml_safe import xml_safe
from dashboard.text.numbers import day
from dashboard.text.words import inside

ADDRESS = "Adresse"
"""The term of the exhibit's link."""

LONGEST_LINK = 2_079
"""Excel's limit for a link, in characters."""


UNTOLD = f"{SUPPRESSED_TEXT} : nombre non montré, parce qu'il porterait sur trop peu de personnes."
"""What stands for a number that is not told; it is no zero, and no absent answer."""


def legend_of(exhibit: Exhibit) -> str:
    """What `s` means, where a cell of the table says so."""
    return UNTOLD if not exhibit.empty and has_untold(exhibit.content.data_table) else ""


def can_be_followed(exhibit: Exhibit) -> bool:
    """Whether an office program opens the exhibit's link: it is whole, and not longer than that."""
    return bool(exhibit.site) and len(exhibit.link) <= LONGEST_LINK


def _prose(sections: tuple[Section, ...]) -> Iterator[tuple[str, str]]:
    """What a view that explains says in chapters, and the terms that it defines."""
    for section in sections:
        yield from ((section.title, paragraph) for paragraph in section.paragraphs)
        yield from ((definition.term, definition.text) for definition in section.definitions)


def _definitions(exhibit: Exhibit) -> Iterator[tuple[str, str]]:
    """The words of the glossary that the exhibit uses, where it does not define them itself."""
    content, data_table = exhibit.content, exhibit.content.data_table
    own = {definition.term for section in content.sections for definition in section.definitions}
    labels = dict.fromkeys(label for row in data_table.rows for label in row.labels)
    texts = (
        content.title,
        exhibit.caption.champ,
        content.reading,
        *content.notes,
        *data_table.key_names,
        *data_table.measure_names,
        *labels,
    )
    for term in terms_in(texts, exhibit.glossary):
        if term.term not in own:
            yield f"Définition : {term.term}", term.definition


def caption_of(exhibit: Exhibit) -> list[tuple[str, str]]:
    """Terms with their texts, in the order of a page; without what is empty."""
    caption = exhibit.caption
    terms = [
        ("Usage", exhibit.mark),
        ("Titre", caption.title),
        ("Sélection", exhibit.selection),
        *((f"Réglage : {inside(name)}", position) for name, position in exhibit.switch_words),
        ("Champ", caption.champ),
        ("Lecture", caption.reading),
        ("Source", caption.origin),
        ("Données", caption.stamp),
        ("Confidentialité", exhibit.disclosure),
        ("Légende", legend_of(exhibit)),
        ("Attention", exhibit.other_version),
        *(("Note", note) for note in caption.notes),
        *_prose(exhibit.content.sections),
        *_definitions(exhibit),
        ("Rien à montrer" if exhibit.empty else "Figure", caption.nothing),
        ("Date des données", day(exhibit.dated)),
        ("Version des données", exhibit.version),
        (ADDRESS, exhibit.link),
    ]
    return [(xml_safe(term), xml_safe(text)) for term, text in terms if text]
