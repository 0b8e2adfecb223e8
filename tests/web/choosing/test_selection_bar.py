"""Does what stands above a page tell what of its address is not understood, not shown, or not applied?"""

import pytest

from dashboard.content.page import COMPARISON, OUTCOMES, OVERVIEW, PAGES, SURVEY, TRAINING, Page
from dashboard.web.choosing.selection_bar import LEFT_OUT, MOST_TOLD
from dashboard.web.presentation import PRESENTATION
from tests.support.pages import answer_to, tree, values, words


def messages(page: Page, search: str) -> str:
    return str(answer_to(page.path, search).bar.messages)


@pytest.mark.parametrize(
    ("search", "faults"), [("?genre=X", 1), ("?genre=X&couleur=bleu", 2), ("?region=xx,yy", 1)]
)
def test_all_faults_of_an_address_are_one_message(search: str, faults: int) -> None:
    told = messages(OVERVIEW, search)
    assert len(tree(told).xpath("./*[contains(@class, 'alert')]")) == 1
    assert words(told).count("n'existe") == faults
    assert words(told).count(LEFT_OUT) == 1


def test_a_hundred_faults_are_counted() -> None:
    told = words(messages(OVERVIEW, "?" + "&".join(f"x{number}=1" for number in range(100))))
    assert told.count("n'existe pas") == MOST_TOLD
    assert f"{100 - MOST_TOLD} autres erreurs dans l'adresse." in told


@pytest.mark.parametrize(
    ("page", "search", "left"),
    [
        (OVERVIEW, "?couleur=bleu", "/"),
        (OUTCOMES, "?genre=F,X&couleur=bleu&carte.mesure=ue", "/devenir?genre=F&carte.mesure=ue"),
        (PRESENTATION, "?genre=X&expo=carte", "/presentation?expo=carte"),
    ],
)
def test_one_link_leaves_out_what_is_not_understood(page: Page, search: str, left: str) -> None:
    assert values(messages(page, search), "href") == [left]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_second_selection_is_told_wherever_it_is_not_shown(page: Page) -> None:
    told = messages(page, "?b.genre=H&b.promotion=2015-2016")
    is_shown = page is COMPARISON
    assert ("Hommes, promotion 2015-2016" in words(told)) is not is_shown
    assert ("/comparer" in values(told, "data-page")) is not is_shown
    assert "mise de côté" not in messages(page, "?genre=F")


def test_a_second_selection_can_be_forgotten_where_it_is_not_shown() -> None:
    told = messages(OUTCOMES, "?genre=F&b.genre=H&b.promotion=2015-2016")
    assert values(told, "data-set") == ['{"b.promotion":"","b.genre":""}']


@pytest.mark.parametrize(
    ("page", "search", "named"),
    [
        (SURVEY, "?genre=F", True),
        (SURVEY, "", False),
        (TRAINING, "?situation.T1=en-etude", True),
        (OUTCOMES, "?genre=F", False),
    ],
)
def test_views_that_no_filter_changes_are_named_where_there_is_one(
    page: Page, search: str, named: bool
) -> None:
    assert ("Les filtres ne s'appliquent pas à" in words(messages(page, search))) is named
