"""Does each label of a map stand where no other is written, and else under its circle?"""

from itertools import combinations

import pytest

from dashboard.outputs.layout.geography import Region, regions
from dashboard.outputs.layout.map_frames import PHONE, WIDE
from dashboard.outputs.layout.map_labels import SIDES, Box, Label, Side, box, sides
from dashboard.outputs.layout.text_width import LINE, width_of, width_of_lines
from dashboard.outputs.layout.wrapping import two_lines
from tests.support.outlines import CURRENT, STUDY

NEVER_COVERED = {"21", "26", "41", "83", "93", "94"}
ANYWHERE = (-1000.0, -1000.0, 1000.0, 1000.0)


def label(x: float, y: float, *, width: float = 60, home: Box = ANYWHERE) -> Label:
    return Label(x, y, 5, width, 24, home)


def of_region(region: Region, scale: float, value: str, *, named: bool) -> Label:
    names = two_lines(region.name) if named else []
    width = max(width_of_lines(names, 11.5), width_of(value, 11.5, bold=True))
    west, south, east, north = (scale * side for side in region.box)
    return Label(
        scale * region.label_x,
        -scale * region.label_y,
        10,
        width,
        11.5 * (1 + LINE * len(names)),
        (west, -north, east, -south),
    )


def cover(a: Box, b: Box) -> bool:
    return min(a[2], b[2]) > max(a[0], b[0]) and min(a[3], b[3]) > max(a[1], b[1])


def test_a_label_with_room_stands_under_its_circle() -> None:
    assert sides((label(0, 0), label(200, 0), label(0, 200)), ANYWHERE) == ("below",) * 3


def test_one_of_two_labels_that_would_cover_each_other_moves() -> None:
    close = (label(0, 0), label(40, 0))
    chosen = sides(close, ANYWHERE)
    assert chosen.count("below") == 1
    assert not cover(*(box(*pair) for pair in zip(close, chosen, strict=True)))


def test_a_label_that_must_move_prefers_its_own_region() -> None:
    under = label(0, 30)
    assert sides((label(0, 0, home=(-10, -12, 100, 12)), under), ANYWHERE)[0] == "right"
    assert sides((label(0, 0, home=(-100, -12, 10, 12)), under), ANYWHERE)[0] == "left"


def test_a_label_that_must_move_stays_on_the_map() -> None:
    crowd = (label(0, 0), label(0, 30), label(80, 12))
    assert sides(crowd, ANYWHERE)[0] == "above"
    under_the_top = (-1000.0, -12.0, 1000.0, 1000.0)
    assert box(crowd[0], sides(crowd, under_the_top)[0])[1] >= -12


def test_a_label_that_would_leave_the_map_moves_though_no_other_is_near() -> None:
    above_the_edge = (-1000.0, -1000.0, 1000.0, 20.0)
    assert sides((label(0, 0),), above_the_edge) == ("above",)
    assert sides((label(0, -100),), above_the_edge) == ("below",)


def test_a_circle_without_words_is_not_moved_and_stands_in_no_label_s_way_but_by_itself() -> None:
    assert sides((label(0, 0), label(0, 80, width=0)), ANYWHERE) == ("below",) * 2
    assert sides((label(0, 0), label(0, 20, width=0)), ANYWHERE)[0] != "below"


@pytest.mark.parametrize("side", SIDES)
def test_a_text_never_covers_its_own_circle(side: Side) -> None:
    assert not cover(box(label(0, 0), side), (-3.5, -3.5, 3.5, 3.5))


@pytest.mark.parametrize("value", ["7", "243", "33\u202f% △"])
@pytest.mark.parametrize(("scale", "named"), [(WIDE.scale, True), (PHONE.scale, False)])
@pytest.mark.parametrize("layer", [STUDY, CURRENT])
def test_no_region_s_label_covers_another_at_the_smallest_size_or_larger(
    layer: str, scale: float, named: bool, value: str
) -> None:
    listed = [region for region in regions(layer) if region.code not in NEVER_COVERED]
    chosen = sides(
        tuple(of_region(region, scale, value, named=named) for region in listed), ANYWHERE
    )
    for larger in (1, 1.2, 1.5, 1.9):
        labels = [of_region(region, larger * scale, value, named=named) for region in listed]
        boxes = [box(*pair) for pair in zip(labels, chosen, strict=True)]
        assert not any(cover(a, b) for a, b in combinations(boxes, 2)), larger
