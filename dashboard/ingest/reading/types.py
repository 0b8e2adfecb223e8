"""Of which types are the columns of the tables, once every cell is known to be sound?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.domain.codebook import Codebook, Variable
from dashboard.ingest.checks.cells import PERSON


def typed(texts: Mapping[str, pd.DataFrame], codebook: Codebook) -> dict[str, pd.DataFrame]:
    """The tables of text as their types: integers, codes in the codebook's order, persons in one order everywhere."""
    persons = pd.Index(texts["beneficiaries"][PERSON].astype("str"))
    frames = {}
    for name, frame in texts.items():
        columns = {
            column: _typed(frame[column], codebook.variable(column))
            for column in frame.columns
            if column != PERSON
        }
        identifiers = frame[PERSON].cat.set_categories(persons)
        frames[name] = pd.DataFrame({PERSON: identifiers, **columns})[list(frame.columns)]
    return frames


def _typed(cells: pd.Series[Any], variable: Variable) -> pd.Series[Any]:
    if variable.kind == "integer":
        # Through its few distinct texts: a million cells are then two array look-ups.
        numbers = cells.cat.rename_categories(int)
        return numbers.astype("Int64" if variable.nullable else "int64")
    if variable.kind == "category":
        return cells.cat.set_categories(list(variable.table_codes))
    return cells.cat.set_categories(sorted(cells.cat.categories))
