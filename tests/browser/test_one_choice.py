"""Where counts are rounded for everybody, what is seen of those not told, and which choices does a reader have?"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.access import barriers
from tests.browser.conftest import Network
from tests.browser.journeys import parameters, visit
from tools.served import served


@pytest.fixture(scope="module")
def diffused(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the dashboard runs under the policy `diffusion`."""
    log = tmp_path_factory.mktemp("diffusion") / "log.txt"
    with served(log, "--workers", "1", settings={"DASHBOARD_POLICY": "diffusion"}) as address:
        yield address


@pytest.fixture(autouse=True)
def watched(network: Network, diffused: str) -> None:
    """That server is watched instead."""
    network.address = diffused


def _choose(page: Page, label: str, value: str) -> None:
    page.locator("#filters .filter", has_text=label).locator("button").first.click()
    page.locator(f'.dash-options-list-option:has(input[value="{value}"])').click()
    expect(page.get_by_role("listbox")).to_have_count(0)


def test_what_is_not_told_is_an_s_on_the_map_and_a_note_under_a_flow(
    page: Page, diffused: str
) -> None:
    visit(page, f"{diffused}/?genre=F")
    expect(page.locator("#carte [data-mark][aria-label^=Normandie]")).to_have_attribute(
        "aria-label", re.compile("effectif non diffusé")
    )
    expect(page.locator("#carte svg.chart")).to_contain_text("s : non diffusé")
    expect(page.locator("#statut .node")).not_to_have_count(0)
    expect(page.locator("#statut .warning")).to_contain_text("non diffusés, ne sont pas dessinés")
    assert barriers(page) == []


def test_one_choice_a_list_and_a_fourth_filter_says_which_may_come_off(
    page: Page, diffused: str
) -> None:
    page.goto(f"{diffused}/devenir?genre=F")
    page.wait_for_selector("#filters-to-come", state="detached")
    _choose(page, "Région", "bretagne")
    expect(page.locator("#chips")).to_contain_text("Région : Bretagne")
    _choose(page, "Région", "grand-ouest")
    expect(page.locator("#chips")).to_contain_text("Région : Grand Ouest")
    assert parameters(page) == {"region": "grand-ouest", "genre": "F"}
    _choose(page, "Tranche d'âge", "moins-de-40-ans")
    expect(page.locator("#headline")).to_contain_text("Femmes de moins de 40 ans, Grand Ouest : ")
    _choose(page, "Statut cadre", "oui")
    expect(page.locator(".ways-out button")).to_have_count(4)
    expect(page.locator("#emploi .empty")).to_contain_text("pas diffusée")
    page.locator(".ways-out button", has_text="Tranche d'âge").click()
    expect(page.locator(".ways-out")).to_have_count(0)
    expect(page.locator("#headline")).to_contain_text("bénéficiaires")
    assert parameters(page) == {"region": "grand-ouest", "genre": "F", "cadre": "oui"}


def test_an_address_of_several_choices_stays_as_it_was_written(page: Page, diffused: str) -> None:
    page.goto(f"{diffused}/devenir?region=alsace,bretagne")
    page.wait_for_selector("#filters-to-come", state="detached")
    expect(page.locator(".ways-out button")).to_have_text(["Retirer « Région : Alsace, Bretagne »"])
    page.wait_for_timeout(500)
    assert parameters(page) == {"region": "alsace,bretagne"}
    _choose(page, "Région", "bretagne")
    expect(page.locator(".ways-out")).to_have_count(0)
    assert parameters(page) == {"region": "bretagne"}
