"""What does `GET /export/<view>.<format>?<address>` answer?

And `GET /export/<view>/picture.svg?<address>`, which our own scripts ask for: the picture of any view, with an empty
place for the chart where it is the browser that draws it (`assets/scripts/charts/picture.js`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from http import HTTPStatus

from flask import Flask, Response, request

from dashboard.domain.errors import AddressError
from dashboard.exhibit import FAILED, Exhibit, compose, file_name
from dashboard.outputs.dictionary import write_dictionary
from dashboard.outputs.writers import Writer
from dashboard.publication import Publication
from dashboard.views.registry import offered_view
from dashboard.web.failures import or_else, written
from dashboard.web.mount import site
from dashboard.web.pages import read
from dashboard.web.refusals import refusal
from dashboard.web.seen import Seen

DICTIONARY = "/export/dictionnaire.csv"
"""Where the meaning of every column and code is, as a file."""


SHOWN = "X-Data-Version"
"""The header that tells a program which version a file is of, whichever it has asked for."""


def register_downloads(server: Flask, seen: Seen, formats: Mapping[str, Writer]) -> None:
    """Adds the exports to `server`. A wrong view or format answers 404, a wrong address 400, both in French."""

    @server.get("/export/<name>.<suffix>")
    def export(name: str, suffix: str) -> Response:
        if suffix not in formats:
            valid = ", ".join(formats)
            return refusal(
                f"Le format « {suffix} » n'existe pas. Formats possibles : {valid}.", 404
            )
        writer = formats[suffix]

        def file(exhibit: Exhibit) -> Response:
            if reason := writer.refuses(exhibit):
                return refusal(reason, 404)
            response = Response(writer.write(exhibit), content_type=writer.media_type)
            name = f"{exhibit.file_stem}.{suffix}"
            response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
            response.headers[SHOWN] = exhibit.version
            return response

        return _answer(seen.exported(), name, writer, file)

    @server.get("/export/<name>/picture.svg")
    def picture(name: str) -> Response:
        writer = formats["svg"]

        def file(exhibit: Exhibit) -> Response:
            return Response(writer.write(exhibit), content_type=writer.media_type)

        return _answer(seen.exported(), name, writer, file)

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


def _answer(
    publication: Publication, name: str, writer: Writer, file: Callable[[Exhibit], Response]
) -> Response:
    """What `file` makes of the view called `name`, at the address of the request; a refusal where there is none."""
    try:
        view = offered_view(name, publication.vocabulary)
    except AddressError as error:
        return refusal(str(error), 404)
    address = read(request.query_string.decode(errors="replace"), publication)
    if address.problems:
        return refusal("\n".join(address.problems), 400)
    return or_else(
        view,
        lambda: file(compose(view, address, publication, medium=writer.medium, site=site())),
        lambda: refusal(FAILED, HTTPStatus.INTERNAL_SERVER_ERROR),
        at=lambda: written(address, publication),
    )
