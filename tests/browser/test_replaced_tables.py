"""Is the reader of a tab that stayed open told that the tables have been replaced, and offered the new ones?"""

from __future__ import annotations

import json

from playwright.sync_api import Page, Route, expect

from tests.browser.journeys import visit

REPLACED = "Les données ont été remplacées depuis l'ouverture de cette page"


def _replace_tables(page: Page) -> None:
    """From now on the server answers as if it had other tables."""

    def other(route: Route) -> None:
        answer = route.fetch()
        told = answer.json()
        key = "version" if "version" in told else "data_version"
        route.fulfill(response=answer, body=json.dumps({**told, key: "autre"}))

    page.route("**/answer", other)
    page.route("**/healthz", other)


def test_a_new_filter_tells_that_the_tables_have_been_replaced(page: Page) -> None:
    visit(page)
    _replace_tables(page)
    expect(page.locator("#replaced")).to_have_count(0)
    page.evaluate(
        "window.history.pushState({}, '', '/?genre=F'); dispatchEvent(new PopStateEvent('popstate'))"
    )
    expect(page.locator("#replaced")).to_contain_text(REPLACED)


def test_who_comes_back_to_the_tab_is_told_and_may_reload(page: Page) -> None:
    visit(page, "/?genre=F")
    _replace_tables(page)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    told = page.locator("#replaced")
    expect(told).to_contain_text(REPLACED)
    page.unroute_all()
    with page.expect_navigation():
        told.get_by_role("button", name="Recharger la page").click()
    assert page.url.endswith("/?genre=F")
    expect(page.locator("#replaced")).to_have_count(0)


def test_a_tab_of_the_same_tables_is_told_nothing(page: Page) -> None:
    visit(page)
    with page.expect_response("**/healthz"):
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator("#replaced")).to_have_count(0)
