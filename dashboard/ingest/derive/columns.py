"""How is a derived column held: one small number a row, and the codes that the numbers stand for?

A column is a categorical whose categories are the vocabulary's codes of its dimension, all of them, in their order:
absences too, and codes that nobody has. No cell of it is missing, since an absence is a code.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.domain.dimension import Dimension

Column: TypeAlias = "pd.Categorical[str]"
UNKNOWN = "unknown"
"""The code of a number that nobody knows."""

Columns = dict[Dimension, Column]
"""Columns of one table, all of the same length."""


def coded(values: pd.Series[Any], codes: Sequence[str]) -> Column:
    """`values`, texts or a categorical of texts, as a column of `codes`; raises ValueError for any other value."""
    cells = values if isinstance(values.dtype, pd.CategoricalDtype) else values.astype("category")
    place = pd.Index(codes).get_indexer(pd.Index(cells.cat.categories))
    # A missing cell has the position -1: it takes the last place, which is none.
    return numbered(np.append(place, -1)[cells.cat.codes.to_numpy()], codes)


def numbered(positions: NDArray[Any], codes: Sequence[str]) -> Column:
    """The column whose rows are `positions` in `codes`; raises ValueError where one lies outside."""
    if len(positions) and int(positions.min()) < 0:
        raise ValueError(f"a value is not one of {list(codes)}")
    return pd.Categorical.from_codes(positions, categories=pd.Index(codes))


def integers_coded(numbers: pd.Series[Any], codes: Sequence[str]) -> Column:
    """`numbers` as a column of `codes`, of which those that are whole numbers are ascending and hold them all.

    A missing one takes the code `unknown`; raises ValueError where there is no such code.
    """
    known = np.array([int(code) for code in codes if is_number(code)], dtype=np.int64)
    positions = np.searchsorted(known, numbers.fillna(0).to_numpy(dtype=np.int64))
    missing = numbers.isna().to_numpy()
    if missing.any():
        positions = np.where(missing, codes.index(UNKNOWN), positions)
    return numbered(positions, codes)


def is_number(code: str) -> bool:
    """Whether a code of an integer variable is a number, and no absence."""
    return code.lstrip("-").isdigit()


def translated(column: Column, lookup: Mapping[str, str], codes: Sequence[str]) -> Column:
    """`column` with each code put as `lookup` says, as a column of `codes`."""
    place = {code: i for i, code in enumerate(codes)}
    positions = np.array([place[lookup[code]] for code in column.categories], dtype=np.int64)
    return numbered(positions[column.codes], codes)


def framed(columns: Mapping[Dimension, Column]) -> pd.DataFrame:
    """The columns as a frame, each named as its dimension is written: `status@T1`."""
    return pd.DataFrame({str(key): column for key, column in columns.items()}, copy=False)
