"""Are times summed up and set beside each other rightly?"""

import pytest

from bench.report import compare, p95, ratio


def test_the_ratio_is_of_the_medians() -> None:
    assert ratio([1, 2, 900], [4, 4, 5]) == 0.5


def test_one_value_is_its_own_95th_percentile() -> None:
    assert p95([7.0]) == 7.0
    assert p95([*range(101)]) == 95


def test_a_row_can_be_pasted_into_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    compare("settled", [100, 200, 1234], [400, 400, 400])
    assert capsys.readouterr().out == (
        "| settled | 200 ms | 1,131 | 400 ms | 400 | 3 | **0.50** |\n"
    )


def test_what_was_not_measured_has_no_ratio(capsys: pytest.CaptureFixture[str]) -> None:
    compare("settled", [], [400])
    assert "not measured" in capsys.readouterr().out
