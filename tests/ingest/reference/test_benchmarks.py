"""Are benchmarks read with their indicators, and is a faulty one refused in French, with its name?"""

from pathlib import Path

import pytest

from dashboard.domain.dimension import Dimension
from dashboard.domain.errors import CodebookError
from dashboard.ingest.reference.benchmarks import read_benchmarks
from dashboard.ingest.reference.codebook import read_codebook
from tests.support.codebooks import Refused, changed, refused
from tests.support.exhibits import plain

BOOK = read_codebook(Path(__file__).parents[3] / "data" / "codebook.toml")

GOOD = """
[[benchmark]]
name = "Femmes, école"
variable = "gender"
codes = ["F"]
value = 53
population = "inscrits de l'école"
period = "2016"
source = "Rapport"
comparability = "Une seule année est publiée."
"""
CASES = refused(Path(__file__).parent / "refused" / "benchmarks.txt")


def written(folder: Path, text: str) -> Path:
    path = folder / "benchmarks.toml"
    path.write_text(text, encoding="utf-8")
    return path


def refusal(folder: Path, text: str) -> list[str]:
    with pytest.raises(CodebookError) as caught:
        read_benchmarks(written(folder, text), BOOK)
    lines = plain(str(caught.value)).split("\n")
    return [line.removeprefix("benchmarks.toml").lstrip(",: ") for line in lines]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_mistake_is_told_in_french_with_its_name(case: Refused, tmp_path: Path) -> None:
    said = refusal(tmp_path, changed(case.changes, GOOD))
    assert case.tells(said), said


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    faulty = changed({'"gender"': '"sex"', '"Femmes, école"': '"Autre"'}, GOOD)
    worse = changed({'["F"]': '["X"]', "53": "530"}, GOOD)
    assert len(refusal(tmp_path, faulty + worse)) == len(("variable", "code", "value"))


def test_a_name_is_given_once(tmp_path: Path) -> None:
    assert refusal(tmp_path, GOOD + GOOD) == [
        "repère « Femmes, école » : ce nom est donné 2 fois ; attendu : un nom par repère."
    ]


@pytest.mark.parametrize(
    ("change", "along", "is_share"),
    [
        ({}, Dimension("gender"), True),
        ({'"gender"\ncodes = ["F"]': '"age_at_enrolment"'}, Dimension("age_at_enrolment"), False),
        (
            {'"gender"\ncodes = ["F"]': '"status"\nwave = "T2"\ngroup = "employed"'},
            Dimension("status", "T2"),
            True,
        ),
        (
            {'"gender"\ncodes = ["F"]': '"modality"\ncodes = ["hybrid"]'},
            Dimension("modality"),
            True,
        ),
    ],
)
def test_a_good_one_knows_its_indicator(
    tmp_path: Path, change: dict[str, str], along: Dimension, *, is_share: bool
) -> None:
    (benchmark,) = read_benchmarks(written(tmp_path, changed(change, GOOD)), BOOK)
    assert (benchmark.along, benchmark.is_share, benchmark.value) == (along, is_share, 53)


def test_an_empty_file_has_none(tmp_path: Path) -> None:
    assert read_benchmarks(written(tmp_path, "# Rien encore."), BOOK) == ()
