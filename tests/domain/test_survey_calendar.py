"""Is the day of a wave to come that of custom, whatever the time between waves?"""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.domain.survey_calendar import expected_date, is_yearly, waves_to_come
from dashboard.domain.vocabulary import Vocabulary
from tests.support.vocabularies import VOCABULARY


def surveyed(waves: tuple[str, ...], **days: dict[str, str]) -> Vocabulary:
    """A study of four cohorts; `days` gives the waves of a cohort by its first year: `of_2014={"T1": "2015-03-01"}`."""
    calendar = {
        (f"{year}-{int(year) + 1}", wave): day
        for name, asked in days.items()
        for year in (name.removeprefix("of_"),)
        for wave, day in asked.items()
    }
    return replace(VOCABULARY, waves=waves, calendar=calendar)


def test_two_waves_may_stand_in_one_year() -> None:
    study = surveyed(
        ("T1", "T2"), of_2013={"T1": "2014-03-01", "T2": "2014-09-01"}, of_2014={"T1": "2015-03-01"}
    )
    assert waves_to_come(study, ("2014-2015", "2015-2016"), study.after) == {
        "2014-2015": {"T2": date(2015, 9, 1)},
        "2015-2016": {"T1": date(2016, 3, 1), "T2": date(2016, 9, 1)},
    }


def test_one_wave_is_all_that_is_waited_for() -> None:
    study = surveyed(("T1",), of_2013={"T1": "2015-01-15"})
    assert waves_to_come(study, ("2013-2014", "2014-2015"), study.after) == {
        "2014-2015": {"T1": date(2016, 1, 15)}
    }


def test_the_29th_of_february_is_the_28th_in_another_year() -> None:
    study = surveyed(("T1",), of_2014={"T1": "2016-02-29"})
    assert expected_date(study, "2015-2016", "T1") == date(2017, 2, 28)


@pytest.mark.parametrize(
    ("asked", "yearly"),
    [
        ({"T1": "2014-09-01", "T2": "2015-09-15"}, True),
        ({"T1": "2014-09-01", "T2": "2015-03-01"}, False),
        ({"T1": "2014-09-01", "T2": "2016-09-01"}, False),
        ({"T1": "2014-09-01"}, False),
    ],
)
def test_a_survey_is_yearly_where_a_year_parts_its_waves(
    asked: dict[str, str], yearly: bool
) -> None:
    assert is_yearly(surveyed(("T0", "T1", "T2"), of_2013=asked)) is yearly
