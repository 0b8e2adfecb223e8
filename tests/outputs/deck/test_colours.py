"""Does every colour on a slide follow the theme, and is it the page's own in the dashboard's theme?"""

from __future__ import annotations

import re
from colorsys import hls_to_rgb, rgb_to_hls

from dashboard.content.theme import INK, PAPER, SEQUENTIAL
from dashboard.outputs.deck.colours import ACCENTS, SCHEME, Colour
from dashboard.publication import Publication

STATUSES = ("salaried", "searching", "studying", "inactive")


def colours(publication: Publication) -> set[str]:
    variables = publication.vocabulary.codebook.variables.values()
    return {c.colour for v in variables for c in v.categories if c.colour} | set(SEQUENTIAL)


def drawn(xml: str) -> str:
    """The colour that an office program makes of `xml`, in the dashboard's own theme."""
    theme = {name: colour for colour, name in SCHEME.items()}
    start = theme[re.findall(r'schemeClr val="(\w+)"', xml)[0]]
    hue, light, strong = rgb_to_hls(*(int(start[i : i + 2], 16) / 255 for i in (1, 3, 5)))
    change = {name: int(value) for name, value in re.findall(r'a:(\w+) val="(-?\d+)"', xml)}
    hue = (hue + change.get("hueOff", 0) / 360 / 60_000) % 1
    strong *= change.get("satMod", 100_000) / 100_000
    light = light * change.get("lumMod", 100_000) / 100_000 + change.get("lumOff", 0) / 100_000
    return "#" + "".join(f"{round(255 * part):02x}" for part in hls_to_rgb(hue, light, strong))


def test_every_colour_of_the_codebook_is_drawn_as_on_the_page(publication: Publication) -> None:
    for colour in colours(publication):
        rendered = drawn(Colour(colour).xml())
        apart = [abs(int(rendered[i : i + 2], 16) - int(colour[i : i + 2], 16)) for i in (1, 3, 5)]
        assert max(apart) <= 1, (colour, rendered)


def test_the_main_situations_are_accents_of_the_theme(publication: Publication) -> None:
    status = publication.vocabulary.codebook.variables["status"]
    by_code = {category.code: category.colour for category in status.categories}
    assert {by_code[code] for code in STATUSES} <= set(ACCENTS)


def test_shades_of_one_matrix_are_shades_of_one_accent() -> None:
    mixed = ("#d3e9e6", "#c0dfdc", "#aed6d2", "#9acccb", "#86c2be")
    assert {re.findall(r'"(accent\d)"', Colour(colour).xml())[0] for colour in mixed} == {"accent1"}


def test_ink_and_paper_are_the_theme_s() -> None:
    assert 'val="tx1"' in Colour(INK).xml()
    assert 'val="bg1"' in Colour(PAPER).xml()
