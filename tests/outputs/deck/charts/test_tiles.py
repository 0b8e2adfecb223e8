"""Do key figures stand side by side, each with its base?"""

from __future__ import annotations

import pytest

from dashboard.content.charts.tiles import Tile, Tiles
from dashboard.outputs.deck.charts.tiles import draw_tiles
from dashboard.outputs.deck.drawing import Drawing
from tests.outputs.deck.described import tiles
from tests.outputs.deck.drawn import AREA, called, shapes_of, texts_of, written


@pytest.fixture
def drawing() -> Drawing:
    drawn = Drawing()
    draw_tiles(tiles(), drawn, AREA)
    return drawn


def test_each_figure_has_a_line_then_name_value_and_base(drawing: Drawing) -> None:
    assert len(called(drawing, "Trait")) == 5
    assert texts_of(drawing)[:6] == [
        "Taux de réponse",
        "34 %",
        "247 sur 732 répondants, / dont 46 sans réponse à la / question",
        *("Chiffre 2", "2", "bénéficiaires"),
    ]


def test_four_figures_stand_in_a_row_and_the_fifth_below(drawing: Drawing) -> None:
    first, fourth, fifth = (
        written(drawing, name).box for name in ("Taux de réponse", "Chiffre 4", "Chiffre 5")
    )
    assert first.top == pytest.approx(fourth.top)
    assert fifth.left == pytest.approx(first.left)
    assert fifth.top > first.top + 90


def test_all_that_stands_below_a_value_ends_in_its_own_row() -> None:
    readings = ("40 % des 496 répondants, 3 promotions", "177 sans information : entre 40 et 76 %")
    tile = Tile("En emploi", "62 %", "199 sur 319 ayant renseigné T2", None, readings)
    drawn = Drawing()
    draw_tiles(Tiles((tile,) * 7), drawn, AREA)
    boxes = [shape.box for shape in shapes_of(drawn) if "ayant renseigné" in shape.words]
    labels = [shape.box.top for shape in shapes_of(drawn) if shape.words == "En emploi"]
    assert max(box.top + box.height for box in boxes[:4]) <= min(labels[4:])
    assert max(box.top + box.height for box in boxes) <= AREA.top + AREA.height


def test_values_are_bold_and_largest(drawing: Drawing) -> None:
    value, name = written(drawing, "34 %"), written(drawing, "Taux de réponse")
    run, small = (shape.element.find(".//{*}rPr") for shape in (value, name))
    assert run.get("b") == "1"
    assert int(run.get("sz")) > 2 * int(small.get("sz"))
