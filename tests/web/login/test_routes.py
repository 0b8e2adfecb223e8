"""Is every route behind the login, for each role and method, whatever a request says of itself?"""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard.disclosure.asked import Asked
from dashboard.publication import Publication
from dashboard.web.allowance import count_in
from dashboard.web.holding.heavy import EXTENSION as TURNS
from dashboard.web.holding.turns import Turns
from dashboard.web.login.passing import READS, asked_rule
from dashboard.web.login.recorded import RECORDED
from dashboard.web.operating.health import Health
from dashboard.web.seen import Seen
from dashboard.web.taking_away.exact_exports import CHOICE
from tests.support.doors import (
    HOST,
    SITE,
    behind,
    browser,
    kept_in,
    logged_in,
    paths,
    send,
    token_in,
)

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")

OPEN = {
    "/connexion": {"GET", "HEAD", "OPTIONS"},
    "/deconnexion": {"GET", "HEAD", "OPTIONS"},
    "/healthz": {"GET", "HEAD", "OPTIONS"},
    "/readyz": {"GET", "HEAD", "OPTIONS"},
    "/metrics": {"GET", "HEAD", "OPTIONS"},
}
"""What a stranger is answered, by the rule of the route; `/metrics` refuses whoever is not this machine by itself."""

PAGES = {"/", "/<path:path>", "/fiche", "/bilan", "/audit"}
FOR_ANALYSTS = {"/audit"}
FORM_ROUTES = {"/connexion", "/deconnexion", "/acces/exports"}


@pytest.fixture(scope="module")
def health() -> Health:
    return Health()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, health: Health) -> Flask:
    return behind(kept_in(tmp_path_factory.mktemp("kept")), health=health)


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory, health: Health) -> Flask:
    return behind(kept_in(tmp_path_factory.mktemp("kept")), public=True, health=health)


def asked(
    client: FlaskClient, method: str, path: str, headers: dict[str, str] | None = None
) -> TestResponse:
    return client.open(path, method=method, headers={"Referer": f"{SITE}/", **(headers or {})})


def test_a_stranger_is_answered_by_no_route_but_the_login_its_style_and_health(
    server: Flask,
) -> None:
    client = browser(server)
    for rule, path in paths(server):
        for method in METHODS:
            answer = asked(client, method, path)
            if method in OPEN.get(rule.rule, ()):
                assert answer.status_code in (200, 404), (method, path)
            elif method in ("GET", "HEAD") and (
                rule.rule in PAGES or "GET" not in (rule.methods or ())
            ):
                # What is only posted to is an address of no page, which is asked as one.
                assert answer.status_code == 303, (method, path)
                assert answer.headers["Location"].startswith("/connexion?retour=%2F")
            else:
                assert answer.status_code in (400, 401), (method, path)
                assert len(answer.data) < 200, (method, path)


def test_what_a_stranger_is_told_is_french_and_plain(server: Flask) -> None:
    for path in ("/export/statut.csv", "/_dash-layout", "/deck.json"):
        answer = browser(server).get(path)
        assert (answer.status_code, answer.mimetype) == (401, "text/plain")
        assert "identifiez-vous" in answer.text


def test_the_style_of_the_login_is_open_and_no_script_is(server: Flask) -> None:
    client = browser(server)
    page = client.get("/connexion").text
    files = [part.split('"')[0] for part in page.split('href="')[1:]]
    assert len(files) >= 5
    for file in files:
        answer = client.get(file)
        assert answer.status_code == 200
        answer.close()
    assert "<script src" not in page
    script = files[-1].rsplit("/", 2)[0] + "/scripts/main.js"
    assert client.get(script).status_code == 401


@pytest.mark.parametrize("name", ["lea", "gus", "bri", "ana"])
def test_whoever_has_logged_in_reaches_every_route_but_those_of_analysts(
    server: Flask, name: str
) -> None:
    client = logged_in(server, name)
    for rule, path in paths(server):
        closed = rule.rule in FOR_ANALYSTS and name != "ana"
        # Which passes the same door, and counts nobody.
        assert client.options(path).status_code == (403 if closed else 200), path
    assert client.get("/export/statut.csv").status_code == 200


def test_whatever_is_posted_to_is_a_form_with_a_token_or_only_read(server: Flask) -> None:
    posted = {rule.rule for rule, _ in paths(server) if "POST" in (rule.methods or ())}
    assert posted == FORM_ROUTES | READS
    assert not FORM_ROUTES & READS


@pytest.mark.parametrize("name", ["lea", "gus", "ana"])
def test_no_method_that_changes_something_passes_without_a_token(server: Flask, name: str) -> None:
    client = logged_in(server, name)
    for path in FORM_ROUTES:
        for method in ("POST", "PUT", "PATCH", "DELETE"):
            assert asked(client, method, path).status_code == 400, (method, path)
    assert "Compte" in client.get("/").text


HERE, ELSEWHERE = dict[str, str](), {"X-Forwarded-For": "192.0.2.7"}
FULL_DISK = "Il ne reste que 3 Mo sur le disque du dossier des accès."

