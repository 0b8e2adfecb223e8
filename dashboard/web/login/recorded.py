"""Which files have left, under which policy, and who has taken them? Before they do, so that none leaves untold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import Flask, Response, request

from dashboard.access.audit import Audit, AuditError
from dashboard.access.person import PUBLIC, Person
from dashboard.web.documents.links import DOCUMENTS
from dashboard.web.holding.refusals import refusal
from dashboard.web.login.passing import asked_rule
from dashboard.web.mount import below
from dashboard.web.operating.metrics import PREPARING
from dashboard.web.taking_away.downloads import DICTIONARY
from dashboard.web.taking_away.taken import taken

if TYPE_CHECKING:
    from dashboard.web.seen import Access

PICTURE, FIGURE = "picture.svg", "figure.json"
"""How the two ends of addresses are called that a browser makes one picture of, asked in this order."""

RECORDED = frozenset(
    {
        "/export/<name>.<suffix>",
        f"/export/<name>/{PICTURE}",
        f"/export/<name>/{FIGURE}",
        DICTIONARY,
        "/deck.pptx",
        "/deck.json",
        "/fiche.pptx",
        *DOCUMENTS,
    }
)
"""The rules at which something is taken away; documents are printed, and a deck's list is of what it holds."""

BECOMES = "X-Picture-Becomes"
"""The header by which a page says which file it makes of such a picture."""

FORMATS = {"svg": "SVG", "png": "PNG", "copy": "PNG (presse-papiers)"}
"""What it may say, and how the log tells it. Whoever asks without a page takes what is sent: the SVG."""

SOON = timedelta(minutes=1)
"""How long after its frame the figure of a picture is a part of it."""

LAST = 20
"""Lines of the log among which its frame is looked for."""


def record_exports(server: Flask, audit: Audit, access: Access) -> None:
    """Has each file and document that `server` sends recorded once: view, format, selection and policy.

    What cannot be recorded is not sent: its sender is told so, with status 503.
    """

    @server.errorhandler(AuditError)
    def not_recorded(error: AuditError) -> Response:
        return refusal(str(error), HTTPStatus.SERVICE_UNAVAILABLE)

    @server.after_request
    def record(answer: Response) -> Response:
        sent = answer.status_code == HTTPStatus.OK and request.method != "HEAD"
        if not sent or asked_rule() not in RECORDED or PREPARING in request.environ:
            return answer
        person, facts = access.person() or PUBLIC, _facts(access)
        if _is_of_a_picture(facts, person, audit):
            return answer
        try:
            audit.record("export", person, **facts)
        except AuditError as error:
            answer.close()
            return not_recorded(error)
        return answer


def _facts(access: Access) -> dict[str, object]:
    """What was taken away, under which policy; of whoever has no account, a digest of the address."""
    facts: dict[str, object] = {} if access.person() else {"adresse": access.caller()}
    if request.path.endswith(f"/{PICTURE}"):
        facts["format"] = FORMATS.get(request.headers.get(BECOMES, ""), FORMATS["svg"])
    told = taken()
    return {
        **facts,
        "fichier": below(request.path),
        "vues": list(told.views),
        "sélections": list(told.selections),
        "niveau": access.exported().name,
    }


def _is_of_a_picture(facts: Mapping[str, object], person: Person, audit: Audit) -> bool:
    """Whether a figure is the rest of a picture that the same person has just been recorded to take."""
    file = str(facts["fichier"])
    if not file.endswith(FIGURE):
        return False
    frame = {**facts, "fichier": f"{file.removesuffix(FIGURE)}{PICTURE}"}
    frame |= {"personne": person.name, "identité": person.identity}
    since = datetime.now(UTC) - SOON
    return any(
        all(line.get(key, "") == value for key, value in frame.items())
        and datetime.fromisoformat(str(line["quand"])) >= since
        for line in audit.latest(LAST)
    )
