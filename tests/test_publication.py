"""Does a publication answer several queries at once, remember them, and give way to another one?"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import pytest

from dashboard.current import Current
from dashboard.disclosure.policy import INTERNAL
from dashboard.domain.frequency_table import FrequencyTable
from dashboard.domain.keys import UnionKeys
from dashboard.domain.query import Query, crossing, narrowed
from dashboard.domain.selection import Selection
from dashboard.domain.vocabulary import Vocabulary
from dashboard.kept import KEPT_TABLES
from dashboard.publication import Publication
from dashboard.sources.counting import Counting
from tests.support.released import counted
from tests.support.vocabularies import VOCABULARY

TABLE = counted("""
    gender  n
    F       3
    M       4
""")


class CountingSource:
    """Gives the same table for each query, and notes which ones it was asked."""

    def __init__(self) -> None:
        self.vocabulary: Vocabulary = VOCABULARY
        self.version, self.dated, self.stamp = "v1", date(2017, 10, 31), ""
        self.asked: list[list[str]] = []
        self.counting = Counting(hits=3)
        self.union_keys: UnionKeys | None = None
        self.prepared: list[Query] = []

    def tabulate(self, query: Query) -> FrequencyTable:
        return self.tabulate_all({"": query})[""]

    def tabulate_all(self, queries: Mapping[str, Query]) -> Mapping[str, FrequencyTable]:
        self.asked.append(list(queries))
        return dict.fromkeys(queries, TABLE)

    def prepare(self, queries: Iterable[Query]) -> None:
        self.prepared += queries


@pytest.fixture
def source() -> CountingSource:
    return CountingSource()


def of_age(age: int) -> Query:
    return crossing("gender", of=narrowed(Selection(), age_at_enrolment=[str(age)]))


def test_queries_are_answered_under_their_names(source: CountingSource) -> None:
    tables = Publication(source, INTERNAL).tabulate_all({"b": of_age(20), "a": of_age(30)})
    assert list(tables) == ["b", "a"]
    assert tables["a"].by_code("gender") == {"F": 3, "M": 4}
    assert list(map(len, source.asked)) == [2]


def test_whoever_operates_it_may_ask_how_much_was_counted(source: CountingSource) -> None:
    assert Publication(source, INTERNAL).counting == Counting(hits=3)


def test_what_will_be_asked_can_be_told_ahead(source: CountingSource) -> None:
    Publication(source, INTERNAL).prepare([of_age(20)])
    assert source.prepared == [of_age(20)]
    assert source.asked == []


def test_only_what_is_not_remembered_is_counted(source: CountingSource) -> None:
    publication = Publication(source, INTERNAL)
    first = publication.tabulate(of_age(20))
    tables = publication.tabulate_all({"known": of_age(20), "new": of_age(30)})
    assert tables["known"] is first
    assert list(map(len, source.asked)) == [1, 1]
    assert publication.tabulate(of_age(30)) is tables["new"]
    assert len(source.asked) == 2


def test_what_was_asked_longest_ago_is_forgotten(source: CountingSource) -> None:
    publication = Publication(source, INTERNAL)
    for age in range(KEPT_TABLES):
        publication.tabulate(of_age(age))
    publication.tabulate(of_age(0))
    publication.tabulate(of_age(KEPT_TABLES))
    counted_so_far = len(source.asked)
    publication.tabulate(of_age(0))
    assert len(source.asked) == counted_so_far
    publication.tabulate(of_age(1))
    assert len(source.asked) == counted_so_far + 1


def test_what_is_made_of_a_publication_is_made_once_and_of_each_anew(
    source: CountingSource,
) -> None:
    made: list[str] = []

    def making(name: str) -> Callable[[], int]:
        def make() -> int:
            made.append(name)
            return 0

        return make

    one, other = Publication(source, INTERNAL), Publication(source, INTERNAL)
    for publication, name in ((one, "a"), (one, "a"), (one, "b"), (other, "a")):
        assert publication.remembered(name, making(name)) == 0
    assert made == ["a", "b", "a"]


def test_what_could_not_be_made_is_made_again(source: CountingSource) -> None:
    publication = Publication(source, INTERNAL)

    def fails() -> int:
        raise ArithmeticError

    with pytest.raises(ArithmeticError):
        publication.remembered("a", fails)
    assert publication.remembered("a", lambda: 1) == 1


def test_another_publication_is_shown_from_the_next_request_on(source: CountingSource) -> None:
    first, second = Publication(source, INTERNAL), Publication(source, INTERNAL)
    current = Current(first)
    in_a_request = current.get()
    current.replace(second)
    assert in_a_request is first
    assert current.get() is second
