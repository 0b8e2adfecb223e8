"""Into which band or group does each category of a variable fall?"""

from __future__ import annotations

from dashboard.domain.codebook import Category, Variable
from dashboard.domain.dimension import Dimension
from dashboard.domain.vocabulary import Vocabulary
from dashboard.ingest.derive.columns import Columns, translated


def band_columns(people: Columns, vocabulary: Vocabulary) -> Columns:
    """The bands and groups of people that the codebook marks as derived, from the columns that they are made of.

    For example `age_band` from `age_at_enrolment`, `salary_band@T1` from `gross_monthly_salary@T1`. An absence stays
    the absence that it is. Raises ValueError where no band holds a number.
    """
    return {
        Dimension(variable.name, wave): translated(
            people[Dimension(variable.of, wave)],
            _wider_codes(variable, Dimension(variable.of, wave), vocabulary),
            vocabulary.codes(Dimension(variable.name, wave)),
        )
        for variable in vocabulary.codebook.variables.values()
        if variable.kind in ("band", "group") and variable.derived
        for wave in (vocabulary.waves if variable.per_wave else (None,))
    }


def _wider_codes(variable: Variable, of: Dimension, vocabulary: Vocabulary) -> dict[str, str]:
    return {category.code: _wider(variable, category) for category in vocabulary.categories(of)}


def _wider(variable: Variable, category: Category) -> str:
    if category.absence is not None:
        return category.code
    if variable.kind == "group":
        return category.group
    value = int(category.code)
    for band in variable.categories:
        if (band.lower is None or band.lower <= value) and (
            band.upper is None or value <= band.upper
        ):
            return band.code
    raise ValueError(f"{variable.name}: no band holds {value}")
