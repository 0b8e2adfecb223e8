"""Is a map filled by class, hatched where nobody was ever enrolled, and plain outside the selection?"""

from dataclasses import replace
from typing import Any

import plotly.graph_objects as go
import pytest

from dashboard.content.charts import RegionMap
from dashboard.content.charts.classes import Classes
from dashboard.content.charts.region_map import MapLegend, Place, State
from dashboard.content.charts.rich_text import rich
from dashboard.content.click_filter import ClickFilter
from dashboard.content.medium import Medium
from dashboard.content.theme import SEQUENTIAL
from dashboard.outputs.layout.geography import regions
from dashboard.outputs.layout.map_symbols import diameter
from dashboard.outputs.plotly.base import Figure
from dashboard.outputs.plotly.figure import draw
from tests.outputs.plotly.described import written
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


MEDIA: list[Medium] = ["page", "phone"]


def place(state: State, value: float = 0, symbol: int = 0) -> Place:
    """What is said of a region whose code is given later."""
    click = ClickFilter(switches=(("region", state),))
    return Place("", state, "", value, symbol, f"{value}", rich(state), click)


def drawn(some: dict[str, Place], layer: str = STUDY, *, medium: Medium = "page") -> Figure:
    """A map on which the other regions are not covered."""
    places = tuple(
        replace(some.get(region.code, place("uncovered")), code=region.code, name=region.name)
        for region in regions(layer)
    )
    return draw(RegionMap(layer, places, CLASSES, LEGEND), medium, written)


def outline(figure: Figure, code: str, layer: str = STUDY) -> dict[str, Any]:
    trace: dict[str, Any] = figure["data"][[r.code for r in regions(layer)].index(code)]
    return trace


@pytest.mark.parametrize("medium", ["page", "phone", "room"])
@pytest.mark.parametrize(("layer", "count"), [(STUDY, 20), (CURRENT, 13)])
def test_plotly_accepts_the_map_and_it_has_every_region(
    layer: str, count: int, medium: Medium
) -> None:
    figure = go.Figure(drawn({"52": place("shown", 243, 650)}, layer, medium=medium))
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
    trace = outline(drawn({"52": place("shown", value)}), "52")
    assert trace["fillcolor"] == colour
    assert "fillpattern" not in trace


def test_a_region_not_covered_is_hatched_and_one_outside_the_selection_is_not() -> None:
    figure = drawn({"52": place("shown", 3), "11": place("outside")})
    assert outline(figure, "94")["fillpattern"]["shape"] == "/"
    assert "fillpattern" not in outline(figure, "11")
    assert outline(figure, "11")["fillcolor"] == "#eef1f4"


def test_regions_without_a_value_are_distinguished_by_what_they_lack() -> None:
    states: list[State] = ["empty", "outside", "baseless", "uncovered"]
    codes = ["11", "24", "52", "53"]
    figure = drawn({code: place(state) for code, state in zip(codes, states, strict=True)})
    fills = [
        str(trace.get("fillcolor") or trace["fillpattern"])
        for trace in (outline(figure, code) for code in codes)
    ]
    assert len(set(fills)) == len(states)
    assert not set(fills) & set(SEQUENTIAL)


def test_circles_stand_on_the_regions_shown_only() -> None:
    figure = drawn(
        {"52": place("shown", 3, 100), "11": place("outside"), "53": place("shown", 5, 400)}
    )
    circles = figure["data"][20]
    assert circles["text"] == ["Pays de la Loire<br><b>3</b>", "Bretagne<br><b>5</b>"]
    assert circles["marker"]["size"] == [diameter(100, 400), diameter(400, 400)]


def test_projected_regions_carry_their_value_and_are_named_in_a_list_from_the_highest() -> None:
    some = {"52": place("shown", 3), "53": place("shown", 5), "11": place("outside")}
    figure = drawn(some, medium="room")
    texts = [a["text"] for a in figure["layout"]["annotations"]]
    assert texts[-4:] == ["<b>5</b>", "Bretagne", "<b>3</b>", "Pays de la Loire"]
    assert go.Figure(figure).data


def test_a_click_on_a_region_is_identified_by_its_trace() -> None:
    figure = drawn({"52": place("shown", 3)})
    clicks = figure["layout"]["meta"]["targets"]["traces"]
    listed = [r.code for r in regions(STUDY)]
    assert clicks[str(listed.index("52"))] == {"region": "shown"}
    assert len(clicks) == len(listed)


def test_an_outline_that_no_category_has_is_ground_without_words_or_a_click() -> None:
    only = RegionMap(STUDY, (replace(place("shown", 3), code="52"),), CLASSES, LEGEND)
    figure = draw(only, "page", written)
    ground = outline(figure, "11")
    assert (ground["fillcolor"], ground["text"]) == ("#eef1f4", "")
    clicks = figure["layout"]["meta"]["targets"]["traces"]
    assert [click for click in clicks.values() if click] == [{"region": "shown"}]
    assert "hors de la sélection" not in [a["text"] for a in figure["layout"]["annotations"]]


def test_the_legend_calls_a_region_as_the_study_does() -> None:
    named = replace(LEGEND, uncovered="non couvert")
    figure = draw(RegionMap(STUDY, (), CLASSES, named), "page", written)
    assert "non couvert" in [a["text"] for a in figure["layout"]["annotations"]]


def test_the_legend_tells_every_class_and_the_two_kinds_of_nobody() -> None:
    texts = [a["text"] for a in drawn({})["layout"]["annotations"]]
    for text in (*LEGEND.class_labels, LEGEND.title, LEGEND.symbol_title):
        assert text in texts
    assert {"aucun bénéficiaire", "non couverte"} <= set(texts)


@pytest.mark.parametrize(
    ("state", "text"), [("outside", "hors de la sélection"), ("baseless", "sans base (n = 0)")]
)
def test_the_legend_tells_what_only_some_maps_have_where_they_have_it(
    state: State, text: str
) -> None:
    without, having = drawn({}), drawn({"52": place(state)})
    assert text not in [a["text"] for a in without["layout"]["annotations"]]
    assert text in [a["text"] for a in having["layout"]["annotations"]]
    both = [a for a in having["layout"]["annotations"] if a["text"] != text]
    assert both == without["layout"]["annotations"]


def test_a_phone_has_less_room_for_what_circles_mean() -> None:
    wide, phone = ([a["text"] for a in drawn({}, medium=m)["layout"]["annotations"]] for m in MEDIA)
    assert [wide[-1], phone[-1]] == [LEGEND.symbol_title, LEGEND.short_symbol_title]


def test_a_long_name_of_what_is_funded_is_written_in_two_lines_beside_the_regions() -> None:
    named = replace(LEGEND, symbol_title="Blocs de compétences financés (surface du cercle)")
    *_, title = draw(RegionMap(STUDY, (), CLASSES, named), "page", written)["layout"]["annotations"]
    *_, short = drawn({})["layout"]["annotations"]
    assert title["text"] == "Blocs de compétences financés<br>(surface du cercle)"
    assert title["yshift"] > short["yshift"]


def test_the_legend_shows_the_circles_of_its_values() -> None:
    figure = drawn({})
    assert figure["data"][-1]["marker"]["size"] == [diameter(200, 400), diameter(50, 400)]
    assert {"200", "50"} <= {a["text"] for a in figure["layout"]["annotations"]}
