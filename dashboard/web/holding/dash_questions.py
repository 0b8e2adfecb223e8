"""What is answered to who asks Dash for what no callback on this server gives? That it is no question of ours."""

from __future__ import annotations

import logging
from http import HTTPStatus

import orjson
from dash import Dash
from flask import Response, request

from dashboard.web.holding.refusals import BAD, refusal

_LOG = logging.getLogger(__name__)

ASKED_AT = "/_dash-update-component"


def refuse_unknown_outputs(app: Dash) -> None:
    """Answers 400 where a callback is asked for that there is not, or one without what Dash reads of a question.

    Dash answers those with an error of its own, and its traceback in the log.
    """

    def refuse() -> Response | None:
        if request.path != ASKED_AT or request.method != "POST" or _is_question(app):
            return None
        _LOG.info("a question to Dash that no page asks is refused")
        return refusal(BAD, HTTPStatus.BAD_REQUEST)

    app.server.before_request(refuse)


def _is_question(app: Dash) -> bool:
    try:
        body = orjson.loads(request.get_data())
    except ValueError:
        return False
    if not isinstance(body, dict) or not isinstance(body.get("output"), str):
        return False
    known = app.callback_map.get(body["output"], {})
    # What the browser answers by itself has no function here.
    return "callback" in known and all(
        isinstance(body.get(key), list) for key in ("inputs", "changedPropIds")
    )
