"""Does `POST /answer` tell what a page asks, and refuse in French what no page asks?"""

import json
import logging
from typing import Any, NoReturn

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard.current import Current
from dashboard.publication import Publication
from dashboard.web import remembered
from dashboard.web.holding.limits import LARGER
from dashboard.web.holding.refusals import BAD
from dashboard.web.server import create_app
from tests.support.exhibits import plain
from tests.support.pages import answer_to, values, words

PAGE = {"path": "/", "search": "", "tables": [], "narrow": False, "whole": False, "known": {}}


@pytest.fixture(scope="module")
def client(publication: Publication) -> FlaskClient:
    client: FlaskClient = create_app(Current(publication)).server.test_client()
    return client


def ask(client: FlaskClient, **asked: Any) -> TestResponse:
    """The answer to what a page asks, some of it otherwise."""
    return client.post("/answer", json=PAGE | asked)


def told(client: FlaskClient, **asked: Any) -> dict[str, Any]:
    answer = ask(client, **asked)
    assert answer.status_code == 200
    assert answer.content_type == "application/json"
    content: dict[str, Any] = answer.get_json()
    return content


def refused(answer: TestResponse) -> str:
    """Why a question is refused."""
    assert answer.status_code == 400
    assert answer.content_type == "text/plain; charset=utf-8"
    return plain(answer.text).strip()


def test_a_change_is_told_by_its_parts(client: FlaskClient) -> None:
    answer = told(client, search="?genre=F")
    assert set(answer) == {
        "page",
        "headline",
        "chips",
        "messages",
        "drawer",
        "held",
        "counts",
        "outlines",
        "best",
        "gate",
        "version",
        "parts",
    }
    assert answer["page"] == "vue-d-ensemble"
    assert answer["headline"].startswith("Femmes")
    assert values(answer["chips"], "data-remove") == ["genre"]
    assert answer["messages"] == ""
    assert answer["best"] == "?genre=F"
    shown = answer_to("/", "?genre=F")
    assert answer["parts"] == shown.new_to({})


def test_what_a_page_has_is_left_out(client: FlaskClient) -> None:
    known = answer_to("/").digests
    assert told(client, known=known)["parts"] == {}
    parts = told(client, known=known, search="?genre=F")["parts"]
    assert parts == answer_to("/", "?genre=F").new_to(known)
    assert "carte/options" not in parts


def test_a_page_that_has_other_cards_is_told_the_whole(client: FlaskClient) -> None:
    answer = told(client, path="/devenir", whole=True)
    assert set(answer) == {
        "page",
        "headline",
        "chips",
        "messages",
        "drawer",
        "held",
        "counts",
        "outlines",
        "best",
        "gate",
        "version",
        "html",
    }
    assert answer["page"] == "devenir"
    assert answer["html"] == answer_to("/devenir").html


def test_an_open_table_and_a_phone_are_heard(client: FlaskClient) -> None:
    known = answer_to("/").digests
    assert set(told(client, known=known, tables=["carte"])["parts"]) == {"carte/table"}
    assert "statut/chart" in told(client, known=known, narrow=True)["parts"]


def test_an_unknown_page_is_the_overview_and_says_so(client: FlaskClient) -> None:
    answer = told(client, path="/nope", whole=True)
    assert answer["page"] == "vue-d-ensemble"
    assert "La page « /nope » n'existe pas" in plain(words(answer["messages"]))


def test_an_unknown_value_is_told_and_stays_in_the_address(client: FlaskClient) -> None:
    answer = told(client, search="?genre=X")
    assert "La valeur « X » du paramètre « genre »" in plain(words(answer["messages"]))
    assert answer["best"] is None
    assert answer["parts"] == answer_to("/").new_to({})


def test_words_of_an_address_are_never_markup(client: FlaskClient) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    answer = told(client, path=f"/{hostile}", search=f"?{hostile}=1&genre={hostile}")
    assert "<img" not in "".join(answer[part] for part in ("headline", "chips", "messages"))
    assert hostile in words(answer["messages"])


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"not json",
        b"null",
        b"3",
        b'"a text"',
        b"[]",
        b"{}",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"path":' * 10_000,
        json.dumps(PAGE).encode("utf-16"),
        json.dumps(PAGE).replace('"/"', '"\\ud800"').encode(),
    ],
    ids=lambda body: repr(body[:10]),
)
def test_what_is_no_question_is_refused(client: FlaskClient, body: bytes) -> None:
    answer = client.post("/answer", data=body, content_type="application/json")
    assert refused(answer) == BAD


def test_a_question_that_is_longer_than_any_is_refused(client: FlaskClient) -> None:
    assert ask(client, search="?genre=" + "X," * LARGER["/answer"]).status_code == 413


@pytest.mark.parametrize("name", ["path", "search", "tables", "narrow", "known"])
def test_a_question_of_which_something_is_missing_is_refused(
    client: FlaskClient, name: str
) -> None:
    body = {key: value for key, value in PAGE.items() if key != name}
    assert refused(client.post("/answer", json=body))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("path", ["/"]),
        ("path", None),
        ("search", {"genre": "F"}),
        ("search", 3),
        ("tables", "carte"),
        ("tables", {"carte": True}),
        ("tables", [3]),
        ("tables", [["carte"]]),
        ("tables", None),
        ("known", None),
        ("known", "carte"),
        ("known", ["ab"]),
        ("known", [["carte/head", "0"]]),
    ],
    ids=repr,
)
def test_a_question_of_another_form_is_refused(
    client: FlaskClient, name: str, value: object
) -> None:
    assert refused(ask(client, **{name: value}))


@pytest.mark.parametrize("digest", [None, 3, [], {"a": {}}, "0" * 1_000])
def test_a_digest_that_is_none_of_ours_is_another(client: FlaskClient, digest: object) -> None:
    assert "carte/head" in told(client, known={"carte/head": digest})["parts"]


def test_a_failure_is_told_in_french_and_logged_without_what_is_selected(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*_: object) -> NoReturn:
        raise ZeroDivisionError("what only we may read")

    monkeypatch.setattr(remembered, "answer", fails)
    with caplog.at_level(logging.ERROR):
        answer = ask(client, path="/devenir\nforged", search="?genre=F&region=corse")
    assert answer.status_code == 500
    assert answer.content_type == "text/plain; charset=utf-8"
    assert answer.text.startswith("Une erreur inattendue empêche de répondre à cette demande.")
    assert "retirez le dernier filtre" in answer.text
    assert "Traceback" not in answer.text
    assert "only we" not in answer.text
    (record,) = caplog.records
    assert record.exc_info
    assert "/devenir" in record.getMessage()
    assert "corse" not in record.getMessage()
    assert "\n" not in record.getMessage()


def test_a_failure_is_no_longer_told_once_it_is_over(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> NoReturn:
        raise ZeroDivisionError

    search = "?genre=H&region=bretagne"
    with monkeypatch.context() as broken:
        broken.setattr(remembered, "answer", fails)
        assert ask(client, search=search).status_code == 500
    assert told(client, search=search)["headline"].startswith("Hommes")
