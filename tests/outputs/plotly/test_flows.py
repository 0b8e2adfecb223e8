"""Is a Sankey drawn with categories in a fixed order, at fixed places, in the proportions of its people?"""

import re
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest

from dashboard.content.charts import FlowDiagram
from dashboard.content.charts.flows import FlowLink, FlowNode
from dashboard.content.charts.rich_text import rich
from dashboard.content.click_filter import ClickFilter, keeping
from dashboard.content.medium import Medium
from dashboard.domain.transitions import Flows, flows_between
from dashboard.outputs.plotly.figure import draw
from tests.support.released import released, weighed

ROOT = Path(__file__).parents[3]
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


ABSENT = ("no_information", "not_yet_surveyed")


def diagram_of(flows: Flows) -> FlowDiagram:
    """Says codes as they are; absences are those whose code is not a status."""
    place = {(node.step, node.code): i for i, node in enumerate(flows.nodes)}
    nodes = tuple(
        FlowNode(
            node.step,
            node.code,
            node.code,
            str(node.count),
            "#1f5f9e",
            node.weight,
            node.code in ABSENT,
            rich(f"{node.code} : {node.count}"),
            keeping((node.dimension, node.code)),
        )
        for node in flows.nodes
    )
    links = tuple(
        FlowLink(
            place[flow.source.step, flow.source.code],
            place[flow.target.step, flow.target.code],
            flow.weight,
            rich(f"{flow.source.code} → {flow.target.code}"),
            keeping(
                (flow.source.dimension, flow.source.code), (flow.target.dimension, flow.target.code)
            ),
        )
        for flow in flows.flows
    )
    return FlowDiagram(
        tuple(rich(str(step.wave)) for step in flows.steps), nodes, links, flows.weight
    )


def written(click: ClickFilter) -> dict[str, str]:
    return {str(condition.dimension): ",".join(condition.codes) for condition in click.people}


def drawn(text: str, *, medium: Medium = "page") -> dict[str, Any]:
    return draw(diagram_of(flows_between(released(text))), medium, written)


def said(figure: dict[str, Any]) -> list[str]:
    """What the nodes say, from the top of the last step."""
    node = figure["data"][0]["node"]
    last = sorted(
        (y, text)
        for x, y, text in zip(node["x"], node["y"], node["customdata"], strict=True)
        if x > 0.9
    )
    return [text for _, text in last]


@pytest.mark.parametrize("medium", ["page", "phone", "room"])
@pytest.mark.parametrize("text", [FEW_SALARIED, MANY_SALARIED, THREE_STEPS])
def test_plotly_accepts_the_figure(text: str, medium: Medium) -> None:
    figure = go.Figure(drawn(text, medium=medium))
    assert figure.data[0].type == "sankey"
    assert figure.data[0].arrangement == "fixed"


def test_the_order_of_categories_does_not_depend_on_their_size() -> None:
    assert said(drawn(FEW_SALARIED)) == ["salaried : 1", "searching : 80", "no_information : 19"]
    assert said(drawn(MANY_SALARIED)) == ["salaried : 80", "searching : 1", "no_information : 19"]


@pytest.mark.parametrize("text", [FEW_SALARIED, MANY_SALARIED, THREE_STEPS])
def test_every_node_stands_inside_the_diagram(text: str) -> None:
    node = drawn(text)["data"][0]["node"]
    assert all(0 < x < 1 for x in node["x"])
    assert all(0 < y < 1 for y in node["y"])


def test_nodes_of_a_step_stand_apart_in_proportion_to_their_people() -> None:
    node = drawn(FEW_SALARIED)["data"][0]["node"]
    centres = [y for x, y in zip(node["x"], node["y"], strict=True) if x > 0.9]
    people = 1 - 2 * 0.035
    heights = [people * count / 100 for count in (1, 80, 19)]
    for (y, height), (below, below_height) in pairwise(zip(centres, heights, strict=True)):
        gap = (below - below_height / 2) - (y + height / 2)
        assert gap == pytest.approx(0.035)


