"""What becomes of the rows of enrolments: units, cohorts, and what is known of people?"""

import pytest

from dashboard.domain.errors import ImportingError, TableError
from tests.ingest.raw.small import ONE, came, enrolments, survey
from tests.support.exhibits import plain


def test_a_unit_that_is_enrolled_twice_counts_once_and_is_completed() -> None:
    two = came(
        enrolments(
            """
            id|year|unit|team|path
            1|2013/14|a1|Info|
            1|2013-2014| A1|Info|Carte
            1|2014-2015|A1|Info|
            """.replace("            ", "")
        )
    )
    assert two.table("units", "academic_year", "unit", "pathway") == [
        ("2013-2014", "A1", "single_units"),
        ("2014-2015", "A1", "unknown"),
    ]
    assert two.met() == {"unité inscrite deux fois": 1}
    assert [(a.read, a.kept, a.refused, a.merged) for a in two.accounts] == [(3, 2, 0, 1)]
    two.loaded()


def test_a_unit_told_in_two_ways_is_as_its_first_row_has_it() -> None:
    two = came(enrolments("id|year|unit|path\n1|2013-2014|A1|Carte\n1|2013-2014|A1|Diplôme"))
    assert two.table("units", "pathway") == [("single_units",)]
    assert two.met() == {"unité inscrite deux fois": 1, "unité décrite de deux façons": 1}


def test_the_cohort_is_the_year_of_the_first_unit_in_any_file() -> None:
    two = came(
        enrolments("id|year|unit|region\n1|2014-2015|A1|52\n2|2014-2015|A1|52"),
        enrolments("id|year|unit|region\n1|2013-2014|B1|82"),
    )
    assert sorted(two.table("beneficiaries", "cohort", "region")) == [
        ("2013-2014", "82"),
        ("2014-2015", "52"),
    ]
    assert two.met() == {"deux centres": 1}
    two.loaded()


def test_a_cohort_that_a_file_declares_otherwise_is_told() -> None:
    told = came(
        enrolments("id|year|unit|cohort\n1|2013-2014|A1|2013/14\n2|2014-2015|A1|2013-2014"),
        survey("id|status\n1|CDI"),
    )
    assert sorted(told.table("beneficiaries", "cohort")) == [("2013-2014",), ("2014-2015",)]
    assert told.met() == {"promotion contredite": 1}


@pytest.mark.parametrize(
    ("rows", "gender", "rules"),
    [
        ("1|2013-2014|A1|Mme\n1|2013-2014|A2|M.\n1|2013-2014|A3|M.", "M", 1),
        ("1|2013-2014|A1|Mme\n1|2013-2014|A2|M.", "F", 1),
        ("1|2014-2015|A1|M.\n1|2014-2015|A2|M.\n1|2013-2014|A3|Mme", "F", 1),
        ("1|2013-2014|A1|\n1|2014-2015|A2|M.", "M", 0),
        ("1|2013-2014|A1|Mme\n1|2014-2015|A2|", "F", 0),
    ],
    ids=["most frequent", "first", "first year", "completed", "empty says nothing"],
)
def test_contradictions_are_decided_and_told(rows: str, gender: str, rules: int) -> None:
    decided = came(enrolments(f"id|year|unit|gender\n{rows}"))
    assert decided.table("beneficiaries", "gender") == [(gender,)]
    assert decided.met().get("renseignements contradictoires", 0) == rules


@pytest.mark.parametrize(
    ("rows", "age"),
    [
        ("1|2013-2014|A1|02/09/1980", "32"),
        ("1|2014-2015|A1|02/09/1980\n1|2013-2014|A1|", "32"),
        ("1|2013-2014|A1|02/09/1980\n1|2013-2014|A2|02/09/1970\n1|2014-2015|A2|02/09/1970", "42"),
        ("1|2013-2014|A1|pas une date\n1|2014-2015|A1|1980-09-02", "32"),
    ],
    ids=["born", "of another year", "most frequent", "as sheets write it"],
)
def test_an_age_is_that_of_the_cohort_from_the_birth_date(rows: str, age: str) -> None:
    assert came(enrolments(f"id|year|unit|born\n{rows}")).table(
        "beneficiaries", "age_at_enrolment"
    ) == [(age,)]


def test_an_age_of_a_later_year_is_taken_back_to_the_first() -> None:
    two = came(enrolments("id|year|unit|age\n1|2013-2014|A1|\n1|2015-2016|A1|32"))
    assert two.table("beneficiaries", "age_at_enrolment") == [("30",)]


