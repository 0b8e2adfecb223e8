"""Is it said of a difference what its numbers allow, and no more?"""

import pytest

from dashboard.content.charts.datum import Datum
from dashboard.domain.statistics.comparisons import Difference
from dashboard.views.kit.verdicts import (
    CONCLUSIVE,
    INCONCLUSIVE,
    TOO_FEW,
    TOO_SILENT,
    TOO_UNSURE,
    UNTESTED,
    beside_verdict,
    gap_in_words,
    is_tested,
    short_verdict,
    verdict_key,
    verdict_of,
)

OPEN = Difference(13.2, (-2.1, 24.0))
ESTABLISHED = Difference(13.2, (2.1, 24.0))
SMALL = Difference(13.2, None, "small_base")
SILENT = Difference(13.2, None, "silence")
UNSURE = Difference(13.2, None, "not_known")


@pytest.mark.parametrize(
    ("difference", "verdict", "short"),
    [
        (ESTABLISHED, CONCLUSIVE, "établi"),
        (OPEN, INCONCLUSIVE, "non concluant"),
        (SMALL, TOO_FEW, "non testé △"),
        (SILENT, TOO_SILENT, "non testé ◇"),
        (UNSURE, TOO_UNSURE, "non testé (seuil incertain)"),
        (None, UNTESTED, "–"),
    ],
)
def test_a_difference_is_established_open_or_untested(
    difference: Difference | None, verdict: str, short: str
) -> None:
    assert verdict_of(difference) == verdict
    assert short_verdict(difference) == short


def test_a_verdict_is_a_column_of_its_own() -> None:
    verdicts = (CONCLUSIVE, INCONCLUSIVE, UNTESTED, TOO_FEW, TOO_SILENT, TOO_UNSURE)
    keys = [verdict_key(verdict) for verdict in verdicts]
    assert [key.label for key in keys] == list(verdicts)
    assert len({key.code for key in keys}) == len(verdicts)
    assert {key.along for key in keys} == {"verdict"}


def test_a_gap_is_written_with_its_interval() -> None:
    assert gap_in_words(ESTABLISHED, "points") == "+13,2 points [+2,1 ; +24,0]"
    assert gap_in_words(Difference(-0.4, (-1.0, 0.2)), "ans") == "−0,4 an [−1,0 ; +0,2]"


def test_what_is_not_tested_says_so_beside_its_number() -> None:
    gap = Datum(13.2, "+13,2", marks=("small_base",))
    assert beside_verdict(gap, ESTABLISHED) is beside_verdict(gap, None) is gap
    assert beside_verdict(gap, SMALL).text == "+13,2 · non testé △"
    assert beside_verdict(gap, SILENT).text == "+13,2 · non testé ◇ △"
    assert beside_verdict(gap, UNSURE).text == "+13,2 · non testé (?) △"
    assert [is_tested(each) for each in (ESTABLISHED, OPEN, SMALL, SILENT, None)] == [
        *(True, True),
        *(False, False, False),
    ]
