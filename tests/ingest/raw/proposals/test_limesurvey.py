"""Is an export of LimeSurvey recognised, in codes or in full, with its questions of several answers?"""

from collections.abc import Sequence
from pathlib import Path

import pytest

from dashboard.ingest.raw.mapping.model import ANY
from dashboard.ingest.raw.mapping.write import write_mapping
from dashboard.ingest.raw.proposals.limesurvey import TECHNICAL, system_column
from tests.ingest.raw.mapping.mappings import codebook, faults_of
from tests.ingest.raw.proposals.grids import ENROLMENTS, ROWS, SURVEY, column_of, proposal, raw_file
from tests.support.exhibits import plain

ASKED = "Q09. Que vous a apporté la formation ?"
BENEFITS = {
    f"{ASKED} [Dynamiser la recherche d'emploi]": ("Oui", "Non"),
    f"{ASKED} [Trouver un emploi]": ("Non", "Oui", "N/A"),
    f"{ASKED} [Reprendre confiance en soi]": ("Non",),
    f"{ASKED} [Autre]": ("", "mieux dormir", "", "une idée à moi"),
}
SITUATION = {"Situation professionnelle": ("Salarié", "Inactif")}
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


def test_options_that_only_have_a_code_are_for_somebody_to_describe() -> None:
    columns = {f"Q09[SQ00{n}]": ("Y", "", "N/A") for n in range(1, 4)}
    column = column_of({**SURVEY, **columns}, "Q09[SQ001]")
    assert (column.is_described, column.ticks) == (False, ["Y"])


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
    columns = {**BENEFITS, **SITUATION, f"{ASKED} [Autre] [Commentaire]": ("", "parce que")}
    assert column_of({**SURVEY, **columns}, f"{ASKED} [Autre] [Commentaire]").ignored
    codes = {"Q09[SQ001]": ("Y", ""), "Q09[SQ002]": ("Y", ""), "Q09[SQ001comment]": ("", "oui")}
    assert column_of({**SURVEY, **codes}, "Q09[SQ001comment]").ignored.startswith("texte libre")


CODES = [
    pytest.param(("A1", "A2", "N/A"), ["A1", "A2", "N/A"], id="answers of LimeSurvey"),
    pytest.param(("AO01", "AO02", "-oth-"), ["-oth-", "AO01", "AO02"], id="of its later versions"),
    pytest.param(("Y", "N"), ["N", "Y"], id="yes and no"),
    pytest.param(("1480", "1500"), [], id="numbers"),
    pytest.param(("A1", "Durand"), [], id="a name among them"),
    pytest.param([f"A{n}" for n in range(60)], [], id="too many"),
]


@pytest.mark.parametrize("columns", [{}, SITUATION], ids=["no situation", "a situation"])
@pytest.mark.parametrize(("values", "listed"), CODES)
def test_a_question_that_only_has_a_code_is_for_somebody_to_describe(
    columns: dict[str, Sequence[str]], values: Sequence[str], listed: Sequence[str]
) -> None:
    column = column_of({**SURVEY, **columns, "Q04": values}, "Q04")
    assert (column.is_described, column.answers) == (False, dict.fromkeys(listed, ""))


def test_no_survey_loses_its_situation_because_it_was_not_recognised() -> None:
    columns = {**SURVEY, "Que faites-vous ?": ("rien", "tout"), "CSP": ("Employés",)}
    (table,) = proposal(raw_file(columns)).mapping.tables
    assert [c.column for c in table.columns if not c.is_described] == ["Que faites-vous ?"]
    (table,) = proposal(raw_file({**columns, **SITUATION})).mapping.tables
    assert all(column.is_described for column in table.columns)


def test_a_question_that_nobody_described_is_refused_whatever_was_deleted(tmp_path: Path) -> None:
    columns = {**SURVEY, "Q01": ("A1", "A2"), **{f"Q30[SQ00{n}]": ("Y", "") for n in (1, 2)}}
    written = write_mapping(proposal(raw_file(columns)).mapping, codebook())
    place = "table « source.csv », colonne"
    lines = faults_of(tmp_path, written.replace("confirmed = false\n", ""))
    assert lines == [
        f"{place} « {name} », champ « variable » : à remplir ; attendu : une variable du dictionnaire, "
        "ou ignored à sa place."
        for name in ("Q01", "Q30[SQ001]", "Q30[SQ002]")
    ]
    filled = written.replace('variable = ""', 'variable = "status"', 1)
    assert faults_of(tmp_path, filled)[0].startswith(
        f"{place} « Q01 », réponse « A1 » : un texte vide ; attendu : "
    )


