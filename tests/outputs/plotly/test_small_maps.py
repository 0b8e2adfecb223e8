"""Does each small map fill its regions by class, outline the new ones, and answer to clicks?"""

from dataclasses import replace
from typing import Any

import plotly.graph_objects as go
import pytest

from dashboard.content.charts import SmallMaps
from dashboard.content.charts.classes import Classes
from dashboard.content.charts.rich_text import rich
from dashboard.content.charts.small_maps import SmallMap, SmallPlace
from dashboard.content.click_filter import ClickFilter
from dashboard.content.medium import Medium
from dashboard.content.theme import OUTSIDE, SEQUENTIAL, SYMBOL
from dashboard.outputs.layout.geography import regions
from dashboard.outputs.plotly.base import Figure
from dashboard.outputs.plotly.figure import draw
from tests.outputs.plotly.described import written
from tests.support.outlines import STUDY

CODES = [region.code for region in regions(STUDY)]
ALSACE, BRETAGNE = "42", "53"
KEPT = ClickFilter(switches=(("region", "bretagne"),))


def year(title: str, **places: SmallPlace) -> SmallMap:
    """A map on which the other regions are not covered yet."""
    shown = {place.code: place for place in places.values()}
    return SmallMap(
        title,
        rich("12 inscrits"),
        tuple(shown.get(code, SmallPlace(code, "uncovered")) for code in CODES),
    )


CHART = SmallMaps(
    STUDY,
    (
        year("2013-2014", a=SmallPlace(BRETAGNE, "shown", 30, "30", click=KEPT, is_new=True)),
        year(
            "2014-2015",
            a=SmallPlace(BRETAGNE, "shown", 3, "3", click=KEPT),
            b=SmallPlace(ALSACE, "shown", 4, "4"),
            c=SmallPlace("11", "outside"),
        ),
    ),
    Classes((1.0, 20.0)),
    ("1 à 19", "20 et plus"),
)


def drawn(chart: SmallMaps = CHART, medium: Medium = "page") -> Figure:
    return draw(chart, medium, written)


def outline(figure: Figure, number: int, code: str) -> dict[str, Any]:
    """The region of a map, the first of which is 0."""
    trace: dict[str, Any] = figure["data"][number * len(CODES) + CODES.index(code)]
    return trace


@pytest.mark.parametrize("medium", ["page", "phone", "room"])
@pytest.mark.parametrize("maps", [1, 2, 5, 6])
def test_plotly_takes_any_number_of_maps(maps: int, medium: Medium) -> None:
    figure = go.Figure(drawn(replace(CHART, maps=(CHART.maps[0],) * maps), medium))
    assert len([trace for trace in figure.data if trace.name]) == maps * len(CODES)


def test_regions_are_filled_in_the_same_classes_on_every_map() -> None:
    figure = drawn()
    assert outline(figure, 0, BRETAGNE)["fillcolor"] == SEQUENTIAL[1]
    assert outline(figure, 1, BRETAGNE)["fillcolor"] == SEQUENTIAL[0]


def test_a_region_not_covered_is_hatched_and_one_outside_the_selection_is_not() -> None:
    figure = drawn()
    assert outline(figure, 0, ALSACE)["fillpattern"]["shape"] == "/"
    assert outline(figure, 1, "11")["fillcolor"] == OUTSIDE


def test_only_the_maps_of_a_region_s_first_year_outline_it() -> None:
    outlines = [t for t in drawn()["data"] if t.get("line", {}).get("color") == SYMBOL]
    first, second, swatch = outlines
    assert [len(first["x"]) > 0, len(second["x"]), swatch["fillcolor"]] == [True, 0, "#ffffff"]


def test_the_number_of_a_slender_region_stands_beside_it() -> None:
    beside = [t for t in drawn()["data"] if t.get("textposition") == "middle right"]
    assert [trace["text"] for trace in beside] == [["4"]]


def test_a_click_on_a_region_is_identified_by_its_trace() -> None:
    traces = drawn()["layout"]["meta"]["targets"]["traces"]
    assert traces[str(CODES.index(BRETAGNE))] == {"region": "bretagne"}
    assert traces[str(len(CODES) + CODES.index(BRETAGNE))] == {"region": "bretagne"}
    assert len(traces) == 2 * len(CODES)


def test_the_legend_tells_classes_and_kinds_and_what_only_some_maps_have() -> None:
    texts = [note["text"] for note in drawn()["layout"]["annotations"]]
    assert {"1 à 19", "20 et plus", "aucun", "non couverte", "nouvelle"} <= set(texts)
    assert "hors de la sélection" in texts
    within = replace(CHART, maps=CHART.maps[:1])
    assert "hors de la sélection" not in str(drawn(within)["layout"]["annotations"])


def test_an_outline_that_no_category_has_is_ground_without_words_or_a_click() -> None:
    first = replace(CHART.maps[0], places=(SmallPlace(BRETAGNE, "shown", 3, "3", click=KEPT),))
    figure = drawn(replace(CHART, maps=(first,)))
    ground = outline(figure, 0, ALSACE)
    assert (ground["fillcolor"], ground["text"]) == (OUTSIDE, "")
    assert "hors de la sélection" not in str(figure["layout"]["annotations"])
    traces = figure["layout"]["meta"]["targets"]["traces"]
    assert [click for click in traces.values() if click] == [{"region": "bretagne"}]


def test_the_legend_calls_a_region_as_the_study_does() -> None:
    figure = drawn(replace(CHART, uncovered="non couvert", new="nouveau"))
    texts = {note["text"] for note in figure["layout"]["annotations"]}
    assert {"non couvert", "nouveau"} <= texts
    assert not {"non couverte", "nouvelle"} & texts


def test_each_map_has_its_title_and_what_is_under_it() -> None:
    texts = [note["text"] for note in drawn()["layout"]["annotations"][:2]]
    assert texts == ["<b>2013-2014</b><br>12 inscrits", "<b>2014-2015</b><br>12 inscrits"]