HEALTH_TELLS = [
    ("closed", "", ELSEWHERE, False, False),
    ("public", "", ELSEWHERE, True, False),
    ("closed", "lea", ELSEWHERE, True, False),
    ("closed", "gus", ELSEWHERE, True, False),
    ("closed", "ana", ELSEWHERE, True, True),
    # Whoever runs it, on the machine itself.
    ("closed", "", HERE, True, True),
]
"""Who asks, and whether health tells them the version of the tables, and the reasons why it is not ready."""


@pytest.mark.parametrize(("site", "name", "headers", "version", "why"), HEALTH_TELLS)
def test_health_tells_strangers_neither_versions_nor_reasons(
    request: pytest.FixtureRequest,
    health: Health,
    site: str,
    name: str,
    headers: dict[str, str],
    *,
    version: bool,
    why: bool,
) -> None:
    server = request.getfixturevalue("server" if site == "closed" else site)
    client = logged_in(server, name) if name else browser(server)
    alive = client.get("/healthz", headers=headers).get_json()
    assert alive.keys() == {"status", *(["data_version"] if version else [])}
    health.hindered_by("access", lambda: FULL_DISK)
    answer = client.get("/readyz", headers=headers)
    health.hindered_by("access", lambda: "")
    reasons = {"reasons": {"access": FULL_DISK}} if why else {}
    assert answer.status_code == 503
    assert answer.get_json() == {"status": "unready", "parts": ["access"], **reasons}


FORGED = [
    {"X-Remote-User": "ana"},
    {"Remote-User": "ana", "X-Forwarded-User": "ana"},
    {"Authorization": "Basic YW5hOnVuZSBwaHJhc2U="},
    {"X-Forwarded-For": "127.0.0.1", "X-Real-IP": "127.0.0.1"},
    {"X-Forwarded-Host": "127.0.0.1", "X-Forwarded-Proto": "https"},
    {"X-Original-URL": "/connexion", "X-Rewrite-URL": "/healthz"},
    {"Cookie": "__Host-session-tableau-de-bord=ana"},
    {"Cookie": "__Host-session-tableau-de-bord=; session=eyJhY2NvdW50IjoiYW5hIn0"},
    {"dashboard.preparing": "1", "Dashboard-Preparing": "1"},
]


@pytest.mark.parametrize("headers", FORGED, ids=str)
def test_no_header_and_no_cookie_lets_anybody_in(server: Flask, headers: dict[str, str]) -> None:
    client = browser(server)
    assert client.get("/", headers=headers).status_code == 303
    assert client.get("/export/statut.csv", headers=headers).status_code == 401
    assert client.get("/audit", headers=headers).status_code == 303


@pytest.mark.parametrize("path", ["/connexion", "/healthz", "/"])
def test_a_path_that_a_client_names_in_a_question_opens_nothing(server: Flask, path: str) -> None:
    question = {"path": path, "search": "", "tables": [], "narrow": False, "known": {}}
    inputs = [{"id": "location", "property": "pathname", "value": path}]
    callback = {"output": "page.children", "changedPropIds": [], "inputs": inputs, "state": []}
    client = browser(server)
    for route, body in (("/answer", question), ("/_dash-update-component", callback)):
        answer = client.post(route, data=json.dumps(body), content_type="application/json")
        assert answer.status_code == 401


@pytest.mark.parametrize(
    "path",
    [
        "//connexion",
        "/connexion/../devenir",
        "/connexion/",
        "/healthz/../export/statut.csv",
        "/healthz%2f..%2fdevenir",
        "/connexion;/devenir",
        "/files/x/styles/all.css/../../scripts/main.js",
    ],
)
def test_an_address_that_looks_like_an_open_one_is_not(server: Flask, path: str) -> None:
    answer = browser(server).get(path)
    assert answer.status_code in (303, 308, 401, 404)
    assert "bénéficiaires</title>" not in answer.text


@pytest.mark.parametrize(
    "host", ["evil.example", f"{HOST}.evil.example", f"{HOST}:8080", "127.0.0.1", "", f"a@{HOST}"]
)
def test_a_host_that_is_not_ours_is_refused(server: Flask, host: str) -> None:
    answer = browser(server).get("/connexion", environ_overrides={"HTTP_HOST": host})
    assert answer.status_code == 400


FROM_ELSEWHERE = [
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": f"http://{HOST}"},
]


@pytest.mark.parametrize("headers", FROM_ELSEWHERE, ids=str)
def test_what_another_site_has_a_browser_send_is_refused(
    server: Flask, headers: dict[str, str]
) -> None:
    client = logged_in(server, "lea")
    for path in ("/answer", "/_dash-update-component", "/deck.pptx", "/deconnexion"):
        assert client.post(path, data="{}", headers=headers).status_code == 403
    assert client.get("/").status_code == 200


