"""Is a faulty list of published figures refused in French, with the figure and its field?"""

from pathlib import Path

import pytest

from dashboard.domain.errors import PublishedFiguresError
from dashboard.ingest.reference.codebook import read_codebook
from dashboard.ingest.reference.published_figures import read_figures

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


@pytest.mark.parametrize(
    ("wrong", "right", "message"),
    [
        ('["F"]', '["X"]', "le code « X » n'existe pas pour la variable « gender »"),
        ("gender =", "sex =", "la variable « sex » n'est pas au dictionnaire"),
        ("gender =", '"gender@T1" =', "vague absente, inconnue ou de trop"),
        ("gender =", "modality =", "ne se croise pas avec le décompte « beneficiary »"),
        ('numerator = { gender = ["F"] }', "", "demande le champ « numerator »"),
        ("value = 50", "", "demande le champ « value »"),
        ("value = 50", "valeur = 50", "champ inconnu « valeur »"),
        ('printed = "50 %"', "", "le champ « printed » manque"),
        ('"share"', '"part"', "champ « statistic » : valeur « part » ; attendu : 'count'"),
        ("value = 50", 'value = 50\ncontradiction = "?"', "« resolution » vont ensemble"),
        (GOOD, GOOD + GOOD, "cet identifiant est donné 2 fois"),
        (GOOD, "[[figure", "fichier illisible"),
    ],
)
def test_a_faulty_list_is_reported_in_french(
    wrong: str, right: str, message: str, tmp_path: Path
) -> None:
    path = tmp_path / "published-figures.toml"
    path.write_text(GOOD.replace(wrong, right), encoding="utf-8")
    with pytest.raises(PublishedFiguresError) as caught:
        read_figures(path, BOOK)
    assert message in str(caught.value)
    assert "published-figures.toml" in str(caught.value)


def test_a_good_list_is_read(tmp_path: Path) -> None:
    path = tmp_path / "published-figures.toml"
    path.write_text(GOOD, encoding="utf-8")
    assert [figure.id for figure in read_figures(path, BOOK)] == ["a"]
