"""Is no text of a projected figure too small, and everything else as it was?"""

from typing import Any

from dashboard.outputs.plotly.legibility import SMALLEST, legible


def test_small_text_is_raised_wherever_it_stands() -> None:
    figure: dict[str, Any] = {
        "data": [{"textfont": {"size": [11, 14]}, "marker": {"size": 6}}],
        "layout": {
            "xaxis": {"tickfont": {"size": 10, "color": "#000000"}},
            "annotations": [{"font": {"size": 11.5}, "y": 3}],
        },
    }
    assert legible(figure) == {
        "data": [{"textfont": {"size": [SMALLEST, 14]}, "marker": {"size": 6}}],
        "layout": {
            "xaxis": {"tickfont": {"size": SMALLEST, "color": "#000000"}},
            "annotations": [{"font": {"size": SMALLEST}, "y": 3}],
        },
    }
    assert figure["data"][0]["textfont"]["size"] == [11, 14]
