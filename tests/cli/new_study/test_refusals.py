"""Are tables that cannot be those of a study refused in French, with nothing written?"""

from pathlib import Path

import pytest

from tests.cli.new_study.drafts import refused, with_columns, without_columns
from tests.cli.ran import ran
from tests.support.tables import valid_tables, write_csv

FOUR: list[str | None] = ["a", "b", "a", "b"]
TO_MEND = (
    "Rien n'est écrit : corrigez d'abord les tables. Une réponse qui manque a son code : « unknown » "
    "(beneficiaries, units), « no_information » (survey)."
)


@pytest.mark.parametrize(
    ("table", "columns", "missing"),
    [
        ("beneficiaries", ["beneficiary_id"], "la colonne « beneficiary_id »"),
        ("beneficiaries", ["cohort"], "la colonne « cohort »"),
        ("units", ["academic_year", "unit"], "les colonnes « academic_year » et « unit »"),
        ("survey", ["status"], "la colonne « status »"),
        ("benefits", ["benefit"], "la colonne « benefit »"),
    ],
)
def test_a_table_without_what_is_needed(
    tmp_path: Path, table: str, columns: list[str], missing: str
) -> None:
    (line,) = refused(tmp_path, without_columns(table, *columns))
    assert line.startswith(f"{table}.csv : il manque {missing}, dont le tableau de bord a besoin")


@pytest.mark.parametrize(
    ("table", "name", "why"),
    [
        (
            "beneficiaries",
            "Situation de handicap",
            (
                "un nom de colonne a des lettres de a à z sans accent, des chiffres ou « _ » ; renommez-la, "
                "par exemple en « situation_de_handicap »."
            ),
        ),
        ("beneficiaries", "weight", "le tableau de bord se réserve ce nom ; renommez-la."),
        (
            "beneficiaries",
            "response",
            "le tableau de bord calcule lui-même ce qui porte ce nom ; renommez-la ou retirez-la.",
        ),
        (
            "beneficiaries",
            "modality",
            "ce nom est celui d'une variable de la table units ; renommez-la.",
        ),
    ],
)
def test_a_column_with_a_name_that_no_variable_can_have(
    tmp_path: Path, table: str, name: str, why: str
) -> None:
    lines = refused(tmp_path, with_columns(table, {name: FOUR}))
    assert f"{table}.csv, colonne « {name} » : {why}" in lines


def test_a_column_of_two_tables(tmp_path: Path) -> None:
    tables = with_columns("beneficiaries", {"lieu": FOUR})
    both = with_columns("units", {"lieu": ["a"] * 6}, tables)
    assert refused(tmp_path, both) == [
        "La colonne « lieu » est dans beneficiaries.csv et units.csv : renommez l'une des deux."
    ]


def test_a_code_with_a_comma(tmp_path: Path) -> None:
    (line,) = refused(tmp_path, with_columns("beneficiaries", {"lieu": ["a, b", "c", "c", "c"]}))
    assert line == (
        "beneficiaries.csv, colonne « lieu » : « a, b » ; attendu : un code sans virgule, sans espace autour, "
        "fait de lettres visibles."
    )


def test_texts_that_each_answer_words_anew_are_no_question_of_a_survey(tmp_path: Path) -> None:
    days: list[str | None] = [f"2014-09-{day:02}" for day in range(1, 9)]
    (line,) = refused(tmp_path, with_columns("survey", {"appel": days}))
    assert (
        line
        == "survey.csv, colonne « appel » : ni une liste de codes, ni des nombres entiers ; retirez-la."
    )


def test_a_cell_that_is_empty_is_told_with_its_line(tmp_path: Path) -> None:
    lines = refused(
        tmp_path, with_columns("beneficiaries", {"handicap": ["oui", None, "non", "oui"]})
    )
    assert (
        "beneficiaries.csv, ligne 3, colonne handicap : cellule vide ; attendu : non ou oui."
        in lines
    )
    assert lines[-1] == TO_MEND


def test_a_cohort_that_is_no_academic_year(tmp_path: Path) -> None:
    lines = refused(tmp_path, with_columns("beneficiaries", {"cohort": ["2012"] * 4}))
    assert (
        "beneficiaries.csv, ligne 2, colonne cohort : « 2012 » ; attendu : une année universitaire telle que 2014-2015."
    ) in lines


def test_a_folder_without_tables(tmp_path: Path) -> None:
    refusal = ran("new-study", tmp_path / "neuve", "--from", tmp_path)
    assert refusal.code == 1
    assert refusal.faults.startswith(
        "Aucun fichier beneficiaries.parquet ou beneficiaries.csv dans le dossier"
    )
    assert not (tmp_path / "neuve").exists()


def test_a_file_that_is_no_table(tmp_path: Path) -> None:
    write_csv(tmp_path, valid_tables())
    (tmp_path / "units.csv").write_text('"jamais fermé', encoding="utf-8")
    refusal = ran("new-study", tmp_path, "--from", tmp_path)
    assert refusal.code == 1
    assert "units.csv" in refusal.faults


def test_a_column_that_is_there_twice(tmp_path: Path) -> None:
    write_csv(tmp_path, valid_tables())
    lines = (tmp_path / "units.csv").read_text(encoding="utf-8").splitlines()
    doubled = "\n".join(f"{line},{line.split(',')[1]}" for line in lines)
    (tmp_path / "units.csv").write_text(doubled, encoding="utf-8")
    refusal = ran("new-study", tmp_path, "--from", tmp_path)
    assert refusal.fault_lines == ["units.csv : la colonne academic_year figure plusieurs fois."]


def test_tables_of_another_folder_do_not_replace_those_that_are_there(tmp_path: Path) -> None:
    for name in ("ici", "là"):
        (tmp_path / name).mkdir()
        write_csv(tmp_path / name, valid_tables())
    refusal = ran("new-study", tmp_path / "ici", "--from", tmp_path / "là")
    assert refusal.code == 1
    assert refusal.fault_lines == [
        f"{tmp_path / 'ici' / 'beneficiaries.csv'} existe déjà : rien n'est écrit. Choisissez un autre dossier."
    ]
    assert not (tmp_path / "ici" / "codebook.toml").exists()
