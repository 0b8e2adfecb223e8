"""Does `study` tell what a study is made of, offers and lacks, or every reason why it cannot be opened?"""

import shutil
from pathlib import Path

import pytest

from tests.cli.ran import Ran, ran
from tests.studies.studies import folder_of

DEMONSTRATION = Path(__file__).parents[3] / "data" / "demonstration"


def part(told: Ran, heading: str) -> list[str]:
    """The lines under one heading."""
    lines = told.lines
    start = lines.index(heading) + 1
    end = next((i for i in range(start, len(lines)) if not lines[i]), len(lines))
    return [line.strip() for line in lines[start:end]]


def test_without_a_folder_it_is_the_study_that_would_be_served(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("DASHBOARD_DATA", raising=False)
    told = ran("study")
    assert told.code == 0
    assert told.lines[:2] == [
        "Que sont devenus les bénéficiaires ?",
        "Partenariat Cnam / AG2R LA MONDIALE",
    ]
    assert part(told, "Fichiers")[:5] == [
        "codebook.toml : du tableau de bord",
        "budgets.toml : du tableau de bord",
        "published-figures.toml : du tableau de bord",
        "benchmarks.toml : du tableau de bord",
        "data.toml : de l'étude",
    ]
    assert part(told, "Tables") == [
        "beneficiaries (bénéficiaires) : 1 044 lignes",
        "units (UE financées) : 2 645 lignes",
        "survey (enquête) : 3 146 lignes",
        "benefits (apports) : 913 lignes",
    ]
    assert part(told, "Régions") == [
        "Régions de l'étude : 20 sur 20 ont un contour",
        "13 régions d'aujourd'hui : 13 sur 13 ont un contour",
    ]
    assert part(told, "À compléter") == ["rien"]
    assert part(told, "Ce qui n'est pas proposé, et pourquoi") == [
        "Depuis la dernière édition : ces tables ne viennent pas d'un dépôt de versions"
    ]
    offered = part(told, "Ce que l'étude propose")
    assert offered[0].startswith("Vue d'ensemble : Chiffres clés ; Carte des régions ; ")
    assert offered[-1] == "Comparer : Comparer deux sélections"


def test_the_environment_says_which_study_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_DATA", str(folder_of("une_vague")))
    assert ran("study").lines[0] == "Après la formation des aidants"
    monkeypatch.setenv("DASHBOARD_DATA", "/nulle/part")
    assert ran("study").code == 1
    assert "DASHBOARD_DATA : « /nulle/part »" in ran("study").faults


def test_a_study_of_its_own_has_only_its_own_files() -> None:
    assert part(ran("study", folder_of("une_vague")), "Fichiers") == [
        "codebook.toml : de l'étude",
        "budgets.toml : absent",
        "published-figures.toml : absent",
        "benchmarks.toml : absent",
        "data.toml : absent",
    ]
    assert part(ran("study", folder_of("cinq_vagues")), "Fichiers")[:4] == [
        "codebook.toml : de l'étude",
        "budgets.toml : de l'étude",
        "published-figures.toml : de l'étude",
        "benchmarks.toml : de l'étude",
    ]


def test_what_is_not_offered_is_told_with_the_reason() -> None:
    missing = part(ran("study", folder_of("une_vague")), "Ce qui n'est pas proposé, et pourquoi")
    reasons = dict(line.split(" : ", 1) for line in missing)
    assert reasons["Carte des régions"] == "aucun découpage en régions n'est décrit ([[layers]])"
    assert reasons["Coût"] == "aucun budget n'est donné (budgets.toml)"
    assert any("réglage « " in title for title in reasons)


def test_regions_without_outline_and_outlines_without_region_are_named(tmp_path: Path) -> None:
    folder = tmp_path / "étude"
    shutil.copytree(folder_of("rien_publie"), folder)
    book = folder / "codebook.toml"
    text = book.read_text(encoding="utf-8")
    assert 'shapes = "current"' in text
    book.write_text(text.replace('shapes = "current"', 'shapes = "former"'), encoding="utf-8")
    (line,) = part(ran("study", folder), "Régions")
    assert "sans contour : " in line
    assert "Grand Est (44)" in line
    assert "contours sans région : 21, 22" in line


def test_texts_that_nobody_has_filled_in_are_told_with_their_place(tmp_path: Path) -> None:
    assert ran("new-study", tmp_path / "neuve", "--from", folder_of("une_vague")).code == 0
    assert part(ran("study", tmp_path / "neuve"), "À compléter") == [
        "study : partners, description, population, source, survey",
        "measures « handicap » : label, counted",
        "waves.T1 : label, months",
        "variables.gender : categories « 1 », « 2 », « 3 »",
        "variables.age : label, definition",
        "variables.handicap : label, definition, categories « n », « o »",
        "variables.modality_wanted : label, definition, categories « semaine », « soir », « week_end »",
        "variables.status : categories « aide », « cherche », « travaille »",
    ]


def test_every_fault_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "étude"
    shutil.copytree(DEMONSTRATION, folder)
    for name in ("codebook.toml", "budgets.toml", "published-figures.toml"):
        shutil.copy(DEMONSTRATION.parent / name, folder)
    for name, written, instead in (
        ("budgets.toml", "amount = 1_065_000", "amount = 0"),
        ("published-figures.toml", 'statistic = "count"', 'statistic = "nombre"'),
        ("units.csv", "classroom", "en_classe"),
    ):
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert written in text
        path.write_text(text.replace(written, instead, 1), encoding="utf-8")
    told = ran("study", folder)
    assert (told.code, told.said) == (1, "")
    for name in ("budgets.toml", "published-figures.toml", "units.csv"):
        assert name in told.faults


def test_a_codebook_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "codebook.toml").write_text("[study", encoding="utf-8")
    told = ran("study", tmp_path)
    assert told.code == 1
    assert told.faults.startswith("codebook.toml")
