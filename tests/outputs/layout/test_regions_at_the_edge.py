"""Do regions overseas, and those without an outline, stand at the edge of a map, apart from all others?"""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from dashboard.domain.codebook.regions import BESIDE
from dashboard.outputs.layout.geography import Region, regions
from dashboard.outputs.layout.map_frames import FRAMES
from dashboard.outputs.svg.outlines import coarse_layer, outlines
from tests.support.outlines import STUDY

OVERSEAS = ("01", "02", "03", "04", "06")
UNKNOWN = ("98", "99")


def layer(*codes: str) -> str:
    return BESIDE.join((STUDY, *codes))


def at_edge(*codes: str) -> list[Region]:
    return [region for region in regions(layer(*codes)) if region.code in codes]


@pytest.mark.parametrize("codes", [("01",), OVERSEAS, UNKNOWN, (*OVERSEAS, *UNKNOWN)])
def test_each_stands_within_the_map_and_over_no_other(codes: tuple[str, ...]) -> None:
    listed = regions(layer(*codes))
    assert [region.code for region in listed][-len(codes) :] == list(codes)
    boxes = [shapely.box(*region.box) for region in at_edge(*codes)]
    others = [shapely.box(*r.box) for r in regions(STUDY) if r.code not in ("82", "93", "42", "94")]
    for i, box in enumerate(boxes):
        assert not any(box.intersects(other) for other in (*boxes[:i], *others))
    for frame in FRAMES.values():
        room = shapely.box(frame.x[0], frame.y[0], frame.x[1], frame.y[1])
        assert all(room.contains(box) for box in boxes)


def test_none_lies_on_a_neighbour_s_outline() -> None:
    edge = shapely.union_all([shapely.box(*region.box) for region in at_edge(*OVERSEAS)])
    for region in regions(STUDY):
        points = np.column_stack((region.x, region.y))
        assert not shapely.contains_xy(edge, points[~np.isnan(points[:, 0])]).any(), region.code


def test_a_region_overseas_has_its_shape_and_any_other_a_box() -> None:
    island, box = at_edge("04", "99")
    assert len(island.x) > 20
    assert len(box.x) == 5
    assert island.name == "La Réunion"


def test_the_label_of_each_stands_on_it() -> None:
    for region in at_edge(*OVERSEAS, *UNKNOWN):
        west, south, east, north = region.box
        assert west < region.label_x < east
        assert south < region.label_y < north


def test_outlines_of_other_regions_stay_as_they_are() -> None:
    for name in (lambda path: path, coarse_layer):
        alone, more = outlines(name(STUDY)), outlines(name(layer("01")))
        assert len(more.ids) == len(alone.ids) + 1
        assert alone.digest != more.digest
