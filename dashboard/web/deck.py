"""What does `/deck.pptx` answer? A presentation of the exhibits that the address, or a form, lists.

`expo=<view>~<address>~<title>` for each slide, in order: the address is the view's own query string, the title may be
left out. `titre` is what the cover says. `filtre` is the address whose selection and key figures open the deck.
"""

from __future__ import annotations

from flask import Flask, Response, request

from dashboard.domain.errors import AddressError
from dashboard.exhibit import compose, headline
from dashboard.outputs.deck.presentation import Cover, Shown, write_deck
from dashboard.outputs.deck.template import Template
from dashboard.outputs.writers import PPTX
from dashboard.publication import Publication
from dashboard.text.typography import unbroken
from dashboard.views.catalogue import view_named
from dashboard.web.downloads import refusal
from dashboard.web.frame import PARTNERS, TITLE
from dashboard.web.state import read

KEY_FIGURES = "chiffres-cles"

MOST_EXHIBITS = 60
"""More would keep a worker busy for longer than a reader waits."""

LONGEST_TITLE = 200


def register_deck(server: Flask, publication: Publication, template: Template) -> None:
    """Adds the presentation to `server`. What it cannot understand answers 400, in French; nothing is left out."""

    @server.route("/deck.pptx", methods=["GET", "POST"])
    def deck() -> Response:
        asked = request.values.getlist("expo")
        if not 0 < len(asked) <= MOST_EXHIBITS:
            return refusal(f"Une présentation compte de 1 à {MOST_EXHIBITS} vues.", 400)
        try:
            shown = [_shown(text, publication) for text in asked]
            cover = _cover(publication)
        except AddressError as error:
            return refusal(str(error), 400)
        response = Response(write_deck(shown, cover, template), content_type=PPTX)
        synthetic = "-demonstration" if publication.stamp else ""
        response.headers["Content-Disposition"] = (
            f'attachment; filename="presentation-{publication.dated.isoformat()}{synthetic}.pptx"'
        )
        return response


def _shown(text: str, publication: Publication) -> Shown:
    name, _, rest = text.partition("~")
    search, _, title = rest.partition("~")
    view = view_named(name)
    address = read(search, publication)
    if address.problems:
        raise AddressError(f"{view.title} : {' '.join(address.problems)}")
    exhibit = compose(view, address, publication, projected=True)
    return Shown(exhibit, title[:LONGEST_TITLE])


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
        key_figures=compose(view_named(KEY_FIGURES), address, publication),
        method=(
            unbroken(f"Population : {study.population}."),
            unbroken(f"Source : {study.source}."),
            publication.policy.description,
        ),
    )
