"""Does a matrix tell nobody from no number, with text that reads on every fill?"""

from dataclasses import replace

import plotly.graph_objects as go

from dashboard.content.charts import Matrix
from dashboard.content.charts.matrix import MatrixCell
from dashboard.content.charts.rich_text import bold, rich
from dashboard.outputs.layout.contrast import luminance
from dashboard.outputs.plotly.base import Figure
from dashboard.outputs.plotly.figure import draw
from dashboard.outputs.plotly.matrix import SCALE
from tests.outputs.plotly.described import written

CELLS = (
    (MatrixCell(40, rich("12", "40 %"), rich("a")), MatrixCell(0, rich("0"), rich("b"))),
    (MatrixCell(None, rich("–"), rich("c")), MatrixCell(60, rich("18", "60 %"), rich("d"))),
)
NAMES = (rich("Stable"), rich(bold("Précaire")))
CHART = Matrix(NAMES, NAMES, CELLS, "Avant", "Après")


def drawn(chart: Matrix = CHART) -> Figure:
    return draw(chart, "page", written)


def test_a_figure_is_valid() -> None:
    go.Figure(drawn())
    go.Figure(drawn(Matrix((), (), ())))


def test_rows_read_from_the_top() -> None:
    figure = drawn()
    low, high = figure["layout"]["yaxis"]["range"]
    assert [low > 1, high] == [True, -0.5]
    assert figure["layout"]["yaxis"]["ticktext"] == ["Stable", "<b>Précaire</b>"]
    assert figure["data"][0]["z"] == [[40, None], [None, 60]]


def test_nobody_stands_on_the_page_itself_in_the_ink_that_the_page_recolours() -> None:
    heat, bare, *_ = drawn()["data"]
    assert heat["text"][0][1] == ""
    assert [bare["x"], bare["y"], bare["text"], bare["customdata"]] == [[1], [0], ["0"], ["b"]]


def test_what_is_absent_is_hatched_with_its_own_text_and_hover() -> None:
    heat, _, squares, texts = drawn()["data"]
    assert heat["text"][1][0] == ""
    assert squares["fillpattern"]["shape"] == "/"
    assert [texts["x"], texts["y"], texts["customdata"]] == [[0], [1], ["c"]]
    assert "–" in texts["text"][0]


def test_without_absences_nothing_is_hatched() -> None:
    figure = drawn(replace(CHART, cells=(CELLS[0], CELLS[0])))
    assert not [trace for trace in figure["data"] if "fillpattern" in trace]


def test_dark_ink_reads_on_every_fill() -> None:
    ink = "#1c2733"
    assert ink in drawn()["data"][0]["text"][0][0]
    for _, fill in SCALE:
        assert (luminance(str(fill)) + 0.05) / (luminance(ink) + 0.05) >= 4.5


def test_it_answers_to_no_click() -> None:
    assert drawn()["layout"]["meta"] == {"targets": {"points": {}}}
