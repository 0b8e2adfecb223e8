"""What is counted, of whom, and along which dimensions?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dashboard.domain.dimension import Dimension, dimension
from dashboard.domain.selection import Selection

Counted = Literal["beneficiary", "enrolment", "unit", "answer"]
"""beneficiary: a person; enrolment: a person in an academic year; unit: a funded UE; answer: a benefit declared."""


@dataclass(frozen=True, slots=True)
class Query:
    """A frequency table asked for: how many `counted` of `selection`, crossed along `by`.

    `weighted`: respondents counted with the weights that correct non-response, and nobody else. Beneficiaries only,
    and answers, each with the weight of who gave it. `edition`: of the tables that are shown, or of those before them.
    `keyed`: with what rounding needs, the sums of random keys and of parts of people (`FrequencyTable`).
    """

    by: tuple[Dimension, ...]
    selection: Selection = Selection()
    counted: Counted = "beneficiary"
    weighted: bool = False
    edition: Literal["current", "previous"] = "current"
    keyed: bool = False


def crossing(*by: str, of: Selection = Selection(), counted: Counted = "beneficiary") -> Query:
    """The query that crosses the dimensions written `by`."""
    return Query(tuple(dimension(name) for name in by), of, counted)


def narrowed(selection: Selection, **kept: Iterable[str]) -> Selection:
    """`selection` narrowed along variables that have no wave, named by keyword."""
    for name, codes in kept.items():
        selection = selection.keeping(Dimension(name), codes)
    return selection
