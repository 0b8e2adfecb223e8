"""Three studies that are nothing like the one that the dashboard was made for, each opened once.

`une_vague`: one wave, no region, nothing before, three genders. `cinq_vagues`: five waves without one before enrolment,
former regions and a division that no map shows, a report, budgets. `rien_publie`: the regions of today, and nothing
published.
"""

from __future__ import annotations

import atexit
from functools import lru_cache
from pathlib import Path
from shutil import copytree, rmtree
from tempfile import mkdtemp

from dashboard.disclosure.policy import INTERNAL
from dashboard.ingest.reference.codebook import read_codebook
from dashboard.opening import open_publication
from dashboard.publication import Publication
from tests.studies.drawn_tables import Drawn, write_tables

HERE = Path(__file__).parent
REFERENCE = HERE.parents[1] / "data"

STUDIES = {
    "une_vague": Drawn(
        160,
        ("2020-2021", "2021-2022", "2022-2023"),
        {"2020-2021": {"T1": "2022-01-15"}, "2021-2022": {"T1": "2023-01-15"}},
    ),
    "cinq_vagues": Drawn(
        300,
        ("2018-2019", "2019-2020", "2020-2021", "2021-2022"),
        {
            "2019-2020": {
                "T1": "2020-03-01",
                "T2": "2020-09-01",
                "T3": "2021-03-01",
                "T4": "2021-09-01",
                "T5": "2022-03-01",
            },
            "2020-2021": {"T1": "2021-03-01", "T2": "2021-09-01", "T3": "2022-03-01"},
            "2021-2022": {"T1": "2022-03-01"},
        },
        seed=2,
    ),
    "rien_publie": Drawn(
        240,
        ("2019-2020", "2020-2021", "2021-2022"),
        {
            "2019-2020": {"T0": "2020-09-01", "T1": "2020-09-01", "T2": "2021-09-01"},
            "2020-2021": {"T0": "2021-09-01", "T1": "2021-09-01"},
        },
        seed=3,
    ),
}
"""Each study's folder, and the people that are drawn for it."""


@lru_cache
def folder_of(name: str) -> Path:
    """A folder with everything that describes the study, and its tables."""
    room = Path(mkdtemp(prefix="study-"))
    atexit.register(rmtree, room, ignore_errors=True)
    folder = Path(copytree(HERE / name, room / name))
    return write_tables(folder, read_codebook(folder / "codebook.toml"), STUDIES[name])


@lru_cache
def study(name: str) -> Publication:
    """The study called `name`, opened."""
    return open_publication(folder_of(name), REFERENCE, INTERNAL)
