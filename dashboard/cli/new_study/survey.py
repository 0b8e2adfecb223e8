"""What do the answers say of the survey: its waves, which statuses are employed, which questions describe a job?"""

from __future__ import annotations

import re
from collections.abc import Collection

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.cli.new_study.found import Column, Found
from dashboard.cli.new_study.kinds import kind_of
from dashboard.cli.new_study.known import known
from dashboard.domain.codebook.book import BEFORE

NO_JOB, NO_ANSWER = "not_employed", "no_information"
EMPLOYED = "employed"
"""The group of the statuses of those who have a job."""

_JOB = re.compile("emploi|poste|travail|salari|employ|occupe", re.IGNORECASE)
_NO_JOB = re.compile(
    "sans|demand|recherch|cherch|chom|chôm|unemploy|not_|inoccup|hors|non", re.IGNORECASE
)
"""What the names of statuses tell where nothing else does."""

_WAVE = re.compile(r"T(0|[1-9][0-9]?)")


def waves_of(found: Found) -> tuple[str, ...]:
    """The waves up to the last one found, with one after enrolment at least; that before it where it is found."""
    texts = {column.name: column.texts for column in found.columns["survey"]}["wave"]
    last = max((int(text[1:]) for text in texts if _WAVE.fullmatch(text)), default=0)
    after = tuple(f"T{rank}" for rank in range(1, max(last, 1) + 1))
    return (BEFORE, *after) if BEFORE in texts else after


def describes_a_job(column: Column) -> bool:
    """Whether a question of the survey is one that only those who have a job can answer."""
    return NO_JOB in column.texts


def employed_codes(found: Found) -> tuple[str, ...]:
    """The statuses of those who have a job: those that the tables tell, or else those that their names tell."""
    return known_employed(found) or tuple(
        code for code in _statuses(found) if _JOB.search(code) and not _NO_JOB.search(code)
    )


def known_employed(found: Found) -> tuple[str, ...]:
    """The statuses of those who, after enrolment, most often describe a job.

    Where no question tells, those that the dashboard knows by their names.
    """
    survey = found.frames["survey"]
    described = np.zeros(len(survey), dtype=bool)
    for column in filter(describes_a_job, found.columns["survey"]):
        described |= _tells(survey[column.name])
    after = (survey["wave"] != BEFORE).to_numpy()
    of_status = pd.Series(described[after]).groupby(survey["status"].astype(str)[after].to_numpy())
    share = of_status.mean()
    told = tuple(str(code) for code in share.index[share > 1 / 2] if code != NO_ANSWER)
    usual = [c for c, s in known().codes("status").items() if s.get("group") == EMPLOYED]
    return told or tuple(code for code in usual if code in _statuses(found))


def _statuses(found: Found) -> tuple[str, ...]:
    (status,) = [column for column in found.columns["survey"] if column.name == "status"]
    return tuple(code for code in status.in_order if code not in (NO_JOB, NO_ANSWER))


def codes_only_before(found: Found) -> tuple[str, ...]:
    """The statuses that everybody has before enrolment, and nobody after it: they are no answer to the survey.

    Where nobody has answered after it, those that the dashboard knows as such.
    """
    survey = found.frames["survey"]
    is_before = (survey["wave"] == BEFORE).to_numpy()
    before, after = (_texts(survey["status"][rows]) for rows in (is_before, ~is_before))
    if not after - {NO_ANSWER}:
        return tuple(c for c, s in known().codes("status").items() if s.get("waves") == [BEFORE])
    return () if before & after else tuple(sorted(before))


def _tells(cells: pd.Series) -> NDArray[np.bool_]:
    tells: NDArray[np.bool_] = (~cells.isin([NO_JOB, NO_ANSWER]) & cells.notna()).to_numpy()
    return tells


def _texts(cells: pd.Series) -> set[str]:
    return set(map(str, cells.dropna().unique()))


def misspelt_absences(found: Found, words: Collection[str]) -> list[tuple[str, str]]:
    """The questions of the survey, and codes there that look like no answer but are none that is counted as such."""
    return [
        (column.name, text)
        for column in found.columns["survey"]
        if kind_of(column) == "category"
        for text in column.in_order
        if text.lower() in words and text not in (NO_JOB, NO_ANSWER)
    ]
