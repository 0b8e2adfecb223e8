"""How does `budgets.toml` become the budgets of the academic years?"""

from __future__ import annotations

import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from dashboard.domain.budgets import Budget
from dashboard.domain.errors import CodebookError


class _BudgetFile(BaseModel):
    model_config = ConfigDict(extra="forbid")

    budget: tuple[Budget, ...] = ()

    @model_validator(mode="after")
    def _knows_a_year_once(self) -> _BudgetFile:
        years = [budget.academic_year for budget in self.budget]
        if len(set(years)) != len(years):
            raise ValueError("deux budgets pour une même année universitaire")
        return self


def read_budgets(path: Path) -> tuple[Budget, ...]:
    """The budgets at `path` (TOML), none where there is no such file; raises CodebookError where it is malformed."""
    if not path.exists():
        return ()
    try:
        return _BudgetFile.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))).budget
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise CodebookError(f"Budgets illisibles ({path.name}) : {error}") from error
