"""Does nothing run on a document, whatever the codebook calls its categories?"""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from dashboard.current import Current
from dashboard.web.server import create_app
from tests.outputs.taken import hostile_publication


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder: Path = tmp_path_factory.mktemp("codebook")
    client = create_app(Current(hostile_publication(folder))).server.test_client()
    chosen = html.fromstring(client.get("/fiche").text).xpath("//ul[@class='choices']//a/@href")
    answers = [client.get(path) for path in ("/bilan", "/fiche", chosen[0])]
    assert [answer.status_code for answer in answers] == [200, 400, 200]
    return [answer.text for answer in answers]


def test_no_label_is_markup(pages: list[str]) -> None:
    for text in pages:
        page = html.fromstring(text)
        assert page.xpath("//img | //iframe | //object") == []
        running = page.xpath("//script[not(@type='application/json')]")
        assert [script.get("type") for script in running] == ["module"]
        assert page.xpath("//@*[starts-with(name(), 'on')]") == []
        assert not any(a.startswith("javascript") for a in page.xpath("//a/@href"))


def test_no_label_ends_the_style_of_the_margins(pages: list[str]) -> None:
    for text in pages:
        assert text.count("<style>") == text.count("</style>") == 1
        head = html.fromstring(text).find(".//style").text
        assert head.count("{") == head.count("}")
