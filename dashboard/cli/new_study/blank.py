"""Which tables does a study usually have, for a codebook that is written before them?"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.cli.new_study.found import Column, Found
from dashboard.cli.new_study.known import known
from dashboard.cli.new_study.regions import REGION

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "beneficiaries": (
        "beneficiary_id",
        "cohort",
        REGION,
        "gender",
        "age_at_enrolment",
        "entry_diploma",
    ),
    "units": ("beneficiary_id", "academic_year", "unit", "modality"),
    "survey": (
        "beneficiary_id",
        "wave",
        "surveyed_on",
        "status",
        "contract",
        "csp",
        "sector",
        "working_time",
        "gross_monthly_salary",
    ),
    "benefits": ("beneficiary_id", "benefit"),
}

_WAVES = ("T0", "T1", "T2")


def blank() -> Found:
    """Tables without a row, whose columns have the codes that the dashboard knows, and the regions of today."""
    return Found(
        files={table: f"{table}.csv" for table in _COLUMNS},
        frames={
            table: pd.DataFrame({name: pd.Categorical([], categories=[]) for name in names})
            for table, names in _COLUMNS.items()
        },
        columns={
            table: tuple(Column(table, name, _codes(name)) for name in names)
            for table, names in _COLUMNS.items()
        },
    )


def _codes(name: str) -> tuple[str, ...]:
    if name == "wave":
        return _WAVES
    if name == REGION:
        return tuple(known().regions["current"])
    variable = known().variable(name)
    listed = [*variable.get("categories", []), *variable.get("absences", [])]
    return tuple(category["code"] for category in listed if not category.get("derived"))
