"""What does `GET /export/<view>.<format>?<address>` answer?"""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from flask import Flask, Response, request

from dashboard.domain.errors import AddressError
from dashboard.exhibit import FAILED, compose
from dashboard.outputs.writers import Writer
from dashboard.publication import Current
from dashboard.text.typography import unbroken
from dashboard.views.registry import offered_view
from dashboard.web.failures import or_else, written
from dashboard.web.pages import read


def register_downloads(server: Flask, current: Current, formats: Mapping[str, Writer]) -> None:
    """Adds the exports to `server`. A wrong view or format answers 404, a wrong address 400, both in French."""

    @server.get("/export/<name>.<suffix>")
    def export(name: str, suffix: str) -> Response:
        publication = current.get()
        try:
            view = offered_view(name, publication.vocabulary)
            writer = formats[suffix]
        except AddressError as error:
            return refusal(str(error), 404)
        except KeyError:
            valid = ", ".join(formats)
            return refusal(
                f"Le format « {suffix} » n'existe pas. Formats possibles : {valid}.", 404
            )
        address = read(request.query_string.decode(errors="replace"), publication)
        if address.problems:
            return refusal("\n".join(address.problems), 400)

        def file() -> Response:
            exhibit = compose(view, address, publication, medium=writer.medium, site=site())
            response = Response(writer.write(exhibit), content_type=writer.media_type)
            name = f"{exhibit.file_stem}.{suffix}"
            response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
            return response

        return or_else(
            view,
            file,
            lambda: refusal(FAILED, HTTPStatus.INTERNAL_SERVER_ERROR),
            at=lambda: written(address, publication),
        )


def site() -> str:
    """Where the browser has asked for a file: an address in it that starts there is of use outside the browser."""
    return request.host_url.rstrip("/")


def refusal(text: str, status: int) -> Response:
    """Why an export is not there, in plain French."""
    return Response(unbroken(text) + "\n", status=status, content_type="text/plain; charset=utf-8")
