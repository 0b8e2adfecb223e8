"""On what is whoever looks at a page told why there is none? On a page; scripts and programs read plain text."""

from __future__ import annotations

from http import HTTPStatus

from flask import Flask, Response, request

from dashboard.web.markup import tag
from dashboard.web.mount import below
from dashboard.web.outside import Pages
from dashboard.web.seen import Access

REFUSED = "Sans réponse"

OWN = "Les sélections de qui s'identifie sont comptées à part de celles de son adresse."


def tell_on_pages(server: Flask, pages: Pages, access: Access) -> None:
    """Has each refusal of `server` stand on one of `pages`, where a browser was led to its address."""

    @server.after_request
    def on_a_page(answer: Response) -> Response:
        told = answer.status_code >= HTTPStatus.BAD_REQUEST and answer.mimetype == "text/plain"
        if not told or not _is_looked_at():
            return answer
        status = HTTPStatus(answer.status_code)
        way_back = tag("p", tag("a", "Retour au tableau de bord", href=below("/")))
        way_in = None
        if status is HTTPStatus.TOO_MANY_REQUESTS and access.person() is None:
            way_in = [tag("p", OWN), tag("p", access.menu())] if access.menu() else None
        page = pages.told(REFUSED, answer.get_data(as_text=True), status, [way_in, way_back])
        answer.set_data(page.get_data())
        answer.mimetype = "text/html"
        return answer


def _is_looked_at() -> bool:
    """A browser that is led to an address says that it likes a page best; a script that it takes anything."""
    return request.method in ("GET", "HEAD") and "text/html" in request.headers.get("Accept", "")
