"""Which variables follow from those of the tables, and how?"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.domain.codebook import Category, Variable
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Counted
from dashboard.ingest.reading.tables import Tables
from dashboard.sources.memory.columns import Codes, Columns, coded


def unit_counts(
    tables: Tables, owner: NDArray[np.int64], people: int
) -> dict[str, NDArray[np.int64]]:
    """How many units each person was funded, in the first year and in all."""
    cohort = tables.beneficiaries["cohort"].astype(str).to_numpy()[owner]
    first = tables.units["academic_year"].astype(str).to_numpy() == cohort
    return {
        "units_first_year": np.bincount(owner[first], minlength=people),
        "units_all_years": np.bincount(owner, minlength=people),
    }


def add_derived_columns(
    columns: Columns,
    tables: Tables,
    owner: NDArray[np.int64],
    counts: dict[str, NDArray[np.int64]],
) -> None:
    """Adds to `columns` the bands, groups and comparisons that the codebook marks as derived."""
    vocabulary = columns.vocabulary
    for variable in vocabulary.codebook.variables.values():
        if variable.kind in ("band", "group") and variable.derived:
            for wave in vocabulary.waves if variable.per_wave else (None,):
                source = Dimension(variable.of, wave)
                column = columns.own["beneficiary", source]
                columns.own["beneficiary", Dimension(variable.name, wave)] = _translated(
                    columns, variable, source, column
                )
    for name, values in counts.items():
        key = Dimension(name)
        known = np.array([int(code) for code in vocabulary.codes(key)])
        columns.own["beneficiary", key] = np.searchsorted(known, values).astype(np.uint8)
    _add_pathway(columns, tables, owner)
    _add_continuation(columns)


def _add_continuation(columns: Columns) -> None:
    """Which enrolments follow a first one, and whether the year after the first is among them."""
    vocabulary = columns.vocabulary
    years = vocabulary.codes(Dimension("academic_year"))
    first_year = np.array([years.index(cohort) for cohort in vocabulary.cohorts])
    start = first_year[columns.own["beneficiary", Dimension("cohort")]]
    ranks = vocabulary.codes(Dimension("enrolment_rank"))
    counted: Counted
    for counted in ("enrolment", "unit"):
        year = columns.own[counted, Dimension("academic_year")]
        later = year > start[columns.owner[counted]]
        columns.own[counted, Dimension("enrolment_rank")] = np.where(
            later, np.uint8(ranks.index("later")), np.uint8(ranks.index("first"))
        )
    after = columns.own["enrolment", Dimension("academic_year")].astype(np.int64)
    after -= start[columns.owner["enrolment"]]
    people = columns.size["beneficiary"]
    came_back, at_once = np.zeros(people, dtype=bool), np.zeros(people, dtype=bool)
    came_back[columns.owner["enrolment"][after > 0]] = True
    at_once[columns.owner["enrolment"][after == 1]] = True
    found = np.select([at_once, came_back], ["continuous", "interrupted"], "none")
    _store(columns, "continuation", found)


def _translated(columns: Columns, variable: Variable, source: Dimension, column: Codes) -> Codes:
    """Each code of `source` put into its band or group; absences stay the absences that they are."""
    target = columns.vocabulary.codes(Dimension(variable.name, source.wave))
    lookup = [
        target.index(_wider(variable, category))
        for category in columns.vocabulary.categories(source)
    ]
    return np.array(lookup, dtype=np.uint8)[column]


def _wider(variable: Variable, category: Category) -> str:
    if category.absence is not None:
        return category.code
    if variable.kind == "group":
        return category.group
    value = int(category.code)
    for band in variable.categories:
        if (band.lower is None or band.lower <= value) and (
            band.upper is None or value <= band.upper
        ):
            return band.code
    raise ValueError(f"{variable.name}: no band holds {value}")


def _add_pathway(columns: Columns, tables: Tables, owner: NDArray[np.int64]) -> None:
    """The person's pathway, highest level aimed at, and that level against the entry diploma."""
    vocabulary, people = columns.vocabulary, columns.size["beneficiary"]
    pathway = tables.units["pathway"].astype(str).to_numpy()
    degree, single = np.zeros(people, dtype=bool), np.zeros(people, dtype=bool)
    degree[owner[pathway == "degree"]] = True
    single[owner[pathway == "single_units"]] = True
    main = np.select([degree, single], ["degree", "single_units"], "unknown")
    _store(columns, "main_pathway", main)

    rank_of = {c.code: c.rank for c in vocabulary.categories(Dimension("target_level"))}
    unit_rank = tables.units["target_level"].astype(str).map(rank_of).to_numpy()
    aimed = np.zeros(people, dtype=np.int64)
    in_degree = pathway == "degree"
    np.maximum.at(aimed, owner[in_degree], unit_rank[in_degree])
    level_of = {c.rank: c.code for c in vocabulary.variable("main_target_level").categories}
    nothing = np.where(main == "single_units", "not_applicable", "unknown")
    level = np.array([level_of.get(int(r), "") for r in range(max(level_of) + 1)])[aimed]
    _store(columns, "main_target_level", np.where(aimed > 0, level, nothing))

    diploma = tables.beneficiaries["entry_diploma"].astype(str)
    entry = diploma.map({c.code: c.rank for c in vocabulary.categories(Dimension("entry_diploma"))})
    known = (aimed > 0) & (entry.to_numpy() > 0)
    step = np.array(["lower", "same", "higher"])[np.sign(aimed - entry.to_numpy()) + 1]
    _store(columns, "level_step", np.where(known, step, nothing))


def _store(columns: Columns, name: str, values: NDArray[np.str_]) -> None:
    key = Dimension(name)
    codes = columns.vocabulary.codes(key)
    columns.own["beneficiary", key] = coded(pd.Series(values, name=name), codes)
