"""Under which policy do files leave, who may have exact counts in them, and what does a page tell of it?

Their session keeps what they choose until logout (`POST /acces/exports`, by whoever lets people in).
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from dashboard.disclosure.policy import INTERNAL_DOCUMENT
from dashboard.domain.errors import SelectionError
from dashboard.text.typography import unbroken
from dashboard.web.forms import form, hidden
from dashboard.web.markup import tag
from dashboard.web.seen import Seen

CHOICE = "/acces/exports"

PLACE = "exports"
"""The anchor of the choice at the foot of each page."""

EXACT, ROUNDED = "interne", "diffusion"

WANTED = "interne"
"""The name, in a form and in a session, of the wish for exact files."""

MEANING = (
    "En diffusion, les fichiers, documents et présentations ont des effectifs arrondis et peuvent sortir de "
    "l'institution. En interne, ils ont les effectifs exacts : chaque page porte « Document interne », et le journal "
    "d'audit retient qui les a pris, de quelle sélection."
)

EXACTLY = (
    "Des exports internes, aux effectifs exacts, vous sont ouverts pour cette sélection : demandez-les dans le menu "
    "« Exporter », par « Passer aux fichiers exacts… », ou au bas de la page, sous « Exports »."
)

FILES = {
    ROUNDED: "Fichiers arrondis",
    EXACT: f"Fichiers exacts, marqués « {INTERNAL_DOCUMENT} »",
}
"""What is said beside the buttons that write files, where people log in."""

CHANGE = {ROUNDED: "Passer aux fichiers exacts…", EXACT: "Passer aux fichiers arrondis…"}
"""The way from there to the choice (`assets/scripts/exact_files.js`)."""


@dataclass(frozen=True)
class Exports:
    """What a page tells of its files: their `policy`, empty where it is that of the page for everybody; the choice."""

    policy: str = ""
    choice: Markup | None = None

    @property
    def told(self) -> str:
        """What is said beside the buttons, in French; nothing where files are as the page."""
        return unbroken(FILES[self.policy]) if self.policy else ""

    @property
    def change(self) -> str:
        """The button that leads to the choice of other files."""
        return CHANGE.get(self.policy, "")


def exports_of(seen: Seen, here: str) -> Exports:
    """What the page at the address `here` tells the sender of the request."""
    if not seen.may_export_exactly:
        return Exports()
    exact = seen.exports_exactly
    return Exports(EXACT if exact else ROUNDED, _choice(here, exact=exact))


def exactly(error: SelectionError, seen: Seen) -> str:
    """How the sender of the request may have a file of the selection of `error`, in French; nothing where they may not.

    What pages show them exactly, and files of `diffusion` do not answer, exact files do.
    """
    if not seen.may_export_exactly or not error.sides:
        return ""
    shown = seen.get()
    return unbroken(EXACTLY) if all(map(shown.admission, error.sides)) else ""


def _choice(here: str, *, exact: bool) -> Markup:
    """The form at the foot of a page, for who may choose."""
    options = [
        _option("non", "Diffusion (effectifs arrondis)", chosen=not exact),
        _option("oui", "Interne (effectifs exacts)", chosen=exact),
    ]
    content = [
        tag("legend", "Exports"),
        options,
        tag("p", unbroken(MEANING), id="exports-meaning"),
        tag("button", "Appliquer", type="submit", class_="action"),
    ]
    fields = tag("fieldset", content, aria_describedby="exports-meaning")
    return form(CHOICE, [hidden("retour", f"{here}#{PLACE}"), fields], id=PLACE, class_="exports")


def _option(value: str, text: str, *, chosen: bool) -> Markup:
    button = tag("input", type="radio", name=WANTED, value=value, checked=chosen)
    return tag("label", [button, f" {text}"])
