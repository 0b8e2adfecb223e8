"""Are the files of a folder read as they are, or refused with the reason?"""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from dashboard.domain.errors import TableError
from dashboard.ingest.reading.tables import read_tables
from tests.support.tables import CODEBOOK, edited, rows, valid_tables, write_csv, write_parquet


def refusal(folder: Path) -> str:
    with pytest.raises(TableError) as caught:
        read_tables(folder, CODEBOOK)
    return str(caught.value).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_csv_is_read_with_any_separator_and_encoding_of_unicode(
    tmp_path: Path, separator: str, encoding: str
) -> None:
    tables = read_tables(write_csv(tmp_path, valid_tables(), separator, encoding), CODEBOOK)
    for name, expected in valid_tables().items():
        assert rows(getattr(tables, name)) == rows(expected)


def test_csv_and_parquet_give_equal_tables(tmp_path: Path) -> None:
    (tmp_path / "csv").mkdir()
    (tmp_path / "parquet").mkdir()
    first = read_tables(write_csv(tmp_path / "csv", valid_tables()), CODEBOOK)
    second = read_tables(write_parquet(tmp_path / "parquet", valid_tables()), CODEBOOK)
    for name in CODEBOOK.tables:
        pd.testing.assert_frame_equal(getattr(first, name), getattr(second, name))


def test_parquet_may_hold_dates_as_dates_and_codes_as_categories(tmp_path: Path) -> None:
    write_parquet(tmp_path, valid_tables())
    survey = pd.read_parquet(tmp_path / "survey.parquet")
    survey["surveyed_on"] = [date.fromisoformat(day) for day in survey["surveyed_on"]]
    survey["status"] = survey["status"].astype("category")
    survey.to_parquet(tmp_path / "survey.parquet", index=False)
    tables = read_tables(tmp_path, CODEBOOK)
    assert rows(tables.survey) == rows(valid_tables()["survey"])


def test_columns_stand_in_the_order_of_the_codebook_whatever_the_file(tmp_path: Path) -> None:
    shuffled = {name: frame[frame.columns[::-1]] for name, frame in valid_tables().items()}
    tables = read_tables(write_csv(tmp_path, shuffled), CODEBOOK)
    for name, schema in CODEBOOK.tables.items():
        assert tuple(getattr(tables, name).columns) == schema.columns


def test_integers_are_integers_and_the_rest_categories_in_order(tmp_path: Path) -> None:
    backwards = {name: frame.iloc[::-1] for name, frame in valid_tables().items()}
    tables = read_tables(write_csv(tmp_path, backwards), CODEBOOK)
    assert tables.beneficiaries["age_at_enrolment"].dtype == "int64"
    assert tables.survey["gross_monthly_salary"].dtype == "Int64"
    codes = list(tables.survey["status"].cat.categories)
    assert codes == list(CODEBOOK.variable("status").table_codes)
    assert list(tables.survey["surveyed_on"].cat.categories) == ["2014-09-01", "2015-09-01"]


def test_the_code_of_a_person_is_their_row_in_every_table(tmp_path: Path) -> None:
    tables = read_tables(write_csv(tmp_path, valid_tables()), CODEBOOK)
    assert list(tables.beneficiaries["beneficiary_id"].cat.codes) == [0, 1, 2, 3]
    assert list(tables.units["beneficiary_id"].cat.codes) == [0, 0, 1, 2, 3, 3]
    assert list(tables.benefits["beneficiary_id"].cat.codes) == [1, 3]


def test_salaries_may_all_be_empty(tmp_path: Path) -> None:
    tables = valid_tables()
    tables["survey"]["gross_monthly_salary"] = None
    (tmp_path / "csv").mkdir()
    (tmp_path / "parquet").mkdir()
    for folder in (
        write_csv(tmp_path / "csv", tables),
        write_parquet(tmp_path / "parquet", tables),
    ):
        salaries = read_tables(folder, CODEBOOK).survey["gross_monthly_salary"]
        assert salaries.dtype == "Int64"
        assert salaries.isna().all()


def test_the_demonstration_tables_follow_the_codebook() -> None:
    tables = read_tables(Path("data/demonstration"), CODEBOOK)
    assert tables.demonstration
    assert tables.label


# --- files ---------------------------------------------------------------------------------------


