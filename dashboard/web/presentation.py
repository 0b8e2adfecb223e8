"""What does a room see: which exhibits, one a screen, and with which keys does the speaker move?

The screens lie on top of each other at their full size and `assets/scripts/presentation.js` shows one of them: so
moving asks nobody for anything, no chart has to be drawn again, and a filter changes them all.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from dashboard.content.page import Page
from dashboard.content.view import View
from dashboard.domain.vocabulary import Vocabulary
from dashboard.views.registry import offered
from dashboard.web.markup import NOTHING, joined, tag

PRESENTATION = Page("presentation", "/presentation", "Présentation")
"""Not in the menu's pages: it has no view of its own."""

USUAL = ("chiffres-cles", "carte", "statut", "emploi", "csp", "secteur", "apports")
"""What is shown, in this order, where the address names no exhibit."""

KEYS = (
    ("→  Espace  Entrée  Page suivante", "Écran suivant"),
    ("←  Retour arrière  Page précédente", "Écran précédent"),
    ("Début  Fin", "Premier, dernier écran"),
    ("D", "Détails : définitions, méthode, réserves"),
    ("T", "Titre et commentaire de l'écran"),
    ("F", "Plein écran"),
    ("Échap", "Revenir à la page quittée"),
    ("?", "Montrer ou cacher ces touches"),
)


FEW = "Très peu de personnes"

WORDS_RULE = "Un filtre qui montre d'autres personnes rend à l'écran son titre d'origine."


def usual(vocabulary: Vocabulary) -> tuple[View, ...]:
    """The views that are shown where the address names none, of those that the study offers."""
    known = offered(vocabulary)
    return tuple(known[name] for name in USUAL if name in known)


def stage(cards: Iterable[Markup], before: Markup) -> Markup:
    """The screens of `cards`, with the buttons of whoever has no keyboard at hand, and the list of keys.

    `before`: what has to be agreed to before they are seen (`gate`), if anything.
    """
    title = tag("h1", "Présentation", class_="visually-hidden")
    return joined([title, before, *cards, _controls(), _help(), _words()])


def gate(warning: str) -> Markup:
    """What hides the screens until the speaker has read `warning`; nothing where nothing warns.

    It stands before them in the page, for a style sheet to hide them by, before any script has run.
    """
    if not warning:
        return NOTHING
    content = [
        tag("h2", FEW, id="told-first-title"),
        tag("p", warning, id="told-first-text"),
        _button("told", "Présenter quand même", "Présenter quand même"),
        _button("out", "Quitter", "Quitter la présentation"),
    ]
    return tag(
        "div",
        content,
        class_="told-first",
        role="alertdialog",
        aria_labelledby="told-first-title",
        aria_describedby="told-first-text",
    )


def _controls() -> Markup:
    content = [
        _button("back", "‹", "Écran précédent"),
        tag("span", id="screen-place", class_="screen-place", aria_live="polite"),
        _button("on", "›", "Écran suivant"),
        _button("words", "Titre", "Titre et commentaire de l'écran"),
        _button("keys", "?", "Touches"),
        _button("full", "Plein écran", "Plein écran"),
        _button("out", "Quitter", "Quitter la présentation"),
    ]
    return tag("div", content, class_="screen-controls", role="group", aria_label="Présentation")


def _button(act: str, text: str, title: str) -> Markup:
    return tag(
        "button",
        text,
        type="button",
        class_="screen-button",
        title=title,
        aria_label=title,
        data_act=act,
    )


def _words() -> Markup:
    """Where the speaker gives the screen that is shown a title and a comment (`assets/scripts/screen_words.js`)."""
    buttons = [
        tag("button", "Garder", type="submit", class_="screen-button"),
        _button("words", "Annuler", "Annuler"),
    ]
    fields = [
        tag("label", "Titre", for_="screen-title"),
        tag("input", id="screen-title", name="title", type="text", autocomplete="off"),
        tag("label", "Commentaire", for_="screen-comment"),
        tag("textarea", id="screen-comment", name="comment", rows="3"),
        tag("p", ["Valables pour : ", tag("strong", id="screen-whom"), f". {WORDS_RULE}"]),
        tag("div", buttons, class_="screen-acts"),
    ]
    content = [
        tag("h2", "Titre et commentaire de l'écran", id="screen-words-title"),
        tag("form", fields, method="dialog"),
    ]
    return tag(
        "dialog",
        content,
        id="screen-words",
        class_="screen-keys",
        aria_labelledby="screen-words-title",
    )


def _help() -> Markup:
    rows = [tag("tr", [tag("th", keys, scope="row"), tag("td", does)]) for keys, does in KEYS]
    content = [
        tag("h2", "Touches", id="screen-keys-title"),
        tag("table", tag("tbody", rows)),
        _button("keys", "Fermer", "Fermer"),
    ]
    return tag(
        "dialog",
        content,
        id="screen-keys",
        class_="screen-keys",
        aria_labelledby="screen-keys-title",
    )
