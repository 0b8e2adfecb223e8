"""Do wider categories hold everybody of those that they are made of?"""

import pytest

from dashboard.domain.collapsing import collapse_categories
from tests.support.released import released, weighed

PEOPLE = """
    gender  interim  n
    F       yes      1
    F       no       2
    F       unknown  4
    M       yes      8
    M       no       16
    M       unknown  32
"""


def test_collapsing_loses_nobody() -> None:
    groups = {"known": ("no", "yes"), "unknown": ("unknown",)}
    wider = collapse_categories(released(PEOPLE), "interim", groups)
    assert dict(wider.cells()) == {
        ("F", "known"): 3,
        ("F", "unknown"): 4,
        ("M", "known"): 24,
        ("M", "unknown"): 32,
    }


@pytest.mark.parametrize(
    "wrong", [{"known": ("no", "yes")}, {"a": ("no", "yes"), "b": ("yes", "unknown")}]
)
def test_a_code_in_no_group_or_in_two_is_refused(wrong: dict[str, tuple[str, ...]]) -> None:
    with pytest.raises(ValueError, match="interim"):
        collapse_categories(released(PEOPLE), "interim", wrong)


def test_weights_are_collapsed_as_people_are() -> None:
    _, weights = weighed("""
        interim  n  w
        yes      1  1.5
        no       2  2.25
        unknown  4  3.0
    """)
    wider = collapse_categories(
        weights, "interim", {"known": ("yes", "no"), "unknown": ("unknown",)}
    )
    assert wider.weight({"interim": "known"}) == pytest.approx(3.75)
