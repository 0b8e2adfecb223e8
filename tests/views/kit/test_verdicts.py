"""Is it said of a difference what its numbers allow, and no more?"""

import pytest

from dashboard.domain.statistics.comparisons import Difference
from dashboard.views.kit.verdicts import (
    CONCLUSIVE,
    INCONCLUSIVE,
    UNTESTED,
    gap_in_words,
    short_verdict,
    verdict_key,
    verdict_of,
)

OPEN = Difference(13.2, (2.1, 24.0), 0.02)
ESTABLISHED = Difference(13.2, (2.1, 24.0), 0.02, conclusive=True)
SMALL = Difference(13.2, (2.1, 24.0), 0.02, tested=False)


@pytest.mark.parametrize(
    ("difference", "verdict", "short"),
    [
        (ESTABLISHED, CONCLUSIVE, "établi"),
        (OPEN, INCONCLUSIVE, "non concluant"),
        (SMALL, UNTESTED, "non testé"),
        (None, UNTESTED, "–"),
    ],
)
def test_a_difference_is_established_open_or_untested(
    difference: Difference | None, verdict: str, short: str
) -> None:
    assert verdict_of(difference) == verdict
    assert short_verdict(difference) == short


def test_a_verdict_is_a_column_of_its_own() -> None:
    keys = [verdict_key(verdict) for verdict in (CONCLUSIVE, INCONCLUSIVE, UNTESTED)]
    assert [key.code for key in keys] == ["conclusive", "inconclusive", "untested"]
    assert {key.along for key in keys} == {"verdict"}


def test_a_gap_is_written_with_its_interval() -> None:
    assert gap_in_words(OPEN, "points") == "+13,2 points [+2,1 ; +24,0]"
    assert gap_in_words(Difference(-0.4, (-1.0, 0.2), 0.3), "ans") == "−0,4 an [−1,0 ; +0,2]"
