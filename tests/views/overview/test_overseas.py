"""Are people overseas, or in a region without an outline, drawn wherever a map is?"""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from dashboard.content.charts import RegionMap, SmallMaps
from dashboard.content.medium import Medium
from dashboard.outputs.svg.chart import drawing
from dashboard.outputs.svg.drawing import on_page
from dashboard.outputs.svg.picture import write_svg
from tests.outputs.svg.drawn import marks
from tests.outputs.taken import grouped, slide_of
from tests.support.exhibits import composed, opened, plain
from tests.support.overseas import ABROAD, GUADELOUPE, MOVED, REUNION, overseas

MEDIA: list[Medium] = ["page", "phone", "room"]
NAMES = {GUADELOUPE: "Guadeloupe", REUNION: "La Réunion", ABROAD: "Étranger"}


def test_the_map_counts_and_draws_all_of_them() -> None:
    content = composed("carte", "", overseas()).content
    assert isinstance(content.chart, RegionMap)
    shown = {place.code: place for place in content.chart.places}
    assert {code: shown[code].value for code in MOVED} == MOVED
    assert all(shown[code].click and shown[code].symbol for code in MOVED)
    assert sum(place.value for place in shown.values()) == content.base


def test_only_who_has_no_outline_is_said_to_be_in_a_box() -> None:
    for view in ("carte", "deploiement"):
        (note,) = [n for n in composed(view, "", overseas()).content.notes if "contour" in n]
        assert plain(note) == (
            "Dans un cadre au bord de la carte, faute de contour : "
            f"Étranger ({MOVED[ABROAD]} bénéficiaires)."
        )


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize("view", ["carte", "deploiement"])
def test_each_answers_to_a_pointer_and_the_keyboard(view: str, medium: Medium) -> None:
    chart = composed(view, "", overseas(), medium=medium).content.chart
    assert isinstance(chart, RegionMap | SmallMaps)
    drawn = drawing(chart, medium, lambda click: {"region": "x"} if click else {})
    assert drawn is not None
    said = [
        mark.get("aria-label", "")
        for mark in marks(ET.fromstring(on_page(drawn, "Carte")))
        if mark.get("role") == "button"
    ]
    for name in NAMES.values():
        assert [text for text in said if text.startswith(name)], name


@pytest.mark.parametrize("view", ["carte", "deploiement"])
def test_pictures_and_slides_draw_them(view: str) -> None:
    picture = write_svg(composed(view, "", overseas())).decode()
    ids = set(re.findall(r'<path id="([^"]+)"', picture))
    used = set(re.findall(r'href="#([^"]+)"', picture))
    assert used == ids
    assert len(ids) == 20 + len(MOVED)
    names = [
        shape.name for shape in grouped(slide_of(composed(view, "", overseas(), medium="room")))
    ]
    assert {"Guadeloupe", "La Réunion"} <= set(names)


def test_names_stand_beside_the_boxes_of_a_page() -> None:
    picture = write_svg(composed("carte", "", overseas())).decode()
    assert all(f">{name}<" in picture for name in NAMES.values())


@pytest.mark.parametrize("view", ["carte", "deploiement"])
def test_the_legend_says_what_a_box_is_where_there_is_one(view: str) -> None:
    assert "cadre : sans contour" in write_svg(composed(view, "", overseas())).decode()
    assert "cadre : sans contour" not in write_svg(composed(view, "", opened())).decode()
    shapes = grouped(slide_of(composed(view, "", overseas(), medium="room")))
    assert [shape for shape in shapes if "cadre : sans contour" in shape.name]
