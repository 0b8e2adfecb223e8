"""What does `POST /answer` say? What an address shows that the browser which asks does not show yet."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any

import orjson
from flask import Flask, Response, request

from dashboard.domain.errors import AllowanceError
from dashboard.web.answer import Answer, Question
from dashboard.web.holding.refusals import BAD, refusal
from dashboard.web.remembered import Answers
from dashboard.web.renewing.renewal import Renewal
from dashboard.web.seen import Seen

_LOG = logging.getLogger(__name__)

UNEXPECTED = (
    "Une erreur inattendue empêche de répondre à cette demande. La page garde son état précédent ; "
    "retirez le dernier filtre ou rechargez la page."
)

BEHIND = (
    "La nouvelle version des données est en cours de chargement : réessayez dans quelques secondes."
)


def register_questions(
    server: Flask, seen: Seen, answers: Answers, renewal: Renewal | None = None
) -> None:
    """Adds the address to `server`. A question that nobody's page asks answers 400; an error of ours 500, in French.

    A page of another version is told which one is shown, and nothing else: it would be a mixture. Where this process is
    about to show that of the page, it answers 503, and the page asks again; where it has refused it, it does not.
    """

    @server.post("/answer")
    def asked() -> Response:
        try:
            body = orjson.loads(request.get_data())
            question, known, version = _question(body), _known(body), str(body.get("version", ""))
        except (ValueError, KeyError, TypeError):
            return refusal(BAD, HTTPStatus.BAD_REQUEST)
        if renewal and version:
            renewal.catch_up(version)
        publication = seen.get()
        if version not in ("", publication.version):
            if renewal and renewal.is_ahead(version):
                return refusal(BEHIND, HTTPStatus.SERVICE_UNAVAILABLE)
            return _json({"version": publication.version, "replaced": True})
        try:
            shown = answers.to(question, publication)
            told = _told(shown, known, publication.version, whole=bool(body.get("whole")))
        except AllowanceError:
            raise
        except Exception:  # noqa: BLE001 - whatever it is, it is logged, and told in French.
            # Not what it selects, which may single out a person.
            _LOG.exception("no answer to a question of the page %r", question.path)
            return refusal(UNEXPECTED, HTTPStatus.INTERNAL_SERVER_ERROR)
        return _json(told)


def _json(told: dict[str, object]) -> Response:
    return Response(orjson.dumps(told), content_type="application/json")


def _question(body: dict[str, Any]) -> Question:
    """The question of a request's body; raises KeyError or TypeError where it is none."""
    path, search, tables = body["path"], body["search"], body["tables"]
    if not isinstance(tables, list):
        raise TypeError("names of cards are listed")
    if not all(isinstance(text, str) for text in (path, search, *tables)):
        raise TypeError("a path, a query string and names of cards are texts")
    return Question(path, search, frozenset(tables), bool(body["narrow"]))


def _known(body: dict[str, Any]) -> dict[str, str]:
    """The digests of the parts that the browser has, by their names."""
    known = body["known"]
    if not isinstance(known, dict):
        raise TypeError("digests are known by the names of parts")
    return known


def _told(answer: Answer, known: dict[str, str], version: str, *, whole: bool) -> dict[str, object]:
    """The answer as the browser reads it (`assets/scripts/question.js`): a `whole` page, or what is new of one."""
    content = {"html": answer.html} if whole else {"parts": answer.new_to(known)}
    return {
        "page": answer.page.name,
        "headline": answer.bar.headline,
        "chips": answer.bar.chips,
        "messages": answer.bar.messages,
        "drawer": answer.bar.drawer,
        "held": answer.bar.held,
        "counts": answer.counts,
        "outlines": answer.outlines,
        "best": answer.best,
        "gate": answer.gate,
        "version": version,
        **content,
    }
