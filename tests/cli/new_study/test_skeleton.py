"""Is the skeleton of a codebook complete, explained, in the words of no study, and read as it is?"""

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from dashboard.domain.codebook import (
    Category,
    Codebook,
    Layer,
    RegionalMeasure,
    Study,
    Variable,
    Wave,
    Word,
)
from dashboard.ingest.reading.companion import read_companion
from dashboard.ingest.reference.benchmarks import read_benchmarks
from dashboard.ingest.reference.budgets import read_budgets
from dashboard.ingest.reference.codebook import read_codebook
from dashboard.ingest.reference.published_figures import read_figures
from tests.cli.ran import ran


@pytest.fixture(scope="module")
def skeleton(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("vierge") / "étude" / "neuve"
    written = ran("new-study", folder)
    assert written.code == 0
    assert written.lines[0] == f"Écrit : {folder / 'codebook.toml'}"
    assert (
        "Mettez d'abord vos tables dans ce dossier : beneficiaries.csv, units.csv et survey.csv, et benefits.csv si "
        "vous l'avez ; adaptez le dictionnaire à leurs colonnes et à leurs codes. Avec --from, il en est déduit."
    ) in written.lines
    assert [path.name for path in folder.iterdir()] == ["codebook.toml"]
    return folder / "codebook.toml"


@pytest.fixture(scope="module")
def text(skeleton: Path) -> str:
    return skeleton.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def book(skeleton: Path) -> Codebook:
    return read_codebook(skeleton)


def test_it_is_read_as_it_is(book: Codebook) -> None:
    assert book.study.population == "À COMPLÉTER : qui sont les bénéficiaires"
    assert list(book.tables) == ["beneficiaries", "units", "survey", "benefits"]
    assert list(book.waves) == ["T0", "T1", "T2"]
    assert book.layers[0].shapes == "current"
    assert len(book.variable("region").categories) == 13
    assert book.variable("status").codes_with("employed") == ("salaried", "self_employed")
    assert book.variable("status").by_code["jobseeker"].waves == ("T0",)
    assert book.variable("contract").codes_with("stable")
    assert {"age_band", "salary_band", "response", "continuation"} <= set(book.variables)


def test_no_word_of_another_study_stands_in_it(text: str) -> None:
    assert (
        re.findall(r"(?i)\bcnam\b|ag2r|bilan|\bUE\b|dnf-oec|\bEPN\b|\bFOD\b|\bDELD?\b", text) == []
    )


@pytest.mark.parametrize("model", [Study, Variable, Category, Wave, Layer, RegionalMeasure])
def test_every_field_is_explained(model: type[BaseModel], text: str) -> None:
    comments = "\n".join(line for line in text.splitlines() if line.startswith("#"))
    found_when_read = {"name", "path", "drawn", "beside", "boxed", "title", "variable", "codes"}
    for field in set(model.model_fields) - found_when_read:
        assert re.search(rf"\b{field}\b", comments), (model.__name__, field)


def test_comments_are_french_sentences_for_whoever_fills_it_in(text: str) -> None:
    comments = [line for line in text.splitlines() if line.startswith("#")]
    assert len(comments) > 80
    assert not re.search(r"\b(the|which|where|with)\b", "\n".join(comments))


def example(text: str, name: str, folder: Path) -> Path:
    """The example of another file that the last comments give, as a file of `folder`."""
    lines = iter(text.splitlines())
    next(line for line in lines if line.startswith(f"# {name} :"))
    written = []
    for line in lines:
        if not line.startswith("#     "):
            break
        written.append(line.removeprefix("#     "))
    path = folder / name
    path.write_text("\n".join(written), encoding="utf-8")
    return path


def test_the_examples_of_the_other_files_are_read_too(
    text: str, book: Codebook, tmp_path: Path
) -> None:
    example(text, "data.toml", tmp_path)
    companion = read_companion(tmp_path)
    assert companion is not None
    assert companion.date.isoformat() == "2024-10-31"
    (budget,) = read_budgets(example(text, "budgets.toml", tmp_path))
    assert budget.amount == 250_000
    (benchmark,) = read_benchmarks(example(text, "benchmarks.toml", tmp_path), book)
    assert (benchmark.value, benchmark.is_share) == (53, True)
    study = book.study.model_copy(update={"report": Word(singular="rapport")})
    published = book.model_copy(update={"study": study})
    (figure,) = read_figures(example(text, "published-figures.toml", tmp_path), published)
    assert figure.value == 1250


def test_a_codebook_that_is_there_is_never_overwritten(skeleton: Path, text: str) -> None:
    again = ran("new-study", skeleton.parent)
    assert again.code == 1
    assert again.fault_lines == [
        f"{skeleton} existe déjà : rien n'est écrit. Choisissez un autre dossier, ou renommez ce fichier."
    ]
    assert skeleton.read_text(encoding="utf-8") == text


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("", encoding="utf-8")
    refused = ran("new-study", tmp_path / "fichier")
    assert refused.code == 1
    assert refused.faults.startswith(f"{tmp_path / 'fichier'} : écriture impossible")
    assert "n'est pas un dossier" in refused.faults
