"""Is somebody let in by what a provider of identities really says, and by nothing else?"""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from flask import Flask
from werkzeug.test import TestResponse

from dashboard.access.kept import Kept
from dashboard.web.login.by_provider import ByProvider
from dashboard.web.login.provider import Registration
from tests.support.doors import SITE, Browser, behind, browser, kept_in, send, token_in
from tests.support.identities import CLIENT, KEY, OTHER_KEY, SECRET, Identities, identities

LEA = {"sub": "4711", "preferred_username": "lea.martin", "roles": ["gestionnaire", "autre"]}


@pytest.fixture(scope="module")
def running() -> Iterator[Identities]:
    with identities(f"{SITE}/connexion/retour") as provider:
        yield provider


@pytest.fixture
def provider(running: Identities) -> Identities:
    running.person, running.lies, running.described = dict(LEA), {}, {}
    running.key, running.in_token, running.down = KEY, True, False
    return running


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    return kept_in(tmp_path_factory.mktemp("kept"))


@pytest.fixture(scope="module")
def server(kept: Kept, running: Identities) -> Flask:
    return behind(kept, ByProvider(kept, Registration(running.issuer, CLIENT, SECRET, "roles")))


def sent(client: Browser, back: str = "/devenir?genre=F") -> str:
    """Where the dashboard sends a browser that wants to log in."""
    page = client.get("/connexion", query_string={"retour": back}).text
    there = page.split('href="/connexion/fournisseur')[1].split('"')[0]
    answer = client.get(f"/connexion/fournisseur{there}")
    assert answer.status_code == 302, answer.text
    return answer.headers["Location"]


def returned(client: Browser, address: str) -> TestResponse:
    """What the dashboard answers to what the provider, asked at `address`, sends back."""
    back = requests.get(address, allow_redirects=False, timeout=10).headers["Location"]
    assert back.startswith(f"{SITE}/connexion/retour?")
    return client.get(back.removeprefix(SITE))


def entered(server: Flask) -> tuple[Browser, TestResponse]:
    """A browser, and what it is answered when it comes back from the provider."""
    client = browser(server)
    return client, returned(client, sent(client))


def test_somebody_is_let_in_in_the_role_that_the_provider_tells(
    server: Flask, kept: Kept, provider: Identities
) -> None:
    client, answer = entered(server)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/devenir?genre=F")
    page = client.get("/").text
    assert "lea.martin" in page
    assert "Effectifs exacts, réservés" in page
    told = kept.audit.latest(1)[0]
    assert (told["événement"], told["personne"], told["identité"]) == (
        "connexion",
        "lea.martin",
        f"{provider.issuer} 4711",
    )


def test_a_name_that_changes_and_is_given_on_tells_nobody_else_in_the_log(
    server: Flask, kept: Kept, provider: Identities
) -> None:
    told = []
    for sub, name in (("4711", "lea.martin"), ("4711", "lea.durand"), ("4712", "lea.martin")):
        provider.person |= {"sub": sub, "preferred_username": name}
        client, _ = entered(server)
        assert client.get("/export/statut.csv?genre=F").status_code == 200
        line = kept.audit.latest(1)[0]
        told.append((line["événement"], line["identité"], line["personne"]))
    assert told == [
        ("export", f"{provider.issuer} 4711", "lea.martin"),
        ("export", f"{provider.issuer} 4711", "lea.durand"),
        ("export", f"{provider.issuer} 4712", "lea.martin"),
    ]


@pytest.mark.parametrize("offers", [True, False])
def test_the_token_of_a_login_is_kept_where_the_logout_takes_it_alone(
    kept: Kept, provider: Identities, offers: bool
) -> None:
    if not offers:
        provider.described = {"end_session_endpoint": None}
    registration = Registration(provider.issuer, CLIENT, SECRET, "roles")
    assert entered(behind(kept, ByProvider(kept, registration)))[1].status_code == 303
    with kept.database.reading() as connection:
        held = connection.execute("SELECT held FROM sessions ORDER BY begun DESC").fetchone()[0]
    assert ("jeton" in held) == offers
    assert "Authorization" not in held


def test_state_nonce_and_proof_are_asked_for_and_new_each_time(
    server: Flask, provider: Identities
) -> None:
    asked = [parse_qs(urlsplit(sent(browser(server))).query) for _ in range(2)]
    for name in ("state", "nonce", "code_challenge"):
        first, second = (each[name][0] for each in asked)
        assert first != second
        assert len(first) >= 20
    assert asked[0]["code_challenge_method"] == ["S256"]
    assert asked[0]["scope"] == ["openid profile email roles"]


