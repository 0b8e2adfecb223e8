"""Into which band or group does each category of a variable fall?"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dashboard.domain.codebook import Category, Codebook, Variable
from dashboard.domain.dimension import Dimension
from dashboard.domain.vocabulary import Vocabulary
from dashboard.ingest.derive.columns import Columns, translated


def band_columns(columns: Columns, tables: Collection[str], vocabulary: Vocabulary) -> Columns:
    """The bands and groups of the variables of `tables`, from `columns`, which hold all that they are made of.

    For example `age_band` from `age_at_enrolment`, `salary_band@T1` from `gross_monthly_salary@T1`. An absence stays
    the absence that it is. Raises ValueError where no band holds a number.
    """
    wider: Columns = {}
    for variable in _narrow_first(vocabulary.codebook):
        if variable.table not in tables:
            continue
        for wave in vocabulary.waves if variable.per_wave else (None,):
            key, source = Dimension(variable.name, wave), Dimension(variable.of, wave)
            wider[key] = translated(
                (columns | wider)[source],
                _wider_codes(variable, source, vocabulary),
                vocabulary.codes(key),
            )
    return wider


def _narrow_first(codebook: Codebook) -> Iterator[Variable]:
    """Bands and groups, each after the one that it is made of, if that is one too."""
    made = {n: v for n, v in codebook.variables.items() if v.kind in ("band", "group")}
    given: set[str] = set()
    while waiting := [v for n, v in made.items() if n not in given]:
        ready = [v for v in waiting if v.of not in made or v.of in given]
        given |= {variable.name for variable in ready}
        yield from ready


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