def test_a_table_without_a_file_is_reported(tmp_path: Path) -> None:
    write_csv(tmp_path, valid_tables())
    (tmp_path / "units.csv").unlink()
    assert refusal(tmp_path) == (
        f"Aucun fichier units.parquet ou units.csv dans le dossier « {tmp_path} »."
    )


def test_a_table_with_two_files_is_reported(tmp_path: Path) -> None:
    write_csv(tmp_path, valid_tables())
    write_parquet(tmp_path, {"units": valid_tables()["units"]})
    assert refusal(tmp_path) == (
        f"Deux fichiers pour une même table dans le dossier « {tmp_path} » : "
        "gardez units.parquet ou units.csv."
    )


COLUMNS = "Colonnes attendues : beneficiary_id et benefit."
OPEN_QUOTE = (
    "un guillemet ouvert sur cette ligne n'est pas refermé à la fin de sa cellule : des lignes seraient avalées ; "
    "ajoutez le guillemet qui manque, supprimez celui qui est de trop, ou doublez-le dans un texte."
)
CSV_FILES = {
    "missing column": (
        b"benefit\nother\n",
        f"benefits.csv : la colonne beneficiary_id manque.\n{COLUMNS}",
    ),
    "extra column": (
        b"beneficiary_id,benefit,name\nB2,other,Anne\n",
        f"benefits.csv : colonne inconnue, « name ».\n{COLUMNS}",
    ),
    "column with a space": (
        b"beneficiary_id, benefit\nB2,other\n",
        (
            "benefits.csv : la colonne benefit manque.\n"
            f"benefits.csv : colonne inconnue, «  benefit » (avec des espaces autour).\n{COLUMNS}"
        ),
    ),
    "column twice": (
        b"beneficiary_id,benefit,benefit\nB2,other,other\n",
        f"benefits.csv : la colonne benefit figure plusieurs fois.\n{COLUMNS}",
    ),
    "short row": (
        b"beneficiary_id,benefit\nB2,other\nB4\n",
        "benefits.csv, ligne 3 : 1 cellule(s) au lieu de 2.",
    ),
    "long row": (
        b"beneficiary_id,benefit\nB2,other,B4\n",
        "benefits.csv, ligne 2 : 3 cellule(s) au lieu de 2.",
    ),
    "header in the encoding of a spreadsheet": (
        "beneficiary_id,bénéfice\nB2,other\n".encode("cp1252"),
        "benefits.csv, ligne 1 : le fichier n'est pas encodé en UTF-8 ; dans Excel : Enregistrer sous, « CSV UTF-8 ».",
    ),
    "half a letter of UTF-16": (
        "beneficiary_id,benefit\nB2,other\nB4".encode("utf-16") + b"\x00",
        (
            "benefits.csv, ligne 3 : un caractère ne peut être lu : le fichier est abîmé ou coupé ; "
            "enregistrez-le de nouveau depuis un tableur, en « CSV UTF-8 »."
        ),
    ),
    "quote that nothing closes": (
        b'beneficiary_id,benefit\nB2,other\nB4,"other\nB3,other\n',
        f"benefits.csv, ligne 3 : {OPEN_QUOTE}",
    ),
    "quote in the header that nothing closes": (
        b'"beneficiary_id,benefit\nB2,other\n',
        f"benefits.csv, ligne 1 : {OPEN_QUOTE}",
    ),
    "text after a quote": (
        b'beneficiary_id,benefit\nB2,"oth"er\n',
        f"benefits.csv, ligne 2 : {OPEN_QUOTE}",
    ),
    "empty row": (
        b"beneficiary_id,benefit\nB2,other\n\nB9,other\n",
        "benefits.csv, ligne 3 : ligne vide ; supprimez les lignes vides.",
    ),
    "empty rows, some of separators": (
        b"beneficiary_id,benefit\nB2,other\n,\n\nB9,other\n",
        "benefits.csv, ligne 3 : ligne vide (et 1 plus bas) ; supprimez les lignes vides.",
    ),
    "empty row above the header": (
        b"\nbeneficiary_id,benefit\nB2,other\n",
        "benefits.csv, ligne 1 : ligne vide au-dessus des noms des colonnes ; supprimez-la.",
    ),
    "nothing": (b"", "benefits.csv : le fichier est vide."),
    "nothing but separators": (b";\r\n;\r\n", "benefits.csv : le fichier est vide."),
    "column without a name that holds something": (
        b"beneficiary_id,benefit,\nB2,other,x\n",
        f"benefits.csv : colonne inconnue, cellule vide.\n{COLUMNS}",
    ),
    "encoding of a spreadsheet": (
        "beneficiary_id,benefit\nB2,other\nZoé,other\n".encode("latin-1"),
        "benefits.csv, ligne 3 : le fichier n'est pas encodé en UTF-8 ; dans Excel : Enregistrer sous, « CSV UTF-8 ».",
    ),
}


