"""Which rules has an import, in the order in which the report lists them?"""

from __future__ import annotations

from dashboard.ingest.raw.answers import benefits, days, jobs, questionnaires
from dashboard.ingest.raw.cleaning import (
    absent_cells,
    academic_years,
    ages,
    coded_answers,
    dates,
    identifiers,
    numbers,
    personal_values,
    spaces,
)
from dashboard.ingest.raw.people import attributes, enrolled, shared_identifiers
from dashboard.ingest.raw.rule import Rule

RULES: tuple[Rule, ...] = (
    *spaces.RULES,
    *identifiers.RULES,
    *academic_years.RULES,
    *coded_answers.RULES,
    *absent_cells.RULES,
    *numbers.RULES,
    *ages.RULES,
    *dates.RULES,
    *personal_values.RULES,
    *enrolled.RULES,
    *attributes.RULES,
    *shared_identifiers.RULES,
    *questionnaires.RULES,
    *jobs.RULES,
    *days.RULES,
    *benefits.RULES,
)
