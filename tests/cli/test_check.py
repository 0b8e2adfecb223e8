"""Does `check` tell stage by stage what each named check says, and end with 1 only where something is to be mended?"""

import shutil
from pathlib import Path

import pytest

from dashboard.datasets.store import Store
from tests.cli.ran import Ran, ran
from tests.support.tables import edited, valid_tables, without_row, write_csv

DEMONSTRATION = Path(__file__).parents[2] / "data" / "demonstration"
REFUSED = ["Ces tables ne peuvent pas être publiées."]


def part(told: Ran, stage: str) -> list[str]:
    """The lines of one stage, their words a space apart."""
    lines = told.lines
    start = lines.index(stage) + 1
    return [" ".join(line.split()) for line in lines[start : lines.index("", start)]]


def test_the_demonstration_passes_with_what_an_analyst_would_look_at() -> None:
    told = ran("check", DEMONSTRATION)
    assert (told.code, told.faults) == (0, "")
    assert "bien data.toml : tables du 2017-10-31" in part(told, "Lecture")
    assert (
        "bien lignes : beneficiaries.csv 1 044, units.csv 2 645, survey.csv 3 146, benefits.csv 913"
    ) in part(told, "Forme")
    assert part(told, "Cellules") == [
        "bien valeurs du dictionnaire",
        "bien lignes uniques",
        "bien identifiants connus",
    ]
    assert (
        "attention taux de réponse : survey.csv : à T1, 49,0 % de réponse dans la promotion 2013-2014 "
        "(245 personnes), contre 73,4 % dans les autres."
    ) in part(told, "Relations")
    assert told.lines[-2] == "20 contrôles : 4 avertissements, aucun échec."


def test_the_version_is_the_one_that_the_tables_will_have_once_published(tmp_path: Path) -> None:
    store = tmp_path / "store"
    (tmp_path / "tables").mkdir()
    tables = write_csv(tmp_path / "tables", valid_tables())
    told = ran("check", tables).lines[-1]
    assert ran("publish", tables, "--store", store).code == 0
    version = Store(store).current()
    assert told.startswith(f"Version, une fois publiée : {version}, tables du ")
    assert ran("check", store).lines[-1].startswith(f"Version {version}, tables du ")


def test_a_stage_that_fails_stops_the_next_and_counts_the_cells(tmp_path: Path) -> None:
    # A beneficiary without a unit is a fault of the relations, of which nothing is said yet.
    tables = without_row(valid_tables(), "units", 5)
    for row in (2, 4, 5):
        tables = edited(tables, "beneficiaries", row, {"gender": "X"})
    told = ran("check", write_csv(tmp_path, tables))
    assert (told.code, told.fault_lines) == (1, REFUSED)
    assert part(told, "Cellules") == [
        (
            "à corriger valeurs du dictionnaire : beneficiaries.csv, ligne 2, colonne gender : « X » ; "
            "attendu : F ou M. 3 cellules : lignes 2, 4, 5."
        ),
        "bien lignes uniques",
        "bien identifiants connus",
    ]
    assert part(told, "Relations") == ["pas examiné : l'étape « Cellules » est à corriger d'abord"]
    assert told.lines[-1] == "11 contrôles : aucun avertissement, 1 échec (3 cellules)."


def test_what_describes_the_tables_is_checked_too_and_told_beside_their_faults(
    tmp_path: Path,
) -> None:
    shutil.copytree(DEMONSTRATION, tmp_path, dirs_exist_ok=True)
    shutil.copy(DEMONSTRATION.parent / "codebook.toml", tmp_path)
    (tmp_path / "budgets.toml").write_text("[[budget]]\nacademic_year = 2014\n", encoding="utf-8")
    (tmp_path / "benefits.csv").write_text("benefit\nother\n", encoding="utf-8")
    told = ran("check", tmp_path)
    assert told.code == 1
    reading = part(told, "Lecture")
    assert reading[0] == "bien codebook.toml : de l'étude"
    assert reading[1].startswith("à corriger budgets.toml : budget n° 1, ")
    assert "bien published-figures.toml : absent" in reading
    assert part(told, "Forme") == [
        (
            "à corriger colonnes et types : benefits.csv : la colonne beneficiary_id manque. "
            "Colonnes attendues : beneficiary_id et benefit."
        )
    ]


def test_a_codebook_that_cannot_be_read_is_all_that_is_told(tmp_path: Path) -> None:
    write_csv(tmp_path, valid_tables())
    (tmp_path / "codebook.toml").write_text("[study\n", encoding="utf-8")
    told = ran("check", tmp_path)
    assert (told.code, told.fault_lines) == (1, REFUSED)
    assert part(told, "Lecture") == [
        "à corriger codebook.toml, ligne 1 : « [study » ; un crochet fermant « ] » manque."
    ]
    assert part(told, "Forme") == ["pas examiné : l'étape « Lecture » est à corriger d'abord"]


@pytest.mark.parametrize(
    "value",
    [
        "jean@example.org",
        "1850578006084",
        "06 12 34 56 78",
        "FR7630006000011234567890189",
        "03/04/1971",
        "12 rue des Lilas",
        "DURAND Marie",
    ],
)
@pytest.mark.parametrize("command", ["check", "publish"])
def test_a_cell_that_looks_personal_is_not_shown(tmp_path: Path, value: str, command: str) -> None:
    tables = edited(valid_tables(), "beneficiaries", 2, {"gender": value})
    to: list[str | Path] = ["--store", tmp_path / "store"] if command == "publish" else []
    told = ran(command, write_csv(tmp_path, tables), *to)
    assert told.code == 1
    assert value not in told.said + told.faults
    assert "« … » (donnée personnelle, non montrée)" in told.said + told.faults
