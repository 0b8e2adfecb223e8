"""Is a mapping read, and is one that contradicts itself or the codebook refused in French, with its place?"""

from pathlib import Path

import pytest

from dashboard.ingest.raw.mapping.digest import codebook_digest, outdated
from dashboard.ingest.raw.mapping.places import table_for
from dashboard.ingest.raw.mapping.unconfirmed import unconfirmed
from dashboard.ingest.raw.mapping.write import write_mapping
from tests.ingest.raw.mapping.mappings import ENROLMENTS, SURVEY, codebook, faults_of, read
from tests.support.exhibits import plain

TABLE = "table « inscriptions-*.xlsx », feuille « Inscrits »"


@pytest.mark.parametrize("text", [ENROLMENTS, SURVEY], ids=["enrolments", "survey"])
def test_what_is_read_and_written_again_is_the_same_mapping(tmp_path: Path, text: str) -> None:
    mapping = read(tmp_path, text)
    again = write_mapping(mapping, codebook())
    assert read(tmp_path, again) == mapping
    assert write_mapping(read(tmp_path, again), codebook()) == again


def test_a_byte_order_mark_and_the_line_ends_of_windows_are_no_fault(tmp_path: Path) -> None:
    windows = b"\xef\xbb\xbf" + ENROLMENTS.replace("\n", "\r\n").encode()
    assert read(tmp_path, windows) == read(tmp_path, ENROLMENTS)


