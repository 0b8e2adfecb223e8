"""How many people does a selection keep, as far as it may be told?"""

from __future__ import annotations

from dashboard.domain.query import Query
from dashboard.domain.selection import Selection
from dashboard.publication import Publication
from dashboard.text.selections import population_in_words


def people_in(selection: Selection, publication: Publication) -> int:
    """How many beneficiaries the selection keeps; raises SelectionError where the policy does not answer it."""
    publication.admit(selection)
    return publication.tabulate(Query((), selection)).total()


def headline(selection: Selection, publication: Publication) -> str:
    """The selection in words, with its number of beneficiaries; raises SelectionError as `people_in` does."""
    return population_in_words(selection, people_in(selection, publication), publication.vocabulary)
