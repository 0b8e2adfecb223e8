"""What passes without a login, what does not pass at all, and where is whoever has to log in led?

By the rule of the route that will answer, as the server has found it: nothing that a request says of itself counts.
"""

from __future__ import annotations

from http import HTTPStatus

from flask import Response, redirect, request
from flask_wtf.csrf import CSRFProtect
from werkzeug.wrappers import Response as Answer

from dashboard.access.hosts import is_loopback, is_loopback_host
from dashboard.web.browser_files import ICON, STYLE_SHEET
from dashboard.web.documents.links import DOCUMENTS
from dashboard.web.holding.refusals import refusal
from dashboard.web.login.addresses import AUDIT, here, login_for

HEALTH = frozenset({"/healthz", "/readyz", "/metrics"})
"""Which tell nothing of anybody; `/metrics` answers nobody but this machine, by itself."""

FILES = {"/files/<digest>/<path:name>": "name", "/bootstrap/static/<path:filename>": "filename"}
"""The rules of files, and what each calls a file's name."""

STYLE = (STYLE_SHEET, ICON, "css/bootstrap.min.css")
"""The files of which a page of the login is made; fonts are as well."""

READS = frozenset({"/answer", "/_dash-update-component", "/deck.pptx"})
"""What is asked by POST because it is long, and changes nothing."""

PAGES = frozenset({"/", "/<path:path>", *DOCUMENTS, AUDIT})
"""The rules at which a person asks, who is led to the login and back; elsewhere a script or a program does."""

FOR_ANALYSTS = frozenset({AUDIT})

FOREIGN = "Cette demande vient d'un autre site : elle est refusée."
IN_THE_CLEAR = (
    "Cette adresse est en http : un mot de passe y serait lu en chemin, et aucun n'est demandé. Utilisez l'adresse en "
    "https. Pour l'administrateur : un serveur mandataire doit porter TLS et dire « X-Forwarded-Proto: https », et "
    "DASHBOARD_PROXIES compter les mandataires (docs/deploy.md)."
)
LOG_IN = "Votre session a pris fin, ou vous n'êtes pas identifié : identifiez-vous pour continuer."


def asked_rule() -> str:
    """The rule of the route that will answer; empty where none will."""
    return request.url_rule.rule if request.url_rule else ""


def is_open(rule: str) -> bool:
    """Whether anybody may ask it."""
    if rule in HEALTH:
        return True
    name = str((request.view_args or {}).get(FILES.get(rule, ""), ""))
    return name in STYLE or (name.startswith("fonts/") and name.endswith(".woff2"))


def of_another_site(forms: CSRFProtect) -> Answer | None:
    """Refuses what a page of another site has a browser send.

    By the browser's word where nothing is changed, by a token of the session where something is. Raises CSRFError.
    """
    if request.method in ("GET", "HEAD", "OPTIONS"):
        return None
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    ours = f"{request.scheme}://{request.host}"
    if site not in (None, "same-origin", "none") or origin not in (None, ours):
        return refusal(FOREIGN, HTTPStatus.FORBIDDEN)
    if asked_rule() not in READS:
        forms.protect()
    return None


def in_the_clear() -> Answer | None:
    """Refuses a login over plain HTTP, which whoever is on the way reads; but on this very machine nobody is."""
    here = is_loopback(request.remote_addr or "") and is_loopback_host(request.host)
    return None if request.is_secure or here else refusal(IN_THE_CLEAR, HTTPStatus.FORBIDDEN)


def to_the_login(rule: str) -> Answer:
    """A page leads to the login, and back from there; whatever else is asked is refused, and tells why."""
    if rule in PAGES and request.method in ("GET", "HEAD"):
        return redirect(login_for(here()), HTTPStatus.SEE_OTHER)
    answer = refusal(LOG_IN, HTTPStatus.UNAUTHORIZED)
    answer.headers["WWW-Authenticate"] = 'Session realm="tableau de bord"'
    return answer


def not_kept(answer: Response) -> Response:
    """No browser and no proxy keeps what only somebody may see; files that say how long they last are nobody's."""
    if "Cache-Control" not in answer.headers:
        answer.cache_control.no_store = True
    return answer
