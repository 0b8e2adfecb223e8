"""Is every category drawn in a colour that is told from the others and from white and dark pages?"""

import re
from pathlib import Path

import pytest

from dashboard.content.theme import DAY, NIGHT, PAPER
from dashboard.domain.codebook import Codebook
from dashboard.ingest.reference.colours import GREYS, PALETTE
from dashboard.outputs.layout.contrast import ink_on, luminance
from tests.support.codebooks import OURS, read


@pytest.fixture(scope="module")
def plain_book(tmp_path_factory: pytest.TempPathFactory) -> Codebook:
    """Our codebook without a colour."""
    text = re.sub(r'(, )?colour = "#[0-9a-f]{6}"', "", OURS)
    return read(tmp_path_factory.mktemp("codebook"), text)


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colour", PALETTE)
def test_the_palette_stands_out_by_day_and_by_night_and_carries_text(colour: str) -> None:
    assert contrast(colour, ink_on(colour)) >= 3.5
    for ground in (PAPER, DAY.page, NIGHT.page, NIGHT.card):
        assert contrast(colour, ground) >= 3


def test_the_colours_of_the_palette_are_all_different() -> None:
    assert len(set(PALETTE) | set(GREYS.values())) == len(PALETTE) + len(set(GREYS.values()))


def test_categories_without_a_colour_are_told_apart(plain_book: Codebook) -> None:
    regions = {layer.variable for layer in plain_book.layers}
    for variable in plain_book.variables.values():
        if variable.name not in regions:
            colours = [category.colour for category in variable.categories]
            assert len(set(colours)) == len(colours) <= len(PALETTE)
            assert all(absence.colour in GREYS.values() for absence in variable.absences)


def test_a_colour_that_is_given_is_kept_and_not_given_to_another(tmp_path: Path) -> None:
    text = OURS.replace(', colour = "#0f766e"', "").replace("#8fb8de", PALETTE[0])
    women, men = read(tmp_path, text).variable("gender").categories
    assert men.colour == PALETTE[0]
    assert women.colour == PALETTE[1]


def test_more_categories_than_colours_begin_again(tmp_path: Path) -> None:
    teams = ",".join(f'{{ code = "t{i}", label = "Équipe {i}" }}' for i in range(40))
    head, tail = OURS.split('  { code = "innovation"', 1)
    text = f"{head}{teams}]{tail[tail.index(chr(10) + ']') + 2 :]}"
    colours = [c.colour for c in read(tmp_path, text).variable("teaching_team").categories]
    assert colours == [PALETTE[i % len(PALETTE)] for i in range(40)]
