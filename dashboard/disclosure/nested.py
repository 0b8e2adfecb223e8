"""Which categories of one variable hold those of another by what they mean, and a few people more?

The same people are rounded the same way, so such a pair tells of the few as a set within a set does (`unions.py`):

- whoever says nothing of their situation at a wave says nothing of their job either, and a few more leave that blank;
- who has no job at a wave is without one in each variable of the job: these are the same people;
- who enrolled in a year are those of its cohort, and the few who went on from earlier ones.

Source: docs/adr/disclosure/0067-categories-within-others.md.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from dashboard.disclosure.thresholds import BASE, LEAST_DETAILED
from dashboard.domain.codebook.book import BEFORE
from dashboard.domain.dimension import Dimension
from dashboard.domain.vocabulary import Vocabulary

STATUS, YEAR, COHORT = "status", Dimension("academic_year"), Dimension("cohort")

Crossed = Callable[[Dimension, Dimension], Mapping[tuple[str, str], int]]
"""How many people, or enrolments where one of both is of enrolments, have each pair of codes in the whole tables."""


def is_nested(dimension: Dimension, vocabulary: Vocabulary) -> bool:
    """Whether a code along a dimension may hold a category of another variable."""
    return dimension == YEAR or _is_of_job(dimension, vocabulary)


def same_people(
    dimension: Dimension, codes: Collection[str], vocabulary: Vocabulary
) -> tuple[Dimension, tuple[str, ...]]:
    """The categories of the situation that are the people of `codes`, where they are those without a job; else `codes`.

    Before enrolment, and where everybody has one situation, having no job is no answer.
    """
    wave = dimension.wave
    if not _is_of_job(dimension, vocabulary) or wave == BEFORE or wave is None:
        return dimension, tuple(codes)
    absences = {vocabulary.category(dimension, code).absence for code in codes}
    if absences != {"not_employed"} or vocabulary.variable(STATUS).of_everybody(wave):
        return dimension, tuple(codes)
    status = Dimension(STATUS, wave)
    employed = vocabulary.codes_with(status, "employed")
    return status, tuple(code for code in vocabulary.real_codes(status) if code not in employed)


def few_more(
    dimension: Dimension, codes: Collection[str], vocabulary: Vocabulary, crossed: Crossed
) -> bool:
    """Whether `codes` are one that holds another one's people, who have details, and a few more."""
    if len(codes) != 1 or not is_nested(dimension, vocabulary):
        return False
    (code,) = codes
    if dimension == YEAR:
        numbers = crossed(YEAR, COHORT)
        inside = numbers.get((code, code), 0)
        return _few_part(
            inside, sum(n for (year, _), n in numbers.items() if year == code) - inside
        )
    if vocabulary.category(dimension, code).absence != "no_information":
        return False
    return any(
        _few_part(*_parted(crossed(dimension, other), code))
        for other in _before(dimension, vocabulary)
    )


def _before(dimension: Dimension, vocabulary: Vocabulary) -> list[Dimension]:
    """The situation and the variables of the job that come before one, at its wave."""
    names = [STATUS, *(n for n in vocabulary.codebook.variables if n != STATUS)]
    keys = [Dimension(name, dimension.wave) for name in names[: names.index(dimension.variable)]]
    return [
        key
        for key in keys
        if key.variable == STATUS or (vocabulary.has(key) and _is_of_job(key, vocabulary))
    ]


def _parted(numbers: Mapping[tuple[str, str], int], code: str) -> tuple[int, int]:
    """How many have `code`, an absence, along both dimensions, and along one of them alone."""
    both = numbers.get((code, code), 0)
    return both, sum(n for pair, n in numbers.items() if code in pair) - both


def _few_part(inside: int, rest: int) -> bool:
    """Whether few people part two sets, of which the smaller may be told in detail, rounded up."""
    return inside > LEAST_DETAILED - BASE and 0 < rest < LEAST_DETAILED


def _is_of_job(dimension: Dimension, vocabulary: Vocabulary) -> bool:
    """Whether a variable of a wave tells of a job, and so of nobody who has none."""
    if dimension.wave is None or dimension.variable == STATUS or not vocabulary.has(dimension):
        return False
    return any(c.absence == "not_employed" for c in vocabulary.categories(dimension))
