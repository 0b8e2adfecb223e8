"""Which tables, files and constants has a proposal, and what does it say of what is missing?"""

from dataclasses import replace

import pytest

from dashboard.domain.errors import MappingError
from dashboard.ingest.raw.grid import RawFile
from dashboard.ingest.raw.mapping.write import write_mapping
from dashboard.ingest.raw.proposals.propose import propose
from dashboard.ingest.reference.codebook import read_codebook
from tests.ingest.raw.mapping.mappings import codebook
from tests.ingest.raw.proposals.grids import ENROLMENTS, SURVEY, proposal, raw_file
from tests.studies.studies import folder_of
from tests.support.exhibits import plain

WITHOUT_YEAR = {
    name: values for name, values in ENROLMENTS.items() if name != "Année universitaire"
}


def test_files_of_one_header_are_one_table() -> None:
    files = [raw_file(ENROLMENTS, f"inscriptions-{place}.csv") for place in ("lyon", "nantes")]
    found = proposal(*files)
    (table,) = found.mapping.tables
    assert (table.files, table.makes, table.confirmed) == ("inscriptions-*.csv", "enrolments", True)
    assert plain(found.findings[0].message).endswith("; 1 autre table de même en-tête.")


def test_enrolments_and_a_survey_are_two_tables() -> None:
    files = (raw_file(ENROLMENTS, "a.csv"), raw_file({**SURVEY, "CSP": ("Employés",)}, "b.csv"))
    assert [(t.files, t.makes) for t in proposal(*files).mapping.tables] == [
        ("a.csv", "enrolments"),
        ("b.csv", "survey"),
    ]


def test_a_pattern_fits_no_file_of_another_table() -> None:
    other = {**ENROLMENTS, "Sexe": ("F",)}
    files = (
        raw_file(ENROLMENTS, "export-1.csv"),
        raw_file(other, "export-2.csv"),
        raw_file(ENROLMENTS, "export-3.csv"),
    )
    tables = proposal(*files).mapping.tables
    assert sorted(table.files for table in tables) == [
        "export-1.csv",
        "export-2.csv",
        "export-3.csv",
    ]


def test_a_bracket_in_the_name_of_a_file_stands_for_itself() -> None:
    (table,) = proposal(raw_file(ENROLMENTS, "export [1].csv")).mapping.tables
    assert table.files == "export [[]1].csv"


def test_a_year_and_a_region_in_the_names_of_files_are_constants_to_be_confirmed() -> None:
    files = [
        raw_file(WITHOUT_YEAR, "pays-de-la-loire_2015-2016.csv"),
        raw_file(WITHOUT_YEAR, "Bretagne 2016_17.csv"),
    ]
    tables = {table.files: table for table in proposal(*files).mapping.tables}
    assert {name: table.constants for name, table in tables.items()} == {
        "pays-de-la-loire_2015-2016.csv": {"academic_year": "2015-2016", "region": "52"},
        "Bretagne 2016_17.csv": {"academic_year": "2016-2017", "region": "53"},
    }
    assert not any(table.confirmed for table in tables.values())


def test_a_year_and_a_region_in_a_title_are_constants_to_be_confirmed() -> None:
    file = raw_file(WITHOUT_YEAR, "export.csv")
    titles = ("Cnam en Bretagne", "Inscriptions de l'année 2014/2015")
    titled = replace(file, grids=(replace(file.grids[0], titles=titles),))
    (table,) = proposal(titled).mapping.tables
    assert table.constants == {"academic_year": "2014-2015", "region": "53"}
    assert not table.confirmed


def test_a_row_of_data_that_is_taken_for_a_header_is_not_written() -> None:
    headless = raw_file({"00012": ("00013",), "KERVADEC": ("DURAND",), "Bretagne": ("Alsace",)})
    with pytest.raises(MappingError) as caught:
        proposal(headless)
    assert "KERVADEC" not in str(caught.value)


