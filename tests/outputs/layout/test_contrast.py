"""Does text read on every colour that the codebook gives?"""

from itertools import pairwise
from pathlib import Path
from re import findall

import pytest

from dashboard.content.theme import NIGHT, SEQUENTIAL_NIGHT, SHADES_NIGHT, SYMBOL_NIGHT
from dashboard.outputs.layout.contrast import ink_on, luminance

CODEBOOK = Path(__file__).parents[3] / "data" / "codebook.toml"
COLOURS = sorted(set(findall("#[0-9a-f]{6}", CODEBOOK.read_text(encoding="utf-8"))))


def test_luminance_goes_from_black_to_white() -> None:
    assert [luminance("#000000"), luminance("#ffffff")] == pytest.approx([0, 1])
    assert luminance("#00ff00") > luminance("#ff0000") > luminance("#0000ff")


def contrast(colour: str, other: str) -> float:
    light, dark = sorted((luminance(colour), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_by_night_few_recede_into_the_card_and_many_stand_out() -> None:
    from_card = [contrast(colour, NIGHT.card) for colour in SEQUENTIAL_NIGHT]
    assert from_card == sorted(from_card)
    assert from_card[0] < 1.8
    assert from_card[-1] > 9
    steps = [contrast(a, b) for a, b in pairwise(SEQUENTIAL_NIGHT)]
    assert min(steps) > 1.25


def test_by_night_letters_read_on_their_halo_and_circles_on_every_class() -> None:
    assert contrast(NIGHT.ink, NIGHT.halo) > 7
    assert all(contrast(NIGHT.ink, shade) > 4.5 for shade in SHADES_NIGHT)
    assert contrast(SYMBOL_NIGHT, NIGHT.card) > 4.5


@pytest.mark.parametrize("colour", COLOURS)
def test_text_reads_on_every_colour_of_the_codebook(colour: str) -> None:
    assert contrast(ink_on(colour), colour) >= 3.5