def test_nodes_and_ribbons_are_as_high_as_they_weigh() -> None:
    heavy_searching = weighed("""
        status@T0  status@T1  n   w
        jobseeker  salaried   80  40
        jobseeker  searching  20  60
    """)
    trace = draw(diagram_of(flows_between(*heavy_searching)), "page", written)["data"][0]
    assert trace["link"]["value"] == [40, 60]
    _, *ends = trace["node"]["y"]
    whole = 1 - 0.035
    assert ends == pytest.approx([0.4 * whole / 2, 1 - 0.6 * whole / 2])


def test_steps_stand_at_equal_distances() -> None:
    node = drawn(THREE_STEPS)["data"][0]["node"]
    assert sorted(set(node["x"])) == pytest.approx([0.001, 0.5, 0.999])


def test_ribbons_carry_the_people_who_move() -> None:
    figure = drawn(THREE_STEPS)
    link, node = figure["data"][0]["link"], figure["data"][0]["node"]
    moves = {
        (node["customdata"][s], node["customdata"][t]): value
        for s, t, value in zip(link["source"], link["target"], link["value"], strict=True)
    }
    assert moves == {
        ("jobseeker : 10", "salaried : 5"): 5,
        ("jobseeker : 10", "searching : 5"): 5,
        ("salaried : 5", "salaried : 5"): 5,
        ("searching : 5", "searching : 4"): 4,
        ("searching : 5", "not_yet_surveyed : 1"): 1,
    }


def test_a_ribbon_takes_the_colour_of_where_it_goes_and_an_absence_is_grey() -> None:
    colours = drawn(FEW_SALARIED)["data"][0]["link"]["color"]
    assert colours[0] == colours[1] == "rgba(31,95,158,0.34)"
    assert colours[2] == "rgba(150,160,170,0.22)"


def test_the_outline_of_every_absence_is_broken_in_the_style_sheet() -> None:
    codebook = tomllib.loads((ROOT / "data" / "codebook.toml").read_text(encoding="utf-8"))
    sheet = "".join(
        sheet.read_text(encoding="utf-8") for sheet in sorted((ROOT / "assets").rglob("*.css"))
    )
    (rule,) = re.findall(r"\.node-rect:is\(([^{]*)\) \{[^}]*stroke-dasharray", sheet)
    colours = {
        absence["colour"]
        for name in ("job", "survey")
        for absence in codebook["shared"]["absences"][name]
    }
    written = {f"rgb({int(c[1:3], 16)}, {int(c[3:5], 16)}, {int(c[5:], 16)})" for c in colours}
    assert written == set(re.findall(r"rgb\([^)]*\)", rule))
    assert drawn(FEW_SALARIED)["layout"]["meta"]["absent"] == [False, False, False, True]


def test_a_click_on_a_node_or_a_ribbon_is_a_condition() -> None:
    clicks = drawn(FEW_SALARIED)["layout"]["meta"]["targets"]
    assert clicks["nodes"][1] == {"status@T1": "salaried"}
    assert clicks["links"][1] == {"status@T0": "jobseeker", "status@T1": "searching"}


def test_the_last_step_is_labelled_beside_the_ribbons_and_a_phone_names_what_it_can() -> None:
    wide, narrow = drawn(THREE_STEPS), drawn(THREE_STEPS, medium="phone")
    texts = {a["text"].replace("<br>", " ") for a in wide["layout"]["annotations"]}
    assert {"T0", "T1", "T2", "salaried 5", "searching 4", "not_yet_surveyed 1"} == texts
    assert wide["data"][0]["node"]["label"] == [
        "jobseeker 10",
        "salaried 5",
        "searching 5",
        "",
        "",
        "",
    ]
    narrow_labels = narrow["data"][0]["node"]["label"]
    assert narrow_labels == ["jobseeker<br>10", "salaried 5", "searching 5", "", "", ""]
    two = drawn(FEW_SALARIED, medium="phone")["data"][0]["node"]["label"]
    assert two[0].startswith("jobseeker")
