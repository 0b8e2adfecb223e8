"""Is a map filled by class, hatched where nobody was ever enrolled, and plain outside the selection?"""

from typing import Any

import plotly.graph_objects as go
import pytest

from dashboard.content.charts.classes import Classes
from dashboard.content.theme import SEQUENTIAL
from dashboard.outputs.layout.geography import Layer, regions
from dashboard.outputs.layout.map_frames import Legend
from dashboard.outputs.plotly.map_marks import State, diameter
from dashboard.outputs.plotly.region_map import Place, choropleth

CLASSES = Classes((1.0, 20.0, 100.0))
LEGEND = Legend("Bénéficiaires", ("1 à 19", "20 à 99", "100 et plus"), "UE financées", 400, str)


def place(state: State, value: float = 0, symbol: int = 0) -> Place:
    return Place(state, value, symbol, f"{value}", f"{value}", state, {"region": state})


def drawn(
    some: dict[str, Place], layer: Layer = "study", *, narrow: bool = False
) -> dict[str, Any]:
    """A map on which the other regions are not covered."""
    places = {region.code: place("uncovered") for region in regions(layer)}
    return choropleth(layer, places | some, CLASSES, LEGEND, narrow=narrow)


def outline(figure: dict[str, Any], code: str, layer: Layer = "study") -> dict[str, Any]:
    found: dict[str, Any] = figure["data"][[r.code for r in regions(layer)].index(code)]
    return found


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize(("layer", "count"), [("study", 20), ("current", 13)])
def test_plotly_accepts_the_map_and_it_has_every_region(
    layer: Layer, count: int, narrow: bool
) -> None:
    figure = go.Figure(drawn({"52": place("shown", 243, 650)}, layer, narrow=narrow))
    assert len([trace for trace in figure.data if trace.name]) == count


@pytest.mark.parametrize(
    ("value", "colour"),
    [
        (1, SEQUENTIAL[0]),
        (19, SEQUENTIAL[0]),
        (20, SEQUENTIAL[1]),
        (243, SEQUENTIAL[2]),
        (0, SEQUENTIAL[0]),
    ],
)
def test_a_region_is_filled_by_the_class_of_its_value(value: float, colour: str) -> None:
    found = outline(drawn({"52": place("shown", value)}), "52")
    assert found["fillcolor"] == colour
    assert "fillpattern" not in found


def test_a_region_not_covered_is_hatched_and_one_outside_the_selection_is_not() -> None:
    figure = drawn({"52": place("shown", 3), "11": place("outside")})
    assert outline(figure, "94")["fillpattern"]["shape"] == "/"
    assert "fillpattern" not in outline(figure, "11")
    assert outline(figure, "11")["fillcolor"] == "#eef1f4"


def test_regions_without_a_value_are_told_apart_by_what_they_lack() -> None:
    states: list[State] = ["empty", "outside", "baseless", "uncovered"]
    codes = ["11", "24", "52", "53"]
    figure = drawn({code: place(state) for code, state in zip(codes, states, strict=True)})
    fills = [
        str(found.get("fillcolor") or found["fillpattern"])
        for found in (outline(figure, code) for code in codes)
    ]
    assert len(set(fills)) == len(states)
    assert not set(fills) & set(SEQUENTIAL)


def test_circles_stand_on_the_regions_shown_only() -> None:
    figure = drawn(
        {"52": place("shown", 3, 100), "11": place("outside"), "53": place("shown", 5, 400)}
    )
    circles = figure["data"][20]
    assert circles["text"] == ["3", "5"]
    assert circles["marker"]["size"] == [diameter(100, 400), diameter(400, 400)]


@pytest.mark.parametrize("small", [False, True])
def test_the_area_of_a_circle_is_in_proportion_to_its_value(small: bool) -> None:
    assert diameter(400, 400, small=small) == 2 * diameter(100, 400, small=small)
    assert diameter(0, 400, small=small) == 0


def test_projected_regions_carry_their_value_and_are_named_in_a_list_from_the_highest() -> None:
    some = {"52": place("shown", 3), "53": place("shown", 5), "11": place("outside")}
    uncovered = {region.code: place("uncovered") for region in regions("study")}
    figure = choropleth("study", uncovered | some, CLASSES, LEGEND, projected=True)
    texts = [a["text"] for a in figure["layout"]["annotations"]]
    assert texts[-4:] == ["5", "Bretagne", "3", "Pays de la Loire"]
    assert go.Figure(figure).data


def test_without_any_unit_there_is_no_circle_to_size() -> None:
    assert diameter(0, 0) == 0


def test_a_click_on_a_region_is_told_by_its_trace() -> None:
    figure = drawn({"52": place("shown", 3)})
    clicks = figure["layout"]["meta"]["targets"]["traces"]
    listed = [r.code for r in regions("study")]
    assert clicks[str(listed.index("52"))] == {"region": "shown"}
    assert len(clicks) == len(listed)


def test_the_legend_tells_every_class_and_the_two_kinds_of_nobody() -> None:
    texts = [a["text"] for a in drawn({})["layout"]["annotations"]]
    for told in (*LEGEND.labels, LEGEND.title, LEGEND.symbol_title):
        assert told in texts
    assert {"aucun bénéficiaire", "non couverte"} <= set(texts)


@pytest.mark.parametrize(
    ("state", "told"), [("outside", "hors de la sélection"), ("baseless", "sans base (n = 0)")]
)
def test_the_legend_tells_what_only_some_maps_have_where_they_have_it(
    state: State, told: str
) -> None:
    without, having = drawn({}), drawn({"52": place(state)})
    assert told not in [a["text"] for a in without["layout"]["annotations"]]
    assert told in [a["text"] for a in having["layout"]["annotations"]]
    both = [a for a in having["layout"]["annotations"] if a["text"] != told]
    assert both == without["layout"]["annotations"]


@pytest.mark.parametrize("layer", ["study", "current"])
def test_regions_are_those_of_the_codebook(layer: Layer) -> None:
    assert [r.code for r in regions(layer)] == sorted(r.code for r in regions(layer))
    for region in regions(layer):
        assert len(region.x) == len(region.y)
        assert region.name
