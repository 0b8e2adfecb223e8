"""Is everything hatched that has no value, in parts that style sheets know by class?"""

from itertools import product
from xml.etree import ElementTree as ET

from dashboard.content.theme import OUTSIDE, SEQUENTIAL
from dashboard.outputs.svg.patterns import SCALES, Pattern, fill, hatching, patterns

ROOT = ET.fromstring(f"<defs>{patterns()}</defs>")


def test_there_is_a_pattern_for_every_fill() -> None:
    names: tuple[Pattern, ...] = ("uncovered", "baseless", "suppressed", "hatch", "hatch-pale")
    fills = {fill(name, grain) for name, grain in product(names, SCALES)}
    assert fills == {f"url(#{pattern.get('id')})" for pattern in ROOT}


def test_every_part_of_a_pattern_has_a_colour_of_its_own_and_a_class() -> None:
    for part in ROOT.iter():
        if part.tag in ("rect", "path", "circle"):
            assert part.get("class")
            assert part.get("fill") != "none" or part.get("stroke")


def test_hatching_over_a_fill_is_dark_where_that_is_pale() -> None:
    assert hatching(OUTSIDE) == fill("hatch")
    assert hatching(SEQUENTIAL[-1]) == fill("hatch-pale")
