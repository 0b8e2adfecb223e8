"""Is an answer made once, kept within bounds, and made again where it may be another?"""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from types import SimpleNamespace
from typing import cast

import pytest
from markupsafe import Markup

from dashboard.content.page import OVERVIEW
from dashboard.domain.address import Address
from dashboard.publication import Publication
from dashboard.views.registry import view_named
from dashboard.web import remembered
from dashboard.web.answer import Answer, Question
from dashboard.web.card.cards import Card
from dashboard.web.choosing.selection_bar import SelectionBar
from dashboard.web.remembered import Answers, key_of
from dashboard.web.slots import Slot
from tests.support.exhibits import opened

LETTERS = 1000
"""Of an answer of these tests."""

BROKEN = "?broken"


def publication(version: str = "1", policy: str = "interne") -> Publication:
    """As much of a publication as its answers are known by."""
    known = SimpleNamespace(version=version, policy=SimpleNamespace(key=(policy, "")))
    return cast(Publication, known)


ONE = publication()


def asked(search: str = "", path: str = "/") -> Question:
    return Question(path, search)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The query strings of the answers that have been made, each of `LETTERS` letters and by its own name."""
    searches: list[str] = []

    def answer(question: Question, _: Publication) -> Answer:
        searches.append(question.search)
        bar = SelectionBar(Markup(question.search), Markup(), Markup())
        slot = Slot("x", view_named("carte"), Address())
        card = Card(slot, {}, (), table_open=False, broken=question.search == BROKEN)
        return Answer(OVERVIEW, bar, {"x/head": Markup("x" * LETTERS)}, {}, (card,), None)

    monkeypatch.setattr(remembered, "answer", answer)
    monkeypatch.setattr(remembered, "parsed", lambda search, _: Address(heading=search))
    return searches


def holding(answers: int) -> Answers:
    """Room for so many answers, and no more."""
    return Answers(answers * (LETTERS + 100))


def test_the_same_question_is_answered_once(made: list[str]) -> None:
    answers = holding(9)
    assert answers.to(asked("?a"), ONE) is answers.to(asked("?a"), ONE)
    assert made == ["?a"]


@pytest.mark.parametrize(
    "other",
    [
        Question("/enquete", "?a"),
        Question("/", "?b"),
        Question("/", "?a", frozenset({"carte"})),
        Question("/", "?a", narrow=True),
    ],
    ids=["page", "search", "tables", "narrow"],
)
def test_another_question_has_another_answer(made: list[str], other: Question) -> None:
    answers = holding(9)
    assert answers.to(asked("?a"), ONE) is not answers.to(other, ONE)
    assert len(made) == 2


@pytest.mark.parametrize("other", [publication("2"), publication(policy="public")])
def test_another_publication_has_another_answer(made: list[str], other: Publication) -> None:
    answers = holding(9)
    first = answers.to(asked(), ONE)
    assert answers.to(asked(), other) is not first
    assert answers.to(asked(), ONE) is first


def test_an_answer_in_which_a_view_failed_is_made_again(made: list[str]) -> None:
    answers = holding(9)
    answers.to(asked(BROKEN), ONE)
    answers.to(asked(BROKEN), ONE)
    assert made == [BROKEN, BROKEN]


def test_the_answer_that_was_asked_for_longest_ago_gives_way(made: list[str]) -> None:
    answers = holding(2)
    for search in ("?a", "?b", "?a", "?c"):
        answers.to(asked(search), ONE)
    made.clear()
    for search in ("?a", "?c", "?b"):
        answers.to(asked(search), ONE)
    assert made == ["?b"]


def test_an_answer_heavier_than_all_the_room_is_given_and_gives_way_to_the_next(
    made: list[str],
) -> None:
    answers = Answers(LETTERS // 2)
    assert answers.to(asked("?a"), ONE).parts
    assert answers.to(asked("?b"), ONE).parts
    made.clear()
    answers.to(asked("?a"), ONE)
    assert made == ["?a"]


def test_a_long_question_takes_room_as_well(made: list[str]) -> None:
    answers = holding(3)
    answers.to(asked("?a"), ONE)
    answers.to(asked("?" + "b" * 3 * LETTERS), ONE)
    made.clear()
    answers.to(asked("?a"), ONE)
    assert made == ["?a"]


def test_for_many_who_ask_the_same_at_once_one_answer_is_made_and_kept(made: list[str]) -> None:
    answers, together = holding(3), Barrier(8)

    def ask(_: int) -> str:
        together.wait()
        return answers.to(asked("?a"), ONE).bar.headline

    with ThreadPoolExecutor(8) as threads:
        assert set(threads.map(ask, range(8))) == {"?a"}
    assert made == ["?a"]
    for search in ("?b", "?c"):
        answers.to(asked(search), ONE)
    made.clear()
    for search in ("?a", "?b", "?c"):
        answers.to(asked(search), ONE)
    assert made == []


def test_a_question_that_cannot_be_answered_holds_up_no_other(
    monkeypatch: pytest.MonkeyPatch, made: list[str]
) -> None:
    def fails(question: Question, _: Publication) -> Answer:
        raise ArithmeticError(question)

    answers = holding(2)
    with monkeypatch.context() as failing:
        failing.setattr(remembered, "answer", fails)
        with pytest.raises(ArithmeticError):
            answers.to(asked("?a"), ONE)
    assert answers.to(asked("?b"), ONE).bar.headline == "?b"
    assert made == ["?b"]


def test_each_of_many_who_ask_at_once_gets_his_own_answer(made: list[str]) -> None:
    answers = holding(2)
    searches = [f"?{number % 5}" for number in range(200)]
    with ThreadPoolExecutor(8) as threads:
        told = list(
            threads.map(lambda search: answers.to(asked(search), ONE).bar.headline, searches)
        )
    assert told == searches


def test_the_demonstration_is_answered_once() -> None:
    answers = Answers()
    first = answers.to(asked("?genre=F", "/apports"), opened())
    assert answers.to(asked("?genre=F", "/apports"), opened()) is first
    assert not first.broken


@pytest.mark.parametrize(
    "spelling",
    [
        "?promotion=2013-2014,2014-2015&genre=F",
        "?promotion=2014-2015%2C2013-2014&genre=F",
        "?promotion=2014-2015&promotion=2013-2014&genre=F&carte.mesure=beneficiaires",
        "?genre=F&promotion=2013-2014,2014-2015&utm_source=lettre",
    ],
)
def test_a_question_that_is_spelt_otherwise_is_the_same(spelling: str) -> None:
    asked_first = asked("?genre=F&promotion=2013-2014,2014-2015", "/apports")
    assert key_of(asked(spelling, "/apports/"), opened()) == key_of(asked_first, opened())
    assert key_of(asked(f"{spelling}&genre=H", "/apports"), opened()) != key_of(
        asked_first, opened()
    )
