"""Are budgets read year by year, and is a faulty one refused in French, with its year?"""

from pathlib import Path

import pytest

from dashboard.domain.errors import CodebookError
from dashboard.ingest.reference.budgets import read_budgets
from tests.support.codebooks import Refused, changed, refused
from tests.support.exhibits import plain

GOOD = """
[[budget]]
academic_year = "2016-2017"
amount = 1_065_000
source = "Rapport"
"""
CASES = refused(Path(__file__).parent / "refused" / "budgets.txt")


def refusal(folder: Path, text: str) -> list[str]:
    path = folder / "budgets.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CodebookError) as caught:
        read_budgets(path)
    lines = plain(str(caught.value)).split("\n")
    return [line.removeprefix("budgets.toml").lstrip(",: ") for line in lines]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_mistake_is_told_in_french_with_its_year(case: Refused, tmp_path: Path) -> None:
    said = refusal(tmp_path, changed(case.changes, GOOD))
    assert case.tells(said), said


def test_a_year_has_one_budget(tmp_path: Path) -> None:
    assert refusal(tmp_path, GOOD + GOOD) == [
        "budget « 2016-2017 » : 2 budgets pour cette année universitaire ; attendu : un seul."
    ]


def test_a_year_without_a_budget_is_not_listed(tmp_path: Path) -> None:
    path = tmp_path / "budgets.toml"
    path.write_text(GOOD, encoding="utf-8")
    assert {b.academic_year: b.amount for b in read_budgets(path)} == {"2016-2017": 1_065_000}
    path.write_text("", encoding="utf-8")
    assert read_budgets(path) == ()
