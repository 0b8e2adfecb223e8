"""Do two people in two browsers see what their roles let them, from the login to its end?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from dashboard.access.accounts import Accounts
from dashboard.access.database import Database
from tests.browser.access import barriers
from tests.support.doors import PASSWORD, quick
from tools.served import served

if TYPE_CHECKING:
    from tests.browser.conftest import Network


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return {
        "DASHBOARD_POLICY": "interne",
        "DASHBOARD_ACCESS": "comptes",
        "DASHBOARD_ACCESS_FOLDER": str(tmp_path_factory.mktemp("acces")),
    }


def accounts(settings: dict[str, str]) -> Accounts:
    """As the command line opens them, while the dashboard runs."""
    return Accounts(Database(Path(settings["DASHBOARD_ACCESS_FOLDER"])), quick)


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory, settings: dict[str, str]) -> Iterator[str]:
    """Where a dashboard runs that asks who somebody is."""
    accounts(settings).add("lea", PASSWORD, "lecteur")
    accounts(settings).add("ana", PASSWORD, "analyste")
    log = tmp_path_factory.mktemp("server") / "log.txt"
    with served(log, "--workers", "2", settings=settings) as address:
        yield address


def log_in(page: Page, name: str) -> None:
    page.get_by_label("Nom du compte").fill(name)
    page.get_by_label("Mot de passe", exact=True).fill(PASSWORD)
    page.keyboard.press("Enter")


def test_two_people_see_what_their_roles_let_them_until_their_sessions_end(
    new_context: Callable[..., BrowserContext],
    network: Network,
    closed: str,
    settings: dict[str, str],
) -> None:
    network.address = closed
    network.expect("401")
    reader, analyst = (new_context().new_page() for _ in range(2))
    reader.goto(f"{closed}/devenir?region=bretagne")
    expect(reader.get_by_label("Nom du compte")).to_be_focused()
    assert barriers(reader) == []
    reader.set_viewport_size({"width": 390, "height": 844})
    assert reader.evaluate("document.documentElement.scrollWidth") <= 390
    reader.set_viewport_size({"width": 1440, "height": 900})
    log_in(reader, "lea")
    reader.wait_for_url("**/devenir?region=bretagne")
    expect(reader.locator(".foot")).to_contain_text("Effectifs arrondis")

    analyst.goto(f"{closed}/")
    log_in(analyst, "ana")
    expect(analyst.locator(".foot")).to_contain_text("Effectifs exacts")
    analyst.locator(".account summary").click()
    analyst.get_by_role("link", name="Journal d'audit").click()
    expect(analyst.get_by_role("region", name="Événements")).to_contain_text("lea")
    assert barriers(analyst) == []

    told_when_closed(reader, settings)
    leave(analyst, closed)


def told_when_closed(reader: Page, settings: dict[str, str]) -> None:
    """The account is closed while the page is open: the next click says so, and keeps what was selected."""
    expect(reader.locator("#filters-to-come")).to_have_count(0)
    accounts(settings).disable("lea")
    reader.locator(".chip").click()
    message = reader.locator("#messages .alert")
    expect(message).to_contain_text("Votre session a pris fin")
    for shown in ("#page", "#headline", ".filters"):
        expect(reader.locator(shown).first).to_be_hidden()
    accounts(settings).disable("lea", disabled=False)
    message.get_by_role("link", name="S'identifier").click()
    log_in(reader, "lea")
    reader.wait_for_url("**/devenir")
    expect(reader.locator(".foot")).to_contain_text("Effectifs arrondis")


def leave(analyst: Page, closed: str) -> None:
    """After the logout, the way back leads to the login."""
    analyst.goto(f"{closed}/")
    analyst.locator(".account summary").click()
    analyst.get_by_role("button", name="Se déconnecter").click()
    expect(analyst.get_by_role("status")).to_contain_text("plus identifié")
    analyst.go_back()
    expect(analyst.get_by_label("Nom du compte")).to_be_visible()
