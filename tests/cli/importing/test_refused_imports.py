"""What stops an import, and what is said of it?"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.importing.pile import Pile
from tests.cli.ran import ran
from tests.support.exhibits import plain


def test_a_line_that_nobody_has_confirmed_stops_the_import(pile: Pile) -> None:
    unsure = pile.folder / "douteuse.toml"
    text = pile.mappings[0].read_text(encoding="utf-8")
    unsure.write_text(
        text.replace('column = "Nom"', 'column = "Nom"\nconfirmed = false', 1), encoding="utf-8"
    )
    refused = ran("import", *pile.sources, "--mapping", unsure, "--to", pile.folder / "douteuse")
    assert refused.code == 1
    assert "colonne « Nom » : à confirmer" in refused.faults


def test_above_the_threshold_only_the_report_is_written(pile: Pile, tmp_path: Path) -> None:
    spoilt = tmp_path / "inscriptions-a.csv"
    content = pile.sources[0].read_bytes().decode("cp1252")
    spoilt.write_bytes(content.replace("M.;", "Sieur;").encode("cp1252"))
    sources = [spoilt, *pile.sources[1:]]
    refused = pile.imported("trop", sources=sources)
    assert refused.code == 1
    assert not (pile.folder / "trop").exists()
    report = pile.folder / "trop.rapport.html"
    assert str(report) in refused.faults
    assert "lignes : réponse inconnue (inscriptions-a.csv, colonne Civilité)" in refused.faults
    assert "Rien n" in report.read_text(encoding="utf-8")
    assert "Sieur" not in report.read_text(encoding="utf-8")
    elsewhere = tmp_path / "pourquoi.html"
    assert pile.imported("trop", "--rapport", elsewhere, sources=sources).code == 1
    assert elsewhere.read_bytes() == report.read_bytes()
    kept = pile.imported("trop", "--refus-max", "80", sources=sources)
    assert kept.code == 0
    assert not report.exists(), "the report of the import that was refused is of no use any more"
    lines = pile.files("trop")["refused.csv"].decode("utf-8-sig").splitlines()
    assert lines[0] == "fichier;feuille;ligne;rang;colonne;règle;écarté"
    of_answers = [line for line in lines if line.endswith(";Civilité;réponse inconnue;ligne")]
    men = sum(
        len(units)
        for p in pile.known
        for units in p.units.values()
        if (p.centre, p.gender) == ("a", "M")
    )
    assert len(of_answers) == men > 0
    assert all(line.startswith("inscriptions-a.csv;;") for line in of_answers)


def test_a_file_of_which_too_much_is_refused_stops_the_import_of_all(
    pile: Pile, tmp_path: Path
) -> None:
    spoilt = tmp_path / "enquete-2016.csv"
    content = pile.sources[5].read_bytes()
    spoilt.write_bytes(content.replace(b"Sans activit", b"Sans rien", 3))
    sources = [*pile.sources[:5], spoilt]
    refused = pile.imported("un fichier", "--refus-max", "5", sources=sources)
    assert refused.code == 1, refused.said
    assert (
        "Rien n'est importé : la part de lignes refusées d'un fichier est au-delà" in refused.faults
    )
    assert "\n  enquete-2016.csv : 3 lignes refusées sur" in plain(refused.faults)
    report = (pile.folder / "un fichier.rapport.html").read_text(encoding="utf-8")
    assert "de celles de enquete-2016.csv, au-delà du seuil" in plain(report)


def test_a_folder_in_use_is_left_alone(pile: Pile) -> None:
    (pile.folder / "pris").mkdir(exist_ok=True)
    (pile.folder / "pris" / "a.txt").write_text("a", encoding="utf-8")
    refused = pile.imported("pris")
    assert refused.code == 1
    assert "n'est pas un dossier vide" in refused.faults
    assert [path.name for path in (pile.folder / "pris").iterdir()] == ["a.txt"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("inscriptions-a.csv", b"", "Rien n'est importé"),
        (
            "autre.csv",
            b"a;b\n1;2\n3;4\n",
            "autre.csv : aucune correspondance ne décrit ce fichier : ôtez-le",
        ),
        ("codes.txt", b'"a', "codes.txt : aucune correspondance ne décrit ce fichier : ôtez-le"),
        ("inscriptions-a.csv", b"Nom;UE\nx;y\nz;t\n", "la colonne « N° auditeur » manque."),
    ],
)
def test_a_stage_that_fails_stops_the_next(
    pile: Pile, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    refused = pile.imported("arrêté", sources=[path, *pile.sources[1:]])
    assert refused.code == 1
    assert said in refused.faults
    assert not (pile.folder / "arrêté").exists()


def test_a_file_that_is_given_twice_under_two_names_is_refused(pile: Pile, tmp_path: Path) -> None:
    copy = tmp_path / "inscriptions-a.csv"
    copy.write_bytes(pile.sources[0].read_bytes())
    twin = tmp_path / "enquete-2013.csv"
    twin.write_bytes(pile.sources[3].read_bytes())
    refused = pile.imported("double", sources=[*pile.sources, twin])
    assert "sont le même fichier" in refused.faults
    # The same path twice is one file.
    assert pile.imported("une fois", sources=[*pile.sources, pile.sources[0]]).code == 0


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--date", "hier", "l'option « --date » : « hier » n'est pas un jour tel que 2017-10-31."),
        ("--refus-max", "beaucoup", "l'option « --refus-max » : « beaucoup » n'est pas un nombre de 0 à 100."),
        ("--mapping", "/nulle/part.toml", "l'option « --mapping » : le fichier « /nulle/part.toml » n'existe pas."),
    ],
)  # fmt: skip
def test_a_wrong_option_is_refused_in_french(
    pile: Pile, option: str, value: str, said: str
) -> None:
    refused = pile.imported("option", option, value)
    assert (refused.code, refused.fault_lines[-1]) == (2, said)
