"""Is the variable of a column found from its header as French centres write it, and from what stands in it?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest

from tests.ingest.raw.proposals.grids import ENROLMENTS, ROWS, SURVEY, column_of, proposal, raw_file


@dataclass(frozen=True)
class Header:
    """A header with some of its values, and the variable that is expected; `sure` that nobody has to confirm it."""

    name: str
    values: Sequence[str]
    variable: str
    sure: bool = True
    wave: str = ""


GENDERS, YES_NO, LEVELS = ("F", "H"), ("O", "N"), ("II", "Niveau III", "Bac+5", "IV")
BIRTHS, YEARS = ("03/04/1971", "28/12/1985", "15/02/1990"), ("2014-2015", "2015-2016")
OF_ENROLMENTS = [
    Header("Sexe", GENDERS, "gender"),
    Header("SEXE", ("Masculin", "Féminin"), "gender"),
    Header("Sexe (H/F)", GENDERS, "gender"),
    Header("Civilité", ("M.", "Mme"), "gender"),
    Header("Genre", ("Homme", "Femme"), "gender"),
    Header("Date de naiss.", BIRTHS, "age_at_enrolment"),
    Header("Date de naissance", BIRTHS, "age_at_enrolment"),
    Header("date_naissance", ("1971-04-03", "1985-12-28"), "age_at_enrolment"),
    Header("DT_NAISS", ("19710403", "19851228"), "age_at_enrolment"),
    Header("Né(e) le", BIRTHS, "age_at_enrolment"),
    Header("Âge à l'inscription", ("31", "54"), "age_at_enrolment"),
    Header("Age", ("31", "54"), "age_at_enrolment", sure=False),
    Header("Région de résidence", ("Bretagne", "Alsace"), "region"),
    Header("REGION", ("PACA", "ILE DE FRANCE"), "region"),
    Header("Région du centre d'inscription", ("Bretagne", "Alsace"), "region", sure=False),
    Header("Niveau visé", LEVELS, "target_level"),
    Header("Niveau du diplôme préparé", LEVELS, "target_level"),
    Header("Niveau d'études", LEVELS, "entry_diploma"),
    Header("Plus haut diplôme obtenu", ("BTS", "Licence"), "entry_diploma"),
    Header("Modalité (P/FOD/H)", ("P", "FOD", "H"), "modality"),
    Header("Modalité de formation", ("Présentiel", "A distance"), "modality"),
    Header("Cadre O/N", YES_NO, "executive"),
    Header("Statut cadre", ("Oui", "Non", "NR"), "executive"),
    Header("DELD", ("Oui", "Non"), "long_term_jobseeker"),
    Header("Durée de chômage", ("Plus de 12 mois", "Moins d'un an"), "long_term_jobseeker"),
    Header("Durée d'inscription à Pôle emploi", ("1 an et plus", "< 12 mois"), "long_term_jobseeker"),
    Header("Intérim", ("Oui", "Non"), "interim"),
    Header("EPN", ("Informatique", "Innovation", "Autres"), "teaching_team"),
    Header("Équipe pédagogique", ("Informatique", "Innovation"), "teaching_team"),
    Header("Parcours", ("Diplômant", "À la carte"), "pathway"),
    Header("Promo", YEARS, "cohort"),
    Header("Promotion", ("2014/15", "2015/16"), "cohort"),
    Header("Intitulé de la colonne 12", ("Informatique", "Innovation"), "teaching_team", sure=False),
]  # fmt: skip
OF_SURVEYS = [
    Header("Quelle est votre situation professionnelle ?", ("Salarié", "Inactif"), "status"),
    Header("Q01. Quelle est votre situation actuelle ?", ("En emploi", "Retraité"), "status"),
    Header("Q02", ("CDI", "CDD", "Intérim"), "contract", sure=False),
    Header("Type de contrat", ("[A1] CDI", "[A2] CDD"), "contract"),
    Header("Type de contrat [Actuel]", ("1 - CDI", "2 - CDD"), "contract"),
    Header("Type de contrat avant la formation", ("CDI", "CDD"), "contract", wave="T0"),
    Header("Quel était votre secteur avant l'inscription ?", ("Industrie", "Agriculture"), "sector", wave="T0"),
    Header("contratT0", ("CDI", "CDD"), "contract", wave="T0"),
    Header("type_contrat_T0", ("CDI", "CDD"), "contract", wave="T0"),
    Header("Secteur d'activité", ("Industrie", "Construction"), "sector"),
    Header("CSP", ("Employés", "Ouvriers"), "csp"),
    Header("Q07. Temps de travail", ("Temps plein", "Temps partiel"), "working_time"),
    Header("Salaire brut mensuel", ("1 850", "2100,50", "1999 €"), "gross_monthly_salary"),
    Header("Salaire brut mensuel du dernier emploi", ("1850", "2100"), "gross_monthly_salary", wave="T0"),
]  # fmt: skip


@pytest.mark.parametrize("header", OF_ENROLMENTS, ids=lambda header: header.name)
def test_a_column_of_enrolments_is_recognised(header: Header) -> None:
    _expect(header, column_of({**ENROLMENTS, header.name: header.values}, header.name))


@pytest.mark.parametrize("header", OF_SURVEYS, ids=lambda header: header.name)
def test_a_column_of_a_survey_is_recognised(header: Header) -> None:
    _expect(header, column_of({**SURVEY, header.name: header.values}, header.name))


def _expect(header: Header, column: object) -> None:
    found = {
        name: getattr(column, name) for name in ("variable", "wave", "confirmed", "to_confirm")
    }
    assert found == {
        "variable": header.variable,
        "wave": header.wave,
        "confirmed": header.sure,
        "to_confirm": [],
    }


KEYS = [
    ("N° auditeur", "beneficiary_id", ("00012", "00345")),
    ("Numéro d'auditeur", "beneficiary_id", ("PDL-12", "PDL-345")),
    ("Matricule", "beneficiary_id", ("12", "345")),
    ("UE", "unit", ("NFP101", "CCG105")),
    ("CODE_UE", "unit", ("NFP101", "CCG105")),
    ("Code UE", "unit", ("NFP101", "CCG105")),
    ("Unité d'enseignement", "unit", ("NFP101", "CCG105")),
    ("Année univ.", "academic_year", ("2015/16", "2016/17")),
    ("Année d'inscription", "academic_year", ("2015-2016",)),
]


@pytest.mark.parametrize(("name", "variable", "values"), KEYS, ids=[name for name, *_ in KEYS])
def test_a_key_of_enrolments_is_recognised(name: str, variable: str, values: Sequence[str]) -> None:
    kept = dict(zip(("beneficiary_id", "unit", "academic_year"), ENROLMENTS, strict=True))
    others = {header: ENROLMENTS[header] for v, header in kept.items() if v != variable}
    column = column_of({**others, "Sexe": GENDERS, name: values}, name)
    assert (column.variable, column.confirmed) == (variable, True)


UNNAMED = {name: values for name, values in ENROLMENTS.items() if name != "N° auditeur"}


@pytest.mark.parametrize("name", ["Identifiant GESCOF", "N°", "Code inscrit", "NUM_DOSS"])
def test_what_identifies_persons_is_supposed_from_values_and_to_be_confirmed(name: str) -> None:
    column = column_of({**UNNAMED, name: ENROLMENTS["N° auditeur"]}, name)
    assert (column.variable, column.confirmed) == ("beneficiary_id", False)


def test_a_code_that_all_rows_share_identifies_nobody() -> None:
    sites = {**UNNAMED, "Code site": ("S1", "S2") * ROWS}
    assert column_of(sites, "Code site").variable == ""


LEFT_OUT = [
    ("Intitulé de l'UE", ("Bases de données", "Droit du travail"), "non reconnue"),
    ("Nb d'UE", ("2", "3"), "non reconnue"),
    ("Secteur géographique", ("Nord", "Sud"), "non reconnue"),
    ("Sexe", (), "colonne vide"),
    ("Commentaires", tuple(f"Remarque longue et toujours autre numéro {n}" for n in range(20)), "texte libre"),
    ("Réponse", ("Oui", "Non"), "non reconnue"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "values", "why"), LEFT_OUT, ids=[name for name, *_ in LEFT_OUT])
def test_what_no_variable_explains_is_left_out_with_its_reason(
    name: str, values: Sequence[str], why: str
) -> None:
    assert column_of({**ENROLMENTS, name: values or ("",)}, name).ignored == why


def test_a_column_that_may_say_the_same_is_to_be_looked_at() -> None:
    columns = {**SURVEY, "Salaire": ("1500",), "Salaire d'embauche": ("1400",)}
    column = column_of(columns, "Salaire d'embauche")
    assert (column.ignored, column.confirmed) == ("déjà donnée par la colonne « Salaire »", False)


def test_of_two_columns_that_say_the_same_one_is_kept() -> None:
    columns = {**ENROLMENTS, "Civilité": ("Mme", "M."), "Sexe": GENDERS}
    said = [column_of(columns, name) for name in ("Civilité", "Sexe")]
    assert sorted(column.variable for column in said) == ["", "gender"]
    assert any(column.ignored.startswith("déjà donnée par la colonne") for column in said)


def test_a_birth_date_is_read_by_one_format_and_a_day_that_is_none_is_told() -> None:
    births = [*(f"{n + 1:02}/03/1980" for n in range(23)), "31/02/1980"]
    found = proposal(raw_file({**ENROLMENTS, "Né le": births}))
    column = found.mapping.tables[0].columns[-1]
    assert (column.variable, column.date_format) == ("age_at_enrolment", "%d/%m/%Y")
    told = [f for f in found.findings if f.place.column == "Né le"]
    assert [f.message for f in told] == ["1 cellule sans jour qui existe, au format %d/%m/%Y."]


@pytest.mark.parametrize("time", ["", " 00:00:00", "T00:00:00"])
def test_days_of_a_sheet_are_birth_dates_with_their_format(time: str) -> None:
    births = [f"1980-03-{n + 1:02}{time}" for n in range(24)]
    column = column_of({**ENROLMENTS, "Date de naiss.": births}, "Date de naiss.")
    assert (column.variable, column.date_format, column.confirmed) == (
        "age_at_enrolment",
        "%Y-%m-%d",
        True,
    )


@pytest.mark.parametrize(
    ("group", "name", "values", "variable", "wave"),
    [
        ("Identité", "Civilité", ("M.", "Mme"), "gender", ""),
        ("Situation", "Cadre O/N", YES_NO, "executive", ""),
        ("Avant la formation", "Contrat", ("CDI", "CDD"), "contract", "T0"),
    ],
)
def test_a_header_merged_over_several_columns_hides_no_variable_and_may_name_its_wave(
    group: str, name: str, values: Sequence[str], variable: str, wave: str
) -> None:
    header = f"{group} {name}"
    file = raw_file({**(SURVEY if wave else ENROLMENTS), header: values})
    (grid,) = file.grids
    groups = tuple(group if text == header else "" for text in grid.header)
    (table,) = proposal(replace(file, grids=(replace(grid, groups=groups),))).mapping.tables
    (column,) = (column for column in table.columns if column.column == header)
    assert (column.variable, column.wave, column.confirmed) == (variable, wave, True)
