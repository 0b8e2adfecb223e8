"""Are any valid tables read as they were written?"""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.codebook import Codebook, Variable
from dashboard.domain.dimension import Dimension
from dashboard.domain.dimension import dimension as dimension_named
from dashboard.domain.vocabulary import Vocabulary
from dashboard.ingest.derive.analysis import PERSON, WEIGHT, analysis_tables
from dashboard.ingest.reading.tables import read_tables
from dashboard.ingest.reference.codebook import read_codebook
from tests.studies.drawn_tables import drawn_tables
from tests.studies.studies import HERE as STUDY_FOLDERS
from tests.studies.studies import STUDIES
from tests.support.examples import examples
from tests.support.tables import CODEBOOK, Texts, rows, write_csv, write_parquet

FIRST, LAST = 2012, 2016
SURVEYS = {2013: ("T0", "T1", "T2"), 2014: ("T0", "T1")}
IDENTIFIERS = st.text(alphabet="aÉœ0,;\"' \n-", min_size=1, max_size=6).filter(
    lambda text: text == text.strip()
)


def academic_year(start: int) -> str:
    return f"{start}-{start + 1}"


def code_of(name: str) -> st.SearchStrategy[str]:
    return st.sampled_from(CODEBOOK.variable(name).table_codes)


def answers(wave: str) -> st.SearchStrategy[dict[str, str | None]]:
    """The answers that one person may give at `wave`."""
    status = CODEBOOK.variable("status")
    statuses = [c for c in status.table_codes if status.by_code[c].waves == ()]
    jobs = ("contract", "csp", "sector", "working_time")

    def of(status_code: str) -> st.SearchStrategy[dict[str, str | None]]:
        described = wave == "T0" or status_code in status.codes_of_group("employed")
        nothing = "no_information" if status_code == "no_information" else "not_employed"
        salary = st.none() | st.integers(50, 30_000).map(str)
        known = {
            name: code_of(name).filter(lambda code: code != "not_employed")
            if described
            else st.just(nothing)
            for name in jobs
        }
        return st.fixed_dictionaries(
            {
                "status": st.just(status_code),
                **known,
                "gross_monthly_salary": salary if described else st.none(),
            }
        )

    return (st.just("jobseeker") if wave == "T0" else st.sampled_from(statuses)).flatmap(of)


@st.composite
def any_tables(draw: st.DrawFn) -> Texts:
    rows: dict[str, list[dict[str, str | None]]] = {name: [] for name in CODEBOOK.tables}
    described = {"region", "gender", "executive", "long_term_jobseeker", "interim", "entry_diploma"}
    taught = {"teaching_team", "pathway", "target_level", "modality"}
    for person in draw(st.lists(IDENTIFIERS, min_size=1, max_size=6, unique=True)):
        start = draw(st.integers(FIRST, LAST))
        rows["beneficiaries"].append(
            {
                "beneficiary_id": person,
                "cohort": academic_year(start),
                "age_at_enrolment": str(draw(st.integers(16, 75))),
                **{name: draw(code_of(name)) for name in sorted(described)},
            }
        )
        later = draw(st.lists(st.integers(1, 3), unique=True, max_size=2))
        rows["units"] += [
            {
                "beneficiary_id": person,
                "academic_year": academic_year(start + years),
                "unit": draw(IDENTIFIERS),
                **{name: draw(code_of(name)) for name in sorted(taught)},
            }
            for years in (0, *later)
        ]
        for wave in SURVEYS.get(start, ()):
            row = draw(answers(wave))
            when = start + max(1, int(wave[1:]))
            rows["survey"].append(
                {
                    "beneficiary_id": person,
                    "wave": wave,
                    "surveyed_on": f"{when}-09-01",
                    **row,
                }
            )
            if row["status"] == "salaried":
                rows["benefits"].append({"beneficiary_id": person, "benefit": f"{wave}"})
    rows["benefits"] = [
        {"beneficiary_id": person, "benefit": draw(code_of("benefit"))}
        for person in dict.fromkeys(row["beneficiary_id"] for row in rows["benefits"])
    ]
    return {
        name: pd.DataFrame(
            listed, columns=list(CODEBOOK.tables[name].columns), dtype="object"
        ).pipe(lambda frame: frame.where(frame.notna(), None))
        for name, listed in rows.items()
    }


WRITERS = [
    write_csv,
    partial(write_csv, separator=";", encoding="utf-8-sig"),
    write_parquet,
]


@given(tables=any_tables(), write=st.sampled_from(WRITERS))
@examples(50)
def test_any_valid_tables_are_read_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory, tables: Texts, write: Callable[[Path, Texts], Path]
) -> None:
    cleaned = read_tables(write(tmp_path_factory.mktemp("tables"), tables), CODEBOOK)
    for name, expected in tables.items():
        assert rows(getattr(cleaned, name)) == rows(expected)


@lru_cache
def codebook_of(study: str) -> Codebook:
    return read_codebook(STUDY_FOLDERS / study / "codebook.toml")


def drawn(codebook: Codebook, seed: int, study: str) -> Texts:
    few = replace(STUDIES[study], people=8, seed=seed)
    return {
        name: pd.DataFrame(
            [{column: cell or None for column, cell in row.items()} for row in listed],
            columns=list(codebook.tables[name].columns),
            dtype="object",
        )
        for name, listed in drawn_tables(codebook, few).items()
    }


@pytest.mark.parametrize("study", STUDIES)
@given(seed=st.integers(0, 10_000), parquet=st.booleans())
@examples(20)
def test_the_tables_of_any_study_are_read_as_they_were_written_and_every_cell_is_a_code(
    tmp_path_factory: pytest.TempPathFactory, study: str, seed: int, parquet: bool
) -> None:
    codebook, folder = codebook_of(study), tmp_path_factory.mktemp("study")
    tables = drawn(codebook, seed, study)
    if parquet:
        write_parquet(folder, tables, codebook)
    else:
        write_csv(folder, tables)
    cleaned = read_tables(folder, codebook)
    for name, expected in tables.items():
        assert rows(getattr(cleaned, name)) == rows(expected)
    analysed = analysis_tables(cleaned, codebook)
    people = {
        str(dimension)
        for variable in codebook.variables.values()
        for dimension in dimensions_of(variable, analysed.vocabulary)
        if analysed.vocabulary.has(dimension) and analysed.vocabulary.selects_people(dimension)
    }
    assert set(analysed.frames["beneficiary"].columns) - {WEIGHT} == people
    for frame in analysed.frames.values():
        for column in frame.columns.difference([PERSON, WEIGHT]):
            codes = analysed.vocabulary.codes(dimension_named(column))
            assert tuple(frame[column].cat.categories) == codes
            assert frame[column].notna().all()


def dimensions_of(variable: Variable, vocabulary: Vocabulary) -> list[Dimension]:
    waves = vocabulary.waves if variable.per_wave else (None,)
    return [Dimension(variable.name, wave) for wave in waves]