LIES: dict[str, dict[str, Any]] = {
    "another audience": {"aud": ["another client"]},
    "no audience": {"aud": []},
    "another audience, authorised for us": {"aud": "another client", "azp": CLIENT},
    "another issuer": {"iss": "https://evil.example"},
    "another nonce": {"nonce": "of another login"},
    "no nonce": {"nonce": None},
    "a token that has expired": {"exp": int(time.time()) - 3600},
    "a token of tomorrow": {"iat": int(time.time()) + 86400, "nbf": int(time.time()) + 86400},
    "no subject": {"sub": ""},
    "no signature": {"alg": "none"},
}


@pytest.mark.parametrize("lie", LIES)
def test_a_token_that_is_not_for_us_and_for_now_is_not_believed(
    server: Flask, provider: Identities, lie: str
) -> None:
    provider.lies = LIES[lie]
    client, answer = entered(server)
    assert answer.status_code in (400, 502), lie
    assert "Identification impossible" in answer.text
    assert client.get("/").status_code == 303


def test_a_token_that_somebody_else_has_signed_is_not_believed(
    server: Flask, provider: Identities
) -> None:
    provider.key = OTHER_KEY
    assert entered(server)[1].status_code == 400


def test_a_login_that_another_browser_began_is_not_ended_here(
    server: Flask, provider: Identities
) -> None:
    begun = sent(browser(server))
    victim = browser(server)
    assert returned(victim, begun).status_code == 400
    sent(victim)
    assert returned(victim, begun).status_code == 400
    assert victim.get("/").status_code == 303


def test_an_answer_is_of_use_once(server: Flask, provider: Identities) -> None:
    client = browser(server)
    back = requests.get(sent(client), allow_redirects=False, timeout=10).headers["Location"]
    path = back.removeprefix(SITE)
    assert client.get(f"{path}&iss=https://evil.example").status_code == 400
    assert client.get(path).status_code == 303
    assert client.get(path).status_code == 400


def test_roles_that_stand_in_no_token_are_asked_for(server: Flask, provider: Identities) -> None:
    provider.in_token = False
    provider.person["roles"] = "lecteur"
    client, answer = entered(server)
    assert answer.status_code == 303
    assert "Effectifs arrondis" in client.get("/").text


def test_somebody_without_a_role_is_told_so_and_not_let_in(
    server: Flask, kept: Kept, provider: Identities
) -> None:
    provider.person["roles"] = ["chef"]
    client, answer = entered(server)
    assert answer.status_code == 403
    assert "aucun rôle" in answer.text
    assert client.get("/").status_code == 303
    assert kept.audit.latest(1)[0]["événement"] == "échec"


def test_a_provider_that_refuses_is_told_in_french(server: Flask, provider: Identities) -> None:
    client = browser(server)
    sent(client)
    answer = client.get("/connexion/retour?error=access_denied&error_description=<script>")
    assert answer.status_code == 400
    assert "<script>t" not in answer.text.replace("<script>try", "")
    assert "n&#x27;a pas abouti" in answer.text


def test_a_provider_that_is_down_is_told_in_french(
    kept: Kept, provider: Identities, server: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    provider.down = True
    registration = Registration(provider.issuer, CLIENT, SECRET, "roles")
    new = behind(kept, ByProvider(kept, registration))
    answer = browser(new).get("/connexion/fournisseur?retour=/")
    assert answer.status_code == 502
    assert "ne répond pas" in answer.text
    described = f"{provider.issuer}/.well-known/openid-configuration"
    assert caplog.records[-1].getMessage().endswith(f"503 from {described}")
    # It is asked again as soon as it is there.
    provider.down = False
    assert browser(new).get("/connexion/fournisseur?retour=/").status_code == 302


def test_a_provider_that_says_it_is_another_one_is_not_asked(
    kept: Kept, provider: Identities
) -> None:
    provider.described = {"issuer": "https://evil.example"}
    registration = Registration(provider.issuer, CLIENT, SECRET, "roles")
    new = behind(kept, ByProvider(kept, registration))
    client = browser(new)
    assert returned(client, sent(client)).status_code == 502


def test_a_region_that_the_tables_do_not_know_gives_no_role(
    server: Flask, provider: Identities
) -> None:
    provider.person["roles"] = ["gestionnaire:Bretagne"]
    assert entered(server)[1].status_code == 403


def test_a_logout_leads_on_to_that_of_the_provider(server: Flask, provider: Identities) -> None:
    client, _ = entered(server)
    fields = {"csrf_token": token_in(client.get("/").text)}
    assert send(client, "/deconnexion", fields).status_code == 303
    page = client.get("/deconnexion").text
    assert f"{provider.issuer}/leave?id_token_hint=" in page
    assert client.get("/").status_code == 303
    assert f"{provider.issuer}/leave" not in client.get("/deconnexion?state=x").text
