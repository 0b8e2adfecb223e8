"""Do small maps show each year in the same classes, and what is new in it?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.outputs.deck.charts.small_maps import draw_small_maps
from dashboard.outputs.deck.drawing import Drawing
from dashboard.outputs.layout.geography import regions
from tests.outputs.deck.described import small_maps
from tests.outputs.deck.drawn import AREA, called, shapes_of, texts_of
from tests.support.outlines import STUDY

NAMES = [region.name for region in regions(STUDY)]


@pytest.fixture
def drawing() -> Drawing:
    drawn = Drawing()
    draw_small_maps(small_maps(), drawn, AREA)
    return drawn


def test_texts_stand_in_the_order_of_numbers_titles_and_legend(drawing: Drawing) -> None:
    assert texts_of(drawing) == [
        *("5", "5", "500"),
        *("2013-2014 / 5 bénéficiaires", "2014-2015 / 505 bénéficiaires"),
        *("1", "10", "50", "100", "500", "aucun", "non couverte", "nouvelle"),
    ]


def test_every_region_is_drawn_once_a_year(drawing: Drawing) -> None:
    names = [shape.name for shape in shapes_of(drawing)]
    assert all(names.count(name) == 2 for name in NAMES)
    first, second = (shape for shape in shapes_of(drawing) if shape.name == NAMES[0])
    assert first.box.top == pytest.approx(second.box.top, abs=0.1)
    assert first.box.left < second.box.left


def test_a_new_region_is_outlined(drawing: Drawing) -> None:
    outlines = [
        s for s in called(drawing, "Tracé") if s.element.find("{*}spPr/{*}noFill") is not None
    ]
    assert [outline.colours() for outline in outlines] == [["accent2"], ["accent2"]]
    region = [shape for shape in shapes_of(drawing) if shape.name == NAMES[1]][1]
    assert outlines[1].box == region.box


def test_a_number_is_white_on_a_dark_region(drawing: Drawing) -> None:
    assert called(drawing, "Texte : 500")[0].colours() == ["bg1"]
    assert called(drawing, "Texte : 5")[0].colours() == ["tx1"]


def test_what_is_not_covered_is_hatched(drawing: Drawing) -> None:
    hatched = [shape for shape in shapes_of(drawing) if shape.has("pattFill")]
    assert len(hatched) == 2 * len(NAMES) - 3 + 1


def test_an_outline_that_no_category_has_is_grey_and_the_legend_does_not_tell_of_it() -> None:
    chart, drawing = small_maps(), Drawing()
    maps = tuple(
        replace(year, places=tuple(place for place in year.places if place.state == "shown"))
        for year in chart.maps
    )
    draw_small_maps(
        replace(chart, maps=maps, uncovered="non couvert", new="nouveau"), drawing, AREA
    )
    assert [shape.name for shape in shapes_of(drawing)].count(NAMES[-1]) == len(maps)
    assert texts_of(drawing)[-2:] == ["non couvert", "nouveau"]
    assert "hors de la sélection" not in texts_of(drawing)


def test_a_legend_tells_of_regions_outside_only_where_there_are_some() -> None:
    chart, drawing = small_maps(), Drawing()
    first, *others = chart.maps
    places = tuple(replace(place, state="outside") for place in first.places)
    draw_small_maps(replace(chart, maps=(replace(first, places=places), *others)), drawing, AREA)
    assert "hors de la sélection" in texts_of(drawing)
