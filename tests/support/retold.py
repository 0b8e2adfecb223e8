"""How do the same tables look where their study says something else of itself?"""

from collections.abc import Collection
from copy import copy
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import BaseModel

from dashboard.domain.codebook import Codebook, Variable
from dashboard.publication import Publication

_Entry = TypeVar("_Entry", bound=BaseModel)


def changed(entry: _Entry, **fields: Any) -> _Entry:
    """`entry` of a codebook with these fields; what it remembers of the others is worked out again."""
    return type(entry)(**{name: getattr(entry, name) for name in type(entry).model_fields} | fields)


def retold(publication: Publication, **fields: Any) -> Publication:
    """The tables of `publication`, beside a codebook of which these fields are others: figures, study, uses."""
    source = copy(publication._source)
    told: Codebook = changed(source.vocabulary.codebook, **fields)
    object.__setattr__(source, "vocabulary", replace(source.vocabulary, codebook=told))
    return Publication(source, publication.policy)


def with_variables(
    publication: Publication, *variables: Variable, without: Collection[str] = ()
) -> Publication:
    """The same, with these variables in place of those that bear their names, and `without` some."""
    known = publication.vocabulary.codebook.variables
    kept = {name: variable for name, variable in known.items() if name not in without}
    return retold(publication, variables=kept | {each.name: each for each in variables})
