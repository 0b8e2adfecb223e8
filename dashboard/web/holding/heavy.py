"""Who waits where several ask at once for what takes seconds of a core, and what is left for everybody else?"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from functools import wraps
from http import HTTPStatus
from typing import ParamSpec

from flask import Flask, Response, current_app, request

from dashboard.text.typography import unbroken
from dashboard.web.escaping import in_markup
from dashboard.web.holding.given_back import give_back_memory
from dashboard.web.holding.refusals import refusal
from dashboard.web.holding.turns import Turns
from dashboard.web.operating.metrics import metrics

P = ParamSpec("P")

EXTENSION = "dashboard-turns"

MOST_WAITING = 8
"""How many of all workers' threads such answers may hold, the one that works among them: half of one worker's."""

RETRY_S = 15

BUSY = "Patientez : plusieurs documents ou présentations sont déjà en préparation. Réessayez dans un quart de minute."

PATIENCE = """\
<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="{seconds}">
<title>Patientez</title>
</head>
<body>
<h1>Patientez</h1>
<p>{told}</p>
</body>
</html>
"""

AGAIN = (
    "Plusieurs documents ou présentations sont déjà en préparation. Le vôtre est redemandé toutes les {seconds} "
    "secondes : laissez cette page ouverte."
)


def take_turns(server: Flask) -> None:
    """Has the processes that are forked from this one make such answers of `server` one after the other."""
    server.extensions[EXTENSION] = Turns(MOST_WAITING)


def one_at_a_time(answer: Callable[P, Response]) -> Callable[P, Response]:
    """`answer`, for one request of all workers after the other; beyond `MOST_WAITING` at once it refuses, in French.

    What is refused or asked for first, is so before `answer`: nobody waits for that, and it takes nobody's place.

    Made one after the other, the first are there sooner and all as soon; a small request then shares its core with one
    of them rather than with all, and the memory is that of one.
    """

    @wraps(answer)
    def in_turn(*args: P.args, **kwargs: P.kwargs) -> Response:
        turns: Turns = current_app.extensions[EXTENSION]
        with turns.place() as placed:
            if not placed:
                return _busy()
            counting = metrics()
            with counting.waiting() if counting else nullcontext(), turns.turn():
                if _is_left():
                    return refusal(BUSY, HTTPStatus.SERVICE_UNAVAILABLE)
                try:
                    return answer(*args, **kwargs)
                finally:
                    give_back_memory()

    return in_turn


def _is_left() -> bool:
    """Whether whoever asked has gone meanwhile, where that can be known (`serving/sent.py`)."""
    return bool(getattr(request.environ.get("gunicorn.socket"), "is_left", False))


def _busy() -> Response:
    """A page that asks again by itself, to who looks at one; else a sentence (`assets/scripts/files.js` asks again)."""
    if request.accept_mimetypes.best_match(["text/plain", "text/html"]) == "text/html":
        told = in_markup(unbroken(AGAIN.format(seconds=RETRY_S)))
        text = PATIENCE.format(seconds=RETRY_S, told=told)
        busy = Response(text, HTTPStatus.SERVICE_UNAVAILABLE, mimetype="text/html")
    else:
        busy = refusal(BUSY, HTTPStatus.SERVICE_UNAVAILABLE)
    busy.headers["Retry-After"] = str(RETRY_S)
    return busy
