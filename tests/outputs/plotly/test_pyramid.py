"""Answers: does the pyramid grow from the middle to both sides, with numbers that are never negative?"""

import plotly.graph_objects as go

from dashboard.outputs.plotly.pyramid import Side, pyramid

BANDS = ("Moins de 30 ans", "30 à 39 ans")
WOMEN = Side("Femmes", "#0f766e", (90, None), ("90", ""), ("a", "b"), ({"age": "moins-30"},))
MEN = Side("Hommes", "#8fb8de", (61, 1200), ("61", "1 200"), ("c", "d"))


def test_a_figure_is_valid() -> None:
    go.Figure(pyramid(BANDS, WOMEN, MEN, axis_title="Bénéficiaires"))
    nobody = Side("", "#0f766e", (), (), ())
    go.Figure(pyramid((), nobody, nobody))


def test_the_sides_grow_apart_and_the_youngest_stand_at_the_bottom() -> None:
    figure = pyramid(BANDS, WOMEN, MEN)
    assert [trace["x"] for trace in figure["data"]] == [[-90, None], [61, 1200]]
    assert figure["layout"]["yaxis"]["range"] == [-0.5, 1.5]


def test_numbers_have_no_sign() -> None:
    axis = pyramid(BANDS, WOMEN, MEN)["layout"]["xaxis"]
    assert axis["tickvals"] == [-1000, -500, 0, 500, 1000]
    assert axis["ticktext"] == ["1\u202f000", "500", "0", "500", "1\u202f000"]


def test_few_people_are_counted_in_whole_numbers() -> None:
    one = Side("Femmes", "#0f766e", (1, 0), ("1", "0"), ("", ""))
    assert pyramid(BANDS, one, one)["layout"]["xaxis"]["tickvals"] == [-1, 0, 1]


def test_each_side_is_named_above() -> None:
    left, right = pyramid(BANDS, WOMEN, MEN)["layout"]["annotations"]
    assert ["Femmes" in left["text"], "Hommes" in right["text"]] == [True, True]


def test_a_click_is_told_by_side_and_band() -> None:
    points = pyramid(BANDS, WOMEN, MEN)["layout"]["meta"]["targets"]["points"]
    assert points == {"0": [{"age": "moins-30"}], "1": []}
