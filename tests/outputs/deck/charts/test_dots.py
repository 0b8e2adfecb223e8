"""Are shares and gaps drawn with their intervals, and distinguished from the whole?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.content.charts.dots import Dots, Verdicts
from dashboard.outputs.deck.charts.dots import draw_dots
from dashboard.outputs.deck.drawing import Drawing
from tests.outputs.deck.described import dots
from tests.outputs.deck.drawn import AREA, called, shapes_of, texts_of, written

NARROW = "\u202f"


@pytest.fixture
def drawing() -> Drawing:
    drawn = Drawing()
    draw_dots(dots(), drawn, AREA)
    return drawn


def test_texts_stand_in_the_order_of_axes_legend_values_and_reference(drawing: Drawing) -> None:
    texts = texts_of(drawing)
    numbers = texts[: texts.index("Part en emploi")]
    assert numbers == [f"{number}{NARROW}%" for number in (20, 40, 60, 80, 100)]
    assert texts[len(numbers) :] == [
        *("Part en emploi", "Femmes", "Hommes", "Autres"),
        *("écart établi", "écart non concluant"),
        *("70 %", "50 %", "–"),
        "ensemble : 60 %",
    ]


def test_a_dot_is_full_where_the_gap_stands_and_hollow_where_it_does_not(drawing: Drawing) -> None:
    (full,) = called(drawing, "Femmes 7 sur 10")
    (hollow,) = called(drawing, "Hommes")
    assert full.description == "Femmes 7 sur 10"
    assert not list(full.element.iterfind("{*}spPr/{*}noFill"))
    assert list(hollow.element.iterfind("{*}spPr/{*}noFill"))


def test_an_interval_reaches_from_its_lower_end_to_its_upper_one(drawing: Drawing) -> None:
    whiskers = called(drawing, "Intervalle à 95 %")
    assert [whisker.name for whisker in whiskers] == [
        "Intervalle à 95 % : Femmes 7 sur 10",
        "Intervalle à 95 % : Hommes",
    ]
    assert whiskers[1].box.width == pytest.approx(2 * whiskers[0].box.width, abs=0.1)
    (dot,) = called(drawing, "Hommes")
    assert whiskers[1].middle[0] == pytest.approx(dot.middle[0], abs=0.1)


def test_a_row_without_a_value_has_a_name_and_no_dot(drawing: Drawing) -> None:
    assert not called(drawing, "Autres")
    assert written(drawing, "–").middle[1] == pytest.approx(written(drawing, "Autres").middle[1])


def test_the_reference_is_a_broken_line(drawing: Drawing) -> None:
    (line,) = [shape for shape in shapes_of(drawing) if shape.has("prstDash")]
    name = written(drawing, "ensemble : 60 %")
    assert name.box.left == pytest.approx(line.box.left, abs=10)


def test_a_legend_names_only_the_looks_that_are_drawn() -> None:
    drawing, chart = Drawing(), dots()
    draw_dots(replace(chart, rows=chart.rows[:1], verdicts=Verdicts("oui", "non")), drawing, AREA)
    assert called(drawing, "Légende : oui")
    assert not called(drawing, "Légende : non")


@pytest.mark.parametrize("chart", [replace(dots(), verdicts=None), replace(dots(), reference=None)])
def test_without_verdicts_or_a_reference_there_is_no_legend(chart: Dots) -> None:
    drawing = Drawing()
    draw_dots(chart, drawing, AREA)
    assert not called(drawing, "Légende")


def test_many_rows_are_drawn_smaller() -> None:
    drawing, chart = Drawing(), dots()
    draw_dots(replace(chart, rows=chart.rows * 6), drawing, AREA)
    names = called(drawing, "Texte : Femmes")
    assert len(names) == 6
    assert names[-1].box.top + names[-1].box.height < AREA.top + AREA.height
    assert names[0].box.height < called(drawing, "Texte : écart établi")[0].box.height * 1.01


def test_a_band_lies_behind_its_dot_and_is_named_in_the_legend() -> None:
    drawing, chart = Drawing(), replace(dots(), reference=None, band_name="selon les silencieux")
    first, *others = chart.rows
    draw_dots(replace(chart, rows=(replace(first, band=(20, 90)), *others)), drawing, AREA)
    (band,) = called(drawing, "selon les silencieux")
    (dot,) = called(drawing, "Femmes 7 sur 10")
    (whisker, _) = called(drawing, "Intervalle à 95 %")
    names = [shape.name for shape in shapes_of(drawing)]
    assert names.index(band.name) < names.index(whisker.name) < names.index(dot.name)
    assert band.middle[1] == pytest.approx(dot.middle[1], abs=0.1)
    assert band.box.width == pytest.approx(3.5 * whisker.box.width, abs=0.1)
    assert [shape.name for shape in called(drawing, "Légende")] == [
        "Légende : selon les silencieux"
    ]


def test_what_is_not_tested_is_a_grey_cross_with_a_name_of_its_own() -> None:
    drawing, chart = Drawing(), dots()
    hollow = replace(chart.rows[1], tested=False)
    draw_dots(replace(chart, rows=(chart.rows[0], hollow)), drawing, AREA)
    crosses = [shape.name for shape in shapes_of(drawing) if shape.kind == "mathMultiply"]
    assert crosses == ["Hommes", "Légende : écart non testé"]
    assert not called(drawing, "Légende : écart non concluant")
