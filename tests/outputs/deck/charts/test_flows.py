"""Are ribbons as thick as their people, and absences distinguished from answers?"""

from __future__ import annotations

import pytest

from dashboard.outputs.deck.charts.flows import draw_flows
from dashboard.outputs.deck.drawing import Drawing
from tests.outputs.deck.described import flows
from tests.outputs.deck.drawn import AREA, called, shapes_of, texts_of, written


@pytest.fixture
def drawing() -> Drawing:
    drawn = Drawing()
    draw_flows(flows(), drawn, AREA)
    return drawn


def test_ribbons_lie_below_nodes_and_nodes_below_words(drawing: Drawing) -> None:
    kinds = [shape.name.split(" : ")[0] for shape in shapes_of(drawing)]
    assert kinds == ["Flux"] * 3 + ["Nœud"] * 4 + ["Texte"] * 6


def test_texts_stand_in_the_order_of_nodes_steps_and_ends(drawing: Drawing) -> None:
    assert texts_of(drawing) == [
        *("En emploi 8", "En recherche 2"),
        *("T1", "T2 / 10 répondants"),
        *("En emploi 8", "Sans réponse 2"),
    ]


def test_shapes_say_what_they_are(drawing: Drawing) -> None:
    assert [node.description for node in called(drawing, "Nœud : T2")] == [
        "T2 : en emploi",
        "T2 : sans réponse",
    ]
    assert called(drawing, "Flux : 2 trouvent")[0].description == "2 trouvent"


def test_nodes_are_as_high_as_they_weigh(drawing: Drawing) -> None:
    heights = [node.box.height for node in called(drawing, "Nœud")]
    assert heights == pytest.approx(
        [4 * heights[1], heights[1], 4 * heights[1], heights[1]], rel=0.01
    )


def test_a_ribbon_begins_at_its_node_and_ends_at_the_next(drawing: Drawing) -> None:
    start, searching, end, _ = called(drawing, "Nœud")
    (ribbon,) = called(drawing, "Flux : 2 trouvent")
    assert ribbon.box.left == pytest.approx(searching.box.left + searching.box.width, abs=0.1)
    assert ribbon.box.left + ribbon.box.width == pytest.approx(end.box.left, abs=0.1)
    (stay,) = called(drawing, "Flux : 6 restent")
    assert stay.box.top == pytest.approx(start.box.top, abs=0.1)


def test_the_outline_of_an_absence_is_broken_and_its_ribbon_grey(drawing: Drawing) -> None:
    broken = [node.name for node in called(drawing, "Nœud") if node.has("prstDash")]
    assert broken == ["Nœud : T2 : sans réponse"]
    assert called(drawing, "Flux : 2 se taisent")[0].colours() == ["tx1"]
    assert called(drawing, "Flux : 6 restent")[0].colours() != ["tx1"]


def test_the_labels_of_the_last_step_stay_on_the_slide(drawing: Drawing) -> None:
    label = written(drawing, "Sans réponse 2")
    assert label.box.left + label.box.width <= AREA.left + AREA.width
