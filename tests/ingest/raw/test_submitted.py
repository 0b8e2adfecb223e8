"""When were questionnaires submitted, and does that go with the day of their survey?"""

import pytest

from dashboard.ingest.raw.submitted import submission_findings
from tests.ingest.raw.small import COLUMNS, grid_of, mapping_of
from tests.support.exhibits import plain


def found(days: str, surveyed_on: str, header: str = "submitdate") -> list[tuple[str, str, int]]:
    grid = grid_of(
        "s.csv", "\n".join(["id|submitdate|status", *(f"1|{d}|CDI" for d in days.split(","))])
    )
    mapping = mapping_of("s.csv", "survey", grid, surveyed_on)
    named = type(grid)(grid.file, "", ("id", header, "status"), grid.rows)
    return [(f.check, f.level, f.cells) for f in submission_findings(named, mapping)]


@pytest.mark.parametrize(
    ("days", "surveyed_on", "expected"),
    [
        ("2016-09-03 10:41:00,2016-10-01 08:00", "2016-09-01", []),
        ("2016-09-03 10:41:00,2016-10-01 08:00", "2015-09-01", [("survey-year", "failure", 2)]),
        ("03/09/2016,3/9/2016,03/09/2015", "2015-09-01", [("survey-year", "failure", 2)]),
        # As many of one year as of the other: not most of them.
        ("2016-09-03,2015-09-03", "2015-09-01", []),
        # A survey that is still open in January is the same one.
        ("2017-01-03,2017-01-04", "2016-09-01", []),
        # What LimeSurvey writes where a survey keeps no dates.
        ("1980-01-01 00:00:00", "2016-09-01", []),
        ("2016-09-03,,  ", "2016-09-01", [("submitted", "warning", 2)]),
        (",2016-09-03", "2014-09-01", [("submitted", "warning", 1), ("survey-year", "failure", 1)]),
        ("2016-13-45,bientôt", "2014-09-01", []),
    ],
)  # fmt: skip
def test_most_of_another_year_stop_and_those_never_sent_are_counted(
    days: str, surveyed_on: str, expected: list[tuple[str, str, int]]
) -> None:
    assert found(days, surveyed_on) == expected


@pytest.mark.parametrize(
    ("header", "is_known"),
    [
        ("submitdate. Date de soumission", True),
        ("Date de soumission", True),
        ("SubmitDate", True),
        ("Date de début", False),
        ("startdate", False),
    ],
)
def test_the_column_is_known_by_its_code_or_its_text(header: str, is_known: bool) -> None:
    assert bool(found("2016-09-03", "2014-09-01", header)) is is_known


def test_a_day_of_each_row_is_not_judged_by_a_constant() -> None:
    grid = grid_of("s.csv", "id|submitdate|on|status\n1|2016-09-03|03/09/2014|CDI")
    mapping = mapping_of("s.csv", "survey", grid, "2014-09-01")
    assert list(submission_findings(grid, mapping)) == []
    assert "submitdate" in COLUMNS


def test_the_message_says_how_many_and_of_which_year() -> None:
    grid = grid_of("s.csv", "id|submitdate|status\n1|2016-09-03|CDI\n2|2016-09-04|CDI")
    (one,) = submission_findings(grid, mapping_of("s.csv", "survey", grid, "2017-09-01"))
    assert plain(str(one)) == (
        "s.csv, colonne submitdate : sur 2 questionnaires datés, 2 sont d'une autre année que le jour d'enquête de la "
        "correspondance (surveyed_on = « 2017-09-01 »), 2016 le plus souvent : corrigez ce jour."
    )
