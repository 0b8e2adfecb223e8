"""What is known of the money spent, academic year by academic year?"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field, model_validator


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
