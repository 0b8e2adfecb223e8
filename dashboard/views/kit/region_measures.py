"""Which measures can a region have, and of whom is each one true?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from dashboard.domain.codebook import RegionalMeasure, slug
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import funded
from dashboard.text.words import capital
from dashboard.views.kit.measure import Measure, everybody, respondents
from dashboard.views.kit.regions import regional

PEOPLE_COUNTED = "beneficiaires"
"""The name of the measure that every study has."""


@lru_cache(maxsize=8)
def measures(vocabulary: Vocabulary) -> tuple[Measure, ...]:
    """Every measure of the study: people, what is funded, how much of it a person; then those of the codebook."""
    return (
        *_numbers(vocabulary),
        *(
            _measure(measure, vocabulary)
            for measure in vocabulary.codebook.measures
            if vocabulary.has(measure.along) and measure.along not in regional(vocabulary)
        ),
    )


def measure_named(name: str, vocabulary: Vocabulary) -> Measure:
    """The measure that an address calls `name`."""
    return next(measure for measure in measures(vocabulary) if measure.name == name)


def _numbers(vocabulary: Vocabulary) -> Iterator[Measure]:
    noun = funded(vocabulary)
    units, name = noun.several("financé"), slug(noun.plural)
    people, each = "Bénéficiaires", f"{noun.plural} par bénéficiaire"
    yield Measure(PEOPLE_COUNTED, "people", people, people, people, "effectif", "bénéficiaires")
    yield Measure(name, "units", capital(units), capital(units), capital(units), noun.plural, units)
    yield Measure(
        f"{name}-par-beneficiaire",
        "ratio",
        capital(each),
        f"Nombre {noun.of_several} par bénéficiaire,",
        capital(each),
        noun.plural,
        "bénéficiaires",
    )


def _measure(measure: RegionalMeasure, vocabulary: Vocabulary) -> Measure:
    """A measure of the codebook: the mean of a whole number, or a share, of respondents where the survey tells it."""
    variable = vocabulary.variable(measure.variable)
    return Measure(
        measure.name,
        "mean" if variable.kind == "integer" else "share",
        measure.label,
        measure.title or measure.label,
        measure.label,
        measure.counted,
        measure.among,
        measure.along,
        measure.codes or variable.codes_of_group(measure.group),
        respondents if measure.wave else everybody,
        variable.unit,
    )
