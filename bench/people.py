"""What do the tables of ten million people look like, each drawn from a model and none a copy of another?

`python -m bench tables 10000000 FOLDER` writes them, for whoever wants to serve them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from bench.draws import Codes
from bench.model import Chain, Columns, Table
from bench.survey_rows import DESCRIBED, JOBSEEKER, NONE, SALARY, Survey
from tools.served import ROOT

DEMONSTRATION = ROOT / "data" / "demonstration"

CHUNK = 250_000
"""People drawn at once: what keeps the memory of ten million small."""

SEED = 2017

PEOPLE: Chain = {
    "cohort": (),
    "region": ("cohort",),
    "gender": ("region",),
    "age_at_enrolment": ("gender",),
    "executive": ("cohort", "gender"),
    "long_term_jobseeker": ("cohort", "executive"),
    "interim": ("cohort", "long_term_jobseeker"),
    "entry_diploma": ("gender",),
    "answered": ("cohort", "gender"),
    "units": ("cohort",),
    "team": ("gender",),
    "pathway": ("team",),
    "target_level": ("pathway",),
}
UNIT: Chain = {"academic_year": ("cohort",), "unit": ("team",), "modality": ("region",)}

Drawn = tuple[str, pa.Table]
"""Some rows of a table, under its name."""


class Model:
    """The demonstration's distributions."""

    def __init__(self) -> None:
        read = {name: _read(name) for name in ("beneficiaries", "units", "survey", "benefits")}
        units, survey = read["units"], read["survey"]
        people = _people(read["beneficiaries"], units, survey)
        self.people = Table.of(people, PEOPLE)
        of_person = people[["cohort", "region", "team"]]
        self.units = Table.of(units.join(of_person, on="beneficiary_id"), UNIT, self.people.values)
        teams = units.drop_duplicates("unit").set_index("unit")["teaching_team"]
        self.team_of = tuple(teams[[*self.units.values["unit"]]])
        asked = survey.join(people[["cohort", "gender", "answered"]], on="beneficiary_id")
        self.survey = Survey(asked, self.people.values["gender"])
        heard = (people["answered"] == "True").sum()
        self.benefits = dict(read["benefits"]["benefit"].value_counts() / heard)


def write(folder: Path, number: int) -> None:
    """Writes to `folder` the tables of `number` beneficiaries, as Parquet."""
    model, random = Model(), np.random.default_rng(SEED)
    writers: dict[str, pq.ParquetWriter] = {}
    for start in range(0, number, CHUNK):
        for name, table in _tables(model, range(start, min(start + CHUNK, number)), random):
            if name not in writers:
                writers[name] = pq.ParquetWriter(folder / f"{name}.parquet", table.schema)
            writers[name].write_table(table)
    for writer in writers.values():
        writer.close()
    copy(DEMONSTRATION / "data.toml", folder / "data.toml")


def _read(name: str) -> pd.DataFrame:
    return pd.read_csv(DEMONSTRATION / f"{name}.csv", dtype=str, keep_default_na=False)


def _people(beneficiaries: pd.DataFrame, units: pd.DataFrame, survey: pd.DataFrame) -> pd.DataFrame:
    """A row a person, with how many units, of which team and path, and whether there is an answer."""
    by_person = units.groupby("beneficiary_id")
    people = beneficiaries.set_index("beneficiary_id")
    people["units"] = by_person.size().astype(str)
    people["team"] = by_person["teaching_team"].first()
    people[["pathway", "target_level"]] = by_person[["pathway", "target_level"]].first()
    said = ~survey[[*DESCRIBED, "status"]].isin([NONE, JOBSEEKER]).all(axis=1)
    heard = survey[said | (survey[SALARY] != "")]["beneficiary_id"]
    people["answered"] = people.index.isin(heard).astype(str)
    return people


