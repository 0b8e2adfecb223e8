"""Does a long page say which views it holds?"""

from collections.abc import Callable

import pytest

from dashboard.content.page import COMPARISON
from dashboard.publication import Publication
from dashboard.views.registry import offered_on, offered_pages
from dashboard.web.answer import Question, answer
from dashboard.web.presentation import PRESENTATION
from dashboard.web.views_list import LEAST
from tests.studies.studies import study
from tests.support.exhibits import opened
from tests.support.pages import tree


@pytest.mark.parametrize("about", [opened, lambda: study("une_vague")])
def test_each_view_that_a_long_page_offers_is_listed_in_its_order(
    about: Callable[[], Publication],
) -> None:
    publication = about()
    for page in (*offered_pages(publication.vocabulary), PRESENTATION):
        names = [view.name for view in offered_on(page, publication.vocabulary)]
        long = len(names) >= LEAST and page is not COMPARISON
        page_of = tree(answer(Question(page.path, ""), publication).html)
        listed = page_of.xpath(".//nav//a/@data-place")
        assert listed == [f"titre-{name}" for name in names if long], page.name
        # Each leads to a heading that takes the focus.
        assert all(page_of.xpath(f".//h2[@id='{place}']/@tabindex") == ["-1"] for place in listed)
