"""Which selections are asked, no two of them alike, so that nothing is answered from memory?"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from functools import cache
from urllib.parse import urlencode

import pandas as pd

from dashboard.ingest.reference.codebook import read_codebook
from tools.served import ROOT

CODEBOOK = ROOT / "data" / "codebook.toml"

PEOPLE = ROOT / "data" / "demonstration" / "beneficiaries.csv"

CROSSED = ("cohort", "region", "age_band", "gender", "executive", "long_term_jobseeker", "interim")
"""The filters whose values are crossed."""

ORDER = 2017
"""The seed of the order in which selections are asked: the same for everyone who is measured."""

FEW = 3
"""More filters would leave nobody of a thousand people, and an empty answer is no work."""

Pairs = tuple[tuple[str, str], ...]
"""A selection: parameters of an address, each with one value."""


def options() -> dict[str, tuple[str, ...]]:
    """The values of each crossed filter in an address, as far as the demonstration has people of it."""
    variables, people = read_codebook(CODEBOOK).variables, pd.read_csv(PEOPLE, dtype=str)
    listed = {}
    for name in CROSSED:
        listing = (*variables[name].categories, *variables[name].absences)
        values = {category.code: category.parameter_value for category in listing}
        had = sorted(people[name].unique()) if name in people else [*values]
        listed[variables[name].parameter] = tuple(values.get(code, code) for code in had)
    return listed


@cache
def filter_parameters() -> tuple[str, ...]:
    """The parameters of the filters that both pages have, in the order of their lists."""
    book = read_codebook(CODEBOOK)
    return tuple(book.variables[name].parameter for name in book.filters.order)


def selections() -> Iterator[Pairs]:
    """Thousands of selections, wide ones and narrow ones mixed: of up to `FEW` filters, then those of one more."""
    choices = [[(name, value) for value in ("", *values)] for name, values in options().items()]
    crossed = [tuple(pair for pair in pairs if pair[1]) for pairs in itertools.product(*choices)]
    random.Random(ORDER).shuffle(crossed)  # noqa: S311
    for fewest, most in ((1, FEW), (FEW + 1, FEW + 1)):
        yield from (pairs for pairs in crossed if fewest <= len(pairs) <= most)


def searches(count: int) -> list[str]:
    """The first `count` selections as addresses."""
    return [f"?{urlencode(pairs)}" for pairs in itertools.islice(selections(), count)]