def _tables(model: Model, numbers: range, random: np.random.Generator) -> Iterator[Drawn]:
    people = model.people.draw({}, len(numbers), random)
    names = pa.array([f"P{number:08d}" for number in numbers])
    columns = {name: _texts(model.people, people, name) for name in _read_columns("beneficiaries")}
    columns["age_at_enrolment"] = columns["age_at_enrolment"].cast(pa.int64())
    yield "beneficiaries", pa.table({"beneficiary_id": names} | columns)
    yield "units", _units(model, people, names, random)
    cohorts = np.array(model.people.values["cohort"])[people["cohort"]]
    answers = people["answered"] == model.people.code("answered", "True")
    informed = np.zeros(len(numbers), dtype=bool)
    for wave in model.survey.waves(cohorts, people, answers, random):
        informed[wave.owner] |= model.survey.says_something(wave)
        texts = {
            name: _coded(model.survey.values[name], wave.columns[name])
            for name in _read_columns("survey")
            if name in wave.columns
        }
        salary = texts.pop(SALARY)
        blank = pa.compute.equal(salary, "")
        texts[SALARY] = pa.compute.if_else(blank, None, salary).cast(pa.int64())
        asked = {
            name: _repeated(text, len(wave.owner))
            for name, text in (("wave", wave.name), ("surveyed_on", wave.day))
        }
        yield "survey", pa.table({"beneficiary_id": names.take(wave.owner)} | asked | texts)
    for benefit, share in model.benefits.items():
        owner = np.flatnonzero(informed & (random.random(len(informed)) < share))
        named = {"benefit": _repeated(benefit, len(owner))}
        yield "benefits", pa.table({"beneficiary_id": names.take(pa.array(owner))} | named)


def _units(model: Model, people: Columns, names: pa.Array, random: np.random.Generator) -> pa.Table:
    """As many as each person has, the first one in the year of the cohort; what is drawn twice is had once."""
    numbers = np.array([int(text) for text in model.people.values["units"]])[people["units"]]
    owner = np.repeat(np.arange(len(numbers)), numbers)
    known = {name: people[name][owner] for name in ("cohort", "region", "team")}
    made = model.units.draw(known, len(owner), random)
    years = model.units.codes("academic_year", model.people.values["cohort"])
    first = np.concatenate([[True], owner[1:] != owner[:-1]])
    made["academic_year"] = np.where(first, years[made["cohort"]], made["academic_year"])
    pairs = owner * len(model.units.values["unit"]) + made["unit"]
    kept = np.sort(np.unique(pairs, return_index=True)[1])
    owner, made = owner[kept], {name: codes[kept] for name, codes in made.items()}
    path = {name: people[name][owner] for name in ("pathway", "target_level")}
    return pa.table(
        {
            "beneficiary_id": names.take(pa.array(owner)),
            "academic_year": _texts(model.units, made, "academic_year"),
            "unit": _texts(model.units, made, "unit"),
            "teaching_team": _coded(model.team_of, made["unit"]),
            "pathway": _texts(model.people, path, "pathway"),
            "target_level": _texts(model.people, path, "target_level"),
            "modality": _texts(model.units, made, "modality"),
        }
    )


def _read_columns(name: str) -> list[str]:
    """The columns of a table of the demonstration after the first, which names the person."""
    with (DEMONSTRATION / f"{name}.csv").open(encoding="utf-8") as file:
        return file.readline().strip().split(",")[1:]


def _texts(table: Table, columns: Columns, name: str) -> pa.Array:
    return _coded(table.values[name], columns[name])


def _coded(values: tuple[str, ...], codes: Codes) -> pa.Array:
    """The value at each place, as text: what another program would write."""
    return pa.DictionaryArray.from_arrays(pa.array(codes.astype(np.int32)), pa.array(values)).cast(
        pa.string()
    )


def _repeated(text: str, rows: int) -> pa.Array:
    return pa.array(np.full(rows, text, dtype=object), pa.string())
