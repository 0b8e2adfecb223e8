"""Is an export of LimeSurvey recognised, in codes or in full, with its questions of several answers?"""

from collections.abc import Sequence

import pytest

from dashboard.ingest.raw.mapping.model import ANY
from tests.ingest.raw.proposals.grids import ENROLMENTS, ROWS, SURVEY, column_of, proposal, raw_file

ASKED = "Q09. Que vous a apporté la formation ?"
BENEFITS = {
    f"{ASKED} [Dynamiser la recherche d'emploi]": ("Oui", "Non"),
    f"{ASKED} [Trouver un emploi]": ("Non", "Oui", "N/A"),
    f"{ASKED} [Reprendre confiance en soi]": ("Non",),
    f"{ASKED} [Autre]": ("", "mieux dormir", "", "une idée à moi"),
}
IN_FRENCH = {
    "ID de la réponse": ("1", "2"),
    "Date de soumission": ("2016-09-12 10:00:00", ""),
    "Dernière page": ("5",),
    "Langue de départ": ("fr",),
    "Tête de série": ("123",),
    "Code d'accès": [f"tk{n:04}" for n in range(ROWS)],
    "Adresse IP": ("192.168.1.4",),
    "URL référente": ("https://enquete.exemple.fr/",),
}


@pytest.mark.parametrize("system", [SURVEY, IN_FRENCH], ids=["codes", "french"])
def test_an_export_of_limesurvey_is_recognised_by_its_own_columns(
    system: dict[str, Sequence[str]],
) -> None:
    found = proposal(raw_file({**system, "CSP": ("Employés", "Ouvriers")}))
    (table,) = found.mapping.tables
    assert table.makes == "survey"
    assert "export de LimeSurvey" in found.findings[0].message
    kinds = {c.column: c.variable or c.personal or c.ignored for c in table.columns}
    technical = [name for name, kind in kinds.items() if kind == "colonne technique de LimeSurvey"]
    assert len(technical) == (4 if system is SURVEY else 5)
    assert [name for name, kind in kinds.items() if kind == "beneficiary_id"] in (
        ["token"],
        ["Code d'accès"],
    )


def test_the_address_of_a_machine_is_personal() -> None:
    assert column_of({**IN_FRENCH, "CSP": ("Employés",)}, "Adresse IP").personal == "other"


def test_enrolments_are_no_export_of_limesurvey() -> None:
    assert "LimeSurvey" not in proposal(raw_file(ENROLMENTS)).findings[0].message


def test_the_day_of_the_survey_is_the_first_of_september_of_its_answers_to_be_confirmed() -> None:
    (table,) = proposal(raw_file({**SURVEY, "CSP": ("Employés",)})).mapping.tables
    assert (table.constants, table.confirmed) == ({"surveyed_on": "2016-09-01"}, False)


def test_options_are_found_by_their_labels_and_ticks_by_what_stands_there() -> None:
    options = {name: column_of({**SURVEY, **BENEFITS}, name) for name in BENEFITS}
    assert [(c.variable, c.option, c.ticks, c.confirmed) for c in options.values()] == [
        ("benefit", "boost_job_search", ["Oui"], True),
        ("benefit", "find_a_job", ["Oui"], True),
        ("benefit", "regain_confidence", ["Oui"], True),
        ("benefit", "other", [ANY], False),
    ]


def test_yes_as_a_letter_is_a_tick_too() -> None:
    columns = dict.fromkeys(BENEFITS, ("Y", ""))
    assert column_of({**SURVEY, **columns}, f"{ASKED} [Trouver un emploi]").ticks == ["Y"]


def test_options_that_only_have_a_code_are_to_be_looked_at() -> None:
    columns = {f"Q09[SQ00{n}]": ("Y", "", "N/A") for n in range(1, 4)}
    column = column_of({**SURVEY, **columns}, "Q09[SQ001]")
    assert (column.variable, column.confirmed) == ("", False)
    assert "que l'en-tête ne nomme pas" in column.ignored


def test_options_of_another_question_are_left_out() -> None:
    columns = {
        f"Q12. Quels moyens de transport ? [{name}]": ("Oui", "Non")
        for name in ("Vélo", "Train", "Bus")
    }
    column = column_of({**SURVEY, **columns}, "Q12. Quels moyens de transport ? [Vélo]")
    assert (
        column.ignored
        == "option d'une question à plusieurs réponses, qui n'est pas dans le dictionnaire"
    )


def test_a_comment_beside_an_option_is_left_out() -> None:
    columns = {**BENEFITS, f"{ASKED} [Autre] [Commentaire]": ("", "parce que")}
    assert column_of({**SURVEY, **columns}, f"{ASKED} [Autre] [Commentaire]").ignored
    codes = {"Q09[SQ001]": ("Y", ""), "Q09[SQ002]": ("Y", ""), "Q09[SQ001comment]": ("", "oui")}
    assert column_of({**SURVEY, **codes}, "Q09[SQ001comment]").ignored.startswith("texte libre")


def test_a_question_that_only_has_a_code_is_to_be_looked_at() -> None:
    column = column_of({**SURVEY, "Q04": ("A1", "A2")}, "Q04")
    assert (column.ignored, column.confirmed) == (
        "question dont l'en-tête ne donne que le code",
        False,
    )


def test_answers_that_are_codes_of_the_questionnaire_are_to_be_filled_in() -> None:
    column = column_of({**SURVEY, "Type de contrat": ("A1", "A2", "A3")}, "Type de contrat")
    assert column.answers == {"A1": "", "A2": "", "A3": ""}
    assert column.to_confirm == ["A1", "A2", "A3"]
    assert not column.confirmed
