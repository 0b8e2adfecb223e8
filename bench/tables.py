"""What do the demonstration tables look like, made a thousand times larger?"""

from __future__ import annotations

from pathlib import Path
from shutil import copy

import numpy as np
import pandas as pd

DEMONSTRATION = Path(__file__).resolve().parents[1] / "data" / "demonstration"


def enlarge(folder: Path, people: int) -> None:
    """Writes to `folder` tables of `people` beneficiaries, each a copy of a demonstration one, as Parquet."""
    read = {
        name: pd.read_csv(DEMONSTRATION / f"{name}.csv", dtype=str, keep_default_na=False)
        for name in ("beneficiaries", "units", "survey", "benefits")
    }
    originals = read["beneficiaries"]["beneficiary_id"].to_numpy()
    drawn = np.random.default_rng(2017).integers(0, len(originals), people)
    for name, frame in read.items():
        _copies(frame, originals, drawn).to_parquet(folder / f"{name}.parquet", index=False)
    copy(DEMONSTRATION / "data.toml", folder / "data.toml")


def _copies(frame: pd.DataFrame, originals: np.ndarray, drawn: np.ndarray) -> pd.DataFrame:
    """The rows of the person behind each draw, under a number of their own."""
    owner = pd.Index(originals).get_indexer(pd.Index(frame["beneficiary_id"]))
    order = np.argsort(owner, kind="stable")
    counts = np.bincount(owner, minlength=len(originals))
    starts = np.concatenate([[0], np.cumsum(counts)[:-1]])
    lengths = counts[drawn]
    first = np.repeat(np.cumsum(lengths) - lengths, lengths)
    rows = order[np.repeat(starts[drawn], lengths) + np.arange(lengths.sum()) - first]
    made: pd.DataFrame = frame.iloc[rows].reset_index(drop=True)
    numbers = np.repeat(np.arange(len(drawn)), lengths)
    made["beneficiary_id"] = pd.Series(numbers).astype(str).str.zfill(8).radd("X")
    for column in ("age_at_enrolment", "gross_monthly_salary"):
        if column in made:
            made[column] = pd.to_numeric(made[column]).astype("Int64")
    return made
