"""What does `GET /export/<view>.<format>?<address>` answer?

And `GET /export/<view>/picture.svg?<address>`, which our own scripts ask for: the picture of any view, with an empty
place for the chart where it is the browser that draws it (`assets/scripts/charts/picture.js`). What plotly draws in it
is `/export/<view>/figure.json?<address>`, and not what the page shows: that may be under another policy.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus

from flask import Flask, Response

from dashboard.content.medium import Medium
from dashboard.domain.errors import AddressError
from dashboard.exhibits.composition import FAILED, compose
from dashboard.exhibits.exhibit import Exhibit, file_name
from dashboard.outputs.dictionary import write_dictionary
from dashboard.outputs.svg.chart import drawing
from dashboard.outputs.writers import Writer
from dashboard.views.registry import offered_view
from dashboard.web.browser_files import BrowserFiles
from dashboard.web.drawn import figure_of
from dashboard.web.failures import or_else, written
from dashboard.web.holding.refusals import refusal
from dashboard.web.mount import site
from dashboard.web.pages import read
from dashboard.web.seen import Seen
from dashboard.web.taking_away.taken import take
from dashboard.web.taking_away.told_first import search_asked, selections_of, told_first

DICTIONARY = "/export/dictionnaire.csv"
"""Where the meaning of every column and code is, as a file."""


NO_FIGURE = "Le graphique de cette vue est dessiné par le serveur : demandez picture.svg au lieu de figure.json."

SHOWN = "X-Data-Version"
"""The header that tells a program which version a file is of, whichever it has asked for."""


def register_downloads(
    server: Flask, seen: Seen, formats: Mapping[str, Writer], files: BrowserFiles
) -> None:
    """Adds the exports to `server`. A wrong view or format answers 404, a wrong address 400, both in French.

    A selection of few people, exactly counted, answers 428 until its sender has confirmed.
    """
    exports = _Exports(seen, files)

    @server.get("/export/<name>.<suffix>")
    def export(name: str, suffix: str) -> Response:
        if suffix not in formats:
            valid = ", ".join(formats)
            return refusal(
                f"Le format « {suffix} » n'existe pas. Formats possibles : {valid}.", 404
            )
        writer = formats[suffix]
        file = partial(_file, writer=writer, suffix=suffix)
        return exports.answer(name, writer.medium, file)

    @server.get("/export/<name>/picture.svg")
    def picture(name: str) -> Response:
        writer = formats["svg"]

        def file(exhibit: Exhibit) -> Response:
            return Response(writer.write(exhibit), content_type=writer.media_type)

        return exports.answer(name, writer.medium, file)

    @server.get("/export/<name>/figure.json")
    def figure(name: str) -> Response:
        return exports.answer(name, "page", _figure)

    @server.get(DICTIONARY)
    def dictionary() -> Response:
        publication = seen.exported()
        response = Response(
            write_dictionary(publication.vocabulary, publication.dataset_info),
            content_type=formats["csv"].media_type,
        )
        name = f"{file_name('dictionnaire', publication.dated, publication.stamp)}.csv"
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return response


def _file(exhibit: Exhibit, *, writer: Writer, suffix: str) -> Response:
    """The file of `exhibit`; a refusal where it is not written so."""
    if reason := writer.refuses(exhibit):
        return refusal(reason, 404)
    response = Response(writer.write(exhibit), content_type=writer.media_type)
    name = f"{exhibit.file_stem}.{suffix}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers[SHOWN] = exhibit.version
    return response


def _figure(exhibit: Exhibit) -> Response:
    """What plotly draws of `exhibit`; null where there is nothing to draw. A refusal where the chart is our own SVG."""
    chart = None if exhibit.empty else exhibit.content.chart
    if chart is not None and drawing(chart, "page", lambda _: {}) is not None:
        return refusal(NO_FIGURE, HTTPStatus.NOT_FOUND)
    drawn = "null" if chart is None else figure_of(chart, "page", lambda _: {})
    return Response(drawn, content_type="application/json")


@dataclass(frozen=True)
class _Exports:
    """How a view is taken away by whoever asks."""

    seen: Seen
    files: BrowserFiles

    def answer(self, name: str, medium: Medium, file: Callable[[Exhibit], Response]) -> Response:
        """What `file` makes of the view called `name`, at the address of the request; a refusal where there is none."""
        publication = self.seen.exported()
        try:
            view = offered_view(name, publication.vocabulary)
        except AddressError as error:
            return refusal(str(error), 404)
        address = read(search_asked(), publication)
        if address.problems:
            return refusal("\n".join(address.problems), 400)
        about = selections_of(view, address)
        take([view.name], about, publication)
        if first := told_first(about, publication, self.seen, self.files):
            return first
        return or_else(
            view,
            lambda: file(compose(view, address, publication, medium=medium, site=site())),
            lambda: refusal(FAILED, HTTPStatus.INTERNAL_SERVER_ERROR),
            at=lambda: written(address, publication),
        )
