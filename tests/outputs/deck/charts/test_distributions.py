"""Do circles, bars and diamonds stand where people, median and mean are?"""

from __future__ import annotations

import pytest

from dashboard.outputs.deck.charts.distributions import draw_distributions
from dashboard.outputs.deck.drawing import Drawing
from tests.outputs.deck.described import distributions
from tests.outputs.deck.drawn import AREA, called, shapes_of, texts_of, written


@pytest.fixture
def drawing() -> Drawing:
    drawn = Drawing()
    draw_distributions(distributions(), drawn, AREA)
    return drawn


def test_texts_stand_in_the_order_of_axes_circles_means_and_margins(drawing: Drawing) -> None:
    assert texts_of(drawing) == [
        *("1", "2", "3", "UE par bénéficiaire"),
        *("2013-2014 n = 100", "2014-2015 n = 10"),
        *("80 %", "20 %", "50 %", "50 %"),
        " 2,0",
        *("1,2 en moyenne / de 1 à 2 UE", "2,0 en moyenne / de 1 à 3 UE"),
    ]


def test_a_circle_is_as_large_as_its_share(drawing: Drawing) -> None:
    (most,) = called(drawing, "1 UE")[:1]
    (few,) = called(drawing, "2 UE")
    assert (most.box.width / few.box.width) ** 2 == pytest.approx(80 / 20, rel=0.01)


def test_circles_of_one_value_stand_below_each_other(drawing: Drawing) -> None:
    first, second = called(drawing, "1 UE")
    assert first.middle[0] == pytest.approx(second.middle[0], abs=0.1)
    assert first.middle[1] < second.middle[1]
    assert written(drawing, "1").middle[0] == pytest.approx(first.middle[0], abs=0.1)


def test_a_median_is_an_upright_bar_on_paper_and_a_mean_a_diamond_above_its_row(
    drawing: Drawing,
) -> None:
    row = called(drawing, "1 UE")[0].middle[1]
    bars = [
        shape
        for shape in called(drawing, "Repère")
        if shape.box.height < 40 and shape.box.width < 1
    ]
    assert [bar.colours() for bar in bars[:2]] == [["bg1"], ["bg1"]]
    assert bars[2].middle[1] == pytest.approx(row, abs=0.1)
    diamonds = [
        s
        for s in shapes_of(drawing)
        if s.element.find(".//{*}prstGeom[@prst='diamond']") is not None
    ]
    assert [diamond.name for diamond in diamonds] == ["Repère", "2,0"]
    assert diamonds[0].middle[1] < row


def test_labels_of_circles_can_be_read_over_lines(drawing: Drawing) -> None:
    label = written(drawing, "80 %")
    assert label.has("glow")
    assert label.element.find("{*}spPr/{*}solidFill") is not None
