"""What does `/deck.pptx` answer? A presentation of the exhibits that the address, or a form, lists.

`/deck.json` tells how these exhibits are called, and of whom they are.
`expo=<view>~<address>~<title>` for each slide, in order: the address is the view's own query string, the title may be
left out. `titre` is what the cover says. `filtre` is the address whose selection and key figures open the deck.
"""

from __future__ import annotations

from flask import Flask, Response, jsonify, request

from dashboard.domain.address import LONGEST_TITLE, MOST_SCREENS, screen_parts
from dashboard.domain.errors import AddressError
from dashboard.exhibit import compose, headline
from dashboard.outputs.deck.presentation import Cover, Shown, write_deck
from dashboard.outputs.deck.template import Template
from dashboard.outputs.writers import PPTX
from dashboard.publication import Current, Publication
from dashboard.text.typography import unbroken
from dashboard.views.registry import view_named
from dashboard.web.downloads import refusal, site
from dashboard.web.frame import PARTNERS, TITLE
from dashboard.web.state import read

KEY_FIGURES = "chiffres-cles"


def register_deck(server: Flask, current: Current, template: Template) -> None:
    """Adds the presentation to `server`. What it cannot understand answers 400, in French; nothing is left out."""

    @server.route("/deck.pptx", methods=["GET", "POST"])
    def deck() -> Response:
        publication = current.get()
        try:
            shown, cover = _listed(publication), _cover(publication)
        except AddressError as error:
            return refusal(str(error), 400)
        response = Response(write_deck(shown, cover, template), content_type=PPTX)
        synthetic = "-demonstration" if publication.stamp else ""
        response.headers["Content-Disposition"] = (
            f'attachment; filename="presentation-{publication.dated.isoformat()}{synthetic}.pptx"'
        )
        return response

    @server.get("/deck.json")
    def listed() -> Response:
        try:
            return jsonify([_as_listed(shown) for shown in _listed(current.get())])
        except AddressError as error:
            return refusal(str(error), 400)


def _listed(publication: Publication) -> list[Shown]:
    asked = request.values.getlist("expo")
    if not 0 < len(asked) <= MOST_SCREENS:
        raise AddressError(f"Une présentation compte de 1 à {MOST_SCREENS} vues.")
    return [_shown(text, publication) for text in asked]


def _as_listed(shown: Shown) -> dict[str, str]:
    """An exhibit as the browser lists it (`assets/scripts/tray/`)."""
    exhibit = shown.exhibit
    return {
        "view": exhibit.view.name,
        "address": exhibit.address,
        "filters": exhibit.filters,
        "title": exhibit.caption.title,
        "selection": exhibit.selection,
        "name": shown.title,
    }


def _shown(text: str, publication: Publication) -> Shown:
    name, search, title = screen_parts(text)
    view = view_named(name)
    address = read(search, publication)
    if address.problems:
        raise AddressError(f"{view.title} : {' '.join(address.problems)}")
    return Shown(compose(view, address, publication, medium="room", site=site()), title)


def _cover(publication: Publication) -> Cover:
    """The selection that opens the deck, its key figures, and where all numbers come from."""
    address = read(request.values.get("filtre", ""), publication)
    if address.problems:
        raise AddressError(" ".join(address.problems))
    study = publication.vocabulary.codebook.study
    return Cover(
        title=request.values.get("titre", "").strip()[:LONGEST_TITLE] or TITLE,
        subtitle=PARTNERS,
        headline=unbroken(headline(address.selection, publication)),
        key_figures=compose(view_named(KEY_FIGURES), address, publication, site=site()),
        method=(
            unbroken(f"Population : {study.population}."),
            unbroken(f"Source : {study.source}."),
            publication.policy.description,
        ),
    )
