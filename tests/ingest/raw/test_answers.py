"""Which questionnaire counts, at which wave, and what does it say?"""

from datetime import date

import pytest

from dashboard.ingest.raw.result.alarms import alarms
from tests.ingest.raw.small import ONE, came, enrolments, survey
from tests.spec.written import CODEBOOK
from tests.support.exhibits import plain


@pytest.mark.parametrize(
    ("on", "wave"),
    [
        ("01/09/2014", "T1"),
        ("30/09/2014", "T1"),
        ("15/03/2015", "T1"),
        ("31/08/2015", "T1"),
        ("01/09/2015", "T2"),
        ("20/09/2016", "T3"),
    ],
)
def test_the_wave_follows_from_the_cohort_and_the_day(on: str, wave: str) -> None:
    asked = came(ONE, survey(f"id|on|status\n1|{on}|CDI"))
    waves = asked.waves("status", "surveyed_on")
    year = 2013 + int(wave[1])
    assert waves[wave] == ("salaried", f"{year}-09-01")
    assert list(waves) == ["T0", "T1", "T2", "T3"][: int(wave[1]) + 1]
    asked.loaded()


def test_a_later_wave_is_numbered_as_the_study_says() -> None:
    asked = came(ONE, survey("id|on|status\n1|05/09/2017|CDI"))
    assert asked.waves("status")["T4"] == ("salaried",)
    asked.loaded()


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        ("1|31/08/2014||CDI", "vague impossible"),
        ("1|05/09/2014|T9|CDI", "réponse inconnue"),
        ("1|||CDI", "date illisible"),
        ("1|05.09.2014||CDI", "date illisible"),
        ("1|05/09/2030||CDI", "date à venir"),
        ("9|05/09/2014||CDI", "répondant sans inscription"),
        ("|05/09/2014||CDI", "identifiant absent"),
        ("1|05/09/2014||DE", "réponse impossible à cette vague"),
        ("1|05/09/2014||Ailleurs", "réponse inconnue"),
    ],
)
def test_what_cannot_be_a_questionnaire_is_refused(row: str, rule: str) -> None:
    asked = came(ONE, survey(f"id|on|wave|status\n{row}"))
    assert [place[3] for place in asked.places()] == [rule]
    assert asked.made.tables["survey"] == []
    asked.loaded()


def test_everybody_of_an_asked_cohort_has_a_row_and_the_silent_say_nothing() -> None:
    asked = came(
        enrolments("id|year|unit\n1|2013-2014|A1\n2|2013-2014|A1\n3|2014-2015|A1\n4|2015-2016|A1"),
        survey("id|on|status\n1|05/09/2014|CDI\n3|05/09/2015|Chômage"),
    )
    said = sorted(asked.table("survey", "wave", "surveyed_on", "status", "csp"))
    assert said == [
        ("T0", "2014-09-01", "jobseeker", "no_information"),
        ("T0", "2014-09-01", "jobseeker", "no_information"),
        ("T0", "2015-09-01", "jobseeker", "no_information"),
        ("T1", "2014-09-01", "no_information", "no_information"),
        ("T1", "2014-09-01", "salaried", "no_information"),
        ("T1", "2015-09-01", "searching", "not_employed"),
    ]
    asked.loaded()


def test_a_wave_that_nobody_answered_is_filled_and_told() -> None:
    asked = came(ONE, survey("id|on|status\n1|05/09/2015|CDI"))
    assert asked.made.unanswered == (("2013-2014", "T1"),)
    assert asked.waves("status")["T1"] == ("no_information",)
    asked.loaded()


def test_the_last_complete_questionnaire_counts() -> None:
    asked = came(
        ONE,
        survey(
            "id|on|status|salary\n1|01/09/2014|Chômage|\n1|03/09/2014|CDI|1800\n1|09/09/2014||1900"
        ),
    )
    assert asked.waves("status", "gross_monthly_salary")["T1"] == ("salaried", "1800")
    assert asked.met() == {"questionnaire rempli deux fois": 2}
    assert [(a.read, a.kept, a.merged) for a in asked.accounts] == [(1, 1, 0), (3, 1, 2)]


def test_without_a_complete_one_the_last_counts() -> None:
    asked = came(ONE, survey("id|status|before\n1||CDI\n1||CDD"), surveyed_on="2014-09-01")
    assert asked.waves("contract")["T0"] == ("fixed_term",)


def test_the_job_before_is_asked_with_the_first_wave() -> None:
    asked = came(
        ONE,
        survey("id|on|status|contract|before\n1|05/09/2014|CDI|CDD|CDI\n1|05/09/2015|CDI|CDI|CDD"),
    )
    assert {w: said[0] for w, said in asked.waves("contract").items()} == {
        "T0": "open_ended",
        "T1": "fixed_term",
        "T2": "open_ended",
    }
    asked.loaded()


