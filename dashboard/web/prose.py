"""How do prose and terms stand on a page: chapters, definitions, links to the glossary?"""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from dashboard.content.content import Definition, Section
from dashboard.content.page import SURVEY
from dashboard.domain.codebook import Term
from dashboard.domain.glossary import pieces
from dashboard.web.attributes import marked

GLOSSARY = "glossaire"
"""The place of the glossary on its page."""


def prose_of(sections: tuple[Section, ...]) -> Component | None:
    """Chapters one after the other, each with its paragraphs and definitions; None where there are none."""
    if not sections:
        return None
    return html.Div([_section(section) for section in sections], className="prose")


def _section(section: Section) -> Component:
    passages: list[Component] = [html.H3(section.title)]
    passages += [html.P(paragraph) for paragraph in section.paragraphs]
    anchored = any(definition.anchor for definition in section.definitions)
    if section.definitions:
        passages.append(html.Dl([_entry(definition) for definition in section.definitions]))
    return _placed(html.Section(passages), GLOSSARY if anchored else "")


def _entry(definition: Definition) -> Component:
    entry = html.Div([html.Dt(definition.term), html.Dd(definition.text)])
    return _placed(entry, definition.anchor)


def _placed(component: Component, place: str) -> Component:
    """`component`, which an address may lead to at `place`: it then takes the focus, and so is read next."""
    if place:
        return marked(component, id=place, tabIndex="-1")
    return component


def glossary_link(text: str, place: str, meaning: str = "") -> Component:
    """`text`, leading to a place of the glossary; the filters of the page are kept on the way."""
    href = f"{SURVEY.path}#{place}"
    return marked(
        html.A(text, href=href, className="term", title=meaning or None), data_place=place
    )


class Explained:
    """The texts of one card, in the order that they are read: a term leads to its definition where it first occurs."""

    def __init__(self, glossary: tuple[Term, ...]) -> None:
        self._terms = glossary
        self._said: set[Term] = set()

    def first_said(self, text: str) -> tuple[Term, ...]:
        """The terms that `text` says and no text before it has said; from then on they are said."""
        terms = [term for _, term in pieces(text, self._terms, self._said) if term is not None]
        self._said.update(terms)
        return tuple(terms)

    def linked(self, text: str) -> list[Component | str]:
        """`text`, with links where it says a term that no text before it has said."""
        parts = list(pieces(text, self._terms, self._said))
        self._said.update(term for _, term in parts if term is not None)
        return [
            part if term is None else glossary_link(part, term.anchor, term.definition)
            for part, term in parts
        ]
