"""Does a session begin anew at login, end at logout and in time, and follow the account at each request?"""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from dashboard.access.kept import Kept
from dashboard.access.sessions import NOTED_S
from dashboard.web.mount import Mount
from tests.support.doors import (
    HOST,
    IDLE_S,
    PASSWORD,
    SITE,
    WHOLE_S,
    behind,
    browser,
    kept_in,
    log_in,
    logged_in,
    paths,
    send,
    token_in,
)

COOKIE = "__Host-session-tableau-de-bord"


class Clock:
    """A time that a test sets."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(scope="module")
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory, clock: Clock) -> Kept:
    return kept_in(tmp_path_factory.mktemp("kept"), clock)


@pytest.fixture(scope="module")
def server(kept: Kept) -> Flask:
    return behind(kept)


def is_in(client: FlaskClient) -> bool:
    """Whether the door lets somebody pass, who is then answered in a few bytes."""
    status = client.options("/").status_code
    assert status in (200, 401)
    return status == 200


def last_use(kept: Kept) -> float:
    """When it was last noted that a session is in use."""
    with kept.database.reading() as connection:
        (seen,) = connection.execute("SELECT max(seen) FROM sessions").fetchone()
    return float(seen)


@pytest.fixture(autouse=True)
def no_attempts(kept: Kept) -> None:
    with kept.database.writing() as connection:
        connection.execute("DELETE FROM attempts")


def test_a_login_leads_back_to_where_it_was_asked_for(server: Flask) -> None:
    client = browser(server)
    led = client.get("/devenir?region=bretagne&genre=F").headers["Location"]
    assert led == "/connexion?retour=%2Fdevenir%3Fregion%3Dbretagne%26genre%3DF"
    answer = log_in(client, "lea", back="/devenir?region=bretagne&genre=F")
    assert answer.headers["Location"] == "/devenir?region=bretagne&genre=F"


@pytest.mark.parametrize(
    ("asked", "led"),
    [
        ("/devenir?expo=" + 2600 * "é", "/connexion?retour=%2Fdevenir"),
        ("/devenir?expo=" + 3000 * "&", "/connexion?retour=%2Fdevenir"),
        ("/" + 2000 * "é", "/connexion"),
    ],
)
def test_the_way_to_a_login_is_never_longer_than_a_request_may_be(
    server: Flask, asked: str, led: str
) -> None:
    assert browser(server).get(asked).headers["Location"] == led


@pytest.mark.parametrize(
    "back",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "/\tevil",
        "javascript:alert(1)",
        "",
        "/connexion?retour=/",
        "/deconnexion",
        "/a\r\nSet-Cookie: x=1",
        "/" + 9000 * "a",
    ],
)
def test_a_login_leads_to_no_other_site(server: Flask, back: str) -> None:
    assert log_in(browser(server), "lea", back=back).headers["Location"] == "/"


def test_the_cookie_is_secure_for_this_host_alone_and_no_script_reads_it(server: Flask) -> None:
    client = browser(server)
    cookies = log_in(client, "lea").headers.getlist("Set-Cookie")
    cookie = next(each for each in cookies if each.startswith(COOKIE))
    name, *attributes = cookie.split("; ")
    assert name.startswith(f"{COOKIE}=")
    assert set(attributes) == {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"}


def test_below_a_path_the_cookie_has_another_name(kept: Kept) -> None:
    server = behind(kept, mount=Mount("/observatoire/", hosts=(HOST,)))
    client = browser(server)
    page = client.get("/observatoire/connexion")
    assert page.headers["Set-Cookie"].startswith(f"{COOKIE}-observatoire=")
    fields = {"csrf_token": token_in(page.text), "nom": "lea", "mot": PASSWORD, "retour": "/"}
    answer = send(client, "/observatoire/connexion", fields)
    assert answer.headers["Location"] == "/observatoire/"


def test_an_identifier_that_was_known_before_the_login_is_of_no_use(server: Flask) -> None:
    victim, thief = browser(server), browser(server)
    victim.get("/connexion")
    before = victim.get_cookie(COOKIE, HOST)
    assert before is not None
    thief.set_cookie(COOKIE, before.value, domain=HOST, secure=True)
    log_in(victim, "ana")
    after = victim.get_cookie(COOKIE, HOST)
    assert after is not None
    assert after.value != before.value
    assert not is_in(thief)


def test_an_identifier_that_somebody_else_made_up_is_not_taken_over(server: Flask) -> None:
    client = browser(server)
    client.set_cookie(COOKIE, "chosen-by-a-thief", domain=HOST, secure=True)
    log_in(client, "ana")
    cookie = client.get_cookie(COOKIE, HOST)
    assert cookie is not None
    assert cookie.value != "chosen-by-a-thief"


def test_who_logs_in_as_another_role_takes_nothing_of_the_session_before(
    server: Flask, kept: Kept
) -> None:
    client, copy = logged_in(server, "gus"), browser(server)
    fields = {"csrf_token": token_in(client.get("/").text), "interne": "oui"}
    assert send(client, "/acces/exports", fields).status_code == 303
    cookie = client.get_cookie(COOKIE, HOST)
    assert cookie is not None
    copy.set_cookie(COOKIE, cookie.value, domain=HOST, secure=True)
    log_in(client, "ana")
    assert not is_in(copy)
    client.get("/export/statut.csv")
    last = kept.audit.latest(1)[0]
    assert (last["personne"], last["niveau"]) == ("ana", "diffusion")


def test_after_the_logout_a_copy_of_the_cookie_opens_nothing(server: Flask) -> None:
    client, copy = logged_in(server, "ana"), browser(server)
    cookie = client.get_cookie(COOKIE, HOST)
    assert cookie is not None
    copy.set_cookie(COOKIE, cookie.value, domain=HOST, secure=True)
    assert is_in(copy)
    page = client.get("/").text
    assert send(client, "/deconnexion", {"csrf_token": token_in(page)}).status_code == 303
    assert not is_in(copy)
    assert not is_in(client)
    assert "plus identifié" in client.get("/deconnexion").text


def test_a_session_ends_when_nobody_uses_it_and_in_any_case_after_a_while(
    server: Flask, clock: Clock
) -> None:
    client = logged_in(server, "lea")
    for _ in range(int(WHOLE_S / (IDLE_S - 1))):
        clock.now += IDLE_S - 1
        assert is_in(client)
    clock.now += IDLE_S - 1
    assert not is_in(client)
    other = logged_in(server, "lea")
    clock.now += IDLE_S + 1
    assert not is_in(other)


USES = {
    "/": True,
    "/<path:path>": True,
    "/_dash-update-component": True,
    "/acces/exports": True,
    "/answer": True,
    "/audit": True,
    "/bilan": True,
    "/connexion": True,
    "/deck.json": True,
    "/deck.pptx": True,
    "/deconnexion": True,
    "/export/<name>.<suffix>": True,
    "/export/<name>/figure.json": True,
    "/export/<name>/picture.svg": True,
    "/export/dictionnaire.csv": True,
    "/fiche": True,
    "/fiche.pptx": True,
    # What programs ask, and what a page asks by itself: every half minute (freshness.js), or to be drawn.
    "/_dash-component-suites/<string:package_name>/<path:fingerprinted_path>": False,
    "/_dash-dependencies": False,
    "/_dash-layout": False,
    "/_favicon.ico": False,
    "/_reload-hash": False,
    "/assets/<path:filename>": False,
    "/bootstrap/static/<path:filename>": False,
    "/files/<digest>/<path:name>": False,
    "/healthz": False,
    "/metrics": False,
    "/outlines/<digest>.svg": False,
    "/readyz": False,
    "/static/<path:filename>": False,
}
"""Whether a session is in use by what is asked of each route: a new one fails here until that is written down."""


def test_a_session_is_in_use_by_what_people_ask_and_not_by_what_pages_ask_themselves(
    server: Flask, kept: Kept, clock: Clock
) -> None:
    assert {rule.rule for rule, _ in paths(server)} == set(USES)
    client = logged_in(server, "ana")
    for rule, path in paths(server):
        clock.now += NOTED_S + 1
        client.options(path)
        assert (last_use(kept) == clock.now) == USES[rule.rule], path


def test_an_open_page_that_nobody_touches_keeps_no_session(server: Flask, clock: Clock) -> None:
    client = logged_in(server, "gus")
    for _ in range(int(IDLE_S / 30)):
        clock.now += 30
        assert client.get("/healthz").status_code == 200
    assert is_in(client)
    for _ in range(int(IDLE_S / 30) + 1):
        clock.now += 30
        client.get("/healthz")
    assert client.get("/export/statut.xlsx").status_code == 401


def test_a_session_does_not_outlive_its_hours_where_the_clock_is_set_back(
    server: Flask, kept: Kept, clock: Clock
) -> None:
    client, other = logged_in(server, "lea"), logged_in(server, "gus")
    clock.now -= 10
    assert is_in(client)
    clock.now -= WHOLE_S
    assert not is_in(client)
    kept.sessions.forget()
    clock.now += WHOLE_S
    assert not is_in(other)


def test_a_session_that_has_ended_is_kept_no_longer(
    server: Flask, kept: Kept, clock: Clock
) -> None:
    logged_in(server, "lea")
    clock.now += WHOLE_S + 1
    kept.forget()
    with kept.database.reading() as connection:
        assert connection.execute("SELECT count(*) FROM sessions").fetchone() == (0,)


def test_a_question_of_a_session_that_has_ended_is_told_so_in_french(
    server: Flask, clock: Clock
) -> None:
    client = logged_in(server, "lea")
    clock.now += IDLE_S + 1
    question = {"path": "/", "search": "", "tables": [], "narrow": False, "known": {}}
    answer = client.post("/answer", json=question, headers={"Origin": SITE})
    assert (answer.status_code, answer.mimetype) == (401, "text/plain")
    assert "Votre session a pris fin" in answer.text


def test_a_role_holds_from_the_change_on(server: Flask, kept: Kept) -> None:
    client = logged_in(server, "gus")
    kept.accounts.set_role("gus", "lecteur")
    assert not is_in(client)
    again = logged_in(server, "gus")
    assert "Effectifs arrondis" in again.get("/").text
    kept.accounts.set_role("gus", "gestionnaire")


@pytest.mark.parametrize("change", ["disable", "password"])
def test_a_change_of_the_account_ends_its_sessions(server: Flask, kept: Kept, change: str) -> None:
    client, other = logged_in(server, "lea"), logged_in(server, "ana")
    if change == "disable":
        kept.accounts.disable("lea")
        assert log_in(browser(server), "lea").status_code == 401
        kept.accounts.disable("lea", disabled=False)
    else:
        kept.accounts.set_password("lea", PASSWORD)
    assert not is_in(client)
    assert is_in(other)


def test_an_account_that_does_not_exist_is_told_as_a_wrong_password_is(
    server: Flask, kept: Kept
) -> None:
    wrong, unknown = (log_in(browser(server), name, "faux").text for name in ("lea", "personne"))
    assert "ne correspondent à aucun compte" in wrong
    assert wrong.replace("lea", "personne").split("csrf")[0] == unknown.split("csrf")[0]
    last = kept.audit.latest(2)
    assert [(line["personne"], line["rôle"]) for line in last] == [("", ""), ("lea", "")]


def test_files_are_rounded_until_exact_ones_are_asked_for_in_this_session(
    server: Flask, kept: Kept
) -> None:
    client = logged_in(server, "gus")
    assert client.get("/export/statut.csv?region=53").status_code == 200
    token = token_in(client.get("/").text)
    fields = {"csrf_token": token, "interne": "oui", "retour": "/devenir"}
    answer = send(client, "/acces/exports", fields)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/devenir")
    client.get("/export/statut.csv?region=53")
    told = [(line["événement"], line.get("niveau", "")) for line in kept.audit.latest(3)]
    assert told == [("export", "interne"), ("demande interne", ""), ("export", "diffusion")]
    assert kept.audit.latest(1)[0]["sélections"] == ["?region=bretagne"]
    client.get("/")
    other = logged_in(server, "gus")
    other.get("/export/statut.csv")
    assert kept.audit.latest(1)[0]["niveau"] == "diffusion"


def test_a_picture_is_recorded_once_and_its_figure_alone_as_well(server: Flask, kept: Kept) -> None:
    client = logged_in(server, "gus")
    for path in ("picture.svg?genre=F&confirme=demande", "figure.json?genre=F&confirme=oui"):
        assert client.get(f"/export/niveaux/{path}").status_code == 200
    assert [line["événement"] for line in kept.audit.latest(2)] == ["export", "connexion"]
    assert client.get("/export/niveaux/figure.json?genre=H").status_code == 200
    told = kept.audit.latest(1)[0]
    assert "format" not in told
    assert (told["fichier"], told["niveau"]) == ("/export/niveaux/figure.json", "diffusion")


def test_whoever_is_shown_rounded_counts_gets_no_exact_files(server: Flask) -> None:
    client = logged_in(server, "lea")
    fields = {"csrf_token": token_in(client.get("/").text), "interne": "oui"}
    assert send(client, "/acces/exports", fields).status_code == 403


def test_an_analyst_reads_the_log_on_a_page(server: Flask, tmp_path: Path) -> None:
    analyst = logged_in(server, "ana")
    analyst.get("/export/statut.csv")
    page = analyst.get("/audit").text
    assert "sélections : ensemble" in page.replace("\u00a0", " ")
    assert "connexion" in page
    assert "Le journal est entier" not in page
    assert "Le journal est entier" in analyst.get("/audit?verification=oui").text
    assert logged_in(server, "gus").get("/audit").status_code == 403
