"""Do dots stand where they should, with intervals and doubts to be seen?"""

from dataclasses import replace
from typing import Any

import plotly.graph_objects as go
import pytest

from dashboard.content.charts import Dots
from dashboard.content.charts.datum import Datum
from dashboard.content.charts.dots import DotRow, Reference, Verdicts
from dashboard.content.click_filter import ClickFilter
from dashboard.content.medium import Medium
from dashboard.outputs.plotly.base import Figure
from dashboard.outputs.plotly.figure import draw
from tests.outputs.plotly.described import written

MEDIA: tuple[Medium, ...] = ("page", "phone")

CLICK = ClickFilter(switches=(("region", "alsace"),))
ROWS = (
    DotRow("Alsace", Datum(40, "40 %", interval=(22, 58), click=CLICK), conclusive=False),
    DotRow("Bretagne", Datum(70, "70 %", interval=(61, 79))),
    DotRow("Limousin", Datum(None, "–")),
)
ALONE = Dots(ROWS, "#2d7c80")
REFERRED = replace(ALONE, reference=Reference(54, "Ensemble : 54 %"))


def drawn(chart: Dots) -> Figure:
    return draw(chart, "page", written)


def layout_of(chart: Dots) -> dict[str, Any]:
    layout: dict[str, Any] = drawn(chart)["layout"]
    return layout


def test_figures_are_valid() -> None:
    go.Figure(drawn(Dots((), "#2d7c80")))
    go.Figure(drawn(REFERRED))
    go.Figure(drawn(replace(ALONE, unit="number", axis_title="UE")))


def test_what_is_not_conclusive_is_hollow() -> None:
    full, hollow = drawn(REFERRED)["data"]
    assert full["marker"]["symbol"] == "circle"
    assert full["x"] == [70, None]
    assert hollow["marker"]["symbol"] == "circle-open"
    assert hollow["y"] == [0]


def test_a_row_without_value_says_so_beside() -> None:
    notes = layout_of(ALONE)["annotations"]
    assert [(note["y"], note["text"]) for note in notes] == [(0, "40 %"), (1, "70 %"), (2, "–")]


def test_the_reference_is_a_dashed_line_with_a_name() -> None:
    layout = layout_of(REFERRED)
    assert [(s["x0"], s["x1"], s["line"]["dash"]) for s in layout["shapes"]] == [(54, 54, "dash")]
    assert layout["annotations"][-1]["text"] == "Ensemble : 54 %"
    assert layout["showlegend"]


def test_nothing_to_differ_from_no_line_and_no_legend() -> None:
    layout = layout_of(ALONE)
    assert "shapes" not in layout
    assert not layout["showlegend"]


def test_without_verdicts_hollow_dots_mean_nothing_and_no_legend_says_so() -> None:
    assert not layout_of(replace(REFERRED, verdicts=None))["showlegend"]
    named = drawn(replace(REFERRED, verdicts=Verdicts("établi", "non testé")))["data"]
    assert [trace["name"] for trace in named] == ["établi", "non testé"]


BANDED = replace(
    ALONE,
    rows=(replace(ROWS[0], band=(20, 90)), *ROWS[1:]),
    band_name="d'aucun à tous les silencieux",
)


def test_a_band_lies_behind_its_row_and_is_named_in_the_legend() -> None:
    layout, traces = layout_of(BANDED), drawn(BANDED)["data"]
    (band,) = layout["shapes"]
    assert (band["x0"], band["x1"], band["layer"]) == (20, 90, "below")
    assert band["y0"] < 0 < band["y1"]
    assert layout["showlegend"]
    assert [t["name"] for t in traces if t.get("showlegend", True)] == [BANDED.band_name]
    # It has no point, so that clicks on the others stay those of their places.
    assert traces[-1]["x"] == [None]
    assert set(layout["meta"]["targets"]["points"]) == {"0", "1"}


def test_the_axis_holds_a_band() -> None:
    assert layout_of(BANDED)["xaxis"]["tickvals"][-1] >= 90
    assert BANDED.extent == (20, 90)


def test_a_band_and_a_reference_are_both_drawn() -> None:
    both = layout_of(replace(BANDED, reference=REFERRED.reference))["shapes"]
    assert [shape["type"] for shape in both] == ["rect", "line"]


@pytest.mark.parametrize("bounds", [(0, 12), (91, 100)])
def test_the_axis_holds_every_whisker_and_ends_at_0_and_100(bounds: tuple[float, float]) -> None:
    row = DotRow("Corse", Datum(sum(bounds) / 2, interval=bounds))
    axis = layout_of(Dots((row,), "#2d7c80"))["xaxis"]
    low, high = axis["tickvals"][0], axis["tickvals"][-1]
    assert 0 <= low <= bounds[0]
    assert bounds[1] <= high <= 100


def test_a_dot_at_the_end_of_the_axis_lies_on_no_name_and_no_value() -> None:
    rows = (
        DotRow("Femmes", Datum(0, interval=(0, 40))),
        DotRow("Hommes", Datum(100, interval=(60, 100))),
    )
    low, high = layout_of(Dots(rows, "#2d7c80", Reference(50)))["xaxis"]["range"]
    assert [low < 0, high > 100] == [True, True]


def test_a_click_is_identified_by_its_place_in_its_trace() -> None:
    points = layout_of(REFERRED)["meta"]["targets"]["points"]
    assert points == {"0": [], "1": [{"region": "alsace"}]}


def test_what_is_not_tested_is_a_cross_with_a_name_of_its_own() -> None:
    untested = DotRow("Corse", Datum(30, "30 % · non testé ◇"), conclusive=False, tested=False)
    with_cross = replace(REFERRED, rows=(*ROWS, untested))
    *_, cross = drawn(with_cross)["data"]
    assert (cross["marker"]["symbol"], cross["name"]) == ("x-thin", "écart non testé")
    assert (cross["x"], cross["y"]) == ([30], [3])
    full, hollow, alone = drawn(replace(REFERRED, rows=(untested,)))["data"]
    assert [trace["showlegend"] for trace in (full, hollow, alone)] == [False, False, True]


def test_on_a_phone_what_is_said_of_a_number_stands_below_it() -> None:
    untested = DotRow("Corse", Datum(30, "30 % · non testé", marks=("small_base",)), tested=False)
    chart = replace(ALONE, rows=(untested,))
    texts = {m: draw(chart, m, written)["layout"]["annotations"][0]["text"] for m in MEDIA}
    assert texts == {"page": "30 % · non testé △", "phone": "30 %<br>non testé △"}
