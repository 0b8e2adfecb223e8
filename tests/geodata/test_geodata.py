"""Answers: do the committed maps show the right regions, with borders that fit exactly?"""

from itertools import combinations
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
import shapely

FOLDER = Path(__file__).parents[2] / "geodata"
LAYERS = ("former", "study", "current")
METROPOLITAN_KM2 = 551_500
SMALLEST_ISLE_KM2 = 5
LLIVIA_KM2 = (8, 14)  # the Spanish town inside Languedoc-Roussillon, the only true hole

UNCHANGED = {
    "11": "Île-de-France",
    "21": "Champagne-Ardenne",
    "24": "Centre",
    "26": "Bourgogne",
    "41": "Lorraine",
    "42": "Alsace",
    "43": "Franche-Comté",
    "52": "Pays de la Loire",
    "53": "Bretagne",
    "54": "Poitou-Charentes",
    "72": "Aquitaine",
    "73": "Midi-Pyrénées",
    "74": "Limousin",
    "82": "Rhône-Alpes",
    "83": "Auvergne",
    "91": "Languedoc-Roussillon",
    "93": "Provence-Alpes-Côte d'Azur",
    "94": "Corse",
}
NAMES = {
    "study": UNCHANGED | {"28": "Normandie", "32": "Hauts-de-France"},
    "former": UNCHANGED
    | {
        "22": "Picardie",
        "23": "Haute-Normandie",
        "25": "Basse-Normandie",
        "31": "Nord-Pas-de-Calais",
    },
    "current": {
        "11": "Île-de-France",
        "24": "Centre-Val de Loire",
        "27": "Bourgogne-Franche-Comté",
        "28": "Normandie",
        "32": "Hauts-de-France",
        "44": "Grand Est",
        "52": "Pays de la Loire",
        "53": "Bretagne",
        "75": "Nouvelle-Aquitaine",
        "76": "Occitanie",
        "84": "Auvergne-Rhône-Alpes",
        "93": "Provence-Alpes-Côte d'Azur",
        "94": "Corse",
    },
}
STUDY_OF_MERGED = {"23": "28", "25": "28", "22": "32", "31": "32"}
FORMER_OF_CURRENT = {
    "11": {"11"},
    "24": {"24"},
    "27": {"26", "43"},
    "28": {"23", "25"},
    "32": {"22", "31"},
    "44": {"21", "41", "42"},
    "52": {"52"},
    "53": {"53"},
    "75": {"54", "72", "74"},
    "76": {"73", "91"},
    "84": {"82", "83"},
    "93": {"93"},
    "94": {"94"},
}
CURRENT_OF_FORMER = {
    former: current for current, parts in FORMER_OF_CURRENT.items() for former in parts
}


def path(layer: str) -> Path:
    return FOLDER / f"regions-{layer}.geojson"


@pytest.fixture(scope="module")
def maps() -> dict[str, Any]:
    return {layer: gpd.read_file(path(layer)).set_index("code") for layer in LAYERS}


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_holds_its_regions_under_official_codes_and_names(
    maps: dict[str, Any], layer: str
) -> None:
    assert len(maps[layer]) == {"former": 22, "study": 20, "current": 13}[layer]
    assert maps[layer]["name"].to_dict() == NAMES[layer]


def test_each_region_names_the_region_of_today_it_belongs_to(maps: dict[str, Any]) -> None:
    assert maps["former"]["current_code"].to_dict() == CURRENT_OF_FORMER
    merged = {"28": "28", "32": "32"}
    expected = {code: CURRENT_OF_FORMER[code] for code in UNCHANGED} | merged
    assert maps["study"]["current_code"].to_dict() == expected


@pytest.mark.parametrize("layer", LAYERS)
def test_regions_neither_overlap_nor_leave_gaps(maps: dict[str, Any], layer: str) -> None:
    shapes = maps[layer].geometry
    assert shapes.is_valid.all()
    assert shapely.coverage_is_valid(shapes.to_numpy())
    overlaps = [shapely.intersection(a, b).area for a, b in combinations(shapes, 2)]
    assert max(overlaps) == 0
    # A sliver between regions that do not touch there would be a hole in the whole country.
    holes = [
        shapely.Polygon(ring).area
        for part in shapely.get_parts(shapes.union_all())
        for ring in part.interiors
    ]
    assert len(holes) == 1
    assert LLIVIA_KM2[0] < holes[0] < LLIVIA_KM2[1]


def test_every_study_region_is_exactly_its_former_regions(maps: dict[str, Any]) -> None:
    groups = {code: STUDY_OF_MERGED.get(code, code) for code in maps["former"].index}
    check_union(maps["former"], groups, maps["study"])


def test_every_region_of_today_is_exactly_its_former_regions(maps: dict[str, Any]) -> None:
    check_union(maps["former"], CURRENT_OF_FORMER, maps["current"])


