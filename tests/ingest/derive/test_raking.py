"""Do raked weights give the margins asked for, as another method finds them?"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from dashboard.ingest.derive.raking import Profiles, rake


def newton(
    margins: NDArray[np.int64], held: NDArray[np.float64], wanted: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Raking solved otherwise: weights exp(x·b) of the profiles, b by Newton's method (Deville and Särndal 1992)."""
    dummies = np.hstack([np.eye(int(m.max()) + 1)[m] for m in margins])
    totals = dummies.T @ wanted
    coefficients = np.zeros(dummies.shape[1])
    for _ in range(60):
        weights = held * np.exp(dummies @ coefficients)
        slope = dummies.T @ (weights[:, None] * dummies)
        coefficients += np.linalg.lstsq(slope, totals - dummies.T @ weights, rcond=None)[0]
    return np.exp(dummies @ coefficients)


@given(st.lists(st.tuples(st.integers(1, 40), st.floats(0.2, 1)), min_size=12, max_size=12))
def test_raking_agrees_with_newton_s_method(people: list[tuple[int, float]]) -> None:
    margins = np.array([[i // 6, i % 6 // 2, i % 2] for i in range(12)]).T
    wanted = np.array([n for n, _ in people], dtype=float)
    held = np.array([max(1, round(n * rate)) for n, rate in people], dtype=float)
    profiles = Profiles(list(margins), wanted, held)
    weights = rake(profiles, np.ones(12))
    assert (weights > 0).all()
    for margin in margins:
        assert np.bincount(margin, weights * held) == pytest.approx(np.bincount(margin, wanted))
    assert weights == pytest.approx(newton(margins, held, wanted), rel=1e-5)


def test_margins_that_contradict_each_other_are_reported() -> None:
    # One respondent stands for the first of both categories and one for the second: the first would weigh 9 and 5.
    margins = [np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])]
    profiles = Profiles(margins, np.array([4.0, 5, 1, 4]), np.array([1.0, 0, 0, 1]))
    with pytest.raises(ValueError, match="contradict"):
        rake(profiles, np.ones(4))
