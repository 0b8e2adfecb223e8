"""Of which one region is a selection, and which regions may be chosen?"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.domain.address import format_address
from dashboard.domain.codebook import Category
from dashboard.domain.query import Query
from dashboard.domain.selection import Condition, Selection, selection_of
from dashboard.domain.vocabulary import Vocabulary
from dashboard.publication import Publication
from dashboard.views.kit.regions import region_of


@dataclass(frozen=True)
class Choice:
    """A region that may be chosen: how many people it has, and the query string that keeps it alone."""

    region: Category
    people: int
    search: str


def one_region(selection: Selection, vocabulary: Vocabulary) -> Category | None:
    """The region of the main division, where the selection keeps just one; None where it keeps several, or all."""
    if not vocabulary.layers:
        return None
    where = region_of(vocabulary)
    codes = selection.codes(where)
    real = set(vocabulary.real_codes(where))
    return vocabulary.category(where, codes[0]) if len(codes) == 1 and codes[0] in real else None


def choices(selection: Selection, publication: Publication) -> tuple[Choice, ...]:
    """Each region of the main division, with those of `selection`, wherever they live, who are in it.

    Nothing where the study has no regions. Raises SelectionError where the policy does not answer the selection.
    """
    vocabulary = publication.vocabulary
    if not vocabulary.layers:
        return ()
    where = region_of(vocabulary)
    publication.admit(selection.without(where))
    people = publication.tabulate(Query((where,), selection.without(where))).by_code(str(where))
    return tuple(
        Choice(
            vocabulary.category(where, code),
            people[code],
            format_address(
                selection.overlaid(selection_of([Condition(where, (code,))])), {}, vocabulary
            ),
        )
        for code in vocabulary.real_codes(where)
    )
