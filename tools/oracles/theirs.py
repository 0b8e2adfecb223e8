"""What do `cell-key-perturbation` and `acro` make of the same people? Runs in an environment of their own.

python tools/oracles/theirs.py FOLDER
"""

from __future__ import annotations

import logging
import sys
from contextlib import redirect_stdout
from io import StringIO
from itertools import product
from pathlib import Path

import pandas as pd
from acro import ACRO
from cell_key_perturbation.create_perturbed_table import create_perturbed_table

LEAST = 10
"""Below so many people acro suppresses a cell, unless it is told otherwise."""

BASE, KEYS, NUMBERS = 5, 256, 750
"""Their table of perturbations ends at 750 people, beyond which its last 250 rows come again."""


def main(folder: Path) -> None:
    """Prints, for each table, how many cells both round alike, and which cells acro would suppress."""
    people = pd.read_csv(folder / "people.csv", dtype=str).astype({"key": int})
    differing = 0
    for path in sorted(folder.glob("cells-*.csv")):
        ours = pd.read_csv(path)
        along = list(ours.columns[:-3])
        cells = ours.astype(dict.fromkeys(along, str))
        merged = cells.merge(_perturbed(people, along), on=along, how="left", validate="1:1")
        differing += int((merged["rounded"] != merged["theirs"]).sum())
        print(
            f"{' x '.join(along)}: {len(merged)} cells that somebody is in; rounded alike by both: "
            f"{(merged['rounded'] == merged['theirs']).sum()}"
        )
        _compare_suppression(people, along, cells)
    sys.exit(1 if differing else 0)


def _perturbed(people: pd.DataFrame, along: list[str]) -> pd.DataFrame:
    with redirect_stdout(StringIO()):
        table = create_perturbed_table(
            data=people, ptable=_table(), geog=[], tab_vars=along, record_key="key", threshold=0
        )
    perturbed: pd.DataFrame = table[[*along, "count"]].rename(columns={"count": "theirs"})
    return perturbed


def _table() -> pd.DataFrame:
    """Random rounding to base 5 as a table of perturbations: up with so many keys of 256 as the rest is of 5."""
    rows = [
        (number, key, (BASE if key / KEYS * BASE < number % BASE else 0) - number % BASE)
        for number, key in product(range(1, NUMBERS + 1), range(KEYS))
    ]
    return pd.DataFrame(rows, columns=["pcv", "ckey", "pvalue"])


def _compare_suppression(people: pd.DataFrame, along: list[str], cells: pd.DataFrame) -> None:
    logging.disable(logging.CRITICAL)
    with redirect_stdout(StringIO()):
        # It evaluates names as code, where ours have a sign that is none.
        columns = [people[name].rename(name.replace("@", "_")) for name in along]
        crossed = ACRO(suppress=True).crosstab(columns[:-1], columns[-1])
    shown = pd.Series(crossed.to_numpy(dtype=float).ravel())
    shown = shown[shown > 0]
    few = cells["people"] < LEAST
    print(
        f"  acro (threshold of {LEAST}) shows {len(shown)} cells, exact; of {few.sum()} with 1 to {LEAST - 1} people "
        f"it shows {(shown < LEAST).sum()}, we tell {cells.loc[few, 'told'].notna().sum()}, rounded; of "
        f"{(~few).sum()} with {LEAST} or more it shows {(shown >= LEAST).sum()}, we tell "
        f"{cells.loc[~few, 'told'].notna().sum()}"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
