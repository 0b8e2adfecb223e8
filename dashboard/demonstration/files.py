"""How are the synthetic people written as the four tables of the codebook?"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from dashboard.demonstration.people import Beneficiary

Row = Sequence[str | int | None]

COLUMNS = {
    "beneficiaries": (
        "beneficiary_id",
        "cohort",
        "region",
        "gender",
        "age_at_enrolment",
        "executive",
        "long_term_jobseeker",
        "interim",
        "entry_diploma",
    ),
    "units": (
        "beneficiary_id",
        "academic_year",
        "unit",
        "teaching_team",
        "pathway",
        "target_level",
        "modality",
    ),
    "survey": (
        "beneficiary_id",
        "wave",
        "surveyed_on",
        "status",
        "contract",
        "csp",
        "sector",
        "working_time",
        "gross_monthly_salary",
    ),
    "benefits": ("beneficiary_id", "benefit"),
}


def write_tables(people: list[Beneficiary], folder: Path) -> None:
    """Writes the four tables into `folder`: UTF-8, commas, a header, the same bytes on every system."""
    folder.mkdir(parents=True, exist_ok=True)
    rows: dict[str, Iterable[Row]] = {
        "beneficiaries": map(_beneficiary, people),
        "units": _units(people),
        "survey": _survey(people),
        "benefits": ((p.identifier, benefit) for p in people for benefit in p.benefits),
    }
    for name, columns in COLUMNS.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(columns)
            writer.writerows(rows[name])


def _beneficiary(p: Beneficiary) -> Row:
    return (
        p.identifier,
        p.cohort,
        p.region,
        p.gender,
        p.age,
        p.executive,
        p.long_term_jobseeker,
        p.interim,
        p.entry_diploma,
    )


def _units(people: list[Beneficiary]) -> Iterator[Row]:
    for p in people:
        for u in p.units:
            yield (
                p.identifier,
                u.academic_year,
                u.code,
                u.team,
                u.pathway,
                u.target_level,
                u.modality,
            )


def _survey(people: list[Beneficiary]) -> Iterator[Row]:
    for p in people:
        first = int(p.cohort[-4:])  # the cohort's year ends in the September of its first survey
        for wave, a in p.answers.items():
            asked_in = first + max(int(wave[1]) - 1, 0)  # T0 is asked with T1
            yield (
                p.identifier,
                wave,
                f"{asked_in}-09-01",
                a.status,
                a.contract,
                a.csp,
                a.sector,
                a.working_time,
                a.salary,
            )
