"""Do the variables that follow from the tables follow as their definitions say?"""

from pathlib import Path

import pytest

from tests.spec.written import plain, told, written


@pytest.mark.parametrize(
    ("age", "band"),
    [
        (16, "under_30"),
        (29, "under_30"),
        (30, "30_39"),
        (39, "30_39"),
        (40, "40_49"),
        (49, "40_49"),
        (50, "50_and_over"),
        (75, "50_and_over"),
    ],
)
def test_age_bands(tmp_path: Path, age: int, band: str) -> None:
    found = written(tmp_path, f"person age_at_enrolment\nA {age}")
    assert told(found, "age_band") == f"{band} 1"


@pytest.mark.parametrize(
    ("study", "current"),
    [
        ("42", "44"),  # Alsace, Grand Est
        ("21", "44"),  # Champagne-Ardenne, Grand Est
        ("82", "84"),  # Rhône-Alpes, Auvergne-Rhône-Alpes
        ("91", "76"),  # Languedoc-Roussillon, Occitanie
        ("54", "75"),  # Poitou-Charentes, Nouvelle-Aquitaine
        ("26", "27"),  # Bourgogne, Bourgogne-Franche-Comté
        ("52", "52"),  # Pays de la Loire
        ("28", "28"),  # Normandie
        ("32", "32"),  # Hauts-de-France
    ],
)
def test_regions_of_today(tmp_path: Path, study: str, current: str) -> None:
    found = written(tmp_path, f"person region\nA {study}")
    assert told(found, "region", "current_region") == f"{study} {current} 1"


@pytest.mark.parametrize(
    ("salary", "band"),
    [
        (999, "under_1000"),
        (1000, "1000_1499"),
        (1499, "1000_1499"),
        (1500, "1500_1999"),
        (2999, "2000_2999"),
        (3000, "3000_and_over"),
    ],
)
def test_salary_bands(tmp_path: Path, salary: int, band: str) -> None:
    found = written(
        tmp_path,
        "person\nA",
        survey=f"""
            person  wave  status    contract    gross_monthly_salary
            A       T1    salaried  open_ended  {salary}
        """,
    )
    assert told(found, "salary_band@T1") == f"{band} 1"


def test_units_of_the_first_year_and_of_all_years(tmp_path: Path) -> None:
    found = written(
        tmp_path,
        """
            person  cohort
            A       2013-2014
            B       2013-2014
            C       2014-2015
        """,
        units="""
            person  academic_year  unit
            A       2013-2014      UE1
            A       2013-2014      UE2
            A       2014-2015      UE3
            B       2013-2014      UE1
            C       2014-2015      UE1
            C       2014-2015      UE2
            C       2016-2017      UE3
            C       2016-2017      UE4
        """,
    )
    assert told(found, "cohort", "units_first_year", "units_all_years") == plain("""
        2013-2014  1  1  1
        2013-2014  2  3  1
        2014-2015  2  4  1
    """)


@pytest.mark.parametrize(
    ("years", "continuation", "later"),
    [
        (["2013-2014"], "none", 0),
        (["2013-2014", "2014-2015"], "continuous", 1),
        (["2013-2014", "2014-2015", "2015-2016"], "continuous", 2),
        (["2013-2014", "2015-2016"], "interrupted", 1),
        (["2013-2014", "2016-2017"], "interrupted", 1),
    ],
)
def test_continuation(tmp_path: Path, years: list[str], continuation: str, later: int) -> None:
    lines = "\n".join(f"A {year}" for year in years)
    found = written(
        tmp_path,
        """
            person  cohort
            A       2013-2014
            other1  2014-2015
            other2  2015-2016
            other3  2016-2017
        """,
        units=f"person academic_year\n{lines}",
    )
    (line,) = (
        line
        for line in told(found, "cohort", "continuation").splitlines()
        if line.startswith("2013-2014")
    )
    assert line == f"2013-2014 {continuation} 1"
    ranks = told(found, "enrolment_rank", counted="enrolment").splitlines()
    assert ranks == ["first 4", *([f"later {later}"] if later else [])]


@pytest.mark.parametrize(
    ("units", "pathway", "level", "step"),
    [
        # With an entry diploma of level III (bac+2).
        ("degree II", "degree", "II", "higher"),
        ("degree III", "degree", "III", "same"),
        ("degree IV", "degree", "IV", "lower"),
        ("degree unknown", "degree", "unknown", "unknown"),
        ("degree IV, degree I", "degree", "I", "higher"),
        ("degree III, single_units not_applicable", "degree", "III", "same"),
        (
            "single_units not_applicable",
            "single_units",
            "not_applicable",
            "not_applicable",
        ),
        (
            "single_units not_applicable, unknown unknown",
            "single_units",
            "not_applicable",
            "not_applicable",
        ),
        ("unknown unknown", "unknown", "unknown", "unknown"),
    ],
)
def test_pathway_level_aimed_at_and_step_from_the_entry_diploma(
    tmp_path: Path, units: str, pathway: str, level: str, step: str
) -> None:
    lines = "\n".join(f"A 2013-2014 UE{i} {unit}" for i, unit in enumerate(units.split(", ")))
    found = written(
        tmp_path,
        "person entry_diploma\nA III",
        units=f"person academic_year unit pathway target_level\n{lines}",
    )
    assert told(found, "main_pathway") == f"{pathway} 1"
    assert told(found, "main_target_level") == f"{level} 1"
    assert told(found, "level_step") == f"{step} 1"


@pytest.mark.parametrize(
    ("units", "step"),
    [("degree I", "unknown"), ("single_units not_applicable", "not_applicable")],
)
def test_without_a_known_entry_diploma_there_is_no_step(
    tmp_path: Path, units: str, step: str
) -> None:
    found = written(
        tmp_path,
        "person entry_diploma\nA unknown",
        units=f"person academic_year pathway target_level\nA 2013-2014 {units}",
    )
    assert told(found, "level_step") == f"{step} 1"


def test_people_are_counted_once_in_a_year_and_units_each(tmp_path: Path) -> None:
    found = written(
        tmp_path,
        "person\nA",
        units="""
            person  academic_year  unit
            A       2013-2014      UE1
            A       2013-2014      UE2
            A       2014-2015      UE3
        """,
    )
    assert told(found, "academic_year", counted="enrolment") == "2013-2014 1\n2014-2015 1"
    assert told(found, "academic_year", counted="unit") == "2013-2014 2\n2014-2015 1"
    assert told(found) == "1"