def test_where_the_institution_opens_it_strangers_are_shown_rounded_counts_alone(
    public: Flask,
) -> None:
    client = browser(public)
    page = client.get("/")
    assert page.status_code == 200
    assert "Effectifs arrondis" in page.text
    assert "/connexion?retour=%2F" in page.text
    assert client.get("/export/statut.csv").status_code == 200
    assert client.get("/audit").status_code == 403
    assert client.post("/acces/exports", data={"interne": "oui"}).status_code == 400


def test_the_policy_of_a_page_is_that_of_the_role(server: Flask) -> None:
    told = {
        "lea": "Effectifs arrondis au hasard",
        "gus": "Effectifs exacts, réservés",
        "bri": "Effectifs exacts quand vous filtrez sur vos régions",
        "ana": "Effectifs exacts, réservés",
    }
    for name, words in told.items():
        assert words in logged_in(server, name).get("/").text.replace("\u202f", " "), name


def test_nothing_that_only_somebody_may_see_is_kept_by_a_browser(server: Flask) -> None:
    client = logged_in(server, "gus")
    question = {"path": "/", "search": "", "tables": [], "narrow": False, "known": {}}
    answers = [client.post("/answer", json=question, headers={"Origin": SITE})]
    answers += [client.get(path) for path in ("/export/statut.csv", "/fiche?region=bretagne")]
    for rule, path in paths(server):
        if "GET" in (rule.methods or ()):
            # Documents take a second to make; what refuses a value is told no browser either.
            answers.append(client.get(path, query_string={"genre": "X"}))
    for answer in answers:
        kept = answer.cache_control
        ours = answer.request.path.startswith(
            ("/files/", "/bootstrap/", "/_dash-component-suites/")
        )
        assert kept.no_store or (ours and kept.public), answer.request.path
        answer.close()


def test_a_file_is_refused_on_a_page_to_who_looks_at_one(server: Flask) -> None:
    client = logged_in(server, "lea")
    path = "/export/statut.csv?region=bretagne,alsace"
    assert (client.get(path).status_code, client.get(path).mimetype) == (403, "text/plain")
    page = client.get(path, headers={"Accept": "text/html,*/*;q=0.8"})
    assert (page.status_code, page.mimetype) == (403, "text/html")
    assert "Cette sélection n&#x27;est pas diffusée" in page.text.replace("\u202f", " ")
    assert page.cache_control.no_store


def test_beyond_the_allowance_of_an_account_a_page_says_so_and_another_account_is_answered(
    server: Flask,
) -> None:
    lea, public = logged_in(server, "lea"), logged_in(server, "bri")
    count_in(server, Asked("x" * 32, most=1))
    assert lea.get("/devenir?genre=F").status_code == 200
    spent = lea.get("/devenir?genre=H", headers={"Accept": "text/html"})
    assert (spent.status_code, spent.mimetype) == (429, "text/html")
    assert "sélections différentes" in spent.text.replace("\u00a0", " ")
    assert lea.get("/devenir?genre=F").status_code == 200
    assert lea.get("/export/statut.csv?genre=H").status_code == 429
    assert public.get("/devenir?genre=H").status_code == 200
    assert 0 < int(spent.headers["Retry-After"]) <= 25 * 3600
    assert "/connexion" not in spent.text
    count_in(server, Asked("x" * 32))


def test_whoever_has_not_logged_in_is_told_beyond_the_allowance_that_they_may(
    public: Flask,
) -> None:
    count_in(public, Asked("x" * 32, most=1))
    client = browser(public)
    assert client.get("/devenir?genre=F").status_code == 200
    spent = client.get("/devenir?genre=H", headers={"Accept": "text/html"})
    assert spent.status_code == 429
    assert "/connexion?retour=" in spent.text
    assert "comptées à part" in spent.text
    count_in(public, Asked("x" * 32))


def test_every_route_that_writes_what_leaves_is_recorded(
    server: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, ask, writes = logged_in(server, "gus"), Seen.exported, set[str]()

    def exported(seen: Seen) -> Publication:
        writes.add(asked_rule())
        return ask(seen)

    monkeypatch.setattr(Seen, "exported", exported)
    for rule, path in paths(server):
        for method in (rule.methods or set()) & {"GET", "POST"}:
            asked(client, method, path).close()
    assert writes == RECORDED


def test_what_is_refused_or_asked_for_first_waits_for_no_turn(server: Flask) -> None:
    client = logged_in(server, "gus")
    send(client, CHOICE, {"csrf_token": token_in(client.get("/").text), "interne": "oui"})
    reader = logged_in(server, "lea")
    server.extensions[TURNS], kept = Turns(0), server.extensions[TURNS]
    one_man = "region=limousin&genre=H&age=moins-de-30-ans"
    for path in (f"/deck.pptx?expo={quote(f'statut~{one_man}')}", f"/bilan?{one_man}"):
        assert client.get(path).status_code == 428
        assert client.get(f"{path}&confirme=oui").status_code == 503
    several = quote("statut~region=bretagne,alsace")
    assert reader.get(f"/deck.pptx?expo={several}").status_code == 403
    assert reader.get("/bilan?region=bretagne,alsace").status_code == 403
    assert reader.get("/deck.pptx?expo=meteo").status_code == 400
    server.extensions[TURNS] = kept
