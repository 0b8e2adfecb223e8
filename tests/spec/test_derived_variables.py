"""Do the variables that follow from the tables follow as their definitions say?"""

import pytest

from tests.spec.written import counts_as_text, plain, written


def test_age_bands() -> None:
    # The youngest of each band is a woman, the oldest a man.
    publication = written("""
        person  age_at_enrolment  gender
        A       16                F
        B       29                M
        C       30                F
        D       39                M
        E       40                F
        F       49                M
        G       50                F
        H       75                M
    """)
    assert counts_as_text(publication, "age_band", "gender") == plain("""
        under_30     F  1
        under_30     M  1
        30_39        F  1
        30_39        M  1
        40_49        F  1
        40_49        M  1
        50_and_over  F  1
        50_and_over  M  1
    """)


def test_regions_of_today() -> None:
    publication = written("""
        person  region
        A       42
        B       21
        C       82
        D       91
        E       54
        F       26
        G       52
        H       28
        I       32
    """)
    # Grand Est, Auvergne-Rhône-Alpes, Occitanie, Nouvelle-Aquitaine and Bourgogne-Franche-Comté
    # were made of several; the other four were not.
    pairs = set(counts_as_text(publication, "region", "current_region").splitlines())
    assert pairs == {
        "42 44 1",
        "21 44 1",
        "82 84 1",
        "91 76 1",
        "54 75 1",
        "26 27 1",
        "52 52 1",
        "28 28 1",
        "32 32 1",
    }


def test_salary_bands() -> None:
    # The least of each band is earned by a woman, the most by a man.
    publication = written(
        """
            person  gender
            A       M
            B       F
            C       M
            D       F
            E       M
            F       F
        """,
        survey="""
            person  wave  status    contract    gross_monthly_salary
            A       T1    salaried  open_ended  999
            B       T1    salaried  open_ended  1000
            C       T1    salaried  open_ended  1499
            D       T1    salaried  open_ended  1500
            E       T1    salaried  open_ended  2999
            F       T1    salaried  open_ended  3000
        """,
    )
    assert counts_as_text(publication, "salary_band@T1", "gender") == plain("""
        under_1000      M  1
        1000_1499       F  1
        1000_1499       M  1
        1500_1999       F  1
        2000_2999       M  1
        3000_and_over   F  1
    """)


def test_units_of_the_first_year_and_of_all_years() -> None:
    publication = written(
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
    assert counts_as_text(publication, "cohort", "units_first_year", "units_all_years") == plain("""
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
def test_continuation(years: list[str], continuation: str, later: int) -> None:
    lines = "\n".join(f"A {year}" for year in years)
    publication = written(
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
        for line in counts_as_text(publication, "cohort", "continuation").splitlines()
        if line.startswith("2013-2014")
    )
    assert line == f"2013-2014 {continuation} 1"
    ranks = counts_as_text(publication, "enrolment_rank", counted="enrolment").splitlines()
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
    units: str, pathway: str, level: str, step: str
) -> None:
    lines = "\n".join(f"A 2013-2014 UE{i} {unit}" for i, unit in enumerate(units.split(", ")))
    publication = written(
        "person entry_diploma\nA III",
        units=f"person academic_year unit pathway target_level\n{lines}",
    )
    assert counts_as_text(publication, "main_pathway") == f"{pathway} 1"
    assert counts_as_text(publication, "main_target_level") == f"{level} 1"
    assert counts_as_text(publication, "level_step") == f"{step} 1"


@pytest.mark.parametrize(
    ("units", "step"),
    [("degree I", "unknown"), ("single_units not_applicable", "not_applicable")],
)
def test_without_a_known_entry_diploma_there_is_no_step(units: str, step: str) -> None:
    publication = written(
        "person entry_diploma\nA unknown",
        units=f"person academic_year pathway target_level\nA 2013-2014 {units}",
    )
    assert counts_as_text(publication, "level_step") == f"{step} 1"


def test_people_are_counted_once_in_a_year_and_units_each() -> None:
    publication = written(
        "person\nA",
        units="""
            person  academic_year  unit
            A       2013-2014      UE1
            A       2013-2014      UE2
            A       2014-2015      UE3
        """,
    )
    assert (
        counts_as_text(publication, "academic_year", counted="enrolment")
        == "2013-2014 1\n2014-2015 1"
    )
    assert (
        counts_as_text(publication, "academic_year", counted="unit") == "2013-2014 2\n2014-2015 1"
    )
    assert counts_as_text(publication) == "1"
