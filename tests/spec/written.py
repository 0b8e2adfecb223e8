"""How are small tables written in a test as text, and read by the dashboard's own reader?

A table's first line names the columns that matter to the test; what it leaves out takes a value that says nothing.
`person` stands for `beneficiary_id`, `-` for an empty cell.
"""

import csv
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from dashboard.disclosure.policy import INTERNAL
from dashboard.domain.dimension import dimension
from dashboard.domain.query import Counted, Query
from dashboard.domain.selection import Condition, Selection, selection_of
from dashboard.ingest.derive.analysis import analysis_tables
from dashboard.ingest.reading.tables import read_tables
from dashboard.ingest.reference.codebook import read_codebook
from dashboard.publication import Publication
from tests.support.engines import every_source

CODEBOOK_FILE = Path(__file__).parents[2] / "data" / "codebook.toml"
CODEBOOK = read_codebook(CODEBOOK_FILE)

Rows = list[dict[str, str]]

DEFAULTS: Mapping[str, Mapping[str, str]] = {
    "beneficiaries": {
        "cohort": "2013-2014",
        "region": "52",
        "gender": "F",
        "age_at_enrolment": "35",
        "executive": "unknown",
        "long_term_jobseeker": "unknown",
        "interim": "unknown",
        "entry_diploma": "unknown",
    },
    "units": {
        "unit": "UE1",
        "teaching_team": "other",
        "pathway": "unknown",
        "target_level": "unknown",
        "modality": "classroom",
    },
    "survey": {"gross_monthly_salary": ""},
    "benefits": {},
}
JOB = ("contract", "csp", "sector", "working_time")


def rows(text: str) -> Rows:
    """The rows of a table written as text."""
    if not text.strip():
        return []
    head, *lines = (line.split() for line in text.strip().splitlines())
    names = ["beneficiary_id" if name == "person" else name for name in head]
    return [
        dict(zip(names, ["" if cell == "-" else cell for cell in line], strict=True))
        for line in lines
    ]


@lru_cache(maxsize=16)
def written(
    beneficiaries: str, units: str = "", survey: str = "", benefits: str = ""
) -> Publication:
    """The tables, through files, as the dashboard opens them, in every source at once; raises TableError as it does.

    A person for whom no unit is written has one, in the year of the cohort. The same texts give the same publication:
    many cases ask several things of one.
    """
    people, funded = rows(beneficiaries), rows(units)
    cohorts = {
        person["beneficiary_id"]: person.get("cohort", DEFAULTS["beneficiaries"]["cohort"])
        for person in people
    }
    followed = {row["beneficiary_id"] for row in funded}
    funded += [
        {"beneficiary_id": person, "academic_year": cohort}
        for person, cohort in cohorts.items()
        if person not in followed
    ]
    answers = [_asked(row, cohorts[row["beneficiary_id"]]) for row in rows(survey)]
    tables = {
        "beneficiaries": people,
        "units": funded,
        "survey": answers,
        "benefits": rows(benefits),
    }
    with TemporaryDirectory() as folder:
        for name, table in tables.items():
            _write(Path(folder) / f"{name}.csv", name, table)
        cleaned = read_tables(Path(folder), CODEBOOK)
    return Publication(every_source(analysis_tables(cleaned, CODEBOOK)), INTERNAL)


def _write(path: Path, name: str, table: Rows) -> None:
    """The rows of the table `name`, with the columns that the codebook gives it."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, CODEBOOK.tables[name].columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows({**DEFAULTS[name], **row} for row in table)


def _asked(row: dict[str, str], cohort: str) -> dict[str, str]:
    """One survey row with its date (the wave's September) and a job that does not contradict the status."""
    wave = row["wave"]
    year = int(cohort[-4:]) + max(int(wave.removeprefix("T")) - 1, 0)
    status = row.setdefault("status", "jobseeker" if wave == "T0" else "no_information")
    jobless = status in ("searching", "studying", "inactive")
    job = "not_employed" if jobless else "no_information"
    return {"surveyed_on": f"{year}-09-01", **dict.fromkeys(JOB, job), **row}


def where(*conditions: str) -> Selection:
    """The selection written `gender=F`, `status@T1=salaried,self_employed`."""
    pairs = [condition.split("=") for condition in conditions]
    return selection_of(
        Condition(dimension(name), tuple(codes.split(","))) for name, codes in pairs
    )


def counts_as_text(
    publication: Publication,
    *by: str,
    of: Selection = Selection(),
    counted: Counted = "beneficiary",
) -> str:
    """The counts as text, one line a crossing that has somebody: `2013-2014 F 3`."""
    table = publication.tabulate(Query(tuple(dimension(name) for name in by), of, counted))
    return "\n".join(" ".join([*codes, str(n)]) for codes, n in table.cells() if n)


def plain(text: str) -> str:
    """`text` with single spaces and no margins, to compare with what `counts_as_text` writes."""
    return "\n".join(" ".join(line.split()) for line in text.strip().splitlines())