REFUSED = {
    "a variable that is none": (
        ENROLMENTS,
        'variable = "gender"',
        'variable = "gendre"',
        f"{TABLE}, colonne « Sexe », champ « variable » : variable inconnue « gendre » ; attendu : « gender ».",
    ),
    "a variable that is computed": (
        ENROLMENTS,
        'variable = "gender"',
        'variable = "age_band"',
        f"{TABLE}, colonne « Sexe », champ « variable » : « age_band » est calculée par le tableau de bord ; attendu : un de beneficiary_id, unit, cohort, region, gender, age_at_enrolment, executive, long_term_jobseeker, interim, entry_diploma, academic_year, teaching_team, pathway, target_level ou modality.",
    ),
    "a code that is none": (
        ENROLMENTS,
        '"Féminin" = "F"',
        '"Féminin" = "femme"',
        f"{TABLE}, colonne « Sexe », réponse « Féminin » : « femme » ; attendu : « F » ou « M ».",
    ),
    "an answer without a code that is confirmed": (
        ENROLMENTS,
        '"Féminin" = "F"',
        '"Féminin" = ""',
        f"{TABLE}, colonne « Sexe », réponse « Féminin » : un texte vide ; attendu : « F » ou « M ».",
    ),
    "one answer with two codes": (
        ENROLMENTS,
        'Mlle = "F"',
        'Mlle = "F"\n"FEMININ " = "M"',
        f"{TABLE}, colonne « Sexe », réponse « FEMININ  » : la même réponse, à la casse et aux accents près, a déjà un autre code ; attendu : un seul code.",
    ),
    "an answer to confirm that is none": (
        ENROLMENTS,
        'to_confirm = ["Mlle"]',
        'to_confirm = ["Mme"]',
        f"{TABLE}, colonne « Sexe », champ « to_confirm » : « Mme » n'est pas dans answers ; attendu : des réponses de answers.",
    ),
    "two columns for one variable": (
        ENROLMENTS,
        'personal = "name"',
        'variable = "gender"',
        f"{TABLE}, colonne « Nom » : « gender » est déjà donnée par la colonne « Sexe » ; attendu : une seule colonne pour une variable.",
    ),
    "a column and a constant for one variable": (
        ENROLMENTS,
        'personal = "name"',
        'variable = "region"',
        f"{TABLE}, colonne « Nom » : « region » est déjà donnée par une constante ; attendu : une seule colonne pour une variable.",
    ),
    "a column described twice": (
        ENROLMENTS,
        'column = "Nom"',
        'column = "Observations"',
        f"{TABLE}, colonne « Observations » : cette colonne est décrite plusieurs fois ; attendu : une seule fois.",
    ),
    "no identifier": (
        ENROLMENTS,
        'variable = "beneficiary_id"\nwidth = 5',
        'ignored = "inutile"',
        f"{TABLE} : rien ne donne « beneficiary_id » (Identifiant du bénéficiaire) ; attendu : une colonne pour « beneficiary_id ».",
    ),
    "no academic year": (
        ENROLMENTS,
        ', academic_year = "2015-2016"',
        "",
        f"{TABLE} : rien ne donne « academic_year » (Année universitaire) ; attendu : une colonne ou une constante pour « academic_year ».",
    ),
    "a constant that is no code": (
        ENROLMENTS,
        'region = "52"',
        'region = "Nantes"',
        f"{TABLE}, constante « region » : « Nantes » ; attendu : un code du dictionnaire, tel que « 42 », « 72 » ou « 83 ».",
    ),
    "a year that is none": (
        ENROLMENTS,
        '"2015-2016"',
        '"2015-2017"',
        f"{TABLE}, constante « academic_year » : « 2015-2017 » ; attendu : une année universitaire telle que 2014-2015.",
    ),
    "a format that gives no day": (
        ENROLMENTS,
        "%d/%m/%Y",
        "%d/%m",
        f"{TABLE}, colonne « Né le », champ « date_format » : « %d/%m » ; attendu : un format de jour tel que %d/%m/%Y.",
    ),
    "a column for two things": (
        ENROLMENTS,
        'personal = "name"',
        'personal = "name"\nignored = "inutile"',
        f"{TABLE}, colonne « Nom » : personal et ignored à la fois ; attendu : un seul champ parmi variable, personal et ignored.",
    ),
    "a column for nothing": (
        ENROLMENTS,
        'personal = "name"',
        "",
        f"{TABLE}, colonne « Nom » : rien ne dit à quoi elle sert ; attendu : un seul champ parmi variable, personal et ignored.",
    ),
    "a field that goes with a variable": (
        ENROLMENTS,
        'personal = "name"',
        'personal = "name"\nwidth = 3',
        f"{TABLE}, colonne « Nom », champ « width » : ce champ va avec « variable » ; attendu : rien.",
    ),
    "a kind of personal data that is none": (
        ENROLMENTS,
        'personal = "name"',
        'personal = "nom"',
        "table « inscriptions-*.xlsx », colonne « Nom », champ « personal » : « nom » ; attendu : « name », « email », « telephone », « nir », « address », « birth_date » ou « other ».",
    ),
    "a field that is none": (
        ENROLMENTS,
        "width = 5",
        "whidth = 5",
        "table « inscriptions-*.xlsx », colonne « N° auditeur » : champ inconnu « whidth » ; attendu : « width ».",
    ),
    "a text that should be a number": (
        ENROLMENTS,
        "width = 5",
        'width = "5"',
        "table « inscriptions-*.xlsx », colonne « N° auditeur », champ « width » : « 5 » ; attendu : un nombre entier.",
    ),
    "a format of a later day": (
        ENROLMENTS,
        "format = 1",
        "format = 2",
        "champ « format » : « 2 » ; attendu : 1.",
    ),
    "no name": (
        ENROLMENTS,
        'name = "Centres"\n',
        "",
        "source.toml : la section [name] manque ; attendu : ce qu'écrit « python -m dashboard mapping ».",
    ),
    "a wave that is none": (
        SURVEY,
        'wave = "T0"',
        'wave = "avant"',
        "table « results-survey.csv », colonne « Q07 », champ « wave » : « avant » ; attendu : « T0 », « T1 », « T2 » ou « T3 ».",
    ),
    "an option that is none": (
        SURVEY,
        '"find_a_job"',
        '"a_job"',
        "table « results-survey.csv », colonne « Q09[SQ001] », champ « option » : « a_job » ; attendu : « boost_job_search », « find_a_job », « regain_confidence » ou « other ».",
    ),
    "an option without a tick": (
        SURVEY,
        'ticks = ["Oui"]',
        "",
        "table « results-survey.csv », colonne « Q09[SQ001] », champ « ticks » : une liste vide ; attendu : les textes qui sont une coche.",
    ),
    "a variable of the other kind of rows": (
        SURVEY,
        'variable = "contract"\nwave = "T0"',
        'variable = "unit"',
        "table « results-survey.csv », colonne « Q07 », champ « variable » : « unit » n'est pas d'une table que nourrit makes = « survey » ; attendu : un de …",
    ),
    "no day of the survey": (
        SURVEY,
        'constants = { surveyed_on = "2016-09-01" }',
        "",
        "table « results-survey.csv » : rien ne donne « surveyed_on » (Date d'observation) ; attendu : une colonne ou une constante pour « surveyed_on ».",
    ),
    "a day that is none": (
        SURVEY,
        '"2016-09-01"',
        '"2016-09-31"',
        "table « results-survey.csv », constante « surveyed_on » : « 2016-09-31 » ; attendu : un jour tel que 2016-09-01.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "written", "instead", "said"), REFUSED.values(), ids=REFUSED)
def test_a_fault_is_told_in_french_with_its_place(
    tmp_path: Path, text: str, written: str, instead: str, said: str
) -> None:
    assert written in text
    (line,) = faults_of(tmp_path, text.replace(written, instead, 1))
    line = line.removeprefix(" : ")
    expected = said.removeprefix("source.toml : ")
    assert line == expected or (expected.endswith("…") and line.startswith(expected[:-1]))


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    two = ENROLMENTS.replace('"gender"', '"gendre"').replace('"52"', '"Nantes"')
    assert len(faults_of(tmp_path, two)) == 2


def test_two_tables_of_the_same_files_are_refused(tmp_path: Path) -> None:
    tables = ENROLMENTS[ENROLMENTS.index("[[tables]]") :]
    (line,) = faults_of(tmp_path, ENROLMENTS + tables)
    assert line.startswith(f"{TABLE} : ces fichiers et cette feuille sont déjà ceux d'une autre")


def test_what_is_not_confirmed_is_listed_line_by_line(tmp_path: Path) -> None:
    text = ENROLMENTS.replace('makes = "enrol', 'confirmed = false\nmakes = "enrol')
    text = text.replace('column = "Nom"', 'column = "Nom"\nconfirmed = false')
    assert [plain(str(line)) for line in unconfirmed(read(tmp_path, text))] == [
        f"{TABLE} : à confirmer",
        f"{TABLE}, colonne « Sexe », réponse « Mlle » : à confirmer",
        f"{TABLE}, colonne « Nom » : à confirmer",
    ]


def test_what_is_not_known_yet_may_be_empty_as_long_as_it_is_to_be_confirmed(
    tmp_path: Path,
) -> None:
    text = ENROLMENTS.replace('makes = "enrol', 'confirmed = false\nmakes = "enrol')
    text = text.replace('region = "52"', 'region = ""').replace('Mlle = "F"', 'Mlle = ""')
    mapping = read(tmp_path, text)
    assert mapping.tables[0].constants["region"] == ""
    assert len(unconfirmed(mapping)) == 2


def test_a_mapping_of_another_codebook_is_told(tmp_path: Path) -> None:
    book = codebook()
    dated = f'version = 3\ncodebook = "{codebook_digest(book)}"'
    assert outdated(read(tmp_path, ENROLMENTS.replace("version = 3", dated)), book) == ""
    older = read(tmp_path, ENROLMENTS.replace("version = 3", 'version = 3\ncodebook = "0123"'))
    assert "a été écrite pour un autre état du dictionnaire" in outdated(older, book)


@pytest.mark.parametrize(
    ("file", "sheet", "fits"),
    [
        ("inscriptions-lyon.xlsx", "Inscrits", True),
        ("dossier/Inscriptions-LYON.XLSX", "inscrits", True),
        ("inscriptions-lyon.xlsx", "Notes", False),
        ("inscriptions-lyon.csv", "Inscrits", False),
    ],
)
def test_a_table_is_found_by_its_file_and_sheet(
    tmp_path: Path, file: str, sheet: str, fits: bool
) -> None:
    mapping = read(tmp_path, ENROLMENTS)
    assert table_for(mapping, file, sheet) == (mapping.tables[0] if fits else None)
