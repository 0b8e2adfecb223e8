"""Between which numbers does what is rounded lie?"""

import pytest

from dashboard.domain.counts import Rounded, Suppressed
from dashboard.domain.published.figures import PublishedFigure
from dashboard.domain.published.recomputed import Recomputed
from dashboard.domain.published.rounded import range_of
from tests.support.exhibits import opened


def figure(statistic: str) -> PublishedFigure:
    figures = opened().vocabulary.codebook.figures
    return next(figure for figure in figures if figure.statistic == statistic)


@pytest.mark.parametrize(
    ("statistic", "result", "lies"),
    [
        ("count", Recomputed(Rounded(40)), (36, 44)),
        ("count", Recomputed(Rounded(0)), (0, 4)),
        ("count", Recomputed(Suppressed()), None),
        ("share", Recomputed(50.0, Rounded(20), Rounded(40)), (100 * 16 / 44, 100 * 24 / 36)),
        ("share", Recomputed(100.0, Rounded(40), Rounded(40)), (100 * 36 / 44, 100)),
        ("share", Recomputed(None, Rounded(10), Rounded(15)), None),
        ("mean", Recomputed(34.6, base=Rounded(200)), None),
    ],
)
def test_the_exact_number_lies_between(
    statistic: str, result: Recomputed, lies: tuple[float, float] | None
) -> None:
    found = range_of(figure(statistic), result)
    assert found == (lies if lies is None else pytest.approx(lies))