@pytest.mark.parametrize(("content", "message"), CSV_FILES.values(), ids=CSV_FILES)
def test_a_csv_file_that_cannot_be_read_whole_is_refused(
    tmp_path: Path, content: bytes, message: str
) -> None:
    write_csv(tmp_path, valid_tables())
    (tmp_path / "benefits.csv").write_bytes(content)
    assert refusal(tmp_path) == message


@pytest.mark.parametrize("end", ["\n", "\r\n\r\n", ",\n,\n", ";\n\n;"])
def test_rows_without_anything_at_the_end_are_no_rows(tmp_path: Path, end: str) -> None:
    separator = ";" if ";" in end else ","
    write_csv(tmp_path, valid_tables(), separator)
    for path in tmp_path.glob("*.csv"):
        path.write_bytes(path.read_bytes() + end.encode())
    tables = read_tables(tmp_path, CODEBOOK)
    for name, expected in valid_tables().items():
        assert rows(getattr(tables, name)) == rows(expected)


@pytest.mark.parametrize("separator", [",", ";"])
def test_columns_without_name_or_anything_are_no_columns(tmp_path: Path, separator: str) -> None:
    write_csv(tmp_path, valid_tables(), separator)
    for path in tmp_path.glob("*.csv"):
        lines = path.read_text().splitlines()
        path.write_text("".join(f"{line}{separator * 2}\n" for line in lines))
    tables = read_tables(tmp_path, CODEBOOK)
    for name, expected in valid_tables().items():
        assert rows(getattr(tables, name)) == rows(expected)


def test_a_damaged_parquet_file_is_refused(tmp_path: Path) -> None:
    write_parquet(tmp_path, valid_tables())
    (tmp_path / "units.parquet").write_bytes(b"PAR1 and nothing else")
    assert refusal(tmp_path).startswith("units.parquet : fichier Parquet illisible (")


@pytest.mark.parametrize(
    ("table", "column", "kind", "actual", "wanted"),
    [
        ("beneficiaries", "age_at_enrolment", "float64", "double", "un entier"),
        ("beneficiaries", "age_at_enrolment", "str", "large_string", "un entier"),
        ("beneficiaries", "region", "int64", "int64", "un texte"),
        ("survey", "surveyed_on", "datetime64[ms]", "timestamp[ms]", "une date ou un texte"),
        ("survey", "gross_monthly_salary", "Float64", "double", "un entier"),
    ],
)
def test_a_parquet_column_of_another_type_is_refused(
    tmp_path: Path, table: str, column: str, kind: str, actual: str, wanted: str
) -> None:
    write_parquet(tmp_path, valid_tables())
    path = tmp_path / f"{table}.parquet"
    frame = pd.read_parquet(path)
    frame.astype({column: kind}).to_parquet(path, index=False)
    assert refusal(tmp_path) == (
        f"{table}.parquet, colonne {column} : de type « {actual} » ; attendu : {wanted}."
    )


def test_a_wrong_cell_of_a_parquet_file_has_the_row_number_of_a_spreadsheet(
    tmp_path: Path,
) -> None:
    tables = edited(valid_tables(), "beneficiaries", 4, {"gender": None, "age_at_enrolment": "15"})
    assert refusal(write_parquet(tmp_path, tables)).split("\n") == [
        "2 problèmes dans les tables :",
        "beneficiaries.parquet, ligne 4, colonne gender : cellule vide ; attendu : F ou M.",
        (
            "beneficiaries.parquet, ligne 4, colonne age_at_enrolment : « 15 » ; "
            "attendu : un nombre entier de 16 à 75."
        ),
    ]
