"""Are a label's links written out, and all other figures left alone?"""

from dashboard.web.unlinked import unlinked


def test_a_label_that_would_be_a_link_is_written_out() -> None:
    label = "<A HREF='https://evil.example'>Cadres</A>"
    figure = {"data": [{"name": label, "x": [1, None], "text": [f"<b>{label}</b>"]}]}
    (trace,) = unlinked(figure)["data"]
    assert trace["name"] == "&lt;A HREF='https://evil.example'>Cadres&lt;/A>"
    assert trace["text"][0].startswith("<b>&lt;A")
    assert trace["x"] == [1, None]


def test_our_own_markup_stays() -> None:
    figure = {"layout": {"annotations": [{"text": "<b>Ensemble</b><br>n = 1"}]}}
    assert unlinked(figure) is figure
