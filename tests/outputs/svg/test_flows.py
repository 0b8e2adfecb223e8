"""Is a Sankey drawn with categories in a fixed order, at fixed places, in the proportions of its people?"""

import json
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from dashboard.content.charts import FlowDiagram
from dashboard.content.click_filter import ClickFilter
from dashboard.content.medium import Medium
from dashboard.domain.transitions import flows_between
from dashboard.outputs.layout.text_width import width_of_lines
from dashboard.outputs.svg.flows import flows
from tests.outputs.svg.drawn import (
    lines_of,
    marks,
    of_class,
    page,
    part_of,
    picture,
    points,
    shape,
    words,
)
from tests.outputs.svg.flowed import diagram_of
from tests.support.released import released, weighed

FEW_SALARIED = """
    status@T0  status@T1       n
    jobseeker  salaried        1
    jobseeker  searching       80
    jobseeker  no_information  19
"""
MANY_SALARIED = """
    status@T0  status@T1       n
    jobseeker  salaried        80
    jobseeker  searching       1
    jobseeker  no_information  19
"""
THREE_STEPS = """
    status@T0  status@T1  status@T2         n
    jobseeker  salaried   salaried          5
    jobseeker  searching  searching         4
    jobseeker  searching  not_yet_surveyed  1
"""


def written(click: ClickFilter) -> dict[str, str]:
    return {str(condition.dimension): ",".join(condition.codes) for condition in click.people}


def drawn(text: str, *, medium: Medium = "page") -> ET.Element:
    return page(flows(diagram_of(flows_between(released(text))), medium, written))


def nodes(root: ET.Element) -> list[ET.Element]:
    return of_class(root, "node")


def ribbon_of(root: ET.Element, name: str) -> ET.Element:
    (ribbon,) = [part for part in of_class(root, "ribbon") if part.get("aria-label") == name]
    return ribbon


def ends(root: ET.Element) -> list[tuple[float, float, str | None]]:
    """Top, height and name of each node of the last step."""
    return [
        (
            part_of(shape(node).get("y")),
            part_of(shape(node).get("height")),
            node.get("aria-label"),
        )
        for node in nodes(root)
        if shape(node).get("x") == "100%"
    ]


def test_the_order_of_categories_does_not_depend_on_their_size() -> None:
    few, many = (sorted(ends(drawn(text))) for text in (FEW_SALARIED, MANY_SALARIED))
    assert [name for *_, name in few] == ["salaried : 1", "searching : 80", "no_information : 19"]
    assert [name for *_, name in many] == ["salaried : 80", "searching : 1", "no_information : 19"]


@pytest.mark.parametrize("text", [FEW_SALARIED, MANY_SALARIED, THREE_STEPS])
def test_every_node_stands_inside_the_diagram(text: str) -> None:
    for node in map(shape, nodes(drawn(text))):
        top, height = part_of(node.get("y")), part_of(node.get("height"))
        assert 0 <= part_of(node.get("x")) <= 1
        assert top >= -1e-4
        assert top + height <= 1 + 1e-4


def test_nodes_of_a_step_stand_apart_in_proportion_to_their_people() -> None:
    listed = ends(drawn(FEW_SALARIED))
    people = 1 - 2 * 0.035
    heights = [height for _, height, _ in listed]
    assert heights == pytest.approx([people * n / 100 for n in (1, 80, 19)], abs=1e-4)
    for (top, height, _), (below, *_) in pairwise(listed):
        assert below - (top + height) == pytest.approx(0.035, abs=2e-4)


def test_nodes_and_ribbons_are_as_high_as_they_weigh() -> None:
    heavy_searching = weighed("""
        status@T0  status@T1  n   w
        jobseeker  salaried   80  40
        jobseeker  searching  20  60
    """)
    root = page(flows(diagram_of(flows_between(*heavy_searching)), "page", written))
    whole = 1 - 0.035
    assert [height for _, height, _ in ends(root)] == pytest.approx([0.4 * whole, 0.6 * whole])
    corners = points(ribbon_of(root, "jobseeker → searching"))
    assert corners[-1][1] - corners[0][1] == pytest.approx(600 * whole)


def test_steps_stand_at_equal_distances() -> None:
    assert {shape(node).get("x") for node in nodes(drawn(THREE_STEPS))} == {"0%", "50%", "100%"}


def test_ribbons_reach_from_column_to_column_and_are_stretched_with_their_room() -> None:
    root = drawn(THREE_STEPS)
    (room,) = of_class(root, "ribbons")
    assert [room.get(name) for name in ("viewBox", "preserveAspectRatio", "width", "height")] == [
        "0 0 1000 1000",
        "none",
        "100%",
        "100%",
    ]
    start, *_ = path = points(shape(ribbon_of(root, "searching → not_yet_surveyed")))
    assert [start[0], path[3][0]] == [500, 1000]


