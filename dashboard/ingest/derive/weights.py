"""How much does each respondent count so that, together, they resemble everybody who was asked?"""

from __future__ import annotations

import logging
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dashboard.domain.dimension import Dimension
from dashboard.domain.statistics.weighting import Weighting
from dashboard.ingest.derive.columns import Column, Columns
from dashboard.ingest.derive.raking import Profiles, fitted_weights, pooled, summed
from dashboard.ingest.derive.response import RESPONSE

_LOG = logging.getLogger(__name__)

Weights = NDArray[np.float64]

MOST_CROSSINGS = 2**62
"""Beyond, a number of a crossing might no longer fit in eight bytes."""


def person_weights(
    people: Columns, known_of_all: Sequence[str]
) -> tuple[Weights, Weighting] | None:
    """A weight a person, 0 for who did not respond, and on which of the variables that are known of all.

    None without any respondent, or any such variable. The weights add up to the number of people asked.
    """
    response = people[RESPONSE]
    responded = np.asarray(response == "respondent")
    asked = responded | np.asarray(response == "non_respondent")
    if not responded.any() or not known_of_all:
        return None
    columns = [people[Dimension(name)] for name in known_of_all]
    profiles, profile = _profiles(columns, asked, responded)
    of_profile, used = fitted_weights(profiles)
    for name in reversed(known_of_all[used:]):
        _LOG.warning("weights: %s given up, its margins cannot be met", name)
    weights = np.zeros(len(response))
    weights[asked] = np.where(responded[asked], of_profile[profile], 0.0)
    effect = float(responded.sum() * (weights**2).sum() / weights.sum() ** 2)
    return weights, Weighting(tuple(known_of_all[:used]), effect)


def _profiles(
    columns: Sequence[Column], asked: NDArray[np.bool_], responded: NDArray[np.bool_]
) -> tuple[Profiles, NDArray[np.intp]]:
    """The profiles of the people asked, and the one of each of them."""
    margins = [column.codes[asked].astype(np.int64) for column in columns]
    wider = [pooled(margin, responded[asked]) for margin in margins]
    _, first, profile = np.unique(_crossed(wider), return_index=True, return_inverse=True)
    profiles = Profiles(
        [margin[first] for margin in wider],
        summed(profile),
        summed(profile, responded[asked].astype(np.float64)),
    )
    return profiles, profile


def _crossed(margins: Sequence[NDArray[np.int64]]) -> NDArray[np.int64]:
    """A number for each crossing of the margins, which stays small however many these are."""
    crossed = np.zeros(len(margins[0]), dtype=np.int64)
    for margin in margins:
        width = int(margin.max()) + 1
        if int(crossed.max()) >= MOST_CROSSINGS // width:
            crossed = np.unique(crossed, return_inverse=True)[1]
        crossed = crossed * width + margin
    return crossed