STYLES = [
    pytest.param({
        "id. ID de la réponse": "id", "submitdate. Date de soumission": "submitdate",
        "lastpage. Dernière page": "lastpage", "startlanguage. Langue de départ": "startlanguage",
        "token. Code d'invitation": "token", "ipaddr. Adresse IP": "ipaddr",
    }, id="code and text"),
    pytest.param({
        "id: Response ID": "id", "submitdate: Date submitted": "submitdate", "lastpage - Last page": "lastpage",
        "token: Access code": "token", "ipaddr: IP address": "ipaddr",
    }, id="other separators, in English"),
    pytest.param({
        "ID_de_la_réponse": "id", "Date_de_soumission": "submitdate", "Dernière_page": "lastpage",
        "Code_d'accès": "token", "Adresse_IP": "ipaddr",
    }, id="underscores for spaces"),
    pytest.param({
        "ID de la répons..": "id", "Date de soumiss..": "submitdate", "Dernière page": "lastpage",
        "Langue de dépar…": "startlanguage", "Code d'accès": "token",
    }, id="text cut short"),
]  # fmt: skip


@pytest.mark.parametrize("style", STYLES)
def test_an_export_is_recognised_in_any_style_of_its_headers(style: dict[str, str]) -> None:
    assert {header: system_column(header) for header in style} == style
    values = {**SURVEY, "ipaddr": ("10.0.1.2",), "startlanguage": ("fr",)}
    columns = {header: values[code] for header, code in style.items()}
    found = proposal(raw_file({**columns, **SITUATION}))
    assert "export de LimeSurvey" in found.findings[0].message
    said = {c.column: c for c in found.mapping.tables[0].columns}
    for header, code in style.items():
        column = said[header]
        assert (column.variable or column.personal or column.ignored, column.confirmed) == (
            {"token": "beneficiary_id", "ipaddr": "other"}.get(code, TECHNICAL),
            True,
        )


@pytest.mark.parametrize(
    "header", ["id. du dossier", "Date de début de formation", "Q01. Code", "Date.."]
)
def test_no_other_header_is_taken_for_one_of_limesurvey(header: str) -> None:
    assert system_column(header) == ""


def test_each_file_has_the_day_of_its_own_year() -> None:
    columns = {
        **SITUATION,
        **{name: SURVEY[name] for name in ("lastpage", "startlanguage", "token")},
    }
    files = [
        raw_file({**columns, "submitdate. Date": (f"{year}-09-12 10:00:00",)}, f"survey{year}.csv")
        for year in (2016, 2017)
    ]
    tables = proposal(*files).mapping.tables
    assert {table.files: table.constants for table in tables} == {
        "survey2016.csv": {"surveyed_on": "2016-09-01"},
        "survey2017.csv": {"surveyed_on": "2017-09-01"},
    }


def test_a_file_of_several_years_has_no_day_and_that_is_told() -> None:
    days = ("2016-09-12 10:00:00", "2017-09-12 10:00:00")
    found = proposal(raw_file({**SURVEY, **SITUATION, "submitdate": days}, "survey2016.csv"))
    assert found.mapping.tables[0].constants == {"surveyed_on": ""}
    (told,) = [finding.message for finding in found.findings if finding.check == "years"]
    assert plain(told).startswith("des réponses de 2016 et 2017 :")


def test_answers_that_are_codes_of_the_questionnaire_are_to_be_filled_in() -> None:
    column = column_of({**SURVEY, "Type de contrat": ("A1", "A2", "A3")}, "Type de contrat")
    assert column.answers == {"A1": "", "A2": "", "A3": ""}
    assert column.to_confirm == ["A1", "A2", "A3"]
    assert not column.confirmed