def test_a_ribbon_takes_the_colour_of_where_it_goes_and_an_absence_is_grey() -> None:
    root = drawn(FEW_SALARIED)
    looks = {
        ribbon.get("aria-label"): (shape(ribbon).get("fill"), shape(ribbon).get("fill-opacity"))
        for ribbon in of_class(root, "ribbon")
    }
    assert looks == {
        "jobseeker → salaried": ("#1f5f9e", "0.34"),
        "jobseeker → searching": ("#1f5f9e", "0.34"),
        "jobseeker → no_information": ("#96a0aa", "0.22"),
    }


def test_an_absence_has_a_broken_outline_and_a_ground_through_which_no_ribbon_shines() -> None:
    root = drawn(THREE_STEPS)
    (absence,) = of_class(root, "node", "absent")
    assert absence.get("aria-label") == "not_yet_surveyed : 1"
    assert shape(absence).get("stroke-dasharray")
    assert not [n for n in nodes(root) if n is not absence and shape(n).get("stroke-dasharray")]
    (ground,) = (part for part in of_class(root, "ground")[0])
    assert [ground.get(side) for side in "xy"] == [shape(absence).get(side) for side in "xy"]


def test_an_absence_as_white_as_paper_is_hollow() -> None:
    assert [node.get("aria-label") for node in of_class(drawn(THREE_STEPS), "hollow")] == [
        "not_yet_surveyed : 1"
    ]
    assert not of_class(drawn(FEW_SALARIED), "hollow")


def test_what_is_thin_is_widened_to_be_seen_and_reached_and_lies_over_the_rest() -> None:
    root = drawn(FEW_SALARIED)
    ribbons = of_class(root, "ribbon")
    assert [ribbon.tag for ribbon in ribbons] == ["path", "path", "g"]
    seen, reached = ribbons[-1]
    assert seen.get("stroke") == seen.get("fill")
    assert [reached.get("class"), reached.get("fill")] == ["reach", "none"]
    assert reached.get("d") == seen.get("d")
    assert [node.tag for node in nodes(root)] == ["rect", "g", "rect", "rect"]


def test_a_click_on_a_node_or_a_ribbon_is_a_condition() -> None:
    targets = {
        mark.get("aria-label"): json.loads(mark.get("data-target", ""))
        for mark in marks(drawn(FEW_SALARIED))
    }
    assert targets["salaried : 1"] == {"status@T1": "salaried"}
    assert targets["jobseeker → salaried"] == {"status@T0": "jobseeker", "status@T1": "salaried"}


def test_every_node_and_ribbon_is_a_mark_and_words_let_the_pointer_through() -> None:
    root = drawn(THREE_STEPS)
    assert len(marks(root)) == 6 + 5
    texts = [part for group in of_class(root, "words") for part in group.iter("text")]
    assert len(texts) == len([*root.iter("text")])
    assert {group.get("pointer-events") for group in of_class(root, "words")} == {"none"}


def test_nodes_stand_over_ribbons_and_words_over_both() -> None:
    (chart,) = page(flows(diagram_of(flows_between(released(THREE_STEPS))), "page", written))
    kinds = [part.get("class", "").split()[0] for part in chart]
    assert kinds == ["ribbons", "nodes", *["words"] * (len(kinds) - 2)]


def test_the_last_step_is_labelled_beside_the_ribbons_and_a_phone_names_what_it_can() -> None:
    wide, narrow = words(drawn(THREE_STEPS)), words(drawn(THREE_STEPS, medium="phone"))
    inner, last, titles = wide[:3], wide[3:6], wide[6:]
    assert inner == ["jobseeker 10", "salaried 5", "searching 5"]
    assert last == ["salaried 5", "searching 4", "not_yet_surveyed|1"]
    assert titles == ["T0", "T1", "T2"]
    assert narrow[:3] == ["jobseeker 10", "salaried 5", "searching 5"]


def test_the_margin_holds_the_longest_label_of_the_last_step() -> None:
    diagram = diagram_of(flows_between(released(THREE_STEPS)))
    drawing = flows(diagram, "page", written)
    longest = max(width_of_lines(lines_of(text), 12) for text in page(drawing).iter("text"))
    assert drawing.margins.right > longest


def test_a_picture_has_the_same_in_pixels_and_nothing_that_answers() -> None:
    diagram = diagram_of(flows_between(released(THREE_STEPS)))
    drawing = flows(diagram, "page", written)
    on_paper, on_screen = picture(drawing), page(drawing)
    assert not marks(on_paper)
    assert not of_class(on_paper, "reach")
    assert "%" not in ET.tostring(on_paper, encoding="unicode")
    assert len(of_class(on_paper, "ribbon")) == len(of_class(on_screen, "ribbon"))
    assert {*words(on_paper)} == {*words(on_screen)}


def test_nobody_is_a_drawing_too() -> None:
    assert not nodes(page(flows(FlowDiagram((), (), (), 0), "page", written)))
