"""Which tables might a study have? People drawn for any codebook, so that every rule of the checks holds."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from dashboard.domain.codebook import Codebook, Variable
from dashboard.domain.codebook.book import BEFORE

Row = dict[str, str]
Calendar = Mapping[str, Mapping[str, str]]
"""Cohort -> wave -> the day on which it was asked, ISO."""


@dataclass(frozen=True)
class Drawn:
    """How many people, of which cohorts, asked when; the draw can be repeated."""

    people: int
    cohorts: Sequence[str]
    calendar: Calendar
    seed: int = 1


def write_tables(folder: Path, codebook: Codebook, wanted: Drawn) -> Path:
    """The tables of the study as CSV files in `folder`, which is returned."""
    for name, rows in drawn_tables(codebook, wanted).items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, codebook.tables[name].columns, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    return folder


def drawn_tables(codebook: Codebook, wanted: Drawn) -> dict[str, list[Row]]:
    """The rows of each table that the codebook has."""
    draw = _Draw(codebook, wanted)
    people = [draw.person(number) for number in range(wanted.people)]
    survey = [row for person in people for row in draw.answers(person)]
    tables = {
        "beneficiaries": people,
        "units": [row for person in people for row in draw.units(person)],
        "survey": survey,
        "benefits": [row for person in people for row in draw.benefits(person, survey)],
    }
    return {name: tables[name] for name in codebook.tables}


class _Draw:
    def __init__(self, codebook: Codebook, wanted: Drawn) -> None:
        self.codebook = codebook
        self.wanted = wanted
        self.random = Random(wanted.seed)

    def person(self, number: int) -> Row:
        row = {"beneficiary_id": f"P{number:04}", "cohort": self.random.choice(self.wanted.cohorts)}
        return row | self._cells("beneficiaries", row)

    def units(self, person: Row) -> Iterator[Row]:
        """From one to three in the first year, and some in a later one."""
        start = int(person["cohort"][:4])
        for year in (start, start + 1) if self.random.random() < 0.3 else (start,):
            if year > start and f"{year}-{year + 1}" not in self.wanted.cohorts:
                continue
            for number in range(self.random.randint(1, 3)):
                row = {
                    "beneficiary_id": person["beneficiary_id"],
                    "academic_year": f"{year}-{year + 1}",
                    "unit": f"U{number}",
                }
                yield row | self._cells("units", row)

    def answers(self, person: Row) -> Iterator[Row]:
        """A row for each wave that the cohort was asked about; three in ten answer nothing."""
        responds = self.random.random() < 0.7
        for wave, day in self.wanted.calendar.get(person["cohort"], {}).items():
            row = {"beneficiary_id": person["beneficiary_id"], "wave": wave, "surveyed_on": day}
            informed = responds and self.random.random() < 0.85
            yield row | self._answer(wave, informed=informed)

    def benefits(self, person: Row, survey: Sequence[Row]) -> Iterator[Row]:
        """Some of them, of somebody who has answered."""
        own = [r for r in survey if r["beneficiary_id"] == person["beneficiary_id"]]
        if "benefits" not in self.codebook.tables or not any(map(self._informs, own)):
            return
        for code in self.codebook.variable("benefit").table_codes:
            if self.random.random() < 0.5:
                yield {"beneficiary_id": person["beneficiary_id"], "benefit": code}

    def _informs(self, row: Row) -> bool:
        for name, cell in row.items():
            variable = self.codebook.variable(name)
            if variable.per_wave and cell:
                real = [c.code for c in variable.categories if not c.waves]
                if variable.kind == "integer" or cell in real:
                    return True
        return False

    def _answer(self, wave: str, *, informed: bool) -> Row:
        """The status, then what describes a job: of who has one, or had one before the first enrolment."""
        status = self.codebook.variable("status")
        only = [c.code for c in status.categories if wave in c.waves]
        real = only or [c.code for c in status.categories if not c.waves]
        told = self.random.choice(real) if informed or only else "no_information"
        employed = told in status.codes_with("employed") or (wave == BEFORE and informed)
        row = {"status": told}
        for name in self.codebook.tables["survey"].columns:
            variable = self.codebook.variable(name)
            if variable.per_wave and name != "status":
                row[name] = self._job(
                    variable, informed=informed, employed=employed, job=wave == BEFORE
                )
        return row

    def _job(self, variable: Variable, *, informed: bool, employed: bool, job: bool) -> str:
        if variable.kind == "integer":
            known = employed and informed and self.random.random() < 0.8
            return self._number(variable) if known else ""
        if not informed:
            return "no_information"
        if employed:
            real = [c.code for c in variable.categories]
            return self.random.choice([*real, "no_information"])
        none = [c.code for c in variable.absences if c.absence == "not_employed"]
        return none[0] if none and not job else "no_information"

    def _cells(self, table: str, given: Row) -> Row:
        cells = {}
        for name in self.codebook.tables[table].columns:
            if name not in given:
                cells[name] = self._cell(self.codebook.variable(name))
        return cells

    def _cell(self, variable: Variable) -> str:
        if variable.kind == "integer":
            empty = variable.nullable and self.random.random() < 0.1
            return "" if empty else self._number(variable)
        codes = [c.code for c in variable.categories]
        weights = [1 / (1 + i) for i in range(len(codes))]
        absent = [c.code for c in variable.absences if not c.derived]
        if absent and self.random.random() < 0.1:
            return absent[0]
        return self.random.choices(codes, weights)[0]

    def _number(self, variable: Variable) -> str:
        return str(self.random.randint(variable.minimum or 0, variable.maximum or 0))
