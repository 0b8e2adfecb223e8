"""Are the files of a folder read as they are, or refused with the reason?"""

import os
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.domain.errors import TableError
from dashboard.sources.reading import read_tables
from tests.unit.tables import CODEBOOK, Texts, edited, valid_tables, write_csv, write_parquet

DAY = 86_400


Row = tuple[str | None, ...]


def rows(frame: pd.DataFrame) -> list[Row]:
    """The rows of a table as its file has them: texts, None where a cell is empty."""
    return [
        tuple(None if pd.isna(cell) else str(cell) for cell in row)
        for row in frame.itertuples(index=False)
    ]


def refusal(folder: Path) -> str:
    with pytest.raises(TableError) as caught:
        read_tables(folder, CODEBOOK)
    return str(caught.value).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("separator", [",", ";"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_csv_is_read_with_either_separator_and_with_or_without_a_byte_order_mark(
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


def test_a_table_without_a_file_is_told(tmp_path: Path) -> None:
    write_csv(tmp_path, valid_tables())
    (tmp_path / "units.csv").unlink()
    assert refusal(tmp_path) == (
        f"Aucun fichier units.parquet ou units.csv dans le dossier « {tmp_path} »."
    )


def test_a_table_with_two_files_is_told(tmp_path: Path) -> None:
    write_csv(tmp_path, valid_tables())
    write_parquet(tmp_path, {"units": valid_tables()["units"]})
    assert refusal(tmp_path) == (
        f"Deux fichiers pour une même table dans le dossier « {tmp_path} » : "
        "gardez units.parquet ou units.csv."
    )


COLUMNS = "Colonnes attendues : beneficiary_id et benefit."
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
    "encoding of a spreadsheet": (
        "beneficiary_id,benefit\nB2,other\nZoé,other\n".encode("latin-1"),
        "benefits.csv, ligne 3 : le fichier n'est pas encodé en UTF-8.",
    ),
}


@pytest.mark.parametrize(("content", "told"), CSV_FILES.values(), ids=CSV_FILES)
def test_a_csv_file_that_cannot_be_read_whole_is_refused(
    tmp_path: Path, content: bytes, told: str
) -> None:
    write_csv(tmp_path, valid_tables())
    (tmp_path / "benefits.csv").write_bytes(content)
    assert refusal(tmp_path) == told


def test_a_blank_row_is_told_and_keeps_its_number(tmp_path: Path) -> None:
    write_csv(tmp_path, valid_tables())
    (tmp_path / "benefits.csv").write_text("beneficiary_id,benefit\nB2,other\n\nB9,other\n")
    assert [line.split(" ; ")[0] for line in refusal(tmp_path).split("\n")] == [
        "3 problèmes dans les tables :",
        "benefits.csv, ligne 3, colonne beneficiary_id : cellule vide",
        "benefits.csv, ligne 3, colonne benefit : cellule vide",
        "benefits.csv, ligne 4, colonne beneficiary_id : « B9 »",
    ]


def test_an_empty_csv_file_is_refused(tmp_path: Path) -> None:
    write_csv(tmp_path, valid_tables())
    (tmp_path / "benefits.csv").write_bytes(b"")
    assert refusal(tmp_path).startswith("benefits.csv : fichier illisible (")


def test_a_damaged_parquet_file_is_refused(tmp_path: Path) -> None:
    write_parquet(tmp_path, valid_tables())
    (tmp_path / "units.parquet").write_bytes(b"PAR1 and nothing else")
    assert refusal(tmp_path).startswith("units.parquet : fichier Parquet illisible (")


@pytest.mark.parametrize(
    ("table", "column", "kind", "found", "wanted"),
    [
        ("beneficiaries", "age_at_enrolment", "float64", "double", "un entier"),
        ("beneficiaries", "age_at_enrolment", "str", "large_string", "un entier"),
        ("beneficiaries", "region", "int64", "int64", "un texte"),
        ("survey", "surveyed_on", "datetime64[ms]", "timestamp[ms]", "une date ou un texte"),
        ("survey", "gross_monthly_salary", "Float64", "double", "un entier"),
    ],
)
def test_a_parquet_column_of_another_type_is_refused(
    tmp_path: Path, table: str, column: str, kind: str, found: str, wanted: str
) -> None:
    write_parquet(tmp_path, valid_tables())
    path = tmp_path / f"{table}.parquet"
    frame = pd.read_parquet(path)
    frame.astype({column: kind}).to_parquet(path, index=False)
    assert refusal(tmp_path) == (
        f"{table}.parquet, colonne {column} : de type « {found} » ; attendu : {wanted}."
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


# --- version and companion -----------------------------------------------------------------------


def test_the_version_changes_with_any_byte_and_only_then(tmp_path: Path) -> None:
    first = read_tables(write_csv(tmp_path, valid_tables()), CODEBOOK).version
    assert read_tables(write_csv(tmp_path, valid_tables()), CODEBOOK).version == first
    other = edited(valid_tables(), "beneficiaries", 2, {"age_at_enrolment": "35"})
    assert read_tables(write_csv(tmp_path, other), CODEBOOK).version != first
    assert len(first) == 12
    assert int(first, 16) >= 0


def test_without_a_companion_the_tables_are_real_and_dated_from_the_last_file(
    tmp_path: Path,
) -> None:
    write_csv(tmp_path, valid_tables())
    for days, name in enumerate(CODEBOOK.tables, start=1):
        os.utime(tmp_path / f"{name}.csv", (days * DAY, days * DAY))
    tables = read_tables(tmp_path, CODEBOOK)
    assert (tables.dated, tables.demonstration, tables.label) == (date(1970, 1, 5), False, "")


def test_the_companion_dates_and_stamps_the_tables(tmp_path: Path) -> None:
    write_csv(tmp_path, valid_tables())
    bare = read_tables(tmp_path, CODEBOOK)
    (tmp_path / "data.toml").write_text(
        '[data]\ndate = 2017-10-31\ndemonstration = true\nlabel = "Données d\'essai"\n',
        encoding="utf-8",
    )
    tables = read_tables(tmp_path, CODEBOOK)
    assert (tables.dated, tables.demonstration, tables.label) == (
        date(2017, 10, 31),
        True,
        "Données d'essai",
    )
    assert tables.version != bare.version


COMPANIONS = {
    "no section": ("date = 2017-10-31\n", "data.toml : la section [data] manque."),
    "date as a text": (
        '[data]\ndate = "octobre 2017"\ndemonstration = true\nlabel = ""\n',
        (
            "data.toml, champ date : « octobre 2017 » ; "
            "attendu : une date sans guillemets, telle que 2017-10-31."
        ),
    ),
    "number for a yes": (
        '[data]\ndate = 2017-10-31\ndemonstration = 1\nlabel = ""\n',
        "data.toml, champ demonstration : « 1 » ; attendu : true ou false.",
    ),
    "field absent": (
        "[data]\ndate = 2017-10-31\ndemonstration = true\n",
        (
            "data.toml, champ label : absent ; "
            "attendu : un texte entre guillemets, qui peut être vide."
        ),
    ),
    "unknown field": (
        '[data]\ndate = 2017-10-31\ndemonstration = true\nlabel = ""\ntitle = ""\n',
        "data.toml : champ inconnu « title ».",
    ),
}


@pytest.mark.parametrize(("content", "told"), COMPANIONS.values(), ids=COMPANIONS)
def test_a_companion_that_is_wrong_is_refused(tmp_path: Path, content: str, told: str) -> None:
    write_csv(tmp_path, valid_tables())
    (tmp_path / "data.toml").write_text(content, encoding="utf-8")
    assert refusal(tmp_path) == told


def test_a_companion_that_is_not_toml_is_refused(tmp_path: Path) -> None:
    write_csv(tmp_path, valid_tables())
    (tmp_path / "data.toml").write_text("[data", encoding="utf-8")
    assert refusal(tmp_path).startswith("data.toml : fichier illisible (")


# --- any valid table -----------------------------------------------------------------------------

FIRST, LAST = 2012, 2016
SURVEYS = {2013: ("T0", "T1", "T2"), 2014: ("T0", "T1")}
IDENTIFIERS = st.text(alphabet="aÉœ0,;\"' \n-", min_size=1, max_size=6).filter(
    lambda text: text == text.strip()
)


def academic_year(start: int) -> str:
    return f"{start}-{start + 1}"


def code_of(name: str) -> st.SearchStrategy[str]:
    return st.sampled_from(CODEBOOK.variable(name).table_codes)


def answers(wave: str) -> st.SearchStrategy[dict[str, str | None]]:
    """The answers that one person may give at `wave`."""
    status = CODEBOOK.variable("status")
    statuses = [c for c in status.table_codes if status.by_code[c].waves == ()]
    jobs = ("contract", "csp", "sector", "working_time")

    def of(found: str) -> st.SearchStrategy[dict[str, str | None]]:
        described = wave == "T0" or found in status.codes_of_group("employed")
        nothing = "no_information" if found == "no_information" else "not_employed"
        salary = st.none() | st.integers(50, 30_000).map(str)
        known = {
            name: code_of(name).filter(lambda code: code != "not_employed")
            if described
            else st.just(nothing)
            for name in jobs
        }
        return st.fixed_dictionaries(
            {
                "status": st.just(found),
                **known,
                "gross_monthly_salary": salary if described else st.none(),
            }
        )

    return (st.just("jobseeker") if wave == "T0" else st.sampled_from(statuses)).flatmap(of)


@st.composite
def any_tables(draw: st.DrawFn) -> Texts:
    rows: dict[str, list[dict[str, str | None]]] = {name: [] for name in CODEBOOK.tables}
    described = {"region", "gender", "executive", "long_term_jobseeker", "interim", "entry_diploma"}
    taught = {"teaching_team", "pathway", "target_level", "modality"}
    for person in draw(st.lists(IDENTIFIERS, min_size=1, max_size=6, unique=True)):
        start = draw(st.integers(FIRST, LAST))
        rows["beneficiaries"].append(
            {
                "beneficiary_id": person,
                "cohort": academic_year(start),
                "age_at_enrolment": str(draw(st.integers(16, 75))),
                **{name: draw(code_of(name)) for name in sorted(described)},
            }
        )
        later = draw(st.lists(st.integers(1, 3), unique=True, max_size=2))
        rows["units"] += [
            {
                "beneficiary_id": person,
                "academic_year": academic_year(start + years),
                "unit": draw(IDENTIFIERS),
                **{name: draw(code_of(name)) for name in sorted(taught)},
            }
            for years in (0, *later)
        ]
        for wave in SURVEYS.get(start, ()):
            row = draw(answers(wave))
            when = start + max(1, int(wave[1:]))
            rows["survey"].append(
                {
                    "beneficiary_id": person,
                    "wave": wave,
                    "surveyed_on": f"{when}-09-01",
                    **row,
                }
            )
            if row["status"] == "salaried":
                rows["benefits"].append({"beneficiary_id": person, "benefit": f"{wave}"})
    rows["benefits"] = [
        {"beneficiary_id": person, "benefit": draw(code_of("benefit"))}
        for person in dict.fromkeys(row["beneficiary_id"] for row in rows["benefits"])
    ]
    return {
        name: pd.DataFrame(
            listed, columns=list(CODEBOOK.tables[name].columns), dtype="object"
        ).pipe(lambda frame: frame.where(frame.notna(), None))
        for name, listed in rows.items()
    }


WRITERS = [
    write_csv,
    partial(write_csv, separator=";", encoding="utf-8-sig"),
    write_parquet,
]


@given(tables=any_tables(), write=st.sampled_from(WRITERS))
@settings(max_examples=50)
def test_any_valid_tables_are_read_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory, tables: Texts, write: Callable[[Path, Texts], Path]
) -> None:
    found = read_tables(write(tmp_path_factory.mktemp("tables"), tables), CODEBOOK)
    for name, expected in tables.items():
        assert rows(getattr(found, name)) == rows(expected)
