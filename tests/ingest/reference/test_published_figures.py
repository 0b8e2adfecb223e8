"""Is a faulty list of published figures refused in French, with the figure and its field?"""

from pathlib import Path

import pytest

from dashboard.domain.errors import PublishedFiguresError
from dashboard.ingest.reference.codebook import read_codebook
from dashboard.ingest.reference.published_figures import read_figures
from tests.support.codebooks import Refused, changed, read, refused
from tests.support.exhibits import plain

BOOK = read_codebook(Path(__file__).parents[3] / "data" / "codebook.toml")

GOOD = """
[[figure]]
id = "a"
place = "Figure 1"
label = "Femmes"
printed = "50 %"
precision = "percent"
value = 50
statistic = "share"
counted = "beneficiary"
numerator = { gender = ["F"] }
"""

CASES = refused(Path(__file__).parent / "refused" / "published-figures.txt")


def refusal(folder: Path, text: str) -> str:
    path = folder / "published-figures.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PublishedFiguresError) as caught:
        read_figures(path, BOOK)
    return plain(str(caught.value))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_mistake_is_told_in_french_with_the_figure(case: Refused, tmp_path: Path) -> None:
    lines = refusal(tmp_path, changed(case.changes, GOOD)).split("\n")
    assert case.tells([line.removeprefix("published-figures.toml, ") for line in lines]), lines


def test_an_identifier_is_given_once(tmp_path: Path) -> None:
    said = "figure « a » : cet identifiant est donné 2 fois ; attendu : une seule fois."
    assert refusal(tmp_path, GOOD + GOOD) == f"published-figures.toml, {said}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[figure", ", à la fin du fichier : un crochet fermant « ] » manque."),
        ("figure = 3", ", [figure] : « 3 » ; attendu : une liste entre crochets, [ ]."),
        ("[[figures]]", " : section inconnue « figures » ; attendu : « figure »."),
    ],
)
def test_what_is_no_list_is_refused(text: str, message: str, tmp_path: Path) -> None:
    assert refusal(tmp_path, text) == f"published-figures.toml{message}"


def test_a_good_list_is_read_and_an_empty_one_too(tmp_path: Path) -> None:
    path = tmp_path / "published-figures.toml"
    path.write_text(GOOD, encoding="utf-8")
    assert [figure.id for figure in read_figures(path, BOOK)] == ["a"]
    path.write_text("# Nothing yet.", encoding="utf-8")
    assert read_figures(path, BOOK) == ()


def test_figures_of_a_study_that_has_published_nothing_are_refused(tmp_path: Path) -> None:
    book = read(tmp_path, changed({'report = { singular = "bilan" }': ""}))
    path = tmp_path / "published-figures.toml"
    path.write_text(GOOD, encoding="utf-8")
    with pytest.raises(PublishedFiguresError) as caught:
        read_figures(path, book)
    assert plain(str(caught.value)) == (
        "published-figures.toml : des chiffres publiés, sans que codebook.toml dise ce qui est publié ; "
        'attendu : par exemple report = { singular = "rapport" } dans sa section [study].'
    )