@pytest.mark.parametrize(
    ("column", "value", "rule"),
    [
        ("born", "02/09/2010", "âge hors bornes"),
        ("age", "120", "âge hors bornes"),
        ("gender", "X", "réponse inconnue"),
        ("gender", "", "cellule vide"),
        ("region", "99", "réponse inconnue"),
        ("id", "", "identifiant absent"),
        ("wide id", "123456", "identifiant trop long"),
        ("year", "2015", "année illisible"),
        ("year", "2030-2031", "année à venir"),
        ("unit", "", "cellule vide"),
        ("unit", "a.b@courriel.example", "donnée personnelle dans un code"),
        ("team", "Musique", "réponse inconnue"),
    ],
)
def test_what_cannot_be_a_row_is_refused_with_its_place(column: str, value: str, rule: str) -> None:
    row = {"id": "2", "year": "2013-2014", "unit": "A1", column: value}
    if column == "wide id":
        del row["id"]
    refused = came(ONE, enrolments("|".join(row) + "\n" + "|".join(row.values())))
    told = [(file, line, what) for file, line, _, what in refused.places()]
    assert told == [("e1.csv", 2, rule)]
    assert value == "" or value not in str(refused.places())
    assert [(a.kept, a.refused) for a in refused.accounts] == [(1, 0), (0, 1)]
    assert len(refused.table("beneficiaries")) == 1


def test_a_person_without_what_the_codebook_asks_for_loses_every_row_and_their_answers() -> None:
    lost = came(
        ONE,
        enrolments("id|year|unit|gender\n2|2013-2014|A1|\n2|2013-2014|A1|\n2|2014-2015|A1|"),
        survey("id|status\n1|CDI\n2|CDI"),
    )
    assert lost.met() == {
        "cellule vide": 2,
        "unité inscrite deux fois": 1,
        "répondant sans inscription": 1,
    }
    lost.loaded()


def test_a_questionnaire_tells_of_the_person_what_enrolments_do_not() -> None:
    told = came(
        enrolments("id|year|unit|diploma\n1|2013-2014|A1|\n2|2013-2014|A1|II"),
        survey("id|status|diploma\n1|CDI|IV\n2|CDI|III"),
    )
    assert sorted(told.table("beneficiaries", "entry_diploma")) == [("II",), ("IV",)]
    assert told.met() == {"renseignements contradictoires": 1}


def test_a_person_whose_zeros_are_lost_is_not_made_two() -> None:
    with pytest.raises(ImportingError) as refused:
        came(
            enrolments("id|year|unit\n0077123|2013-2014|A1\n12|2013-2014|A1"),
            survey("id|status\n77123|CDI\n12|CDI"),
        )
    said = plain(str(refused.value))
    assert said.startswith("e0.csv et s1.csv : des identifiants y sont les mêmes, aux zéros")
    assert "« width = 7 »" in said
    assert "77123" not in said


def test_nobody_has_the_same_name_under_another_key() -> None:
    first, second = (
        came(ONE, key=key).table("units", "beneficiary_id") for key in ("a" * 32, "b" * 32)
    )
    assert first != second
    assert first == came(ONE, key="a" * 32).table("units", "beneficiary_id")


def test_the_tables_of_an_import_without_a_person_do_not_load() -> None:
    with pytest.raises(TableError, match="aucune ligne"):
        came(enrolments("id|year|unit\n|2013-2014|A1")).loaded()


@pytest.mark.parametrize(
    ("path", "level", "written"),
    [
        ("Carte", "", "not_applicable"),
        ("Diplôme", "", "unknown"),
        ("", "", "unknown"),
        ("Carte", "II", "II"),
        ("Diplôme", "II", "II"),
    ],
)
def test_a_level_that_nobody_says_is_not_applicable_outside_a_degree(
    path: str, level: str, written: str
) -> None:
    one = came(enrolments(f"id|year|unit|path|level\n1|2013-2014|A1|{path}|{level}"))
    assert one.table("units", "target_level") == [(written,)]
    one.loaded()


def test_a_pathway_that_a_second_row_gives_counts_for_the_level_too() -> None:
    two = came(enrolments("id|year|unit|path|level\n1|2013-2014|A1||\n1|2013-2014|A1|Carte|"))
    assert two.table("units", "pathway", "target_level") == [("single_units", "not_applicable")]


def test_an_answer_for_the_empty_text_is_what_an_empty_cell_says() -> None:
    two = came(enrolments("id|year|unit|level or none\n1|2013-2014|A1|\n2|2013-2014|A1|niveau ii"))
    assert sorted(two.table("units", "target_level")) == [("II",), ("not_applicable",)]


def test_a_person_refused_for_a_birth_date_is_told_by_its_cause_and_column() -> None:
    two = came(
        enrolments(
            "id|year|unit|born\n1|2013-2014|A1|6/7/88\n1|2014-2015|A1|\n2|2013-2014|A1|\n3|2013-2014|A1|06/07/1988"
        )
    )
    refused = [a for a in two.made.ledger.left_out if a.rule.effect == "refused"]
    assert [(a.origin.line, a.column, a.rule.name) for a in refused] == [
        (2, "born", "date de naissance illisible"),
        (3, "born", "date de naissance illisible"),
        (4, "born", "cellule vide"),
    ]


def test_identifiers_without_their_zeros_name_the_column_that_lacks_a_width() -> None:
    with pytest.raises(ImportingError) as error:
        came(
            enrolments("wide id|year|unit\n00123|2013-2014|A1"),
            enrolments("id|year|unit\n123|2014-2015|A1"),
        )
    assert plain(str(error.value)).endswith("« width = 5 » : e1.csv, colonne « id ».")
