"""What does `/deck.pptx` answer? A presentation of the exhibits that the address, or a form, lists.

`/deck.json` tells how these exhibits are called, and of whom they are.
`expo=<view>~<address>~<title>` for each slide, in order: the address is the view's own query string, the title may be
left out; the lines after it are the speaker's comment.
`titre` is what the cover says. `filtre` is the address whose selection and key figures open the deck.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from flask import Flask, Response, jsonify, request

from dashboard.content.view import View
from dashboard.domain.address import LONGEST_TITLE, MOST_SCREENS, Address, screen_parts
from dashboard.domain.codebook import slug
from dashboard.domain.errors import AddressError, SelectionError
from dashboard.domain.selection import Selection
from dashboard.exhibits.composition import failed
from dashboard.exhibits.exhibit import file_name
from dashboard.exhibits.selected import headline
from dashboard.outputs.deck.presentation import Cover, Shown, write_deck, write_pptx
from dashboard.outputs.deck.template import Template
from dashboard.outputs.writers import PPTX
from dashboard.publication import Publication
from dashboard.text.typography import unbroken
from dashboard.views.registry import offered_view
from dashboard.web.browser_files import BrowserFiles
from dashboard.web.failures import composed, or_else
from dashboard.web.holding.heavy import one_at_a_time
from dashboard.web.holding.refusals import refusal
from dashboard.web.mount import site
from dashboard.web.pages import read
from dashboard.web.seen import Seen
from dashboard.web.taking_away.downloads import SHOWN
from dashboard.web.taking_away.taken import take
from dashboard.web.taking_away.told_first import selections_of, told_first

KEY_FIGURES = "chiffres-cles"

LONGEST_NAME = 72
"""Letters of a presentation's title that name its file."""


def register_deck(server: Flask, seen: Seen, template: Template, files: BrowserFiles) -> None:
    """Adds the presentation to `server`. What it cannot understand answers 400, in French; nothing is left out.

    Where a slide is about few people, exactly counted, it answers 428 until its sender has confirmed.
    """

    @server.route("/deck.pptx", methods=["GET", "POST"])
    def presentation() -> Response:
        publication = seen.exported()
        try:
            screens, opening = _listed(publication), _opening(publication)
        except AddressError as error:
            return refusal(str(error), 400)
        about = [opening.selection, *_selections(screens)]
        take((screen.view.name for screen in screens), about, publication)
        if first := told_first(about, publication, seen, files):
            return first
        return deck(screens, opening, publication)

    @one_at_a_time
    def deck(screens: list[_Screen], opening: Address, publication: Publication) -> Response:
        shown = [screen.shown(publication) for screen in screens]
        written = _written(shown, _cover(opening, publication), template, publication)
        response = Response(written, content_type=PPTX)
        response.headers["Content-Disposition"] = f'attachment; filename="{_named(publication)}"'
        response.headers[SHOWN] = publication.version
        return response

    @server.get("/deck.json")
    def listed() -> Response:
        publication = seen.exported()
        try:
            screens = _listed(publication)
            take((each.view.name for each in screens), _selections(screens), publication)
            return jsonify([_as_listed(each.shown(publication)) for each in screens])
        except AddressError as error:
            return refusal(str(error), 400)


@dataclass(frozen=True)
class _Screen:
    """A slide that is asked for: what it shows, of whom, its title and the speaker's comment."""

    view: View
    address: Address
    title: str
    comment: str

    def shown(self, publication: Publication) -> Shown:
        """The slide."""
        exhibit = composed(self.view, self.address, publication, medium="room", site=site())
        return Shown(exhibit, self.title, self.comment)


def _selections(screens: Iterable[_Screen]) -> list[Selection]:
    return [each for one in screens for each in selections_of(one.view, one.address)]


def _named(publication: Publication) -> str:
    """`commission-2017-2017-10-31-demonstration.pptx`: the presentation's own title, the data's date, their kind."""
    title = slug(request.values.get("titre", ""))[:LONGEST_NAME].strip("-") or "presentation"
    mark = publication.policy.mark
    return f"{file_name(title, publication.dated, publication.stamp, mark)}.pptx"


def _written(
    shown: list[Shown], cover: Cover, template: Template, publication: Publication
) -> bytes:
    """The deck; where a slide cannot be written, one in its place that says so."""
    try:
        return write_deck(shown, cover, template)
    except Exception:  # noqa: BLE001 - the slide that cannot be written is found, and logged, below.
        kept = [_writable(item, template, publication) for item in shown]
        figures = _writable(Shown(cover.key_figures), template, publication).exhibit
        return write_deck(kept, replace(cover, key_figures=figures), template)


def _writable(item: Shown, template: Template, publication: Publication) -> Shown:
    """`item`, or, where its slide cannot be written, what says so."""
    view = item.exhibit.view

    def tried() -> Shown:
        write_pptx(item.exhibit, template)
        return item

    return or_else(view, tried, lambda: replace(item, exhibit=failed(view, Address(), publication)))


def _listed(publication: Publication) -> list[_Screen]:
    asked = request.values.getlist("expo")
    if not 0 < len(asked) <= MOST_SCREENS:
        raise AddressError(f"Une présentation compte de 1 à {MOST_SCREENS} vues.")
    return [_screen(text, publication) for text in asked]


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
        "comment": shown.comment,
    }


def _screen(text: str, publication: Publication) -> _Screen:
    name, search, title, comment = screen_parts(text)
    view = offered_view(name, publication.vocabulary)
    try:
        address = read(search, publication)
    except SelectionError as error:
        told = f"{view.title_in(publication.vocabulary)} : {error}"
        raise SelectionError(told, error.sides) from None
    if address.problems:
        raise AddressError(
            f"{view.title_in(publication.vocabulary)} : {' '.join(address.problems)}"
        )
    return _Screen(view, address, title, comment)


def _opening(publication: Publication) -> Address:
    """The selection that opens the deck; raises AddressError where it is not understood."""
    address = read(request.values.get("filtre", ""), publication)
    if address.problems:
        raise AddressError(" ".join(address.problems))
    return address


def _cover(address: Address, publication: Publication) -> Cover:
    """The selection that opens the deck, its key figures, and where all numbers come from."""
    study = publication.vocabulary.codebook.study
    key_figures = offered_view(KEY_FIGURES, publication.vocabulary)
    return Cover(
        title=request.values.get("titre", "").strip()[:LONGEST_TITLE] or study.title,
        subtitle=study.partners,
        headline=unbroken(headline(address.selection, publication)),
        key_figures=composed(key_figures, address, publication, site=site()),
        method=(
            unbroken(f"Population : {study.population}."),
            unbroken(f"Source : {study.source}."),
            publication.policy.description,
        ),
    )
