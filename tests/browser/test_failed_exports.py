"""Where a file cannot be had, does the page stay, and say why in French beside the button that was pressed?"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Network
from tests.browser.journeys import visit


def _refuse(page: Page, status: int, body: str, content_type: str) -> None:
    def answer(route: Route) -> None:
        route.fulfill(status=status, body=body, content_type=content_type)

    page.route("**/export/**", answer)
    page.route("**/deck.pptx*", answer)


def _export(page: Page, label: str) -> None:
    page.locator("#carte details.export summary").click()
    page.locator("#carte").get_by_role("button", name=label).click()


@pytest.mark.parametrize(
    ("label", "answer", "told"),
    [
        (
            "Excel (XLSX)",
            (500, "Cette vue n'a pas pu être calculée.\n", "text/plain; charset=utf-8"),
            "Cette vue n'a pas pu être calculée.",
        ),
        (
            "Données CSV",
            (502, "<html>Bad gateway</html>", "text/html"),
            "Le serveur n'a pas pu écrire ce fichier\u00a0: réessayez plus tard.",
        ),
        (
            "Image PNG",
            (500, "Cette vue n'a pas pu être calculée.\n", "text/plain; charset=utf-8"),
            "Cette vue n'a pas pu être calculée.",
        ),
    ],
    ids=["xlsx", "csv-behind-a-proxy", "png"],
)
def test_a_file_that_fails_keeps_the_page_and_says_why(
    page: Page, network: Network, label: str, answer: tuple[int, str, str], told: str
) -> None:
    network.expect(f"status of {answer[0]}")
    visit(page, "/?genre=F")
    _refuse(page, *answer)
    before = page.url
    _export(page, label)
    expect(page.locator("#carte [role=alert]")).to_have_text(f"L'export n'a pas abouti. {told}")
    assert page.url == before
    expect(page.locator("#carte svg").first).to_be_visible()


def test_a_file_without_a_network_says_so(page: Page, network: Network) -> None:
    network.expect("ERR_INTERNET_DISCONNECTED")
    visit(page)
    page.context.set_offline(True)
    _export(page, "PowerPoint (PPTX)")
    expect(page.locator("#carte [role=alert]")).to_have_text(
        "L'export n'a pas abouti. Le serveur ne répond pas\u00a0: vérifiez le réseau, puis réessayez."
    )


def test_a_presentation_that_fails_says_why_in_its_panel(page: Page, network: Network) -> None:
    network.expect("status of 500")
    visit(page)
    page.locator("#carte [data-add]").click()
    _refuse(page, 500, "Une vue a échoué.\n", "text/plain; charset=utf-8")
    page.locator("#tray summary").click()
    page.get_by_role("button", name="Télécharger (PPTX)").click()
    expect(page.locator(".tray-message")).to_have_text(
        "La présentation n'a pas pu être faite. Une vue a échoué."
    )


def test_a_presentation_that_waits_for_its_turn_says_so_and_comes(
    page: Page, network: Network
) -> None:
    network.expect("status of 503")
    visit(page)
    page.locator("#carte [data-add]").click()
    answers = iter([503, 200])

    def answer(route: Route) -> None:
        headers = {"Retry-After": "1", "Content-Disposition": 'attachment; filename="a.pptx"'}
        route.fulfill(status=next(answers), body="Patientez", headers=headers)

    page.route("**/deck.pptx*", answer)
    page.locator("#tray summary").click()
    with page.expect_download() as taken:
        page.get_by_role("button", name="Télécharger (PPTX)").click()
        expect(page.locator(".tray-message")).to_contain_text(
            "Patientez\u00a0: d'autres présentations"
        )
    assert taken.value.suggested_filename == "a.pptx"
    expect(page.locator(".tray-message")).to_have_text("Présentation téléchargée.")
