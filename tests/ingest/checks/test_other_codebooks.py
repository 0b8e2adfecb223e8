"""Do the checks, and what is derived, follow the codebook where it is not ours?"""

from pathlib import Path

from dashboard.domain.codebook import Codebook
from dashboard.ingest.checks.answers import answered
from dashboard.ingest.derive.analysis import analysis_tables
from dashboard.ingest.reading.tables import read_tables
from tests.support.codebooks import Changes, changed, read
from tests.support.refused import line, refusal
from tests.support.tables import Texts, edited, valid_tables, write_csv

LATER = "une vague de plus s'écrit dans codebook.toml, ou « months_between_waves » l'y permet"


def codebook(folder: Path, changes: Changes) -> Codebook:
    return read(folder, changed(changes))


def without(tables: Texts, table: str, *columns: str) -> Texts:
    return {**tables, table: tables[table].drop(columns=list(columns))}


def test_a_wave_that_the_codebook_cannot_name_is_refused_with_what_would_allow_it(
    tmp_path: Path,
) -> None:
    tables = edited(valid_tables(), "survey", 4, {"wave": "T4"})
    mute = codebook(tmp_path, {"months_between_waves = 12": ""})
    expected = line("survey", 4, "wave", "« T4 »", f"T0, T1, T2 ou T3 ({LATER})")
    assert refusal(tmp_path, tables, mute)[1:] == [expected]


def test_what_everybody_is_at_a_wave_is_no_answer_and_one_of_several_is(tmp_path: Path) -> None:
    second = """{ code = "student", label = "Étudiant", waves = ["T0"] },
  { code = "jobseeker", label"""
    two = codebook(tmp_path, {'{ code = "jobseeker", label': second})
    for book, expected in ((codebook(tmp_path, {}), [0, 1, 0, 1]), (two, [0, 1, 1, 1])):
        cleaned = read_tables(write_csv(tmp_path, valid_tables()), book)
        frames = {"survey": cleaned.survey, "beneficiaries": cleaned.beneficiaries}
        assert answered(frames, book).tolist() == expected


def test_an_amount_without_a_job_is_told_by_the_status_alone(tmp_path: Path) -> None:
    described = ("contract", "csp", "sector", "working_time")
    text = changed({"".join(f', "{name}"' for name in described) + ', "gross': ', "gross'})
    before, _, jobs = text.partition("[variables.contract]")
    _, salary, after = jobs.partition("[variables.gross_monthly_salary]")
    book = read(tmp_path, before + salary + after)
    tables = without(valid_tables(), "survey", *described)
    tables = edited(tables, "survey", 3, {"gross_monthly_salary": None})
    cleaned = read_tables(write_csv(tmp_path, tables), book)
    people = analysis_tables(cleaned, book).frames["beneficiary"]
    assert people["salary_band@T1"].tolist() == [
        "out_of_scope",
        "no_information",
        "non_respondent",
        "no_information",
    ]
    assert people["salary_band@T2"].tolist()[1] == "not_employed"
    assert people["salary_band@T0"].tolist()[3] == "no_information"
