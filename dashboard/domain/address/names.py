"""How are dimensions and categories named in an address?"""

from __future__ import annotations

from dashboard.domain.dimension import Dimension
from dashboard.domain.vocabulary import Vocabulary


def parameter_of(key: Dimension, vocabulary: Vocabulary) -> str:
    """The name of a dimension in an address: `genre`, `situation.T1`."""
    name = vocabulary.variable(key.variable).parameter
    return name if key.wave is None else f"{name}.{key.wave}"


def value_of(key: Dimension, code: str, vocabulary: Vocabulary) -> str:
    """The name of a category in an address."""
    return vocabulary.category(key, code).parameter_value


def dimension_of(parameter: str, vocabulary: Vocabulary) -> Dimension | None:
    """The dimension of that name that can select people; None where there is none."""
    name, _, wave = parameter.partition(".")
    variable = vocabulary.codebook.by_parameter.get(name)
    if variable is None or variable.kind == "integer":
        return None
    key = Dimension(variable.name, wave or None)
    return key if vocabulary.has(key) and vocabulary.selects_people(key) else None
