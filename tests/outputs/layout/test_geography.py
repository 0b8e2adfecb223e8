"""Are the regions of every layer there, in the order of their codes, each with its name and the place of its label?"""

import json
import os
from pathlib import Path

import pytest

from dashboard.outputs.layout.geography import regions
from dashboard.outputs.layout.small_map_outlines import is_slender, number_x
from tests.support.outlines import (
    CURRENT,
    FORMER,
    STUDY,
    collection,
    feature,
    square,
    squares,
    written,
)


@pytest.mark.parametrize(("layer", "count"), [(STUDY, 20), (CURRENT, 13), (FORMER, 22)])
def test_every_region_has_an_outline_and_a_name(layer: str, count: int) -> None:
    listed = regions(layer)
    assert [region.code for region in listed] == sorted({region.code for region in listed})
    assert len(listed) == count
    for region in listed:
        assert len(region.x) == len(region.y)
        assert region.name


def test_our_own_layers_are_drawn_as_they_are() -> None:
    features = json.loads(Path(STUDY).read_text(encoding="utf-8"))["features"]
    (alsace,) = [each for each in features if each["properties"]["name"] == "Alsace"]
    (drawn,) = [region for region in regions(STUDY) if region.name == "Alsace"]
    points = list(zip(drawn.x.tolist(), drawn.y.tolist(), strict=True))
    assert points == [tuple(point) for point in alsace["geometry"]["coordinates"][0]]
    told = alsace["properties"]
    assert (drawn.label_x, drawn.label_y) == (told["label_x"], told["label_y"])


def test_a_study_s_own_regions_stand_in_the_order_of_their_codes_each_with_its_label(
    tmp_path: Path,
) -> None:
    path = written(tmp_path, squares({"b": (4, 45), "a": (5, 45), "c": (4, 46)}))
    listed = regions(str(path))
    assert [region.code for region in listed] == ["a", "b", "c"]
    for region in listed:
        west, south, east, north = region.box
        assert west < region.label_x < east
        assert south < region.label_y < north


def test_a_region_without_a_name_is_called_by_its_code(tmp_path: Path) -> None:
    named = feature("a", square(4, 45), name="Bresse")
    path = written(
        tmp_path,
        collection(named, feature("b", square(5, 45)), feature("c", square(6, 45), name=3)),
    )
    assert [region.name for region in regions(str(path))] == ["Bresse", "b", "3"]


def test_a_file_that_was_replaced_is_read_again(tmp_path: Path) -> None:
    path = written(tmp_path, squares({"a": (4, 45)}))
    assert [region.code for region in regions(str(path))] == ["a"]
    written(tmp_path, squares({"b": (4, 45)}))
    os.utime(path, ns=(0, 0))
    assert [region.code for region in regions(str(path))] == ["b"]


def test_a_number_stands_beside_a_slender_region_only_where_no_other_region_is(
    tmp_path: Path,
) -> None:
    strips = {f"{i:02}": (4 + i / 100, 45.0) for i in range(20)}
    tall = collection(
        *(
            feature(code, [[x, y], [x + 0.01, y], [x + 0.01, y + 0.2], [x, y + 0.2], [x, y]])
            for code, (x, y) in strips.items()
        )
    )
    listed = regions(str(written(tmp_path, tall)))
    assert [region.code for region in listed if is_slender(region)] == ["19"]
    assert number_x(listed[0]) == listed[0].label_x
    assert number_x(listed[-1]) > listed[-1].box[2]


def test_the_slender_regions_of_our_own_layers_have_the_sea_or_another_country_beside_them() -> (
    None
):
    def slender(layer: str) -> list[str]:
        return [region.name for region in regions(layer) if is_slender(region)]

    assert slender(STUDY) == slender(FORMER) == ["Alsace", "Corse"]
    assert slender(CURRENT) == ["Corse"]