def check_union(parts: gpd.GeoDataFrame, groups: dict[str, str], wholes: gpd.GeoDataFrame) -> None:
    for code, whole in wholes.geometry.items():
        members = [shape for part, shape in parts.geometry.items() if groups[part] == code]
        union = shapely.union_all(members)
        assert union.equals(whole), code
        # The same vertices too: borders drawn from two layers must coincide on screen.
        assert set(shapely.get_coordinates(union).view(complex).flat) == set(
            shapely.get_coordinates(whole).view(complex).flat
        ), code


@pytest.mark.parametrize("layer", LAYERS)
def test_a_label_has_the_stated_room_inside_the_biggest_part(
    maps: dict[str, Any], layer: str
) -> None:
    for code, region in maps[layer].iterrows():
        main = max(shapely.get_parts(region.geometry), key=lambda part: part.area)
        label = shapely.Point(region.label_x, region.label_y)
        assert main.contains(label), code
        room = label.distance(main.boundary)
        assert region.label_room_km <= room < region.label_room_km + 0.2, code
        assert region.label_room_km > 20, code


@pytest.mark.parametrize("layer", LAYERS)
def test_coordinates_are_lambert_93_kilometres_and_say_so(maps: dict[str, Any], layer: str) -> None:
    regions = maps[layer]
    assert {axis.unit_name for axis in regions.crs.axis_info} == {"kilometre"}
    paris = gpd.GeoSeries.from_xy([2.3522], [48.8566], crs="EPSG:4326")
    assert regions.geometry["11"].contains(paris.to_crs(regions.crs)[0])
    # Official Lambert-93 metres, divided by a thousand, fall on the same place.
    official = paris.to_crs("EPSG:2154")[0]
    shown = paris.to_crs(regions.crs)[0]
    assert (shown.x, shown.y) == pytest.approx((official.x / 1000, official.y / 1000), abs=0.01)


@pytest.mark.parametrize("layer", LAYERS)
def test_the_area_is_that_of_metropolitan_france(maps: dict[str, Any], layer: str) -> None:
    assert maps[layer].area.sum() == pytest.approx(METROPOLITAN_KM2, rel=0.02)


@pytest.mark.parametrize("layer", LAYERS)
def test_big_isles_are_kept_and_islets_are_not(maps: dict[str, Any], layer: str) -> None:
    parts = maps[layer].geometry.explode()
    assert parts.area.min() >= SMALLEST_ISLE_KM2
    isles = {"Belle-Île": (-3.19, 47.33), "Ré": (-1.38, 46.21), "Oléron": (-1.27, 45.92)}
    for name, (longitude, latitude) in isles.items():
        place = gpd.GeoSeries.from_xy([longitude], [latitude], crs="EPSG:4326")
        holder = parts[parts.contains(place.to_crs(parts.crs)[0])]
        assert len(holder) == 1, name
        assert holder.area.iloc[0] < 250, f"{name} is joined to the mainland"


@pytest.mark.parametrize(
    ("layer", "region", "other", "neighbours"),
    [
        ("former", "74", "83", True),  # Limousin, Auvergne
        ("former", "25", "53", True),  # Basse-Normandie, Bretagne
        ("study", "74", "83", True),
        ("study", "42", "43", True),  # Alsace, Franche-Comté
        ("study", "28", "32", True),  # Normandie, Hauts-de-France
        ("study", "53", "28", True),
        ("study", "74", "42", False),  # Limousin, Alsace
        ("study", "94", "93", False),  # Corse, Provence
        ("current", "75", "84", True),  # Nouvelle-Aquitaine, Auvergne-Rhône-Alpes
        ("current", "53", "75", False),
    ],
)
def test_known_neighbours_share_a_border(
    maps: dict[str, Any], layer: str, region: str, other: str, neighbours: bool
) -> None:
    shapes = maps[layer].geometry
    border = shapely.intersection(shapes[region], shapes[other]).length
    assert border > 10 if neighbours else border == 0


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_is_small_enough_to_send(layer: str) -> None:
    assert path(layer).stat().st_size < 100_000


@pytest.mark.parametrize("layer", LAYERS)
def test_enclaves_stay_open_when_all_rings_are_drawn_as_one_path(
    maps: dict[str, Any], layer: str
) -> None:
    # The usual non-zero fill rule leaves a hole open only when its ring turns the other way.
    for part in maps[layer].geometry.explode():
        assert part.exterior.is_ccw
        assert not any(ring.is_ccw for ring in part.interiors)


def test_the_regions_overseas_have_their_official_codes_and_lie_where_they_are() -> None:
    overseas = gpd.read_file(FOLDER / "overseas.geojson").set_index("code")
    assert overseas["name"].to_dict() == {
        "01": "Guadeloupe",
        "02": "Martinique",
        "03": "Guyane",
        "04": "La Réunion",
        "06": "Mayotte",
    }
    assert overseas.geometry.is_valid.all()
    assert overseas.total_bounds == pytest.approx([-61.8, -21.4, 55.9, 16.5], abs=0.1)
