"""How do prose and terms stand on a page: chapters, definitions, links to the glossary?"""

from __future__ import annotations

from markupsafe import Markup

from dashboard.content.content import Definition, Section
from dashboard.content.page import SURVEY
from dashboard.domain.codebook import Term
from dashboard.domain.glossary import Spellings
from dashboard.web.markup import NOTHING, Content, tag
from dashboard.web.mount import below, kept_below

GLOSSARY = "glossaire"
"""The place of the glossary on its page."""


def prose_of(sections: tuple[Section, ...]) -> Markup:
    """Chapters one after the other, each with its paragraphs and definitions; nothing where there are none."""
    return tag("div", map(_section, sections), class_="prose") if sections else NOTHING


def _section(section: Section) -> Markup:
    passages: list[Markup] = [tag("h3", section.title)]
    passages += [tag("p", paragraph) for paragraph in section.paragraphs]
    anchored = any(definition.anchor for definition in section.definitions)
    if section.definitions:
        passages.append(tag("dl", map(_entry, section.definitions)))
    return _placed("section", passages, GLOSSARY if anchored else "")


def _entry(definition: Definition) -> Markup:
    entry = [tag("dt", definition.term), tag("dd", definition.text)]
    return _placed("div", entry, definition.anchor)


def _placed(name: str, content: Content, place: str) -> Markup:
    """An element that an address may lead to at `place`: it then takes the focus, and so is read next."""
    return tag(name, content, id=place or None, tabindex="-1" if place else None)


def glossary_link(text: str, place: str, meaning: str = "") -> Markup:
    """`text`, leading to a place of the glossary; the filters of the page are kept on the way."""
    href = below(f"{SURVEY.path}#{place}")
    return tag("a", text, href=href, class_="term", title=meaning or None, data_place=place)


class Explained:
    """The texts of one card, in the order that they are read: a term leads to its definition where it first occurs."""

    def __init__(self, spellings: Spellings) -> None:
        self._spellings = spellings
        self._said: set[str] = set()

    def first_said(self, text: str) -> tuple[Term, ...]:
        """The terms that `text` says and no text before it has said; from then on they are said."""
        return tuple(term for _, term in self._pieces(text) if term is not None)

    def linked(self, text: str) -> list[Markup | str]:
        """`text`, with links where it says a term that no text before it has said."""
        return [part if term is None else _link(part, term) for part, term in self._pieces(text)]

    def _pieces(self, text: str) -> list[tuple[str, Term | None]]:
        parts = list(self._spellings.pieces(text, self._said))
        self._said.update(term.term for _, term in parts if term is not None)
        return parts


@kept_below(1024)
def _link(text: str, term: Term) -> Markup:
    return glossary_link(text, term.anchor, term.definition)
