"""Does the dashboard live, is it ready to answer, and what else is there to tell of how it fares?

`/healthz` answers as long as the process does, `/readyz` with 503 while a reader would not be answered. Anybody may ask
both, and is told the parts that are not ready; of reasons and versions, only who runs the dashboard or reads its pages.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from http import HTTPStatus

from flask import Flask, Response, jsonify

from dashboard.current import Current
from dashboard.domain.query import Query
from dashboard.web.operating.metrics import asked_from_here
from dashboard.web.seen import Access

_LOG = logging.getLogger(__name__)

NOT_WARM = "Les pages ne sont pas encore prêtes."
NOT_READ = "Les données ne peuvent pas être lues\u00a0: voyez le journal."


class Health:
    """What parts of the dashboard have to tell, each under a name: facts, and reasons not to be asked yet.

    Both are functions, asked at each question; several threads may.
    """

    def __init__(self) -> None:
        self._facts: dict[str, Callable[[], object]] = {}
        self._hindrances: dict[str, Callable[[], str]] = {}
        self._warm = False
        self.hindered_by("pages", lambda: "" if self._warm else NOT_WARM)

    def tells(self, name: str, fact: Callable[[], object]) -> None:
        """`/healthz` tells under `name` what `fact` gives, which JSON can hold."""
        self._facts[name] = fact

    def hindered_by(self, name: str, reason: Callable[[], str]) -> None:
        """`/readyz` refuses while `reason` gives one, in French; empty: there is none."""
        self._hindrances[name] = reason

    def warmed(self) -> None:
        """What everybody asks for first has been made."""
        self._warm = True

    def facts(self) -> dict[str, object]:
        """All that there is to tell, by name."""
        return {name: fact() for name, fact in self._facts.items()}

    def hindrances(self) -> dict[str, str]:
        """Why a reader would not be answered now, by name; empty where one would."""
        reasons = {name: reason() for name, reason in self._hindrances.items()}
        return {name: reason for name, reason in reasons.items() if reason}


def register_health(server: Flask, current: Current, health: Health, access: Access) -> None:
    """Adds `/healthz` and `/readyz` to `server`, of which `access` says who asks."""
    health.hindered_by("data", lambda: _unread(current))

    @server.get("/healthz")
    def alive() -> Response:
        if not (asked_from_here() or access.is_shown_pages()):
            return _told({"status": "ok"})
        return _told({"status": "ok", "data_version": current.get().version, **health.facts()})

    @server.get("/readyz")
    def ready() -> Response:
        reasons = health.hindrances()
        if reasons:
            told = {"status": "unready", "parts": sorted(reasons)}
            why = {"reasons": reasons} if _runs_it(access) else {}
            return _told({**told, **why}, HTTPStatus.SERVICE_UNAVAILABLE)
        return _told({"status": "ready"})


def _runs_it(access: Access) -> bool:
    """Whether an analyst asks, or whoever runs the dashboard on this machine."""
    person = access.person()
    return (
        asked_from_here() or access.all_alike or (person is not None and person.role == "analyste")
    )


def _told(facts: Mapping[str, object], code: HTTPStatus = HTTPStatus.OK) -> Response:
    answer = jsonify(facts)
    answer.status_code = code
    answer.cache_control.no_store = True
    return answer


def _unread(current: Current) -> str:
    """Why no number can be counted now."""
    try:
        current.get().tabulate(Query(()))
    except Exception:  # noqa: BLE001 - whatever an engine raises, it is logged, and told as this.
        _LOG.exception("the data cannot be read")
        return NOT_READ
    return ""
