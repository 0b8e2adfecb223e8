"""How many people would each choice of a filter keep, beside all that the other filters keep?

As in faceted search: those of a list do not depend on what is chosen in it, so that no other choice looks empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dashboard.domain.address import parameter_of, value_of
from dashboard.domain.counts import SUPPRESSED_TEXT, Count, Suppressed
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.selection import Selection
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.publication import Publication
from dashboard.text.numbers import count

FilterCounts = Mapping[str, Mapping[str, str]]
"""Parameter -> value, both as an address writes them -> number of beneficiaries, as it is read."""


def filter_counts(selection: Selection, publication: Publication, prefix: str = "") -> FilterCounts:
    """The counts of each list of filters; `prefix` stands before the parameters of the second selection.

    A list has none where the policy would not answer one of its choices: else a page would tell of each selection of
    as many conditions as are answered some sixty of one more.
    """
    vocabulary = publication.vocabulary
    keys = {
        str(key): key
        for key in vocabulary.filters
        if publication.admission(_with_a_choice(selection, key, vocabulary))
    }
    tables = publication.tabulate_all(
        {name: Query((key,), selection.without(key)) for name, key in keys.items()}
    )
    return {
        f"{prefix}{parameter_of(key, vocabulary)}": {
            value: _written(people) for value, people in _along(key, tables[name], publication)
        }
        for name, key in keys.items()
    }


def _with_a_choice(selection: Selection, key: Dimension, vocabulary: Vocabulary) -> Selection:
    """What the other lists select with one of the choices along `key`, whichever it is."""
    return selection.without(key).keeping(key, vocabulary.codes(key)[:1])


def _along(
    key: Dimension, table: ReleasedTable, publication: Publication
) -> Iterator[tuple[str, Count]]:
    """The people of each category and of each grouping, by its value."""
    vocabulary = publication.vocabulary
    for code, people in table.by_code(str(key)).items():
        yield value_of(key, code, vocabulary), people
    for grouping in publication.groupings(key):
        yield grouping.parameter_value, table.count({str(key): grouping.gathers})


def _written(people: Count) -> str:
    return SUPPRESSED_TEXT if isinstance(people, Suppressed) else count(people)


def never_enrolled(key: Dimension, publication: Publication) -> frozenset[str]:
    """The codes along `key` of which nobody is, whatever is selected; of regions, where nobody has ever enrolled."""
    everybody: Mapping[str, Count] = publication.tabulate(Query((key,))).by_code(str(key))
    return frozenset(code for code, people in everybody.items() if people == 0)