def test_a_year_that_nothing_tells_is_left_to_be_filled_in() -> None:
    (table,) = proposal(raw_file(WITHOUT_YEAR, "export.csv")).mapping.tables
    assert (table.constants, table.confirmed) == ({"academic_year": ""}, False)


def test_variables_that_no_column_gives_are_told() -> None:
    found = proposal(raw_file(ENROLMENTS))
    (told,) = [f.message for f in found.findings if f.check == "variables"]
    assert plain(told).startswith("aucune colonne reconnue pour Région, Genre, ")


def test_a_sheet_of_notes_is_left_aside() -> None:
    notes = raw_file({"À lire": ("Bonjour", "Voici")}, "classeur.xlsx", "Notes")
    found = proposal(raw_file(ENROLMENTS, "classeur.xlsx", "Inscrits"), notes)
    (table,) = found.mapping.tables
    assert (table.files, table.sheet) == ("classeur.xlsx", "Inscrits")
    assert any(
        "aucun titre de colonne n'y est reconnu" in f.message and f.place.sheet == "Notes"
        for f in found.findings
    )


def test_a_table_without_a_header_is_not_proposed() -> None:
    headless = raw_file(
        {"00012": ("00013",), "marie@exemple.fr": ("jean@exemple.fr",), "F": ("M",)}
    )
    found = proposal(headless, raw_file(ENROLMENTS, "b.csv"))
    assert [table.files for table in found.mapping.tables] == ["b.csv"]
    assert "exemple.fr" not in " ".join(finding.message for finding in found.findings)


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ([raw_file({"A": ("x",), "B": ("y",)})], "Aucune table n'est reconnue"),
        ([RawFile("vide.csv", "", (), ())], "Aucune table n'a pu être lue"),
    ],
    ids=["nothing recognised", "nothing read"],
)
def test_where_nothing_is_recognised_that_is_said(files: list[RawFile], said: str) -> None:
    with pytest.raises(MappingError, match=said):
        proposal(*files)


WIDTHS = [
    pytest.param(("123", "1405"), 5, True, id="zeros are lost"),
    pytest.param(("70500", "70501"), 5, False, id="all as long"),
    pytest.param(("123456", "1405"), None, False, id="longer"),
    pytest.param(("PDL-1", "PDL-2"), None, False, id="no numbers"),
]


@pytest.mark.parametrize(("numbers", "width", "inferred"), WIDTHS)
def test_the_width_of_identifiers_in_one_file_is_that_in_all_to_be_confirmed(
    numbers: tuple[str, ...], width: int | None, inferred: bool
) -> None:
    other = {**ENROLMENTS, "Sexe": ("F",), "N° auditeur": numbers * 12}
    files = raw_file(ENROLMENTS, "a.csv"), raw_file(other, "b.csv")
    said = {t.files: t.columns[0] for t in proposal(*files).mapping.tables}
    assert (said["a.csv"].width, said["a.csv"].confirmed) == (5, True)
    assert (said["b.csv"].width, said["b.csv"].confirmed) == (width, not inferred)


def test_a_width_that_is_inferred_is_asked_about() -> None:
    other = {**ENROLMENTS, "Sexe": ("F",), "N° auditeur": ("123", "1405") * 12}
    mapping = proposal(raw_file(ENROLMENTS, "a.csv"), raw_file(other, "b.csv")).mapping
    assert "complété de zéros à 5 caractères ?" in plain(write_mapping(mapping, codebook()))


def test_another_study_is_recognised_by_its_own_words() -> None:
    book = read_codebook(folder_of("une_vague") / "codebook.toml")
    wanted = {**ENROLMENTS, "Situation de handicap": ("Oui", "Non"), "Format souhaité": ("x", "y")}
    (table,) = propose([raw_file(wanted)], book).mapping.tables
    variables = {column.column: column.variable for column in table.columns}
    assert variables["Situation de handicap"] == "handicap"
    assert variables["Format souhaité"] == "modality_wanted"
