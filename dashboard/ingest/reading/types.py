"""Of which types are the columns of the tables, once every cell is known to be sound?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.domain.codebook import Codebook, Variable
from dashboard.ingest.checks.cells import PERSON, places_in


def typed(texts: Mapping[str, pd.DataFrame], codebook: Codebook) -> dict[str, pd.DataFrame]:
    """The tables of text as their types: integers, codes in the codebook's order, persons in one order everywhere."""
    persons = pd.CategoricalDtype(pd.Index(texts["beneficiaries"][PERSON].astype("str")))
    frames = {}
    for name, frame in texts.items():
        columns = {
            column: _typed(frame[column], codebook.variable(column))
            for column in frame.columns
            if column != PERSON
        }
        identifiers = pd.Categorical.from_codes(_rows_of(frame[PERSON], persons), dtype=persons)
        frames[name] = pd.DataFrame({PERSON: identifiers, **columns})[list(frame.columns)]
    return frames


def _rows_of(identifiers: pd.Series[Any], persons: pd.CategoricalDtype) -> NDArray[np.int32]:
    """The place among `persons` of each of the identifiers, which are all there."""
    # By arrow: pandas makes a Python text of each identifier first.
    places = places_in(persons.categories, identifiers.cat.categories)
    rows: NDArray[np.int32] = places[identifiers.cat.codes.to_numpy()]
    return rows


def _typed(cells: pd.Series[Any], variable: Variable) -> pd.Series[Any]:
    if variable.kind == "integer":
        # Through its few distinct texts: a million cells are then two array look-ups.
        numbers = cells.cat.rename_categories(int)
        return numbers.astype("Int64" if variable.nullable else "int64")
    if variable.kind == "category":
        return cells.cat.set_categories(list(variable.table_codes))
    return cells.cat.set_categories(sorted(cells.cat.categories))
