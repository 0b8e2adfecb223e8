"""Answers: does a matrix tell nobody from no number, with text that reads on every fill?"""

import plotly.graph_objects as go

from dashboard.outputs.plotly.fills import luminance
from dashboard.outputs.plotly.matrix import SCALE, Cell, matrix

CELLS = (
    (Cell(40, "12<br>40 %", "a"), Cell(0, "0", "b")),
    (Cell(None, "–", "c"), Cell(60, "18<br>60 %", "d")),
)
NAMES = ("Stable", "Précaire")


def test_a_figure_is_valid() -> None:
    go.Figure(matrix(NAMES, NAMES, CELLS, row_title="Avant", column_title="Après"))
    go.Figure(matrix((), (), ()))


def test_rows_read_from_the_top() -> None:
    figure = matrix(NAMES, NAMES, CELLS)
    low, high = figure["layout"]["yaxis"]["range"]
    assert [low > 1, high] == [True, -0.5]
    assert figure["data"][0]["z"] == [[40, None], [None, 60]]


def test_nobody_stands_on_the_page_itself_in_the_ink_that_the_page_recolours() -> None:
    heat, bare, *_ = matrix(NAMES, NAMES, CELLS)["data"]
    assert heat["text"][0][1] == ""
    assert [bare["x"], bare["y"], bare["text"], bare["customdata"]] == [[1], [0], ["0"], ["b"]]


def test_what_is_absent_is_hatched_with_its_own_text_and_hover() -> None:
    heat, _, squares, texts = matrix(NAMES, NAMES, CELLS)["data"]
    assert heat["text"][1][0] == ""
    assert squares["fillpattern"]["shape"] == "/"
    assert [texts["x"], texts["y"], texts["customdata"]] == [[0], [1], ["c"]]
    assert "–" in texts["text"][0]


def test_without_absences_nothing_is_hatched() -> None:
    drawn = matrix(NAMES, NAMES, [CELLS[0], CELLS[0]])["data"]
    assert not [trace for trace in drawn if "fillpattern" in trace]


def test_dark_ink_reads_on_every_fill() -> None:
    ink = "#1c2733"
    assert ink in matrix(NAMES, NAMES, CELLS)["data"][0]["text"][0][0]
    for _, fill in SCALE:
        assert (luminance(str(fill)) + 0.05) / (luminance(ink) + 0.05) >= 4.5


def test_it_answers_to_no_click() -> None:
    assert matrix(NAMES, NAMES, CELLS)["layout"]["meta"] == {"targets": {"points": {}}}
