"""Which files have left, under which policy, and who has taken them? Before they do, so that none leaves untold."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import Flask, Response, request

from dashboard.access.audit import Audit
from dashboard.access.person import PUBLIC
from dashboard.web.documents.links import DOCUMENTS
from dashboard.web.login.passing import asked_rule
from dashboard.web.mount import below
from dashboard.web.operating.metrics import PREPARING
from dashboard.web.taking_away.downloads import DICTIONARY

if TYPE_CHECKING:
    from dashboard.web.seen import Access

FILES = frozenset(
    {
        "/export/<name>.<suffix>",
        "/export/<name>/picture.svg",
        DICTIONARY,
        "/deck.pptx",
        "/fiche.pptx",
    }
)
"""The rules at which something is taken away; documents are printed."""


def record_exports(server: Flask, audit: Audit, access: Access) -> None:
    """Has each file and document that `server` sends recorded: its address says view, format and selection."""

    @server.after_request
    def record(answer: Response) -> Response:
        told = asked_rule() in FILES or asked_rule() in DOCUMENTS
        sent = answer.status_code == HTTPStatus.OK and request.method != "HEAD"
        if told and sent and PREPARING not in request.environ:
            person = access.person()
            audit.record(
                "export",
                person or PUBLIC,
                **({} if person else {"adresse": access.caller()}),
                fichier=below(request.path),
                paramètres=request.values.to_dict(flat=False),
                niveau=access.exported().name,
            )
        return answer
