"""Is a region of a map named where there is room, and else given its value alone?"""

from dashboard.content.charts import RegionMap
from dashboard.content.charts.classes import Classes
from dashboard.content.charts.region_map import MapLegend, Place
from dashboard.content.charts.rich_text import bold, rich
from dashboard.outputs.layout.geography import regions
from dashboard.outputs.layout.map_frames import PHONE, ROOM, WIDE
from dashboard.outputs.layout.region_labels import listed_names, region_labels
from tests.support.outlines import STUDY

SHOWN = {
    "53": Place("53", "shown", "Bretagne", 5, 400, "5"),
    "93": Place("93", "shown", "Provence-Alpes-Côte d'Azur", 12, 100, "12"),
    "94": Place("94", "baseless", "Corse", 0, 7, "–"),
    "11": Place("11", "outside", "Île-de-France"),
}
CHART = RegionMap(
    STUDY,
    tuple(SHOWN.get(region.code, Place(region.code, "uncovered")) for region in regions(STUDY)),
    Classes((1.0,)),
    MapLegend("Bénéficiaires", ("1 et plus",), "UE financées", "UE", 400, ()),
)


def test_only_regions_that_have_somebody_are_labelled() -> None:
    assert [label.place.code for label in region_labels(CHART, WIDE)] == ["53", "93", "94"]


def test_a_wide_map_names_its_regions_in_one_line_or_two() -> None:
    bretagne, provence, _ = region_labels(CHART, WIDE)
    assert bretagne.text == rich("Bretagne", bold("5"))
    assert provence.text == rich("Provence-Alpes-", "Côte d'Azur", bold("12"))


def test_a_small_map_has_room_for_values_alone_and_smaller_circles() -> None:
    wide, small = region_labels(CHART, WIDE), region_labels(CHART, PHONE)
    assert [label.text for label in small] == [rich(bold(n)) for n in ("5", "12", "–")]
    assert [label.size / 2 for label in wide] == [label.size for label in small]


def test_a_room_lists_names_from_the_highest_value_within_its_frame() -> None:
    listed = listed_names(region_labels(CHART, ROOM), ROOM)
    assert [label.place.code for label, _ in listed] == ["93", "53", "94"]
    heights = [y for _, (_, y) in listed]
    assert heights == sorted(heights, reverse=True)
    assert all(ROOM.y[0] <= y <= ROOM.y[1] for y in heights)
