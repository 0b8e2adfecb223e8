"""How would the demonstration look after more years, or with one more wave? Its tables, some cohorts moved in time."""

from __future__ import annotations

import atexit
from functools import lru_cache
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import pandas as pd

from dashboard.disclosure.policy import INTERNAL
from dashboard.opening import open_publication
from dashboard.publication import Publication
from tests.support.demonstration import COHORTS, FOLDER, read

COPIED = COHORTS[1]
"""The cohort that was asked at every wave: years that are added before it have its people once more."""

LAST_WAVE, NEXT_WAVE = "T3", "T4"

DATA_TOML = """[data]
date = 2018-10-31
demonstration = true
label = "Données de démonstration, synthétiques, calées sur le bilan publié"
"""


def write_cohorts(folder: Path, many: int, *, one_more_wave: bool = False) -> Path:
    """The demonstration tables with `many` cohorts, five or more, written to `folder`: a year each, without a gap.

    The last four are as they are. The first is moved to the first year, and each year between has the people of the
    oldest one that was surveyed, each moved as many years as their enrolments and answers. With `one_more_wave` those
    who were asked at the last wave have been asked again a year later, and said the same.
    """
    added = many - len(COHORTS)
    tables = {name: read(name) for name in ("beneficiaries", "units", "survey", "benefits")}
    cohorts = tables["beneficiaries"].set_index("beneficiary_id")["cohort"]
    never_asked, copied = (
        {
            name: table[table["beneficiary_id"].map(cohorts) == cohort]
            for name, table in tables.items()
        }
        for cohort in (COHORTS[0], COPIED)
    )
    kept = {
        name: table[table["beneficiary_id"].map(cohorts) != COHORTS[0]]
        for name, table in tables.items()
    }
    moved = [_earlier(never_asked, added, "")]
    moved += [_earlier(copied, years, f"-{years}") for years in range(added, 0, -1)]
    for name in tables:
        table = pd.concat([*(part[name] for part in moved), kept[name]], ignore_index=True)
        if name == "survey" and one_more_wave:
            table = _asked_again(table)
        table.to_csv(folder / f"{name}.csv", index=False)
    (folder / "data.toml").write_text(DATA_TOML, encoding="utf-8")
    return folder


Tables = dict[str, pd.DataFrame]


def _earlier(tables: Tables, years: int, suffix: str) -> Tables:
    """People whose identifiers end in `suffix`, so many years before."""
    moved = {}
    for name, table in tables.items():
        columns = {"beneficiary_id": table["beneficiary_id"] + suffix}
        for column in ("cohort", "academic_year"):
            if column in table:
                columns[column] = table[column].map(lambda year: _academic_year(year, years))
        if "surveyed_on" in table:
            columns["surveyed_on"] = table["surveyed_on"].map(lambda day: _day(day, -years))
        moved[name] = table.assign(**columns)
    return moved


def _academic_year(year: str, before: int) -> str:
    first = int(year[:4]) - before
    return f"{first}-{first + 1}"


def _day(day: str, years: int) -> str:
    return f"{int(day[:4]) + years}{day[4:]}"


def _asked_again(survey: pd.DataFrame) -> pd.DataFrame:
    last = survey[survey["wave"] == LAST_WAVE]
    day = last["surveyed_on"].map(lambda day: _day(day, 1))
    again = last.assign(wave=NEXT_WAVE, surveyed_on=day)
    return pd.concat([survey, again], ignore_index=True)


@lru_cache
def folder_of(many: int, *, one_more_wave: bool = False) -> Path:
    """The folder of such tables, which is gone when the tests are."""
    folder = Path(mkdtemp(prefix=f"cohorts-{many}-"))
    atexit.register(rmtree, folder, ignore_errors=True)
    return write_cohorts(folder, many, one_more_wave=one_more_wave)


@lru_cache
def cohorts(many: int, *, one_more_wave: bool = False) -> Publication:
    """Such tables, opened."""
    folder = folder_of(many, one_more_wave=one_more_wave)
    return open_publication(folder, FOLDER.parent, INTERNAL)
