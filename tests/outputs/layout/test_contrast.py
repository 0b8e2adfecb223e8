"""Does text read on every colour that the codebook gives?"""

from pathlib import Path
from re import findall

import pytest

from dashboard.outputs.layout.contrast import ink_on, luminance

CODEBOOK = Path(__file__).parents[3] / "data" / "codebook.toml"
COLOURS = sorted(set(findall("#[0-9a-f]{6}", CODEBOOK.read_text(encoding="utf-8"))))


def test_luminance_goes_from_black_to_white() -> None:
    assert [luminance("#000000"), luminance("#ffffff")] == pytest.approx([0, 1])
    assert luminance("#00ff00") > luminance("#ff0000") > luminance("#0000ff")


@pytest.mark.parametrize("colour", COLOURS)
def test_text_reads_on_every_colour_of_the_codebook(colour: str) -> None:
    light, dark = sorted((luminance(ink_on(colour)), luminance(colour)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 3.5
