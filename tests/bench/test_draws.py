"""Are values drawn as they were seen, and otherwise as everybody's are?"""

import numpy as np

from bench.draws import Conditional, crossed, learnt

VALUES = ("a", "b", "c")


def drawn(distribution: Conditional, condition: int) -> list[float]:
    """The share of each value among many drawn under a condition."""
    given = np.full(30_000, condition)
    places = distribution.draw(given, np.random.default_rng(1))
    return [float((places == place).mean()) for place in range(len(VALUES))]


def test_values_are_drawn_as_often_as_they_were_seen() -> None:
    seen = learnt(VALUES, np.array([0, 0, 0, 1, 2]), np.array([0, 0, 0, 0, 1]), 2, smoothing=0)
    np.testing.assert_allclose(drawn(seen, 0), [0.75, 0.25, 0], atol=0.02)
    np.testing.assert_allclose(drawn(seen, 1), [0, 0, 1], atol=0.02)


def test_smoothing_lets_what_was_never_seen_together_occur() -> None:
    seen = learnt(VALUES, np.array([0, 0, 0, 1, 2]), np.array([0, 0, 0, 0, 1]), 2)
    assert drawn(seen, 0)[2] > 0
    assert drawn(seen, 1)[0] > drawn(seen, 1)[1] > 0


def test_a_condition_that_was_never_seen_has_everybodys_distribution() -> None:
    seen = learnt(VALUES, np.array([0, 1, 1, 2]), np.array([0, 0, 0, 0]), 2, smoothing=0)
    np.testing.assert_allclose(drawn(seen, 1), [0.25, 0.5, 0.25], atol=0.02)


def test_each_crossing_of_conditions_is_one_of_its_own() -> None:
    codes, number = crossed((np.array([0, 0, 1, 1]), 2), (np.array([0, 2, 0, 2]), 3))
    assert number == 6
    assert len(set(codes.tolist())) == 4
