"""Are the tables held in memory counted as a reader with a pencil would count them?"""

from pathlib import Path

import pytest

from dashboard.disclosure.gate import release
from dashboard.disclosure.policy import INTERNAL
from dashboard.domain.query import Counted, crossing, narrowed
from dashboard.domain.selection import Selection
from dashboard.domain.tables import RawTable, ReleasedTable
from dashboard.ingest.derive.analysis import analysis_tables
from dashboard.ingest.reading.tables import read_tables
from dashboard.sources.memory.engine import KEPT_SELECTIONS
from dashboard.sources.memory.source import LARGE, MemorySource
from tests.support.tables import CODEBOOK, valid_tables, write_csv


@pytest.fixture(scope="module", params=[LARGE, 0], ids=["rows", "cubes"])
def source(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> MemorySource:
    """The four persons of `tests/unit/tables.py`."""
    folder = write_csv(tmp_path_factory.mktemp("tables"), valid_tables())
    return MemorySource(analysis_tables(read_tables(folder, CODEBOOK), CODEBOOK), request.param)


def tabulated(
    source: MemorySource, *by: str, of: Selection = Selection(), counted: Counted = "beneficiary"
) -> ReleasedTable:
    return release(RawTable(source.tabulate(crossing(*by, of=of, counted=counted))), INTERNAL)


@pytest.mark.parametrize(
    ("counted", "everybody", "of_women"),
    [("beneficiary", 4, 2), ("enrolment", 5, 3), ("unit", 6, 3), ("answer", 2, 0)],
)
def test_what_is_counted(
    source: MemorySource, counted: Counted, everybody: int, of_women: int
) -> None:
    women = narrowed(Selection(), gender=["F"])
    assert tabulated(source, counted=counted).total() == everybody
    assert tabulated(source, of=women, counted=counted).total() == of_women


def test_every_category_has_its_place_even_where_nobody_is(source: MemorySource) -> None:
    table = tabulated(source, "gender", "executive")
    assert dict(table.cells()) == {
        ("F", "yes"): 0,
        ("F", "no"): 1,
        ("F", "unknown"): 1,
        ("M", "yes"): 2,
        ("M", "no"): 0,
        ("M", "unknown"): 0,
    }


def test_units_are_counted_along_the_traits_of_their_person(source: MemorySource) -> None:
    table = tabulated(source, "cohort", "academic_year", counted="unit")
    assert {cell: n for cell, n in table.cells() if n} == {
        ("2012-2013", "2012-2013"): 1,
        ("2012-2013", "2013-2014"): 1,
        ("2013-2014", "2013-2014"): 2,
        ("2014-2015", "2014-2015"): 2,
    }


def test_units_are_counted_of_the_people_selected_by_what_became_of_them(
    source: MemorySource,
) -> None:
    employed = narrowed(Selection(), main_pathway=["degree"], response=["respondent"])
    assert tabulated(source, "teaching_team", of=employed, counted="unit").by_code(
        "teaching_team"
    ) == {"innovation": 0, "computing": 0, "law_property": 0, "accounting": 0, "other": 2}


def test_answers_are_counted_along_the_traits_of_their_person(source: MemorySource) -> None:
    table = tabulated(source, "benefit", "gender", counted="answer")
    assert {cell: n for cell, n in table.cells() if n} == {
        ("find_a_job", "M"): 1,
        ("other", "M"): 1,
    }


def test_a_condition_on_no_code_keeps_nobody(source: MemorySource) -> None:
    nobody = narrowed(Selection(), gender=["F"]).keeping(crossing("gender").by[0], ["M"])
    assert tabulated(source, "cohort", of=nobody).total() == 0


@pytest.mark.parametrize(
    ("name", "counted"),
    [
        ("academic_year", "beneficiary"),
        ("modality", "enrolment"),
        ("benefit", "unit"),
        ("status", "beneficiary"),
        ("status@T9", "beneficiary"),
        ("beneficiary_id", "beneficiary"),
    ],
)
def test_what_is_not_counted_so_is_refused(
    source: MemorySource, name: str, counted: Counted
) -> None:
    with pytest.raises(KeyError):
        source.tabulate(crossing(name, counted=counted))


def test_a_selection_counts_the_same_when_it_has_been_forgotten(source: MemorySource) -> None:
    women = narrowed(Selection(), gender=["F"])
    before = tabulated(source, "cohort", of=women).by_code("cohort")
    for age in range(16, 16 + KEPT_SELECTIONS + 1):
        tabulated(source, of=narrowed(women, age_at_enrolment=[str(age)]))
    assert tabulated(source, "cohort", of=women).by_code("cohort") == before
    assert before == {"2012-2013": 1, "2013-2014": 1, "2014-2015": 0}


def test_tables_without_a_companion_carry_no_stamp(source: MemorySource, tmp_path: Path) -> None:
    assert source.stamp == ""
    again = read_tables(write_csv(tmp_path, valid_tables()), CODEBOOK)
    assert again.version == source.version
