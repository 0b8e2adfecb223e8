"""What becomes of people who are known from an earlier dataset?"""

from tests.ingest.raw.small import Came, came, enrolments, survey

BEFORE = came(
    enrolments("id|year|unit|region|cadre\n1|2014-2015|A1|52|\n2|2014-2015|A1|82|Oui"),
    survey("id|on|status|job\n1|05/09/2015|CDI|Oui"),
)


WITHOUT_A_DIPLOMA = came(
    enrolments("id|year|unit|cadre\n1|2014-2015|A1|\n2|2014-2015|A1|Oui\n3|2014-2015|A1|Non")
)


def added(*tables: tuple[str, str]) -> Came:
    return came(*tables, earlier=BEFORE.earlier())  # type: ignore[arg-type]


def test_what_is_known_is_kept_completed_and_what_differs_is_told() -> None:
    after = added(
        enrolments("id|year|unit|region|cadre\n1|2015-2016|B1|82|Non\n2|2015-2016|B1|82|Non")
    )
    assert sorted(after.table("beneficiaries", "region", "executive", "cohort")) == [
        ("52", "no", "2014-2015"),
        ("82", "yes", "2014-2015"),
    ]
    assert after.met() == {"renseignement déjà connu": 2}
    assert after.changed()["renseignement complété"] == 1
    assert len(after.made.tables["units"]) == 4
    after.loaded()


def test_an_enrolment_before_the_known_cohort_is_refused() -> None:
    after = added(enrolments("id|year|unit\n1|2013-2014|Z1\n3|2013-2014|Z1"))
    assert after.places() == [("e0.csv", 2, "", "inscription avant la promotion connue")]
    assert len(after.made.tables["beneficiaries"]) == 3
    after.loaded()


def test_an_answer_that_is_known_stays_and_one_that_was_missing_comes() -> None:
    after = added(survey("id|on|status\n1|06/09/2015|Chômage\n2|06/09/2015|Chômage"))
    assert sorted(after.table("survey", "wave", "status")) == [
        ("T0", "jobseeker"),
        ("T0", "jobseeker"),
        ("T1", "salaried"),
        ("T1", "searching"),
    ]
    assert after.met() == {"réponse autre que celle déjà connue": 1}
    assert after.made.contradicting == 1
    assert [(a.read, a.kept, a.merged) for a in after.accounts] == [(2, 1, 1)]
    after.loaded()


def test_somebody_who_joins_a_cohort_late_has_a_row_for_each_wave_it_was_asked() -> None:
    after = added(enrolments("id|year|unit\n3|2014-2015|A1"))
    assert len(after.made.tables["survey"]) == 6
    after.loaded()


def test_the_next_wave_of_a_known_cohort_is_added_on_its_day() -> None:
    after = added(survey("id|status\n1|Chômage"))
    assert after.table("survey", "wave").count(("T2",)) == 0
    after = came(survey("id|status\n1|Chômage"), earlier=BEFORE.earlier(), surveyed_on="2016-10-01")
    assert sorted(set(after.table("survey", "wave", "surveyed_on"))) == [
        ("T0", "2015-09-01"),
        ("T1", "2015-09-01"),
        ("T2", "2016-10-01"),
    ]
    after.loaded()


SURVEY_OF_PEOPLE = survey(
    "id|on|status|diploma|cadre\n"
    "1|05/09/2015|CDI|II|Non\n2|05/09/2015|CDI||Non\n3|05/09/2015|CDI|III|Non"
)
"""Of three known people: all that was missing, another word on one who is known, the same word."""


def test_a_survey_alone_completes_and_contradicts_what_is_known_of_people() -> None:
    earlier = WITHOUT_A_DIPLOMA.earlier()
    alone = came(SURVEY_OF_PEOPLE, earlier=earlier)
    assert sorted(alone.table("beneficiaries", "entry_diploma", "executive")) == [
        ("II", "no"),
        ("III", "no"),
        ("unknown", "yes"),
    ]
    assert alone.changed()["renseignement complété"] == 3
    assert alone.met() == {"renseignement déjà connu": 1}
    assert alone.made.contradicting == 1
    alone.loaded()


def test_a_survey_alone_gives_what_it_gives_with_the_enrolments_again() -> None:
    earlier = WITHOUT_A_DIPLOMA.earlier()
    again = enrolments(
        "id|year|unit|cadre\n1|2014-2015|A1|\n2|2014-2015|A1|Oui\n3|2014-2015|A1|Non"
    )
    alone = came(SURVEY_OF_PEOPLE, earlier=earlier)
    assert alone.made.tables == came(again, SURVEY_OF_PEOPLE, earlier=earlier).made.tables
