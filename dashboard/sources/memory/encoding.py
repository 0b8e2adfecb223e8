"""How do the cleaned tables become coded columns and the vocabulary they contain?"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.domain.codebook import Codebook
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Counted
from dashboard.domain.vocabulary import Vocabulary
from dashboard.ingest.reading.tables import Tables
from dashboard.sources.memory import derived, waves
from dashboard.sources.memory.columns import Codes, Columns, coded
from dashboard.sources.memory.weights import add_weights


def encode(tables: Tables, codebook: Codebook) -> Columns:
    """The columns of `tables`, which must have passed the checks."""
    people = len(tables.beneficiaries)
    owner = {
        "unit": _rows_of_people(tables.units),
        "survey": _rows_of_people(tables.survey),
        "answer": _rows_of_people(tables.benefits),
    }
    counts = derived.unit_counts(tables, owner["unit"], people)
    vocabulary = _vocabulary(tables, codebook, owner["survey"], counts)
    enrolled = _enrolments(tables, owner["unit"], vocabulary)
    columns = Columns(
        vocabulary,
        size={
            "beneficiary": people,
            "enrolment": len(enrolled[0]),
            "unit": len(tables.units),
            "answer": len(tables.benefits),
        },
        owner={"enrolment": enrolled[0], "unit": owner["unit"], "answer": owner["answer"]},
    )
    columns.own["enrolment", Dimension("academic_year")] = enrolled[1]
    _add_table_columns(columns, tables, codebook)
    waves.add_wave_columns(columns, tables, owner["survey"])
    derived.add_derived_columns(columns, tables, owner["unit"], counts)
    add_weights(columns)
    return columns


def _rows_of_people(table: pd.DataFrame) -> NDArray[np.int64]:
    """The row of the person behind each row: identifiers are numbered in the order of the beneficiaries."""
    return table["beneficiary_id"].cat.codes.to_numpy().astype(np.int64)


def _add_table_columns(columns: Columns, tables: Tables, codebook: Codebook) -> None:
    held: tuple[tuple[Counted, str, pd.DataFrame], ...] = (
        ("beneficiary", "beneficiaries", tables.beneficiaries),
        ("unit", "units", tables.units),
        ("answer", "benefits", tables.benefits),
    )
    for counted, name, frame in held:
        for column in codebook.tables[name].columns:
            variable = codebook.variable(column)
            if variable.kind == "identifier":
                continue
            values = frame[column]
            if variable.kind == "integer":
                values = values.astype(str)
            codes = columns.vocabulary.codes(Dimension(column))
            columns.own[counted, Dimension(column)] = coded(values, codes)


def _vocabulary(
    tables: Tables,
    codebook: Codebook,
    survey_owner: NDArray[np.int64],
    counts: dict[str, NDArray[np.int64]],
) -> Vocabulary:
    survey = tables.survey
    cohort_of_row = tables.beneficiaries["cohort"].astype(str).to_numpy()[survey_owner]
    asked = pd.DataFrame(
        {
            "cohort": cohort_of_row,
            "wave": survey["wave"].astype(str).to_numpy(),
            "date": survey["surveyed_on"].astype(str).to_numpy(),
        }
    ).drop_duplicates()
    integers = {
        Dimension("age_at_enrolment"): _values(tables.beneficiaries["age_at_enrolment"]),
        **{Dimension(name): _values(pd.Series(found)) for name, found in counts.items()},
    }
    # The first two are there even before anybody was asked: the survey views go from one to the other.
    always = tuple(codebook.waves)[:2]
    found_waves = tuple(w for w in codebook.waves if w in always or (asked["wave"] == w).any())
    for wave in found_waves:
        salaries = survey.loc[survey["wave"] == wave, "gross_monthly_salary"]
        integers[Dimension("gross_monthly_salary", wave)] = _values(salaries.dropna())
    return Vocabulary(
        codebook,
        cohorts=tuple(sorted(tables.beneficiaries["cohort"].astype(str).unique())),
        academic_years=tuple(sorted(tables.units["academic_year"].astype(str).unique())),
        waves=found_waves,
        calendar={(c, w): d for c, w, d in asked.itertuples(index=False)},
        integers=integers,
    )


def _values(column: pd.Series) -> tuple[int, ...]:
    return tuple(int(value) for value in np.unique(column.to_numpy(dtype=np.int64)))


def _enrolments(
    tables: Tables, unit_owner: NDArray[np.int64], vocabulary: Vocabulary
) -> tuple[NDArray[np.int64], Codes]:
    """One row for each person and academic year in which a unit was funded: its person, its year."""
    years = vocabulary.codes(Dimension("academic_year"))
    year = coded(tables.units["academic_year"], years)
    pairs = np.unique(unit_owner * len(years) + year)
    return pairs // len(years), (pairs % len(years)).astype(year.dtype)
