"""Does every named check give a result, in the order of the stages, and what is refused no tables?"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.ingest.checks.finding import STAGES, Place
from dashboard.ingest.checks.report import findings_in
from dashboard.ingest.examination import examine_study
from dashboard.ingest.reading.tables import Examination, examine
from tests.support.tables import CODEBOOK, edited, valid_tables, without_row, write_csv

DATA = Path(__file__).parents[2] / "data"


def stages(examination: Examination) -> list[str]:
    return list(dict.fromkeys(finding.stage for finding in examination.findings))


def test_sound_tables_have_a_result_of_every_stage_in_order(tmp_path: Path) -> None:
    examination = examine(write_csv(tmp_path, valid_tables()), CODEBOOK)
    assert stages(examination) == list(STAGES)
    assert examination.tables is not None
    assert not examination.refusal
    assert not examination.at("failure")


@pytest.mark.parametrize(("column", "last"), [("level", "shape"), ("target_level", "cells")])
def test_a_stage_that_fails_is_the_last_and_there_are_no_tables(
    tmp_path: Path, column: str, last: str
) -> None:
    tables = edited(valid_tables(), "units", 3, {"target_level": "V"})
    tables["units"] = tables["units"].rename(columns={"target_level": column})
    examination = examine(write_csv(tmp_path, tables), CODEBOOK)
    assert stages(examination)[-1] == last
    assert examination.tables is None
    assert {finding.stage for finding in examination.at("failure")} == {last}


def test_every_unreadable_file_is_told_at_once(tmp_path: Path) -> None:
    write_csv(tmp_path, valid_tables())
    (tmp_path / "units.csv").unlink()
    (tmp_path / "benefits.csv").write_bytes(b"beneficiary_id,benefit\nB2\n")
    (tmp_path / "data.toml").write_text("[other]\n", encoding="utf-8")
    failures = examine(tmp_path, CODEBOOK).at("failure")
    assert [failure.place for failure in failures] == [
        Place("data.toml"),
        Place(),
        Place("benefits.csv", line=2),
    ]


def test_faults_that_share_a_reason_are_one_finding_with_its_first_place(tmp_path: Path) -> None:
    examination = examine(write_csv(tmp_path, without_row(valid_tables(), "units", 5)), CODEBOOK)
    (failure,) = examination.at("failure")
    assert failure.place == Place("beneficiaries.csv", line=4, column="beneficiary_id")
    assert (failure.stage, failure.check, failure.cells) == (
        "relations",
        "inscriptions et promotions",
        1,
    )


def test_the_study_of_a_folder_is_whole_once_it_has_passed() -> None:
    examination = examine_study(DATA / "demonstration", DATA)
    assert examination.codebook is not None
    assert examination.codebook.budgets
    assert examination.codebook.benchmarks


FILES = st.sampled_from(["units.csv", "survey.parquet", "data.toml", "regions.geojson"])
WORDS = st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1, max_size=9)


@given(FILES, st.integers(0, 99), st.one_of(st.just(""), WORDS), WORDS)
def test_a_message_is_told_again_as_it_was_read(
    file: str, line: int, column: str, said: str
) -> None:
    place = Place(file, line=line, column=column)
    message = f"{place}\u00a0: {said}"
    (finding,) = findings_in(message, "reading", "fichiers")
    assert finding.place == place
    assert str(finding) == message
