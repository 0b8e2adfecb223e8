"""Which files describe a study: those of its folder alone, or ours where it has no codebook?"""

from pathlib import Path
from shutil import copy

import pytest

from dashboard.domain.errors import CodebookError, TableError
from dashboard.ingest.files import BENCHMARKS, BUDGETS, CODEBOOK, FIGURES
from dashboard.ingest.reference.study import read_study, with_its_codebook
from tests.support.codebooks import OURS

DATA = Path(__file__).parents[3] / "data"


def test_tables_without_a_codebook_are_those_of_the_reference(tmp_path: Path) -> None:
    book = read_study(tmp_path, DATA)
    assert book.figures
    assert book.budgets
    assert book.benchmarks


def test_of_a_study_with_a_codebook_an_absent_file_means_none(tmp_path: Path) -> None:
    copy(DATA / CODEBOOK, tmp_path)
    assert read_study(tmp_path, DATA).figures == ()
    assert read_study(tmp_path, DATA).budgets == ()
    assert read_study(tmp_path, DATA).benchmarks == ()
    copy(DATA / FIGURES, tmp_path)
    assert read_study(tmp_path, DATA).figures == read_study(DATA, DATA).figures


def test_tables_without_a_codebook_may_have_budgets_and_benchmarks_of_their_own(
    tmp_path: Path,
) -> None:
    for name in (BUDGETS, BENCHMARKS):
        (tmp_path / name).write_text("", encoding="utf-8")
    assert read_study(tmp_path, DATA).budgets == ()
    assert read_study(tmp_path, DATA).benchmarks == ()
    assert read_study(tmp_path, DATA).figures


def test_a_table_that_does_not_fit_says_that_its_folder_has_no_codebook(tmp_path: Path) -> None:
    fault = TableError("units.csv : la colonne modality manque.")
    said = str(with_its_codebook(fault, tmp_path, DATA)).replace("\u00a0", " ")
    assert said == (
        "units.csv : la colonne modality manque.\n"
        "Ce dossier n'a pas de codebook.toml : ses tables sont lues avec le dictionnaire du tableau de bord. "
        "Pour une autre étude : python -m dashboard new-study."
    )
    assert with_its_codebook(fault, DATA / "demonstration", DATA) is fault
    copy(DATA / CODEBOOK, tmp_path)
    assert with_its_codebook(fault, tmp_path, DATA) is fault


def test_a_codebook_that_cannot_be_read_is_refused_and_never_passed_over(tmp_path: Path) -> None:
    (tmp_path / CODEBOOK).symlink_to(tmp_path / "gone.toml")
    with pytest.raises(CodebookError, match="le fichier n'existe pas"):
        read_study(tmp_path, DATA)
    (tmp_path / CODEBOOK).unlink()
    (tmp_path / CODEBOOK).mkdir()
    with pytest.raises(CodebookError, match="c'est un dossier"):
        read_study(tmp_path, DATA)


def test_a_reference_without_a_codebook_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match="le fichier n'existe pas"):
        read_study(tmp_path, tmp_path)


def test_a_study_is_read_from_its_own_codebook(tmp_path: Path) -> None:
    text = OURS.replace('title = "Que sont devenus', 'title = "Où sont')
    (tmp_path / CODEBOOK).write_text(text, encoding="utf-8")
    assert read_study(tmp_path, DATA).study.title.startswith("Où sont")
