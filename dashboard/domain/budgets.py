"""What is known of the money spent, academic year by academic year?"""

from __future__ import annotations

import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from dashboard.domain.errors import CodebookError


class Budget(BaseModel):
    """The budget set against one academic year, in euros.

    That of a calendar year covers parts of two academic years: it is taken only with a `note` that tells the reader.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    academic_year: str = Field(pattern=r"^\d{4}-\d{4}$")
    amount: int = Field(gt=0)
    source: str = Field(min_length=1)
    calendar_year: int | None = None
    note: str = ""

    @model_validator(mode="after")
    def _explains_a_calendar_year(self) -> Budget:
        if self.calendar_year is not None and not self.note:
            raise ValueError("le budget d'une année civile demande une note")
        return self


class _Budgets(BaseModel):
    model_config = ConfigDict(extra="forbid")

    budget: tuple[Budget, ...] = ()

    @model_validator(mode="after")
    def _knows_a_year_once(self) -> _Budgets:
        years = [one.academic_year for one in self.budget]
        if len(set(years)) != len(years):
            raise ValueError("deux budgets pour une même année universitaire")
        return self


def read_budgets(path: Path) -> tuple[Budget, ...]:
    """The budgets at `path` (TOML), none where there is no such file; raises CodebookError where it is malformed."""
    if not path.exists():
        return ()
    try:
        return _Budgets.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))).budget
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise CodebookError(f"Budgets illisibles ({path.name}) : {error}") from error
