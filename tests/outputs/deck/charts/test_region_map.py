"""Does a map say what each region has, and which regions have nothing to say?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.outputs.deck.charts.region_map import draw_region_map
from dashboard.outputs.deck.drawing import Drawing
from dashboard.outputs.layout.geography import regions
from tests.outputs.deck.described import region_map
from tests.outputs.deck.drawn import AREA, Shape, called, shapes_of, texts_of, written
from tests.support.outlines import STUDY

NAMES = [region.name for region in regions(STUDY)]


@pytest.fixture
def drawing() -> Drawing:
    drawn = Drawing()
    draw_region_map(region_map(), drawn, AREA)
    return drawn


def region(drawing: Drawing, i: int) -> Shape:
    (shape,) = [shape for shape in shapes_of(drawing) if shape.name == NAMES[i]]
    return shape


def test_texts_stand_in_the_order_of_circles_legend_and_list(drawing: Drawing) -> None:
    assert texts_of(drawing) == [
        *("10", "40", "20"),
        *("Bénéficiaires", "1 à 19", "20 et plus"),
        *("aucun bénéficiaire", "non couverte", "hors de la sélection"),
        *("20", "5", "UE financées"),
        *("40", NAMES[1], "20", NAMES[2], "10", NAMES[0]),
    ]


def test_a_region_is_filled_by_its_class_and_named(drawing: Drawing) -> None:
    assert region(drawing, 1).colours()[0] == region(drawing, 2).colours()[0] == "accent1"
    assert region(drawing, 0).element.find(".//{*}lumOff").get("val") != (
        region(drawing, 1).element.find(".//{*}lumOff").get("val")
    )
    assert region(drawing, 1).description == NAMES[1]


def test_what_has_no_value_is_empty_grey_or_hatched(drawing: Drawing) -> None:
    assert region(drawing, 3).colours()[0] == "bg2"
    assert region(drawing, 4).colours()[0] == "bg1"
    hatched = [shape.name for shape in shapes_of(drawing) if shape.has("pattFill")]
    assert hatched == [NAMES[-1], "Tracé"]


def test_the_area_of_a_circle_is_in_proportion(drawing: Drawing) -> None:
    circles = {
        s.name: s
        for s in shapes_of(drawing)
        if s.element.find(".//{*}prstGeom[@prst='ellipse']") is not None
    }
    assert (circles["40"].box.width / circles["10"].box.width) ** 2 == pytest.approx(4, rel=0.02)


def test_numbers_are_bold_and_lined_with_paper(drawing: Drawing) -> None:
    on_map = next(shape for shape in called(drawing, "Texte : 40"))
    assert on_map.has("glow")
    assert on_map.element.find(".//{*}rPr").get("b") == "1"


def test_a_legend_tells_only_the_kinds_of_regions_that_a_map_has() -> None:
    chart, drawing = region_map(), Drawing()
    places = tuple(
        replace(place, state="empty") if place.state == "outside" else place
        for place in chart.places
    )
    draw_region_map(replace(chart, places=places), drawing, AREA)
    assert "hors de la sélection" not in texts_of(drawing)
    assert "non couverte" in texts_of(drawing)


def test_an_outline_that_no_category_has_is_grey_and_the_legend_does_not_tell_of_it() -> None:
    chart, drawing = region_map(), Drawing()
    places = tuple(place for place in chart.places if place.state == "shown")
    legend = replace(chart.legend, uncovered="non couvert")
    draw_region_map(replace(chart, places=places, legend=legend), drawing, AREA)
    assert region(drawing, 4).colours()[0] == "bg2"
    assert "hors de la sélection" not in texts_of(drawing)
    assert "non couvert" in texts_of(drawing)


def test_without_symbols_there_is_no_legend_of_circles() -> None:
    chart, drawing = region_map(), Drawing()
    legend = replace(chart.legend, symbols=(), symbol_top=0)
    draw_region_map(replace(chart, legend=legend), drawing, AREA)
    assert "UE financées" not in texts_of(drawing)


def test_the_map_stays_in_its_area(drawing: Drawing) -> None:
    for i in range(len(NAMES)):
        box = region(drawing, i).box
        assert AREA.left <= box.left
        assert box.top + box.height <= AREA.top + AREA.height + 1
    assert written(drawing, NAMES[0]).box.left > region(drawing, 0).box.left
