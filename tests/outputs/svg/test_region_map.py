"""Is a map filled by class, hatched where nobody was ever enrolled, and does each region answer?"""

import json
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from dashboard.content.charts import RegionMap
from dashboard.content.charts.classes import Classes
from dashboard.content.charts.region_map import MapLegend, Place, State
from dashboard.content.charts.rich_text import rich
from dashboard.content.click_filter import ClickFilter
from dashboard.content.medium import Medium
from dashboard.content.theme import OUTSIDE, SEQUENTIAL
from dashboard.outputs.layout.geography import regions
from dashboard.outputs.layout.map_symbols import diameter
from dashboard.outputs.svg.drawing import Drawing
from dashboard.outputs.svg.region_map import region_map
from tests.outputs.plotly.described import LABEL, written
from tests.outputs.svg.drawn import of_class, page, picture, words
from tests.outputs.svg.mapped import PICTURE, drawings_of, regions_of, unknown_outlines
from tests.support.outlines import CURRENT, STUDY

CLASSES = Classes((1.0, 20.0, 100.0))
LEGEND = MapLegend(
    "Bénéficiaires",
    ("1 à 19", "20 à 99", "100 et plus"),
    "UE financées (surface du cercle)",
    "UE financées",
    400,
    ((200, "200"), (50, "50")),
)
MEDIA: list[Medium] = ["page", "phone", "room"]


def place(state: State, value: float = 0, symbol: int = 0) -> Place:
    """What is said of a region whose code is given later."""
    click = ClickFilter(switches=(("region", state),))
    return Place("", state, "", value, symbol, f"{value}", rich(state), click)


def drawn(some: dict[str, Place], layer: str = STUDY, *, medium: Medium = "page") -> Drawing:
    """A map on which the other regions are not covered."""
    places = tuple(
        replace(some.get(region.code, place("uncovered")), code=region.code, name=region.name)
        for region in regions(layer)
    )
    return region_map(RegionMap(layer, places, CLASSES, LEGEND), medium, written)


def region(root: ET.Element, code: str, layer: str = STUDY) -> ET.Element:
    return regions_of(root)[[r.code for r in regions(layer)].index(code)]


def legend(legend: MapLegend, medium: Medium = "page") -> list[str]:
    return words(page(region_map(RegionMap(STUDY, (), CLASSES, legend), medium, written)))


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize(("layer", "count"), [(STUDY, 20), (CURRENT, 13)])
def test_a_map_refers_to_the_outline_of_every_region(
    layer: str, count: int, medium: Medium
) -> None:
    drawing = drawn({"52": place("shown", 243, 650)}, layer, medium=medium)
    assert len({use.get("href") for use in regions_of(page(drawing))}) == count
    assert not unknown_outlines(drawing)


@pytest.mark.parametrize(("value", "index"), [(1, 0), (19, 0), (20, 1), (243, 2), (0, 0)])
def test_a_region_is_filled_by_the_class_of_its_value(value: float, index: int) -> None:
    use = region(page(drawn({"52": place("shown", value)})), "52")
    assert (use.get("class"), use.get("fill")) == (f"c{index}", SEQUENTIAL[index])


def test_regions_without_a_value_are_distinguished_by_what_they_lack() -> None:
    states: list[State] = ["empty", "outside", "baseless", "uncovered"]
    codes = ["11", "24", "52", "53"]
    root = page(drawn({code: place(state) for code, state in zip(codes, states, strict=True)}))
    uses = [region(root, code) for code in codes]
    assert [use.get("class") for use in uses] == states
    fills = [use.get("fill", "") for use in uses]
    assert [fill.startswith("url(#") for fill in fills] == [False, False, True, True]
    assert len(set(fills)) == len(states)
    assert not set(fills) & set(SEQUENTIAL)


def test_each_region_says_what_it_is_and_what_a_click_on_it_keeps() -> None:
    use = region(page(drawn({"52": place("shown", 3)})), "52")
    assert (use.get("role"), use.get("aria-label")) == ("button", "shown")
    assert json.loads(use.get("data-target", "")) == {"region": "shown"}


def test_an_outline_that_no_category_has_is_ground_without_words_or_a_click() -> None:
    only = RegionMap(STUDY, (replace(place("shown", 3), code="52"),), CLASSES, LEGEND)
    root = page(region_map(only, "page", written))
    ground = region(root, "11")
    assert (ground.get("fill"), ground.get("role"), ground.get("tabindex")) == (OUTSIDE, None, None)
    assert len([use for use in regions_of(root) if use.get("data-target")]) == 1
    assert "hors de la sélection" not in words(root)


def test_in_a_picture_nothing_answers_and_places_are_pixels() -> None:
    drawing = drawn({"52": place("shown", 3, 100)})
    markup = drawing.body(PICTURE)
    assert not any(said in markup for said in ("%", "tabindex", "role=", "data-", "aria-"))
    assert "%" in next(page(drawing).iter("circle")).get("cx", "")


