"""Which figures does the report print, and how is each one counted again?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict

from dashboard.domain.query import Counted

Precision = Literal["exact", "percent", "tenth", "whole", "bounds"]
Statistic = Literal[
    "count",
    "share",
    "mean",
    "minimum",
    "maximum",
    "agreement",
    "order",
    "categories",
    "added",
    "difference",
    "participation",
    "budget",
    "surveys",
    "context",
    "untold",
]
Where = Mapping[str, tuple[str, ...]]


class PublishedFigure(BaseModel):
    """One figure of the report; the head of data/published-figures.toml says what each field means."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    place: str
    label: str
    printed: str
    precision: Precision
    statistic: Statistic
    value: int | float | None = None
    low: float | None = None
    high: float | None = None
    low_included: bool = True
    high_included: bool = True
    counted: Counted = "beneficiary"
    where: Where = {}
    numerator: Where = {}
    dimension: str = ""
    dimensions: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    grouped: bool = False
    of: Literal["share", "mean"] | None = None
    reference: Where | None = None
    date: Annotated[str, BeforeValidator(str)] = ""
    contradiction: str = ""
    resolution: str = ""
    note: str = ""

    @property
    def apart(self) -> tuple[str, ...]:
        """Along what the people of `where` are set apart from the others of the reference: `region`."""
        return tuple(name for name in self.where if name not in (self.reference or {}))
