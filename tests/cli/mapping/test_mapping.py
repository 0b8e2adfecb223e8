"""Does `mapping` write a proposal, tell what it is about, and never write over one?"""

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest

from dashboard.cli.commands import FAULT, MISUSED, run
from dashboard.cli.source_files import name_of
from dashboard.ingest.raw.mapping.read import read_mapping
from tests.ingest.raw.mapping.mappings import codebook
from tests.support.exhibits import plain

ROWS = [
    ("N° auditeur", "Nom", "Sexe", "Code UE", "EPN"),
    *((f"{n:05}", "KERVADEC", "FH"[n % 2], "NFP101", "EPN 9") for n in range(12)),
]


@pytest.fixture(autouse=True)
def demonstration(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DASHBOARD_DATA", raising=False)


def export(path: Path, rows: Sequence[Sequence[str]] = ROWS) -> Path:
    with path.open("w", encoding="cp1252", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    return path


def test_a_proposal_is_written_and_read_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = export(tmp_path / "inscriptions 2015-2016.csv")
    target = tmp_path / "centre.toml"
    assert run(["mapping", str(source), "--to", str(target)]) == 0
    mapping = read_mapping(target, codebook())
    assert mapping.name == "inscriptions 2015-2016"
    assert [c.variable or c.personal for c in mapping.tables[0].columns] == [
        "beneficiary_id",
        "name",
        "gender",
        "unit",
        "teaching_team",
    ]
    said = plain(capsys.readouterr().out)
    assert "une UE financée par ligne ; 4 colonnes reconnues sur 5." in said
    assert "données personnelles, jamais écrites : Nom." in said
    assert "3 lignes à confirmer :" in said
    assert "KERVADEC" not in said + target.read_text(encoding="utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == [target.name, source.name]


def test_without_a_file_the_proposal_alone_is_on_standard_output(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = export(tmp_path / "a.csv")
    assert run(["mapping", str(source)]) == 0
    out, err = capsys.readouterr()
    again = tmp_path / "again.toml"
    again.write_text(out, encoding="utf-8")
    assert read_mapping(again, codebook()).tables[0].files == "a.csv"
    assert "colonnes reconnues" in err


def test_a_mapping_that_is_there_is_never_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = export(tmp_path / "a.csv")
    target = tmp_path / "centre.toml"
    target.write_text("mon travail", encoding="utf-8")
    assert run(["mapping", str(source), "--to", str(target)]) == FAULT
    assert target.read_text(encoding="utf-8") == "mon travail"
    assert "existe déjà : rien n'est écrit" in plain(capsys.readouterr().err)


def test_the_files_of_a_folder_are_one_source(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "centres"
    folder.mkdir()
    for place in ("lyon", "nantes"):
        export(folder / f"inscriptions-{place}.csv")
    (folder / ".~lock.inscriptions-lyon.csv#").write_text("x", encoding="utf-8")
    assert run(["mapping", str(folder), "--to", str(tmp_path / "m.toml")]) == 0
    (table,) = read_mapping(tmp_path / "m.toml", codebook()).tables
    assert table.files == "inscriptions-*.csv"
    assert "Écrit" in capsys.readouterr().out


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_proposed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = export(tmp_path / "a.csv")
    broken = tmp_path / "b.xlsx"
    broken.write_bytes(b"PK\x03\x04 rien")
    target = tmp_path / "m.toml"
    assert run(["mapping", str(source), str(broken), "--to", str(target)]) == FAULT
    assert read_mapping(target, codebook()).tables[0].files == "a.csv"
    assert "Sans b.xlsx" in plain(capsys.readouterr().err)


def test_the_command_that_is_told_imports_what_is_described_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "centres"
    folder.mkdir()
    export(folder / "a.csv")
    (folder / "notes.txt").write_text("À lire\nA1 salarié ; A2 autre\n", encoding="utf-8")
    target = tmp_path / "m.toml"
    assert run(["mapping", str(folder), "--to", str(target)]) == 0
    *_, left, last = plain(capsys.readouterr().out).splitlines()
    assert left == "Sans notes.txt : la correspondance n'en décrit aucune table."
    assert f"import {folder / 'a.csv'} --mapping {target} --to DOSSIER" in last


def test_the_folder_is_told_where_all_of_its_files_are_described(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "centres"
    folder.mkdir()
    export(folder / "a.csv")
    assert run(["mapping", str(folder), "--to", str(tmp_path / "m.toml")]) == 0
    assert f"import {folder} --mapping" in plain(capsys.readouterr().out)


NAMES = [
    pytest.param(["centres.v2"], "m.toml", "centres.v2", id="a folder"),
    pytest.param(["centres.v2/a.csv"], "m.toml", "a", id="a file"),
    pytest.param(["centres.v2/a.csv", "centres.v2/b.csv"], "m.toml", "m", id="several"),
    pytest.param(["centres.v2/a.csv", "centres.v2/b.csv"], "", "centres.v2", id="of one folder"),
    pytest.param(["centres.v2/a.csv", "c.csv"], "", "Source", id="of several folders"),
]


@pytest.mark.parametrize(("sources", "target", "name"), NAMES)
def test_a_source_is_called_as_its_file_its_folder_or_its_mapping(
    sources: list[str], target: str, name: str, tmp_path: Path
) -> None:
    (tmp_path / "centres.v2").mkdir()
    for file in ("centres.v2/a.csv", "centres.v2/b.csv", "c.csv"):
        (tmp_path / file).write_text("", encoding="utf-8")
    given = [tmp_path / source for source in sources]
    assert name_of(given, Path(target) if target else None) == name


REFUSED = [
    (["mapping"], MISUSED, "Il manque l'argument SOURCE..."),
    (["mapping", "nulle-part.csv"], FAULT, "nulle-part.csv : ni un fichier ni un dossier de ce nom."),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "code", "said"), REFUSED, ids=["no source", "no file"])
def test_a_source_that_is_none_is_told(
    arguments: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == code
    assert said in plain(capsys.readouterr().err)


def test_an_empty_folder_and_a_folder_that_is_not_there_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["mapping", str(tmp_path)]) == FAULT
    source = export(tmp_path / "a.csv")
    assert run(["mapping", str(source), "--to", str(tmp_path / "rien" / "m.toml")]) == FAULT
    said = plain(capsys.readouterr().err)
    assert "aucun fichier dans ce dossier" in said
    assert "écriture impossible (il n'existe pas)" in said