@pytest.mark.parametrize(
    ("said", "written", "rules"),
    [
        ("Chômage|CDI|1500", ("searching", "not_employed", ""), {"emploi décrit sans emploi": 2}),
        ("|CDI|", ("no_information", "no_information", ""), {"emploi décrit sans emploi": 1}),
        ("CDI|Aucun|1500", ("salaried", "no_information", "1500"), {"emploi nié": 1}),
        ("CDI||", ("salaried", "no_information", ""), {}),
        ("Chômage|Aucun|", ("searching", "not_employed", ""), {}),
        ("CDI|CDD|12", ("salaried", "fixed_term", ""), {"nombre hors bornes": 1}),
    ],
)
def test_a_job_goes_with_the_situation(
    said: str, written: tuple[str, ...], rules: dict[str, int]
) -> None:
    asked = came(ONE, survey(f"id|status|contract|salary\n1|{said}"), surveyed_on="2014-09-01")
    assert asked.waves("status", "contract", "gross_monthly_salary")["T1"] == written
    assert asked.met() == rules
    asked.loaded()


def test_benefits_of_whoever_said_nothing_else_are_not_counted() -> None:
    asked = came(
        enrolments("id|year|unit\n1|2013-2014|A1\n2|2013-2014|A1"),
        survey("id|status|job\n1|CDI|oui\n2||Oui"),
    )
    assert len(asked.made.tables["benefits"]) == 1
    assert asked.met() == {"apport sans autre réponse": 1}
    asked.loaded()


def test_one_day_holds_for_a_wave_of_a_cohort() -> None:
    asked = came(
        enrolments("id|year|unit\n1|2013-2014|A1\n2|2013-2014|A1\n3|2013-2014|A1"),
        survey("id|on|status\n1|05/09/2014|CDI"),
        survey("id|status\n2|CDI\n3|CDI"),
        surveyed_on="2014-09-15",
    )
    assert {day for (day,) in asked.table("survey", "surveyed_on")} == {"2014-09-15"}
    asked.loaded()


def test_a_wave_that_the_day_of_the_data_has_not_reached_is_refused() -> None:
    asked = came(ONE, survey("id|wave|status\n1|T3|CDI"), latest=date(2016, 8, 31))
    assert [place[3] for place in asked.places()] == ["vague impossible"]


def test_free_text_is_kept_apart_unless_it_says_who_wrote_it() -> None:
    asked = came(
        enrolments("id|year|unit|name\n77123|2013-2014|A1|Zwitter\n77124|2013-2014|A1|Quatre"),
        survey(
            "id|status|text\n77123|CDI|Merci, zwitter\n77124|CDI|=1+1\n77124|CDI|voir 77124\n77124|CDI|x@y.example"
        ),
    )
    assert [row["text"] for row in asked.made.texts] == []
    asked = came(
        enrolments("id|year|unit|name\n77123|2013-2014|A1|Zwitter"),
        survey("id|status|text\n77123|CDI|Tout va bien"),
    )
    assert [row["text"] for row in asked.made.texts] == ["Tout va bien"]


def test_a_study_without_a_wave_before_and_without_benefits_is_imported_too() -> None:
    book = CODEBOOK.model_copy(
        update={
            "waves": {name: wave for name, wave in CODEBOOK.waves.items() if name != "T0"},
            "tables": {n: table for n, table in CODEBOOK.tables.items() if n != "benefits"},
        }
    )
    asked = came(ONE, survey("id|on|status|contract\n1|05/09/2014|CDI|CDD"), book=book)
    assert asked.waves("status", "contract") == {"T1": ("salaried", "fixed_term")}
    assert "benefits" not in asked.made.tables
    assert len(asked.loaded().survey) == 1


TWO = enrolments("id|year|unit\n1|2013-2014|A1\n2|2013-2014|A1\n3|2013-2014|A1")


def test_two_files_that_hold_other_questionnaires_of_a_wave_are_told_loudly() -> None:
    both = came(
        TWO,
        survey("id|status\n1|CDI\n2|CDI\n3|CDI"),
        survey("id|status\n1|Chômage\n2|Chômage\n3|CDI"),
        surveyed_on="2014-09-01",
    )
    assert both.met() == {
        "questionnaire rempli deux fois": 1,
        "questionnaires de deux fichiers à la même vague": 2,
    }
    (alarm,) = alarms(both.made)
    assert plain(str(alarm)).startswith("s1.csv : 2 questionnaires sont écartés : un autre fichier")


def test_two_questionnaires_of_one_file_are_no_alarm() -> None:
    once = came(TWO, survey("id|status\n1|CDI\n1|Chômage"), surveyed_on="2014-09-01")
    assert list(alarms(once.made)) == []


@pytest.mark.parametrize(
    "text", ["N/A", "n.a.", "Sans objet", "NSP", "Non renseigné", "-", "(vide)"]
)
def test_a_salary_that_says_there_is_none_is_no_unreadable_number(text: str) -> None:
    asked = came(ONE, survey(f"id|status|salary\n1|CDI|{text}"), surveyed_on="2014-09-01")
    assert asked.waves("gross_monthly_salary")["T1"] == ("",)
    assert asked.met() == {}
    assert asked.changed()["absence de nombre"] == 1


def test_an_age_that_says_there_is_none_is_an_empty_cell() -> None:
    aged = came(enrolments("id|year|unit|age\n1|2013-2014|A1|N/A\n1|2014-2015|A1|31"))
    assert aged.table("beneficiaries", "age_at_enrolment") == [("30",)]
