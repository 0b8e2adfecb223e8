"""Is one exhibit taken away as a file of an office program, or to the clipboard?"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.journeys import visit


@pytest.mark.parametrize(
    ("label", "suffix"), [("Excel (XLSX)", "xlsx"), ("PowerPoint (PPTX)", "pptx")]
)
def test_one_exhibit_is_taken_as_an_office_file(page: Page, label: str, suffix: str) -> None:
    visit(page, "/?genre=F")
    page.locator("#carte details.export summary").click()
    with page.expect_download() as download:
        page.locator("#carte").get_by_role("button", name=label).click()
    assert download.value.suggested_filename.endswith(f"-demonstration.{suffix}")
    assert Path(download.value.path()).read_bytes()[:2] == b"PK"


def test_a_picture_is_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(page)
    page.locator("#carte details.export summary").click()
    page.locator("#carte").get_by_role("button", name="Copier l'image").click()
    expect(page.locator("#carte .message")).to_have_text("Image copiée.")
    kinds = page.evaluate("navigator.clipboard.read().then((items) => items[0].types)")
    assert kinds == ["image/png"]


def test_where_the_clipboard_is_closed_the_picture_is_downloaded(page: Page) -> None:
    page.add_init_script("navigator.clipboard.write = () => Promise.reject(new Error('closed'))")
    visit(page)
    page.locator("#carte details.export summary").click()
    with page.expect_download() as download:
        page.locator("#carte").get_by_role("button", name="Copier l'image").click()
    assert download.value.suggested_filename.endswith(".png")
    expect(page.locator("#carte .message")).to_contain_text("elle est téléchargée")
