"""Which selections are asked, no two of them alike, so that nothing is answered from memory?"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from urllib.parse import urlencode

from dashboard.ingest.reference.codebook import read_codebook
from tools.served import ROOT

CODEBOOK = ROOT / "data" / "codebook.toml"

CROSSED = ("gender", "age_band", "executive", "interim", "long_term_jobseeker", "region")
"""The filters whose categories the codebook lists."""

ORDER = 2017
"""The seed of the order in which selections are asked: the same for everyone who is measured."""

Pairs = tuple[tuple[str, str], ...]
"""A selection: parameters of an address, each with one value."""


def options() -> dict[str, tuple[str, ...]]:
    """The values of each crossed filter in an address, under its parameter."""
    variables = read_codebook(CODEBOOK).variables
    return {
        variables[name].parameter: tuple(c.parameter_value for c in variables[name].categories)
        for name in CROSSED
    }


def selections() -> Iterator[Pairs]:
    """Thousands of selections of one to six filters, wide ones and narrow ones mixed."""
    choices = [[(name, value) for value in ("", *values)] for name, values in options().items()]
    crossed = [*itertools.product(*choices)]
    random.Random(ORDER).shuffle(crossed)  # noqa: S311
    return filter(None, (tuple(pair for pair in pairs if pair[1]) for pairs in crossed))


def searches(count: int) -> list[str]:
    """The first `count` selections as addresses."""
    return [f"?{urlencode(pairs)}" for pairs in itertools.islice(selections(), count)]
