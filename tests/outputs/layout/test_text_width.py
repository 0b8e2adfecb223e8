"""Is a label as wide as the server says? The browser measures the same ones in `tests/browser/test_text_width.py`."""

import pytest

from dashboard.outputs.layout.text_width import narrowest, width_of, width_of_lines


def test_a_width_grows_with_the_letters_and_their_size() -> None:
    assert width_of("", 13) == 0
    assert width_of("ii", 13) == 2 * width_of("i", 13)
    assert width_of("W", 26) == pytest.approx(2 * width_of("W", 13))
    assert width_of("i", 13) < width_of("e", 13) < width_of("W", 13)


def test_all_figures_are_equally_wide_so_that_columns_line_up() -> None:
    for bold in (False, True):
        assert len({width_of(figure, 13, bold=bold) for figure in "0123456789"}) == 1


def test_bold_letters_are_wider() -> None:
    assert width_of("En emploi salarié", 13, bold=True) > width_of("En emploi salarié", 13)


def test_a_sign_that_the_font_lacks_is_taken_as_wide() -> None:
    assert width_of("語", 13) == width_of("W", 13)


@pytest.mark.parametrize("sign", "△◇●■–−«»…€’œÉç←→\u202f\u00a0")
def test_the_font_has_the_signs_of_our_pages(sign: str) -> None:
    assert width_of(sign, 13) != width_of("語", 13)


def test_several_lines_are_as_wide_as_the_longest() -> None:
    assert width_of_lines(["a", "abc", "ab"], 13) == width_of("abc", 13)
    assert width_of_lines([], 13) == 0


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Autre", ("Autre",)),
        ("En emploi", ("En", "emploi")),
        ("Cadres, prof. intell. sup.", ("Cadres, prof.", "intell. sup.")),
        ("Sans\u00a0information", ("Sans\u00a0information",)),
    ],
)
def test_a_label_is_broken_where_it_gets_narrowest(text: str, lines: tuple[str, ...]) -> None:
    assert narrowest(text) == lines
