"""Do the tables follow the codebook, each by itself and together?"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.domain.codebook import Codebook
from dashboard.ingest.checks.answers import answer_faults
from dashboard.ingest.checks.calendar import calendar_faults
from dashboard.ingest.checks.cells import PERSON, cell_faults, looked_up, places_in
from dashboard.ingest.checks.enrolment import enrolment_faults
from dashboard.ingest.checks.report import Fault, faults_where
from dashboard.ingest.checks.waves import wave_faults
from dashboard.text.nouns import noun_of
from dashboard.text.words import listed

MOST_POSSIBLE = 64
"""For each row of a table, how many possible keys are marked one by one, a byte each."""


VALUES, KEYS, PERSONS = "valeurs du dictionnaire", "lignes uniques", "identifiants connus"
ENROLMENTS, CALENDAR, WAVES, ANSWERS = (
    "inscriptions et promotions",
    "calendrier de l'enquête",
    "suite des vagues",
    "réponses entre elles",
)


def cell_checks(
    texts: Mapping[str, pd.DataFrame], files: Mapping[str, str], codebook: Codebook
) -> dict[str, list[Fault]]:
    """By check, the cells that break the codebook, keys that occur twice, persons who are not beneficiaries."""
    checks: dict[str, list[Fault]] = {VALUES: [], KEYS: [], PERSONS: []}
    for name, frame in texts.items():
        checks[VALUES] += cell_faults(name, frame, codebook)
        checks[KEYS] += _repeated_keys(name, frame, codebook.tables[name].key)
        if name != "beneficiaries":
            checks[PERSONS] += _orphans(name, frame, texts["beneficiaries"], files["beneficiaries"])
    return checks


def relation_checks(
    tables: Mapping[str, pd.DataFrame], files: Mapping[str, str], codebook: Codebook, latest: date
) -> dict[str, list[Fault]]:
    """By check, where sound cells contradict each other or come after `latest`: years, waves, answers."""
    return {
        ENROLMENTS: enrolment_faults(tables, files, noun_of(codebook.study.funded)),
        CALENDAR: calendar_faults(tables, files),
        WAVES: wave_faults(tables, tuple(codebook.waves), latest),
        ANSWERS: answer_faults(tables, codebook),
    }


def _repeated_keys(name: str, frame: pd.DataFrame, key: tuple[str, ...]) -> list[Fault]:
    """The rows whose key an earlier row already has."""
    cell = np.zeros(len(frame), dtype=np.int64)
    complete = frame[list(key)].notna().all(axis=1).to_numpy()
    for column in key:
        cells = frame[column].cat
        cell = cell * len(cells.categories) + cells.codes.to_numpy()
    repeated = np.zeros(len(frame), dtype=bool)
    if not _all_differ(cell[complete], frame, key):
        repeated[complete] = pd.Series(cell[complete]).duplicated().to_numpy()
    return faults_where(name, frame, key[-1], repeated, f"une seule ligne par {listed(key)}")


def _all_differ(cells: NDArray[np.int64], frame: pd.DataFrame, key: tuple[str, ...]) -> bool:
    """Whether no number of `cells` comes twice; False where there are too many possible ones to tell it soon."""
    possible = math.prod(len(frame[column].cat.categories) for column in key)
    if possible > MOST_POSSIBLE * len(cells):
        return False
    seen = np.zeros(possible, dtype=bool)
    seen[cells] = True
    return int(seen.sum()) == len(cells)


def _orphans(name: str, frame: pd.DataFrame, beneficiaries: pd.DataFrame, file: str) -> list[Fault]:
    known = beneficiaries[PERSON].cat.categories
    unknown = places_in(known, frame[PERSON].cat.categories) < 0
    orphan = looked_up(unknown[:-1], frame[PERSON])
    return faults_where(name, frame, PERSON, orphan, f"un identifiant présent dans {file}")
