"""Is nobody let guess, nobody shut out by what others try, and no password asked for where it can be read?"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from threading import Event, Semaphore

import pytest
from flask import Flask

from dashboard.access.delays import FREE
from dashboard.access.kept import Kept
from dashboard.web.bootstrap import BOOTSTRAP
from dashboard.web.login.limited import MOST_AT_ONCE
from dashboard.web.mount import Mount
from tests.support.doors import (
    HOST,
    PASSWORD,
    Browser,
    behind,
    browser,
    kept_in,
    log_in,
    quick,
)

COOKIE = "__Host-session-tableau-de-bord"
DEVICE = "__Host-appareil-tableau-de-bord"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    return kept_in(tmp_path_factory.mktemp("kept"))


@pytest.fixture(scope="module")
def served(kept: Kept) -> Flask:
    return behind(kept)


@pytest.fixture
def server(served: Flask, kept: Kept) -> Flask:
    """Where nobody has tried anything yet."""
    with kept.database.writing() as connection:
        connection.execute("DELETE FROM attempts")
        connection.execute("DELETE FROM delays")
    return served


def at(server: Flask, address: str) -> Browser:
    """A browser that has not been here before, at that address."""
    client = browser(server)
    client.environ_base["REMOTE_ADDR"] = address
    return client


def test_an_account_is_tried_five_times_in_a_minute_from_an_address_and_others_are_let_by(
    server: Flask,
) -> None:
    guesser = at(server, "192.0.2.1")
    assert [log_in(guesser, "ana", "faux").status_code for _ in range(6)] == [401] * 5 + [429]
    # There the right password has to wait as well, by whatever browser; another account does not, nor another address.
    answer = log_in(at(server, "192.0.2.1"), "ANA")
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 60
    assert "attendez quelques minutes" in answer.text
    assert log_in(at(server, "192.0.2.1"), "gus").status_code == 303
    assert log_in(at(server, "192.0.2.2"), "ana").status_code == 303


def test_nobody_is_shut_out_of_a_browser_by_which_they_have_logged_in(server: Flask) -> None:
    known = at(server, "192.0.2.3")
    assert log_in(known, "lea").status_code == 303
    known.delete_cookie(COOKIE, domain=HOST)
    # From everywhere at once, and from the very address of the victim.
    for number in range(FREE + 5):
        log_in(at(server, f"198.51.100.{number}"), "lea", "faux")
    for _ in range(6):
        log_in(at(server, "192.0.2.3"), "lea", "faux")
    assert log_in(at(server, "192.0.2.4"), "lea").status_code == 429
    assert log_in(known, "lea").status_code == 303
    # It is no way to guess either, and none to another account.
    assert [log_in(known, "lea", "faux").status_code for _ in range(6)] == [401] * 5 + [429]


def test_a_browser_is_known_to_the_accounts_that_have_logged_in_there_alone(
    server: Flask, kept: Kept
) -> None:
    client = at(server, "192.0.2.5")
    cookies = log_in(client, "lea").headers.getlist("Set-Cookie")
    cookie = next(each for each in cookies if each.startswith(DEVICE))
    device = cookie.split(";")[0].partition("=")[2]
    assert {"Secure", "HttpOnly", "SameSite=Lax"} <= set(cookie.split("; "))
    assert kept.devices.knows(device, "LEA")
    assert not kept.devices.knows(device, "gus")
    assert kept.devices.note("chosen by a thief", "gus") != "chosen by a thief"
    kept.accounts.set_password("lea", PASSWORD)
    assert not kept.devices.knows(device, "lea")


def test_logins_that_come_all_at_once_are_told_to_wait_and_do_not_count_as_attempts(
    server: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashing, go_on = Semaphore(0), Event()

    def slow(*_: object) -> bool:
        hashing.release()
        return go_on.wait(30)

    monkeypatch.setattr(quick, "verify", slow)
    with ThreadPoolExecutor(MOST_AT_ONCE) as pool:
        under_way = [
            pool.submit(log_in, at(server, f"203.0.113.{n}"), "gus") for n in range(MOST_AT_ONCE)
        ]
        for _ in under_way:
            assert hashing.acquire(timeout=30)
        others = [log_in(at(server, "203.0.113.9"), "gus") for _ in range(6)]
        go_on.set()
        assert [each.result().status_code for each in under_way] == [303] * MOST_AT_ONCE
    assert [each.status_code for each in others] == [503] * 6
    assert all(each.headers["Retry-After"] and "Patientez" in each.text for each in others)
    assert log_in(at(server, "203.0.113.9"), "gus").status_code == 303


@pytest.mark.parametrize(
    ("scheme", "host", "address", "status"),
    [
        ("https", HOST, "192.0.2.1", 200),
        ("http", HOST, "192.0.2.1", 403),
        # nginx on this machine, where DASHBOARD_PROXIES is 0.
        ("http", HOST, "127.0.0.1", 403),
    ],
)
def test_no_password_is_asked_for_in_the_clear(
    server: Flask, scheme: str, host: str, address: str, status: int
) -> None:
    client = at(server, address)
    answer = client.get("/connexion", base_url=f"{scheme}://{host}")
    assert answer.status_code == status
    assert ("DASHBOARD_PROXIES" in answer.text) is (status == 403)


def test_at_the_very_machine_a_login_needs_no_tls(kept: Kept) -> None:
    server = behind(kept, mount=Mount(hosts=("127.0.0.1:8050",)))
    here = {"base_url": "http://127.0.0.1:8050"}
    assert at(server, "127.0.0.1").get("/connexion", **here).status_code == 200
    assert at(server, "192.0.2.1").get("/connexion", **here).status_code == 403


def test_the_page_of_the_login_tells_no_version(server: Flask) -> None:
    page = browser(server).get("/connexion").text
    assert version("Bootstrap-Flask") not in page
    assert BOOTSTRAP in page


def test_an_address_that_leads_on_says_nothing_in_english(server: Flask) -> None:
    for answer in (browser(server).get("/devenir"), log_in(browser(server), "gus")):
        assert (answer.status_code, answer.data) == (303, b"")


def attempted(kept: Kept, number: int) -> None:
    """As if each that has tried had tried so often."""
    with kept.database.writing() as connection:
        connection.execute("UPDATE attempts SET number = ?", (number,))


def test_attempts_are_slowed_by_address_over_many_accounts(server: Flask, kept: Kept) -> None:
    def tried(address: str, name: str) -> int:
        client = browser(server)
        client.environ_base["REMOTE_ADDR"] = address
        return log_in(client, name, "faux").status_code

    assert tried("2001:db8::1", "un") == 401
    attempted(kept, 30)
    # A machine has as many addresses of its network as it likes.
    assert tried("2001:db8::ffff", "deux") == 429
    assert tried("2001:db8:1::1", "trois") == 401
