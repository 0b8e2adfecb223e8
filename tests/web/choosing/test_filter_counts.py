"""Does each choice of a filter tell how many people it would keep, whatever is chosen in its own list?"""

import pytest

from dashboard.content.page import COMPARISON, OVERVIEW
from dashboard.disclosure.policy import Policy
from dashboard.domain.address.names import dimension_of
from dashboard.domain.counts import Count, Suppressed
from dashboard.domain.dimension import Dimension
from dashboard.domain.frequency_table import Where
from dashboard.domain.selection import Selection
from dashboard.domain.tables import RawTable, Rules
from dashboard.exhibits.selected import people_in
from dashboard.publication import Publication
from dashboard.text.numbers import count
from dashboard.web.choosing.filter_counts import filter_counts, never_enrolled
from dashboard.web.pages import read
from tests.support.diffused import diffused
from tests.support.exhibits import opened
from tests.support.pages import answer_to

SEARCHES = [
    "",
    "?genre=F",
    "?promotion=2015-2016&region=bretagne,alsace",
    "?region=pays-de-la-loire&situation.T1=en-recherche-d-emploi",
    "?region=corse",
]


def selected(search: str) -> Selection:
    return read(search, opened()).selection


@pytest.mark.parametrize("search", SEARCHES)
def test_a_choice_keeps_as_many_as_choosing_it_alone_would(search: str) -> None:
    selection = selected(search)
    for parameter, values in filter_counts(selection, opened()).items():
        for value, told in values.items():
            chosen = selected(f"?{parameter}={value}")
            assert told == count(people_in(selection.overlaid(chosen), opened())), (
                parameter,
                value,
            )


def test_every_choice_of_every_filter_is_counted() -> None:
    vocabulary = opened().vocabulary
    for parameter, values in filter_counts(Selection(), opened()).items():
        key = dimension_of(parameter, vocabulary)
        assert key is not None
        assert len(values) == len(vocabulary.categories(key)) + len(vocabulary.groupings(key))
        assert parameter != "genre" or values == {"F": "543", "H": "501"}


def test_no_list_tells_of_a_condition_more_than_is_answered() -> None:
    three = selected("?genre=F&cadre=oui&region=bretagne")
    assert set(filter_counts(three, diffused())) == {"genre", "cadre", "region"}
    two = selected("?genre=F&cadre=oui")
    assert filter_counts(two, diffused()).keys() == filter_counts(Selection(), opened()).keys()


class NoneBelowTen(Rules):
    """Rules that suppress every count from 1 to 9."""

    def count(self, table: RawTable, where: Where) -> Count:
        people = table.counts.people(where)
        return Suppressed() if 0 < people < 10 else people

    def weight(self, table: RawTable, where: Where) -> float:
        return table.counts.weight(where)


def test_a_count_that_may_not_be_released_is_not_told() -> None:
    kept = opened()
    strict = Publication(kept._source, Policy("strict", "", NoneBelowTen()))
    told = filter_counts(Selection(), strict)["region"]
    assert told["limousin"] == "s"
    assert told["bretagne"] == "38"
    region = Dimension("region")
    assert never_enrolled(region, strict) == never_enrolled(region, kept)


def test_only_the_comparison_counts_for_its_second_selection() -> None:
    shown = answer_to(COMPARISON.path, "?genre=F&b.genre=H")
    assert shown.counts["b.region"]["bretagne"] != shown.counts["region"]["bretagne"]
    assert not any(name.startswith("b.") for name in answer_to(OVERVIEW.path, "?b.genre=H").counts)
