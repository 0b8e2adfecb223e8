"""What does a room see: which exhibits, one a screen, and with which keys does the speaker move?

The screens lie on top of each other at their full size and `assets/scripts/presentation.js` shows one of them: so
moving asks nobody for anything, no chart has to be drawn again, and a filter changes them all.
"""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from dashboard.content.page import Page
from dashboard.content.view import View
from dashboard.domain.vocabulary import Vocabulary
from dashboard.views.registry import offered
from dashboard.web.attributes import marked

PRESENTATION = Page("presentation", "/presentation", "Présentation")
"""Not in the menu's pages: it has no view of its own."""

USUAL = ("chiffres-cles", "carte", "statut", "emploi", "csp", "secteur", "apports")
"""What is shown, in this order, where the address names no exhibit."""

KEYS = (
    ("→  Espace  Entrée  Page suivante", "Écran suivant"),
    ("←  Retour arrière  Page précédente", "Écran précédent"),
    ("Début  Fin", "Premier, dernier écran"),
    ("F", "Plein écran"),
    ("Échap", "Revenir à la page quittée"),
    ("?", "Montrer ou cacher ces touches"),
)


def usual(vocabulary: Vocabulary) -> tuple[View, ...]:
    """The views that are shown where the address names none, of those that the study offers."""
    known = offered(vocabulary)
    return tuple(known[name] for name in USUAL if name in known)


def stage(cards: list[Component]) -> list[Component]:
    """The screens of `cards`, with the buttons of whoever has no keyboard at hand, and the list of keys."""
    return [
        html.H1("Présentation", className="visually-hidden"),
        *cards,
        _controls(),
        _help(),
    ]


def _controls() -> Component:
    place = marked(html.Span(id="screen-place", className="screen-place"), aria_live="polite")
    return marked(
        html.Div(
            [
                _button("back", "‹", "Écran précédent"),
                place,
                _button("on", "›", "Écran suivant"),
                _button("keys", "?", "Touches"),
                _button("full", "Plein écran", "Plein écran"),
                _button("out", "Quitter", "Quitter la présentation"),
            ],
            className="screen-controls",
            role="group",
        ),
        aria_label="Présentation",
    )


def _button(act: str, text: str, title: str) -> Component:
    button = html.Button(text, type="button", className="screen-button", title=title)
    return marked(button, data_act=act, aria_label=title)


def _help() -> Component:
    rows = [html.Tr([html.Th(keys, scope="row"), html.Td(does)]) for keys, does in KEYS]
    return marked(
        html.Dialog(
            [
                html.H2("Touches", id="screen-keys-title"),
                html.Table(html.Tbody(rows)),
                _button("keys", "Fermer", "Fermer"),
            ],
            id="screen-keys",
            className="screen-keys",
        ),
        aria_labelledby="screen-keys-title",
    )
