"""Which files have left, under which policy, and who has taken them? Before they do, so that none leaves untold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import Flask, Response, request

from dashboard.access.audit import Audit
from dashboard.access.person import PUBLIC
from dashboard.web.documents.links import CONFIRMED, DOCUMENTS
from dashboard.web.login.passing import asked_rule
from dashboard.web.mount import below
from dashboard.web.operating.metrics import PREPARING
from dashboard.web.taking_away.downloads import DICTIONARY

if TYPE_CHECKING:
    from dashboard.web.seen import Access

PICTURE, FIGURE = "picture.svg", "figure.json"
"""How the two ends of addresses are called that a browser makes one picture of, asked in this order."""

FILES = frozenset(
    {
        "/export/<name>.<suffix>",
        f"/export/<name>/{PICTURE}",
        f"/export/<name>/{FIGURE}",
        DICTIONARY,
        "/deck.pptx",
        "/fiche.pptx",
    }
)
"""The rules at which something is taken away; documents are printed."""

SOON = timedelta(minutes=1)
"""How long after its frame the figure of a picture is a part of it."""

LAST = 20
"""Lines of the log among which its frame is looked for."""


def record_exports(server: Flask, audit: Audit, access: Access) -> None:
    """Has each file and document that `server` sends recorded once: its address says view, format and selection."""

    @server.after_request
    def record(answer: Response) -> Response:
        told = asked_rule() in FILES or asked_rule() in DOCUMENTS
        sent = answer.status_code == HTTPStatus.OK and request.method != "HEAD"
        if told and sent and PREPARING not in request.environ:
            person, facts = access.person(), _facts(access)
            if not _is_of_a_picture(facts, person.name if person else "", audit):
                audit.record("export", person or PUBLIC, **facts)
        return answer


def _facts(access: Access) -> dict[str, object]:
    """What was taken away, under which policy; of whoever has no account, a digest of the address."""
    facts: dict[str, object] = {} if access.person() else {"adresse": access.caller()}
    return {
        **facts,
        "fichier": below(request.path),
        "paramètres": request.values.to_dict(flat=False),
        "niveau": access.exported().name,
    }


def _is_of_a_picture(facts: Mapping[str, object], name: str, audit: Audit) -> bool:
    """Whether a figure is the rest of a picture that the same person has just been recorded to take."""
    file = str(facts["fichier"])
    if not file.endswith(FIGURE):
        return False
    frame = {**facts, "fichier": f"{file.removesuffix(FIGURE)}{PICTURE}", "personne": name}
    since = datetime.now(UTC) - SOON
    return any(
        all(_said(line.get(key)) == _said(value) for key, value in frame.items())
        and datetime.fromisoformat(str(line["quand"])) >= since
        for line in audit.latest(LAST)
    )


def _said(value: object) -> object:
    """But whether somebody was told first: that is asked of the frame, and not again."""
    if not isinstance(value, Mapping):
        return value
    return {name: said for name, said in value.items() if name != CONFIRMED}
