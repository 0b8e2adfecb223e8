"""How does `budgets.toml` become the budgets of the academic years?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from dashboard.domain.budgets import Budget
from dashboard.domain.errors import CodebookError
from dashboard.ingest.reference.faults import Fault, raise_faults
from dashboard.ingest.reference.places import Places
from dashboard.ingest.reference.shapes import validated
from dashboard.ingest.reference.toml_file import read_toml


class _BudgetFile(BaseModel):
    model_config = ConfigDict(extra="forbid")

    budget: tuple[Budget, ...] = ()


def read_budgets(path: Path) -> tuple[Budget, ...]:
    """The budgets at `path` (TOML); raises CodebookError, in French, with each mistake and its place."""
    raw = read_toml(path, CodebookError)
    budgets = validated(_BudgetFile, raw, Places(), path.name, CodebookError).budget
    raise_faults(_faults(budgets), path.name, CodebookError)
    return budgets


def _faults(budgets: tuple[Budget, ...]) -> Iterator[Fault]:
    for year, times in Counter(budget.academic_year for budget in budgets).items():
        first, second = int(year[:4]), int(year[5:])
        if second != first + 1:
            what = "ce n'est pas une année universitaire"
            yield Fault(
                f"budget « {year} »", what, "deux années qui se suivent, telles que 2014-2015"
            )
        if times > 1:
            what = f"{times} budgets pour cette année universitaire"
            yield Fault(f"budget « {year} »", what, "un seul")
