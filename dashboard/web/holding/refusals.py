"""How is a reader, or a program, told in French that a request is not answered?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from http import HTTPStatus

from dash.exceptions import DependencyException, InvalidResourceError
from flask import Flask, Response
from werkzeug.exceptions import HTTPException

from dashboard.domain.errors import AllowanceError, HeldError, SelectionError
from dashboard.text.typography import unbroken

UNEXPECTED = (
    "Une erreur inattendue empêche d'afficher cette page ; elle est décrite dans le journal du serveur. Retirez un "
    "filtre de l'adresse, ou réessayez plus tard."
)

BAD = "Cette demande n'est pas celle d'une page du tableau de bord."

WORDS: Mapping[int, str] = {
    HTTPStatus.BAD_REQUEST: BAD,
    HTTPStatus.FORBIDDEN: "Cette adresse ne vous est pas ouverte.",
    HTTPStatus.NOT_FOUND: "Il n'y a rien à cette adresse.",
    HTTPStatus.METHOD_NOT_ALLOWED: "Cette adresse ne répond pas à cette méthode.",
    HTTPStatus.LENGTH_REQUIRED: "La longueur de la demande manque : envoyez-la en une fois.",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "Cette demande est trop longue. Retirez des vues ou des filtres.",
    HTTPStatus.REQUEST_URI_TOO_LONG: "Cette adresse est trop longue. Retirez des vues ou des filtres.",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "Cette demande n'est pas dans un format que cette adresse comprend.",
    HTTPStatus.TOO_MANY_REQUESTS: "Trop de demandes en peu de temps. Réessayez dans une minute.",
    HTTPStatus.INTERNAL_SERVER_ERROR: UNEXPECTED,
}
"""What is told by status; others are told as the first."""


def refusal(text: str, status: int) -> Response:
    """Why there is no answer, in plain French."""
    return Response(unbroken(text) + "\n", status=status, content_type="text/plain; charset=utf-8")


def lead_on_silently(server: Flask) -> None:
    """Has what leads `server`'s readers to another address say nothing beside it: the words of werkzeug are English."""

    @server.after_request
    def lead_on(answer: Response) -> Response:
        if answer.location:
            answer.set_data(b"")
        return answer


def _nothing_more(_: SelectionError) -> str:
    return ""


def tell_refusals(server: Flask, way_out: Callable[[SelectionError], str] = _nothing_more) -> None:
    """Has `server` tell in French what it refuses, with the status that is right; an error of ours Flask has logged.

    `way_out` says how else what is not answered is to be had, if it is.
    """

    @server.errorhandler(HTTPException)
    def refused(error: HTTPException) -> Response | HTTPException:
        if error.response is not None:
            return error
        status = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
        answer = refusal(WORDS.get(status, BAD), status)
        kept = {
            name: value for name, value in error.get_headers() if name in ("Allow", "Retry-After")
        }
        answer.headers.update(kept)
        return answer

    @server.errorhandler(SelectionError)
    def not_answered(error: SelectionError) -> Response:
        told = " ".join(filter(None, (str(error), way_out(error))))
        return refusal(told, HTTPStatus.FORBIDDEN)

    @server.errorhandler(AllowanceError)
    def spent(error: AllowanceError) -> Response:
        answer = refusal(str(error), HTTPStatus.TOO_MANY_REQUESTS)
        answer.headers["Retry-After"] = str(error.seconds)
        return answer

    @server.errorhandler(HeldError)
    def closed(error: HeldError) -> Response:
        return refusal(str(error), HTTPStatus.SERVICE_UNAVAILABLE)

    # Dash has these raised where a file of a package is asked for that it does not serve.
    @server.errorhandler(DependencyException)
    @server.errorhandler(InvalidResourceError)
    def missing(_: Exception) -> Response:
        return refusal(WORDS[HTTPStatus.NOT_FOUND], HTTPStatus.NOT_FOUND)
