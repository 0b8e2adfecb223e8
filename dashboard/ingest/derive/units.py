"""How many units was each person funded, in the first year and in all?"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.domain.dimension import Dimension
from dashboard.domain.vocabulary import Vocabulary
from dashboard.ingest.derive.columns import Columns, integers_coded
from dashboard.ingest.reading.tables import Tables, person_rows

UnitCounts = dict[str, NDArray[np.int64]]
"""By the variable's name, one number a person."""


def unit_counts(tables: Tables) -> UnitCounts:
    """The units of each person, in the order of the beneficiaries."""
    people, owner = len(tables.beneficiaries), person_rows(tables.units)
    cohort, year = tables.beneficiaries["cohort"].cat, tables.units["academic_year"].cat
    years = year.categories.get_indexer(cohort.categories)
    first = years[cohort.codes.to_numpy()][owner] == year.codes.to_numpy()
    return {
        "units_first_year": np.bincount(owner[first], minlength=people),
        "units_all_years": np.bincount(owner, minlength=people),
    }


def unit_count_columns(counts: UnitCounts, vocabulary: Vocabulary) -> Columns:
    """The same as columns of the people."""
    keys = {Dimension(name): numbers for name, numbers in counts.items()}
    return {
        key: integers_coded(pd.Series(numbers), vocabulary.codes(key))
        for key, numbers in keys.items()
    }