def test_circles_and_names_stand_on_the_regions_shown_only() -> None:
    some = {"52": place("shown", 3, 100), "11": place("outside"), "53": place("shown", 5, 400)}
    root = page(drawn(some))
    on_map, in_legend = of_class(root, "circles")
    radii = [float(circle.get("r", 0)) for circle in on_map]
    assert radii == pytest.approx([diameter(100, 400) / 2, diameter(400, 400) / 2], abs=0.01)
    assert len(list(in_legend)) == len(LEGEND.symbols)
    (labels,) = of_class(root, "labels")
    assert words(labels) == ["Pays de la Loire|3", "Bretagne|5"]


def test_words_and_circles_let_the_pointer_through() -> None:
    root = page(drawn({"52": place("shown", 3, 100)}, medium="room"))
    for group in ("words", "circles"):
        assert {part.get("pointer-events") for part in of_class(root, group)} == {"none"}, group
    within = [text for group in of_class(root, "words") for text in group.iter("text")]
    assert len(within) == len(list(root.iter("text")))


def test_a_small_map_writes_values_alone() -> None:
    root = page(drawn({"52": place("shown", 3)}, medium="phone"))
    (labels,) = of_class(root, "labels")
    assert words(labels) == ["3"]


def test_projected_regions_carry_their_value_and_are_named_in_a_list_from_the_highest() -> None:
    some = {"52": place("shown", 3), "53": place("shown", 5), "11": place("outside")}
    (names,) = of_class(page(drawn(some, medium="room")), "names")
    assert words(names) == ["5", "Bretagne", "3", "Pays de la Loire"]


@pytest.mark.parametrize("live", [True, False])
def test_names_have_a_halo_which_a_picture_draws_under_them(live: bool) -> None:
    drawing = drawn({"52": place("shown", 3)})
    (labels,) = of_class(page(drawing) if live else picture(drawing), "labels")
    halo, *others = labels[0]
    assert (halo.get("stroke"), halo.get("paint-order")) == ("#ffffff", "stroke" if live else None)
    assert len(others) == (0 if live else 1)
    assert words(labels) == ["Pays de la Loire|3"] * (1 if live else 2)


def test_the_legend_tells_every_class_and_the_two_kinds_of_nobody() -> None:
    root = page(drawn({}))
    texts = set(words(root))
    assert {*LEGEND.class_labels, LEGEND.title, LEGEND.symbol_title, "200", "50"} <= texts
    assert {"aucun bénéficiaire", "non couverte"} <= texts
    assert [rect.get("class") for rect in root.iter("rect")] == [
        "c0",
        "c1",
        "c2",
        "empty",
        "uncovered",
    ]


@pytest.mark.parametrize(
    ("state", "text"),
    [("outside", "hors de la sélection"), ("baseless", "sans base (n\u00a0=\u00a00)")],
)
def test_the_legend_tells_what_only_some_maps_have_where_they_have_it(
    state: State, text: str
) -> None:
    without, having = (
        of_class(page(drawn(some)), "legend")[0] for some in ({}, {"52": place(state)})
    )
    assert text not in words(without)
    assert [said for said in drawings_of(having) if text not in said] == drawings_of(without)


def test_the_legend_calls_a_region_as_the_study_does() -> None:
    assert "non couvert" in legend(replace(LEGEND, uncovered="non couvert"))


def test_a_phone_has_less_room_for_what_circles_mean() -> None:
    wide, phone = legend(LEGEND)[-1], legend(LEGEND, "phone")[-1]
    assert [wide, phone] == [LEGEND.symbol_title, LEGEND.short_symbol_title]


def test_a_long_name_of_what_is_funded_is_written_in_two_lines_beside_the_regions() -> None:
    named = replace(LEGEND, symbol_title="Blocs de compétences financés (surface du cercle)")
    assert legend(named)[-1] == "Blocs de compétences financés|(surface du cercle)"


def test_a_legend_without_circles_has_no_title_for_them() -> None:
    assert LEGEND.symbol_title not in legend(replace(LEGEND, symbols=()))


@pytest.mark.parametrize("medium", MEDIA)
def test_a_codebook_s_words_stay_words(medium: Medium) -> None:
    hostile = Place("52", "shown", LABEL, 3, 5, LABEL, rich(LABEL), ClickFilter())
    named = MapLegend(LABEL, (LABEL,), LABEL, LABEL, 5, ((5, LABEL),), LABEL)
    root = page(region_map(RegionMap(STUDY, (hostile,), CLASSES, named), medium, written))
    kinds = {part.tag for part in root.iter()}
    assert kinds <= {"div", "svg", "g", "use", "circle", "rect", "text", "tspan"}
    assert region(root, "52").get("aria-label") == LABEL
    assert LABEL in words(root)
