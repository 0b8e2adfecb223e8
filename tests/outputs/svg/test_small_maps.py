"""Does each small map fill its regions by class, outline the new ones, and answer?"""

import json
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from dashboard.content.charts import SmallMaps
from dashboard.content.charts.classes import Classes
from dashboard.content.charts.rich_text import rich
from dashboard.content.charts.small_maps import SmallMap, SmallPlace
from dashboard.content.click_filter import ClickFilter
from dashboard.content.medium import Medium
from dashboard.content.theme import INK, OUTSIDE, PAPER, SEQUENTIAL, SYMBOL
from dashboard.outputs.layout.geography import regions
from dashboard.outputs.svg.drawing import Drawing
from dashboard.outputs.svg.small_maps import small_maps
from tests.outputs.plotly.described import LABEL, written
from tests.outputs.svg.drawn import of_class, page, words
from tests.outputs.svg.mapped import PICTURE, regions_of, unknown_outlines
from tests.support.outlines import STUDY

CODES = [region.code for region in regions(STUDY)]
ALSACE, BRETAGNE = "42", "53"
KEPT = ClickFilter(switches=(("region", "bretagne"),))
MEDIA: list[Medium] = ["page", "phone", "room"]


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


def drawn(chart: SmallMaps = CHART, medium: Medium = "page") -> Drawing:
    return small_maps(chart, medium, written)


def region(root: ET.Element, number: int, code: str) -> ET.Element:
    """The region of a map, the first of which is 0."""
    return regions_of(root)[number * len(CODES) + CODES.index(code)]


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize("maps", [1, 2, 5, 6])
def test_each_of_any_number_of_maps_has_every_region_at_its_place(
    maps: int, medium: Medium
) -> None:
    drawing = drawn(replace(CHART, maps=(CHART.maps[0],) * maps), medium)
    uses = regions_of(page(drawing))
    assert len(uses) == maps * len(CODES)
    assert len({(use.get("x"), use.get("y")) for use in uses}) == maps
    assert not unknown_outlines(drawing)


def test_regions_are_filled_in_the_same_classes_on_every_map() -> None:
    root = page(drawn())
    fills = [
        (use.get("class"), use.get("fill")) for use in (region(root, i, BRETAGNE) for i in (0, 1))
    ]
    assert fills == [("c1", SEQUENTIAL[1]), ("c0", SEQUENTIAL[0])]


def test_a_region_not_covered_is_hatched_and_one_outside_the_selection_is_not() -> None:
    root = page(drawn())
    assert region(root, 0, ALSACE).get("fill") == "url(#uncovered-small)"
    assert region(root, 1, "11").get("fill") == OUTSIDE


def test_a_region_that_is_covered_and_has_nobody_is_white() -> None:
    nobody = replace(CHART, maps=(year("2013-2014", a=SmallPlace(BRETAGNE, "shown")),))
    use = region(page(drawn(nobody)), 0, BRETAGNE)
    assert (use.get("class"), use.get("fill")) == ("empty", PAPER)


def test_only_the_maps_of_a_region_s_first_year_outline_it() -> None:
    outlined, swatch = of_class(page(drawn()), "new")
    assert [use.get("href") for use in outlined] == [region(page(drawn()), 0, BRETAGNE).get("href")]
    assert [outlined.get("stroke"), swatch.get("stroke")] == [SYMBOL, SYMBOL]
    assert [outlined.get("fill"), swatch.get("fill")] == ["none", PAPER]


def test_numbers_are_read_on_their_fill_and_that_of_a_slender_region_beside_it() -> None:
    dark = replace(CHART, classes=Classes((1.0, 5.0, 10.0, 20.0, 25.0)))
    numbers = of_class(page(drawn(dark)), "numbers")[0]
    looks = [(text.get("fill"), text.get("text-anchor")) for text in numbers.iter("text")]
    assert looks == [(PAPER, "middle"), (None, None), (INK, "middle")]


def test_each_region_says_what_a_click_on_it_keeps_on_every_map() -> None:
    root = page(drawn())
    targets = [region(root, i, BRETAGNE).get("data-target", "") for i in (0, 1)]
    assert [json.loads(target) for target in targets] == [{"region": "bretagne"}] * 2
    assert [
        group.get("aria-label") for group in root.iter("g") if group.get("role") == "group"
    ] == [
        "2013-2014",
        "2014-2015",
    ]


def test_in_a_picture_nothing_answers_and_places_are_pixels() -> None:
    markup = drawn().body(PICTURE)
    assert not any(said in markup for said in ("%", "tabindex", "role=", "data-", "aria-"))


def test_the_legend_tells_classes_and_kinds_and_what_only_some_maps_have() -> None:
    root = page(drawn())
    (legend,) = of_class(root, "legend")
    assert words(legend) == [
        "1 à 19",
        "20 et plus",
        "aucun",
        "hors de la sélection",
        "non couverte",
        "nouvelle",
    ]
    looks = ["c0", "c1", "empty", "outside", "uncovered", "empty new"]
    assert [rect.get("class") for rect in legend.iter("rect")] == looks
    within = replace(CHART, maps=CHART.maps[:1])
    assert "hors de la sélection" not in words(page(drawn(within)))


def test_an_outline_that_no_category_has_is_ground_without_words_or_a_click() -> None:
    first = replace(CHART.maps[0], places=(SmallPlace(BRETAGNE, "shown", 3, "3", click=KEPT),))
    root = page(drawn(replace(CHART, maps=(first,))))
    ground = region(root, 0, ALSACE)
    assert (ground.get("fill"), ground.get("role"), ground.get("tabindex")) == (OUTSIDE, None, None)
    assert "hors de la sélection" not in words(root)
    assert len([use for use in regions_of(root) if use.get("data-target")]) == 1


def test_the_legend_calls_a_region_as_the_study_does() -> None:
    texts = set(words(page(drawn(replace(CHART, uncovered="non couvert", new="nouveau")))))
    assert {"non couvert", "nouveau"} <= texts
    assert not {"non couverte", "nouvelle"} & texts


@pytest.mark.parametrize("medium", MEDIA)
def test_each_map_has_its_title_and_what_is_under_it(medium: Medium) -> None:
    (heads,) = of_class(page(drawn(medium=medium)), "heads")
    assert words(heads) == ["2013-2014|12 inscrits", "2014-2015|12 inscrits"]
    bold = [next(text.iter("tspan"))[0].get("font-weight") for text in heads.iter("text")]
    assert bold == ["600", "600"]


@pytest.mark.parametrize("medium", MEDIA)
def test_a_codebook_s_words_stay_words(medium: Medium) -> None:
    hostile = SmallPlace(BRETAGNE, "shown", 3, LABEL, rich(LABEL), KEPT, is_new=True)
    small_map = SmallMap(LABEL, rich(LABEL), (hostile,))
    named = SmallMaps(STUDY, (small_map,), CHART.classes, (LABEL, LABEL), LABEL, LABEL)
    root = page(drawn(named, medium))
    kinds = {part.tag for part in root.iter()}
    assert kinds <= {"div", "svg", "g", "use", "rect", "text", "tspan"}
    assert region(root, 0, BRETAGNE).get("aria-label") == LABEL
    assert words(root).count(LABEL) == 5
