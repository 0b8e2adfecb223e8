"""What is known of the money spent, academic year by academic year?"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field, model_validator

TOLERANCE = 0.05
"""By how much of the beneficiaries of a budget those of the tables may differ, corrections and late enrolments."""


class Budget(BaseModel):
    """The budget set against one academic year, in euros.

    That of a calendar year covers parts of two academic years: it is taken only with a `note` that tells the reader.
    `beneficiaries`: how many people, enrolled in that year, it has paid for, where that is published.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    academic_year: str = Field(pattern=r"^\d{4}-\d{4}$")
    amount: int = Field(gt=0)
    source: str = Field(min_length=1)
    calendar_year: int | None = None
    beneficiaries: int | None = Field(default=None, gt=0)
    note: str = ""

    def pays_for(self, people: int) -> bool:
        """Whether it may be divided by `people`: they are about as many as it has paid for, or nobody says how many."""
        if self.beneficiaries is None:
            return True
        return abs(people - self.beneficiaries) <= TOLERANCE * self.beneficiaries

    @model_validator(mode="after")
    def _explains_a_calendar_year(self) -> Budget:
        if self.calendar_year is not None and not self.note:
            raise ValueError("le budget d'une année civile demande une note")
        return self
