"""Does the choice on a page reach the session, and what each then takes away bear the mark of its policy?"""

import re
from pathlib import Path

import pytest
from flask import Flask

from dashboard.disclosure.policy import INTERNAL_DOCUMENT
from dashboard.web.taking_away.exact_exports import CHOICE
from tests.support.doors import behind, kept_in, logged_in, send

BRETAGNE = "/export/statut.csv?region=bretagne"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    folder: Path = tmp_path_factory.mktemp("kept")
    return behind(kept_in(folder))


@pytest.mark.parametrize("name", ["gus", "ana", "bri"])
def test_who_sees_exact_counts_sends_the_form_of_the_page_and_has_marked_files(
    server: Flask, name: str
) -> None:
    client = logged_in(server, name)
    assert INTERNAL_DOCUMENT not in client.get(BRETAGNE).text
    page = client.get("/devenir?region=bretagne").text
    form = page[page.index('id="exports"') :]
    fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))
    answer = send(client, CHOICE, {**fields, "interne": "oui"})
    assert answer.headers["Location"] == "/devenir?region=bretagne#exports"
    assert client.get(BRETAGNE).text.lstrip("\ufeff").startswith(INTERNAL_DOCUMENT)
    assert "marqués" in client.get("/devenir?region=bretagne").text


def test_a_reader_of_rounded_counts_is_asked_nothing(server: Flask) -> None:
    client = logged_in(server, "lea")
    assert CHOICE not in client.get("/devenir").text
    assert INTERNAL_DOCUMENT not in client.get(BRETAGNE).text
