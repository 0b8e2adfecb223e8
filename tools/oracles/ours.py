"""Which numbers do our rules make of some tables of the demonstration? Written for `theirs` to compare.

python -m tools.oracles.ours FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from dashboard.disclosure.policy import DIFFUSION
from dashboard.disclosure.rules.diffusion import Diffusion
from dashboard.domain.counts import Suppressed
from dashboard.domain.query import crossing
from dashboard.ingest.derive.analysis import KEY
from dashboard.ingest.derive.folder import analysis_tables_in
from dashboard.publication import Publication
from dashboard.sources.memory.source import MemorySource
from tools.served import ROOT

TABLES = (
    ("region", "gender"),
    ("region", "gender", "status@T1"),
    ("cohort", "region", "age_band", "gender"),
)

SHORT = 24
"""Bits that are taken off our keys of 32: a table of perturbations has a row for each number and each of 256 keys."""

SECRET = "compared" * 4


def main(folder: Path) -> None:
    """Writes the people with their short keys, and each cell with its people, its rounded number and what is told."""
    tables = analysis_tables_in(ROOT / "data" / "demonstration", ROOT / "data", SECRET)
    frame = tables.frames["beneficiary"]
    names = [*dict.fromkeys(name for along in TABLES for name in along)]
    people = frame[names].astype(str).assign(key=frame[KEY].to_numpy() >> SHORT)
    people.to_csv(folder / "people.csv", index=False)
    publication = Publication(MemorySource(tables), DIFFUSION)
    rules = Diffusion()
    for number, along in enumerate(TABLES):
        cells = people.groupby([*along]).agg(people=("key", "size"), key=("key", "sum"))
        keys = cells["key"].to_numpy().astype(np.int64) << SHORT
        cells["rounded"] = rules.rounded(cells["people"].to_numpy(), keys)
        told = dict(publication.tabulate(crossing(*along)).cells())
        cells["told"] = [_written(told[codes]) for codes in cells.index]
        cells.drop(columns="key").reset_index().to_csv(folder / f"cells-{number}.csv", index=False)


def _written(count: int) -> str:
    return "" if isinstance(count, Suppressed) else str(count)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
