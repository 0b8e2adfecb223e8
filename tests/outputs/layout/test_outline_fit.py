"""Do outlines of anywhere fill the room that a map has for regions, in their true shape?"""

from typing import Any

import geopandas
import pytest
import shapely
from shapely.geometry import shape

from dashboard.outputs.layout.outline_detail import Shapes, label_place
from dashboard.outputs.layout.outline_fit import DEGREES, INSET, LONG, TALL, Box, fitted
from tests.support.outlines import CURRENT, Ring, collection, feature, square, squares

LYON = {"nord": (4.0, 46.0), "sud": (4.0, 45.0), "est": (5.0, 45.0)}
REUNION = {"nord": (55.3, -21.0), "sud": (55.3, -21.2), "est": (55.5, -21.2)}
OVERSEAS = {"guadeloupe": (-61.6, 16.0), "martinique": (-61.1, 14.4), "reunion": (55.4, -21.2)}


def fit(content: dict[str, Any]) -> Shapes:
    return fitted([shape(each["geometry"]) for each in content["features"]], DEGREES)


def box(shapes: Shapes) -> Box:
    return Box(*shapely.total_bounds(shapes))


def inside(inner: Box, outer: Box) -> bool:
    return bool(shapely.box(*outer).buffer(0.01).covers(shapely.box(*inner)))


@pytest.mark.parametrize(("places", "side"), [(LYON, 1.0), (REUNION, 0.2)])
def test_regions_of_anywhere_fill_the_room_for_regions(
    places: dict[str, tuple[float, float]], side: float
) -> None:
    drawn = box(fit(squares(places, side)))
    (room,) = [room for room in (TALL, LONG) if inside(drawn, room)]
    assert drawn.east - drawn.west == pytest.approx(room.east - room.west) or (
        drawn.north - drawn.south == pytest.approx(room.north - room.south)
    )


def test_a_layer_that_is_long_stands_north_of_the_circles_and_a_tall_one_beside_them() -> None:
    assert inside(box(fit(squares({"ouest": (0, 45), "est": (1, 45), "loin": (2, 45)}))), LONG)
    assert inside(box(fit(squares({"nord": (0, 47), "centre": (0, 46), "sud": (0, 45)}))), TALL)


def test_a_square_of_degrees_is_as_wide_as_its_latitude_makes_it() -> None:
    for latitude, ratio in ((45, 0.70), (0, 1.0), (-21, 0.94)):
        west, south, east, north = fit(squares({"a": (3, latitude)}))[0].bounds
        assert (east - west) / (north - south) == pytest.approx(ratio, abs=0.03)


def test_metropolitan_france_is_drawn_in_lambert_93_as_in_our_own_layers() -> None:
    ours = geopandas.read_file(CURRENT)
    theirs = fitted(list(ours.geometry), str(ours.crs))
    west, south, east, north = ours.total_bounds
    drawn = box(theirs)
    scale = (drawn.north - drawn.south) / (north - south)
    assert (drawn.east - drawn.west) / (east - west) == pytest.approx(scale, rel=1e-3)
    areas = shapely.area(theirs) / ours.geometry.area / scale**2
    assert areas.min() > 0.97
    assert areas.max() < 1.03


def test_regions_overseas_stand_beside_the_others_each_large_enough_to_be_seen() -> None:
    places = LYON | {"bretagne": (-4.0, 48.0)} | OVERSEAS
    drawn = dict(zip(places, fit(squares(places, 0.4)), strict=True))
    main = Box(*shapely.total_bounds([drawn[code] for code in LYON]))
    for code in OVERSEAS:
        far = Box(*drawn[code].bounds)
        assert far.west > main.east
        assert max(far.east - far.west, far.north - far.south) == pytest.approx(INSET, rel=0.01)
    tops = [drawn[code].bounds[3] for code in OVERSEAS]
    assert tops == sorted(tops, reverse=True)


def test_without_regions_overseas_a_sparse_layer_keeps_its_distances() -> None:
    drawn = fit(squares({"brest": (-4.5, 48.3), "nice": (7.0, 43.5)}, 0.2))
    assert shapely.distance(*drawn) > 500


def test_an_outline_of_many_points_is_drawn_with_few_and_neighbours_still_fit() -> None:
    border: Ring = [[5 + 0.02 * (i % 2), 45 + i / 3000] for i in range(3001)]
    west: Ring = [[4, 45], *border, [4, 46], [4, 45]]
    east: Ring = [[6, 45], [6, 46], *border[::-1], [6, 45]]
    drawn = fit(collection(feature("ouest", west), feature("est", east)))
    assert shapely.get_num_coordinates(drawn).sum() < 100
    assert shapely.coverage_is_valid(drawn)
    assert shapely.intersection(*drawn).area == pytest.approx(0)


def test_a_layer_of_very_many_points_is_simplified_until_a_page_can_bear_it() -> None:
    wiggly: Ring = [
        [4 + i / 4000 + 0.003 * ((i * 7919) % 13) / 13, 45 + 0.02 * ((i * 104729) % 17) / 17]
        for i in range(8000)
    ]
    ring: Ring = [[4, 44], [6, 44], *wiggly[::-1], [4, 44]]
    drawn = fit(collection(feature("a", ring)))
    assert shapely.get_num_coordinates(drawn).sum() <= 4000


def test_isles_too_small_to_be_seen_are_left_out_but_never_a_whole_region() -> None:
    many = {
        "type": "MultiPolygon",
        "coordinates": [[square(4, 45)], [square(5.5, 45, 0.001)], [square(5.5, 46, 0.2)]],
    }
    with_isles = feature("a") | {"geometry": many}
    drawn = fit(collection(with_isles, feature("rocher", square(6, 45, 0.001))))
    assert [len(shapely.get_parts(each)) for each in drawn] == [2, 1]
    assert all(each.area > 0 for each in drawn)


def test_a_hole_stays_a_hole_and_turns_the_other_way() -> None:
    clockwise = square(4, 45, 3)[::-1]
    (drawn,) = fit(collection(feature("a", clockwise, square(5, 46))))
    (only,) = shapely.get_parts(drawn)
    assert only.exterior.is_ccw
    assert [hole.is_ccw for hole in only.interiors] == [False]


def test_an_outline_that_crosses_itself_or_another_is_drawn_all_the_same() -> None:
    bow_tie: Ring = [[4, 45], [5, 46], [5, 45], [4, 46.5], [4, 45]]
    drawn = fit(collection(feature("a", bow_tie), feature("b", square(4.5, 45.2, 2))))
    assert shapely.is_valid(drawn).all()
    assert (shapely.area(drawn) > 0).all()


def test_a_label_stands_where_its_region_is_widest() -> None:
    horseshoe = shapely.Polygon(
        [(0, 0), (100, 0), (100, 90), (60, 90), (60, 20), (10, 20), (10, 90), (0, 90)]
    )
    x, y = label_place(shapely.multipolygons([shapely.box(200, 0, 210, 10), horseshoe]))
    assert 70 < x < 90
    assert 10 < y < 80
