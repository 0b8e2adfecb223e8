"""Does an open list tell how many people each choice would keep, and go on telling it while other filters change?"""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from dashboard.web.choosing.filter_counts import filter_counts
from dashboard.web.pages import read
from tests.browser.journeys import choice, shows, visit
from tests.support.exhibits import opened


def _open(page: Page, label: str, row: str = "#filters") -> Locator:
    page.locator(f"{row} .filter", has_text=label).locator("button").first.click()
    expect(page.get_by_role("listbox")).to_be_visible()
    return page.locator(".dash-options-list-option")


def _told(search: str, parameter: str, prefix: str = "") -> dict[str, str]:
    address = read(search, opened())
    people = address.other if prefix else address.selection
    return dict(filter_counts(people, opened(), prefix)[parameter])


def _shown(options: Locator) -> dict[str, str]:
    """What is counted beside each choice, by its value."""
    pairs: list[list[str]] = options.evaluate_all(
        "options => options.map((o) => [o.querySelector('input').value, o.dataset.count])"
    )
    return dict(map(tuple, pairs))  # type: ignore[arg-type]


def test_each_choice_tells_how_many_people_it_keeps_also_after_a_search(page: Page) -> None:
    visit(page, "/?genre=F")
    regions = _open(page, "Région")
    assert _shown(regions) == _told("?genre=F", "region")
    page.get_by_role("searchbox").fill("ne")
    expect(regions).to_have_count(8)
    found = _shown(regions)
    assert found.items() <= _told("?genre=F", "region").items()
    choice(page, "Bretagne").click()
    shows(page, int(found["bretagne"]))
    page.keyboard.press("Escape")
    ages = _open(page, "Tranche d'âge")
    assert _shown(ages) == _told("?genre=F&region=bretagne", "age")


def test_choices_are_counted_again_while_their_list_is_open(page: Page) -> None:
    visit(page)
    regions = _open(page, "Région")
    choice(page, "Bretagne").click()
    shows(page, 38)
    assert _shown(regions) == _told("?region=bretagne", "region")
    page.keyboard.press("Escape")
    genders = _open(page, "Genre")
    assert _shown(genders) == _told("?region=bretagne", "genre")
    choice(page, "Femmes").click()
    shows(page, int(_told("?region=bretagne", "genre")["F"]))
    assert _shown(genders) == _told("?region=bretagne", "genre")


def test_the_lists_of_a_comparison_count_for_their_own_side(page: Page) -> None:
    search = "?genre=F&b.promotion=2015-2016&comparer.vue=emploi"
    page.goto(f"/comparer{search}")
    page.wait_for_selector("#filters-to-come", state="detached")
    options = _open(page, "B – Genre", "#other-filters")
    assert _shown(options) == _told(search, "b.genre", "b.")
