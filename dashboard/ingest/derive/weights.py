"""How much does each respondent count so that, together, they resemble everybody who was asked?"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dashboard.domain.dimension import Dimension
from dashboard.domain.statistics.weighting import WEIGHTED_ON, Weighting
from dashboard.ingest.derive.columns import Columns
from dashboard.ingest.derive.raking import Profiles, fitted_weights, pooled, summed
from dashboard.ingest.derive.response import RESPONSE

Weights = NDArray[np.float64]


def person_weights(people: Columns) -> tuple[Weights, Weighting] | None:
    """A weight a person, 0 for who did not respond, and on which variables; None without any respondent.

    The weights add up to the number of people asked.
    """
    response = people[RESPONSE]
    responded = np.asarray(response == "respondent")
    asked = responded | np.asarray(response == "non_respondent")
    if not responded.any():
        return None
    profiles, profile = _profiles(people, asked, responded)
    of_profile, used = fitted_weights(profiles)
    weights = np.zeros(len(response))
    weights[asked] = np.where(responded[asked], of_profile[profile], 0.0)
    effect = float(responded.sum() * (weights**2).sum() / weights.sum() ** 2)
    return weights, Weighting(WEIGHTED_ON[:used], effect)


def _profiles(
    people: Columns, asked: NDArray[np.bool_], responded: NDArray[np.bool_]
) -> tuple[Profiles, NDArray[np.intp]]:
    """The profiles of the people asked, and the one of each of them."""
    margins = [people[Dimension(name)].codes[asked].astype(np.int64) for name in WEIGHTED_ON]
    wider = [pooled(margin, responded[asked]) for margin in margins]
    key = np.ravel_multi_index(wider, [int(margin.max()) + 1 for margin in wider])
    _, first, profile = np.unique(key, return_index=True, return_inverse=True)
    profiles = Profiles(
        [margin[first] for margin in wider],
        summed(profile),
        summed(profile, responded[asked].astype(np.float64)),
    )
    return profiles, profile
