"""Do two figures side by side stand on one scale, and is each still read by its own names?"""

from __future__ import annotations

from typing import Any

from dashboard.content.charts.scales import on_one_scale
from dashboard.outputs.plotly.axes import category_axis, value_axis
from dashboard.outputs.plotly.bars import Series, stacked_bars
from dashboard.outputs.plotly.matrix import Cell, matrix


def figure(*, across: dict[str, Any], up: dict[str, Any]) -> dict[str, Any]:
    return {"data": [], "layout": {"xaxis": across, "yaxis": up}}


def bars(categories: list[str], top: float) -> dict[str, Any]:
    return figure(across=category_axis(categories), up=value_axis(0, top, percent=False))


def named(axis: dict[str, Any]) -> list[str]:
    return [text.replace("<br>", "") for text in axis["ticktext"]]


def test_numbers_go_from_the_lower_end_to_the_higher() -> None:
    first, second = on_one_scale(bars(["oui", "non"], 20), bars(["oui", "non"], 300))
    for shown in (first, second):
        assert shown["layout"]["yaxis"]["range"] == [0, 300]
        assert named(shown["layout"]["yaxis"])[-1] == "300"


def test_a_number_that_the_other_s_scale_leaves_no_room_is_not_drawn_over_its_neighbour() -> None:
    few, many = (
        stacked_bars(
            ["2013"],
            [Series("oui", "#ffffff", (top / 2,), (str(top),), ("",)) for _ in range(2)],
            percent=False,
        )
        for top in (10, 1000)
    )
    assert few["data"][0]["text"] != [""]
    shown, beside = on_one_scale(few, many)
    assert [trace["text"] for trace in shown["data"]] == [[""], [""]]
    assert beside["data"] == many["data"]


def test_categories_that_go_on_from_the_others_stand_on_both() -> None:
    found = on_one_scale(bars(["1 UE", "2 UE"], 9), bars(["1 UE", "2 UE", "3 UE"], 9))
    assert [len(shown["layout"]["xaxis"]["ticktext"]) for shown in found] == [3, 3]


def test_a_figure_keeps_the_names_of_its_own_categories() -> None:
    later = [["2013", "2014"], ["2015"]]
    found = on_one_scale(*(matrix(["a"], years, [[Cell(1, "1", "")] * 2]) for years in later))
    assert [named(shown["layout"]["xaxis"]) for shown in found] == later


def test_what_runs_downwards_stays_as_it_is() -> None:
    rows = [category_axis(names, downwards=True) for names in (["a"], ["a", "b"])]
    numbers = value_axis(0, 9, percent=False)
    found = on_one_scale(*(figure(across=numbers, up=names) for names in rows))
    assert [shown["layout"]["yaxis"]["range"] for shown in found] == [[0.5, -0.5], [1.5, -0.5]]
