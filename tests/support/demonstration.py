"""How does a test read the demonstration tables without the dashboard's own code?"""

from pathlib import Path

import pandas as pd

FOLDER = Path(__file__).parents[2] / "data" / "demonstration"
COHORTS = ["2012-2013", "2013-2014", "2014-2015", "2015-2016", "2016-2017"]
SURVEYED = COHORTS[1:]


def read(name: str) -> pd.DataFrame:
    return pd.read_csv(FOLDER / f"{name}.csv", dtype=str, keep_default_na=False)


def percent(mask: pd.Series) -> float:
    return 100 * float(mask.mean())


def by_cohort(counted: pd.Series) -> dict[str, int]:
    return {str(cohort): int(number) for cohort, number in counted.items()}
