"""Are texts broken where words end, and academic years kept whole?"""

import pytest

from dashboard.content.charts.rich_text import bold, rich
from dashboard.outputs.layout.wrapping import two_lines, wrapped, wrapped_text


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("2013-2014", 9, ["2013-2014"]),
        ("2013-2014", 8, ["2013-", "2014"]),
        (
            "Commerce, transport et services divers",
            22,
            ["Commerce, transport et", "services divers"],
        ),
        ("Promotion 2013-2014 - toutes", 24, ["Promotion 2013-2014 -", "toutes"]),
        ("", 22, [""]),
    ],
)
def test_long_names_and_years_are_wrapped(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines


def test_lines_that_a_text_has_already_and_its_styles_are_kept() -> None:
    assert wrapped_text(rich("2013-2014", "n = 1 245"), 14) == rich("2013-2014", "n = 1 245")
    assert wrapped_text(rich(bold("Toutes promotions")), 9) == rich(
        bold("Toutes"), bold("promotions")
    )


def test_a_line_of_several_styles_stays_whole() -> None:
    several = rich(["Toutes ", bold("promotions")])
    assert wrapped_text(several, 9) == several


def test_a_long_name_on_a_map_is_broken_into_halves() -> None:
    assert two_lines("Bretagne") == ["Bretagne"]
    assert two_lines("Provence-Alpes-Côte d'Azur") == ["Provence-Alpes-", "Côte d'Azur"]
    assert two_lines("Nord Pas de Calais") == ["Nord Pas", "de Calais"]
