"""Does each analysis table have one row of what it counts, and a code in every cell?"""

from pathlib import Path

import numpy as np
import pytest

from dashboard.domain.dimension import dimension
from dashboard.domain.query import Counted
from dashboard.domain.statistics.weighting import UNITS_OF_WEIGHT
from dashboard.ingest.derive.analysis import PERSON, WEIGHT, AnalysisTables, analysis_tables
from dashboard.ingest.reading.tables import read_tables
from tests.support.tables import CODEBOOK, valid_tables, write_csv


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> AnalysisTables:
    """The four persons of `tests/support/tables.py`."""
    folder: Path = tmp_path_factory.mktemp("tables")
    return analysis_tables(read_tables(write_csv(folder, valid_tables()), CODEBOOK), CODEBOOK)


@pytest.mark.parametrize(
    ("counted", "people"),
    [("enrolment", [0, 0, 1, 2, 3]), ("unit", [0, 0, 1, 2, 3, 3]), ("answer", [1, 3])],
)
def test_rows_know_their_person(
    tables: AnalysisTables, counted: Counted, people: list[int]
) -> None:
    assert tables.frames[counted][PERSON].tolist() == people


@pytest.mark.parametrize("counted", ["beneficiary", "enrolment", "unit", "answer"])
def test_a_column_has_all_codes_of_its_dimension_and_no_empty_cell(
    tables: AnalysisTables, counted: Counted
) -> None:
    frame = tables.frames[counted].drop(columns=[PERSON, WEIGHT], errors="ignore")
    assert len(frame.columns)
    for name in frame.columns:
        codes = tables.vocabulary.codes(dimension(name))
        assert tuple(frame[name].cat.categories) == codes, name
        assert frame[name].notna().all(), name


def test_every_dimension_of_people_is_a_column(tables: AnalysisTables) -> None:
    columns = {dimension(name) for name in tables.frames["beneficiary"].columns.drop(WEIGHT)}
    vocabulary = tables.vocabulary
    for variable in vocabulary.codebook.variables.values():
        if variable.kind not in ("identifier", "wave", "date"):
            for wave in vocabulary.waves if variable.per_wave else (None,):
                key = dimension(variable.name if wave is None else f"{variable.name}@{wave}")
                assert (key in columns) == vocabulary.selects_people(key), key


def test_what_derives_from_the_tables(tables: AnalysisTables) -> None:
    people = tables.frames["beneficiary"]
    assert people[["age_band", "main_pathway", "level_step", "continuation"]].values.tolist() == [
        ["30_39", "degree", "higher", "continuous"],
        ["under_30", "single_units", "not_applicable", "none"],
        ["50_and_over", "unknown", "unknown", "none"],
        ["40_49", "degree", "higher", "none"],
    ]
    assert people["units_all_years"].tolist() == ["2", "1", "1", "2"]
    assert people["status@T2"].tolist() == [
        "out_of_scope",
        "searching",
        "non_respondent",
        "not_yet_surveyed",
    ]
    assert tables.frames["unit"]["enrolment_rank"].tolist() == [
        "first",
        "later",
        "first",
        "first",
        "first",
        "first",
    ]


def test_an_answer_weighs_as_much_as_who_gave_it(tables: AnalysisTables) -> None:
    people, answers = (tables.frames[name] for name in ("beneficiary", "answer"))
    assert people[WEIGHT].tolist() == [0, *people[WEIGHT].tolist()[1:]]
    assert people[WEIGHT].sum() == pytest.approx(3 * UNITS_OF_WEIGHT, abs=3)
    assert np.array_equal(answers[WEIGHT], people[WEIGHT].to_numpy()[answers[PERSON]])
