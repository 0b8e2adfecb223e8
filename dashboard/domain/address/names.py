"""How are dimensions and categories named in an address, and in which order do they stand there?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dashboard.domain.dimension import Dimension
from dashboard.domain.selection import Condition
from dashboard.domain.vocabulary import Vocabulary


def parameter_of(key: Dimension, vocabulary: Vocabulary) -> str:
    """The name of a dimension in an address: `genre`, `situation.T1`."""
    name = vocabulary.variable(key.variable).parameter
    return name if key.wave is None else f"{name}.{key.wave}"


def value_of(key: Dimension, code: str, vocabulary: Vocabulary) -> str:
    """The name of a category in an address."""
    return vocabulary.category(key, code).parameter_value


def values_of(condition: Condition, vocabulary: Vocabulary) -> str:
    """What a condition is in an address: a grouping by its name, else its categories in order, parted by commas."""
    key = condition.dimension
    grouping = vocabulary.grouping_of(key, condition.codes)
    if grouping is not None:
        return grouping.parameter_value
    kept = [code for code in vocabulary.codes(key) if code in condition.codes]
    return ",".join(value_of(key, code, vocabulary) for code in kept)


def codes_by_value(key: Dimension, vocabulary: Vocabulary) -> Mapping[str, tuple[str, ...]]:
    """What each value that may stand in an address keeps: categories by name or by code, and groupings by name."""
    listed = vocabulary.categories(key)
    return {
        **{category.code: (category.code,) for category in listed},
        **{each.parameter_value: each.gathers for each in vocabulary.groupings(key)},
        **{category.parameter_value: (category.code,) for category in listed},
    }


def dimension_of(parameter: str, vocabulary: Vocabulary) -> Dimension | None:
    """The dimension of that name that can select people; None where there is none."""
    name, _, wave = parameter.partition(".")
    variable = vocabulary.codebook.by_parameter.get(name)
    if variable is None:
        return None
    key = Dimension(variable.name, wave or None)
    return key if _can_filter(key, vocabulary) else None


def filter_parameters(vocabulary: Vocabulary) -> list[str]:
    """Every parameter that can select people, in the order in which an address writes them.

    The browser orders the addresses that it writes by this list (`assets/scripts/address.js`).
    """
    waves = (None, *vocabulary.waves)
    named = [Dimension(name, wave) for name in vocabulary.codebook.variables for wave in waves]
    kept = [dimension for dimension in named if _can_filter(dimension, vocabulary)]
    return [parameter_of(dimension, vocabulary) for dimension in in_order(kept, vocabulary)]


def in_order(dimensions: Iterable[Dimension], vocabulary: Vocabulary) -> list[Dimension]:
    """Dimensions as an address writes them: those without a wave first, each kind in the order of the codebook."""
    rank = {name: i for i, name in enumerate(vocabulary.codebook.variables)}
    return sorted(dimensions, key=lambda d: (d.wave or "", rank[d.variable]))


def _can_filter(key: Dimension, vocabulary: Vocabulary) -> bool:
    """Whether an address may select people along `key`: the tables have it, it describes them, and it is no number."""
    if not vocabulary.has(key):
        return False
    is_number = vocabulary.variable(key.variable).kind == "integer"
    return not is_number and vocabulary.selects_people(key)
