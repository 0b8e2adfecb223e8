"""What do drawn people answer, wave after wave, as the codebook's rules have it?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from bench.draws import Codes
from bench.model import Chain, Columns, Table

NONE, JOBLESS, BEFORE, JOBSEEKER = "no_information", "not_employed", "T0", "jobseeker"
EMPLOYED = ("salaried", "self_employed")
SALARY = "gross_monthly_salary"

JOB: Chain = {
    "csp": ("status", "csp_before"),
    "contract": ("status", "csp"),
    "sector": ("csp",),
    "working_time": ("gender",),
    SALARY: ("csp",),
}
"""A job, given the person's gender, the status, and the job before enrolment."""

JOB_BEFORE: Chain = {**JOB, "csp": ("gender",)}

DESCRIBED = tuple(name for name in JOB if name != SALARY)


@dataclass(frozen=True)
class Wave:
    """The rows of one cohort at one wave: whose they are, when they were asked, and their columns."""

    name: str
    day: str
    owner: Codes
    columns: Columns


class Survey:
    """The demonstration's calendar, statuses and jobs, and answers drawn from them."""

    def __init__(self, survey: pd.DataFrame, genders: tuple[str, ...]) -> None:
        """`survey` has also each row's `cohort`, `gender` and whether the person `answered`."""
        self.calendar = {
            str(cohort): [
                (str(wave), str(day))
                for wave, day in sorted({*zip(r["wave"], r["surveyed_on"], strict=True)})
            ]
            for cohort, r in survey.groupby("cohort")
        }
        columns = ("status", "wave", *JOB)
        self.values = {name: tuple(sorted(survey[name].unique())) for name in columns}
        self.values |= {
            "gender": genders,
            "csp_before": self.values["csp"],
            "status_before": self.values["status"],
        }
        heard = survey[survey["answered"] == "True"].copy()
        first, later = heard["wave"] == BEFORE, heard["wave"] != BEFORE
        csp = heard[first].set_index("beneficiary_id")["csp"]
        heard["csp_before"] = csp.reindex(heard["beneficiary_id"]).to_numpy()
        heard["status_before"] = heard.groupby("beneficiary_id")["status"].shift(
            fill_value=JOBSEEKER
        )
        employed = later & heard["status"].isin(EMPLOYED)
        self.status = Table.of(heard[later], {"status": ("wave", "status_before")}, self.values)
        self.job_before = Table.of(heard[first], JOB_BEFORE, self.values)
        self.job = Table.of(heard[employed], JOB, self.values)

    def waves(
        self,
        cohorts: NDArray[np.str_],
        people: Columns,
        answers: NDArray[np.bool_],
        random: np.random.Generator,
    ) -> Iterator[Wave]:
        """The rows of people of these cohorts, of whom some answer."""
        for cohort, asked in self.calendar.items():
            owner = np.flatnonzero(cohorts == cohort)
            heard = answers[owner]
            known = {"gender": people["gender"][owner]}
            status = np.full(len(owner), self.job.code("status", JOBSEEKER))
            for wave, day in asked:
                if wave != BEFORE:
                    status = self._next_status(wave, status, heard, random)
                row = self._row(wave, known | {"status": status}, heard, random)
                known["csp_before"] = row["csp"] if wave == BEFORE else known["csp_before"]
                yield Wave(wave, day, owner, row)

    def _next_status(
        self, wave: str, before: Codes, heard: NDArray[np.bool_], random: np.random.Generator
    ) -> Codes:
        at = np.full(len(before), self.status.code("wave", wave))
        drawn = self.status.draw({"wave": at, "status_before": before}, len(before), random)
        return np.where(heard, drawn["status"], self.status.code("status", NONE))

    def _row(
        self, wave: str, known: Columns, heard: NDArray[np.bool_], random: np.random.Generator
    ) -> Columns:
        """Status and job: described by those who have one, or had one before they enrolled."""
        status, first = known["status"], wave == BEFORE
        table = self.job_before if first else self.job
        job = table.draw(known, len(status), random)
        employed = heard if first else np.isin(status, table.codes("status", EMPLOYED))
        unknown = first | (status == table.code("status", NONE))
        row = {"status": status, SALARY: np.where(employed, job[SALARY], table.code(SALARY, ""))}
        for name in DESCRIBED:
            none, jobless = table.code(name, NONE), table.code(name, JOBLESS)
            row[name] = np.where(employed, job[name], np.where(unknown, none, jobless))
        return row

    def says_something(self, wave: Wave) -> NDArray[np.bool_]:
        """Which rows hold at least one piece of information."""
        nothing = self.job.codes("status", (NONE, JOBSEEKER))
        told = ~np.isin(wave.columns["status"], nothing)
        told |= wave.columns[SALARY] != self.job.code(SALARY, "")
        for name in DESCRIBED:
            told |= ~np.isin(wave.columns[name], self.job.codes(name, (NONE, JOBLESS)))
        return told
